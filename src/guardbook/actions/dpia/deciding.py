"""From the finished draft to a change in use: people heard, advice, sign-off, the start, and looking again."""

from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions.dpia import stepping
from guardbook.actions.shell import Change, action
from guardbook.kernel import dates
from guardbook.kernel.errors import Refused
from guardbook.queries.dpia import resting
from guardbook.queries.dpia.assessments import Whole
from guardbook.records.models import ImpactAssessment
from guardbook.rules.access import Permission
from guardbook.rules.dpia.review import LONGEST_MONTHS
from guardbook.rules.dpia.risk import Level
from guardbook.rules.dpia.states import Event, State


@action(Permission.DPIA_EDIT)
def consult(change: Change, *, assessment_id: UUID, consulted: str, not_consulted_because: str) -> None:
    """Say who was asked and what they said, or why nobody was; the draft is then whole.

    Raises:
        Refused: neither is said, or something in the draft is missing.
    """
    row, found = stepping.opened(change, assessment_id)
    row.consulted, row.not_consulted_because = consulted.strip(), not_consulted_because.strip()
    stepping.check(
        change, found, Event.CONSULTED, consulted=row.consulted, not_consulted_because=row.not_consulted_because
    )
    row.adviser, row.advice, row.advised_on, row.advice_followed, row.advice_answer = "", "", None, None, ""
    row.regulator_asked_on, row.regulator_answer = None, ""
    stepping.take(change, row, Event.CONSULTED)


@action(Permission.ADVICE_RECORD)
def advise(change: Change, *, assessment_id: UUID, advice: str) -> None:
    """Record the officer's advice: by the officer, or by a colleague who has it in writing.

    Raises:
        Refused: no officer is appointed, the words are missing, or the officer chose what is assessed.
    """
    row, found = stepping.opened(change, assessment_id)
    row.advice, row.advised_on = advice.strip(), change.today
    row.adviser = found.officer.who[:200] if found.officer else ""
    stepping.check(change, found, Event.ADVISED, advice=row.advice)
    stepping.take(change, row, Event.ADVISED)


@action(Permission.DPIA_DECIDE)
def decide(change: Change, *, assessment_id: UUID, followed: bool | None, answer: str, review_on: date | None) -> State:
    """Sign an assessment off. Where a high risk is left it stops instead, to ask the regulator first.

    Raises:
        Refused: the advice is missing or not answered, whoever decides is the officer, or the day is not right.
    """
    row, found = stepping.opened(change, assessment_id)
    row.advice_followed, row.advice_answer = followed, answer.strip()
    said: dict[str, Any] = {"advice_followed": followed, "advice_answer": row.advice_answer}
    if found.impact.residual is Level.HIGH:
        stepping.check(change, found, Event.HIGH_RISK_LEFT, **said)
        stepping.take(change, row, Event.HIGH_RISK_LEFT)
        return State.PRIOR_CONSULTATION
    stepping.check(change, found, Event.DECIDED, **said)
    _sign(change, row, found, review_on)
    stepping.take(change, row, Event.DECIDED)
    return State.DECIDED


@action(Permission.DPIA_DECIDE)
def ask_regulator(change: Change, *, assessment_id: UUID, asked_on: date) -> None:
    """Say on which day the regulator was asked.

    Raises:
        Refused: it does not stand there, or the day is in the future.
    """
    row, found = stepping.opened(change, assessment_id)
    if found.standing.state is not State.PRIOR_CONSULTATION:
        raise Refused("There is nothing to ask the regulator about here.")
    if asked_on > change.today:
        raise Refused("The day you asked is in the future.")
    row.regulator_asked_on = asked_on
    change.save(row)
    change.record("dpia.regulator.asked", subject=row)


@action(Permission.DPIA_DECIDE)
def regulator_agreed(change: Change, *, assessment_id: UUID, answer: str, review_on: date | None) -> None:
    """Record that the regulator lets it go on, and on which terms; that signs it off.

    Raises:
        Refused: it was never asked, the answer is missing, or whoever decides is the officer.
    """
    row, found = stepping.opened(change, assessment_id)
    if row.regulator_asked_on is None:
        raise Refused("Put in first on which day you asked the regulator.")
    if not answer.strip():
        raise Refused("Write down what the regulator answered, and on which terms.")
    stepping.check(change, found, Event.REGULATOR_AGREED, regulator_agreed=True)
    row.regulator_answer = answer.strip()
    _sign(change, row, found, review_on)
    stepping.take(change, row, Event.REGULATOR_AGREED)


@action(Permission.DPIA_DECIDE)
def go_live(change: Change, *, assessment_id: UUID, on: date) -> None:
    """Say that the change begins, or began on a day.

    Raises:
        Refused: it is not signed off, a high risk is left, or something that must be in place is not.
    """
    row, found = stepping.opened(change, assessment_id)
    stepping.check(change, found, Event.WENT_LIVE)
    if on > change.today:
        raise Refused("Come back on the day it begins.")
    row.live_on = on
    stepping.take(change, row, Event.WENT_LIVE)


@action(Permission.DPIA_DECIDE)
def look_again(change: Change, *, assessment_id: UUID, found_out: str, review_on: date | None) -> None:
    """Say that somebody looked again and the assessment still holds as it is.

    Raises:
        Refused: it is not in use, it does not say what was looked at, or whoever decides is the officer.
    """
    row, found = stepping.opened(change, assessment_id)
    stepping.check(change, found, Event.LOOKED_AGAIN, reason=found_out)
    _sign(change, row, found, review_on)
    stepping.take(change, row, Event.LOOKED_AGAIN, note=found_out)


@action(Permission.DPIA_EDIT)
def reopen(change: Change, *, assessment_id: UUID, reason: str) -> None:
    """Open an assessment to change it; people, advice and sign-off follow again.

    Raises:
        Refused: it is not closed, or the reason is missing.
    """
    row, found = stepping.opened(change, assessment_id)
    stepping.check(change, found, Event.REOPENED, reason=reason)
    stepping.take(change, row, Event.REOPENED, note=reason)


@action(Permission.DPIA_DECIDE)
def stop(change: Change, *, assessment_id: UUID, reason: str) -> None:
    """Give a change up.

    Raises:
        Refused: it has ended already, or the reason is missing.
    """
    row, found = stepping.opened(change, assessment_id)
    stepping.check(change, found, Event.STOPPED, reason=reason)
    stepping.take(change, row, Event.STOPPED, note=reason)


def _sign(change: Change, row: ImpactAssessment, of: Whole, review_on: date | None) -> None:
    """Keep who signed, when to look again, and what it rests on today."""
    latest = dates.add_months(change.today, LONGEST_MONTHS)
    if review_on is None or not change.today < review_on <= latest:
        raise Refused(f"Choose a day to look at it again, by {dates.in_words(latest)} at the latest.")
    row.decided_by, row.decided_on, row.review_on = change.by.name, change.today, review_on
    row.rests_on = [
        {"register": each.register, "id": each.id, "name": each.name, "says": dict(each.says)}
        for each in resting.rests(of.impact, of.entries)
    ]
