"""Suggestions that read walk-rounds: that they are done (item 1.3.2), and followed up (item 5.2.1)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions.suggestion import (
    Asked,
    Outcome,
    Rows,
    Selector,
    Suggestion,
    changes_on,
)
from guardbook.rules.facts import Facts, day_after
from guardbook.rules.registers import audits, spot_checks
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.spot_checks import SpotCheck
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class _Seen:
    """The walk-rounds of the last months: how many, and what is left hanging."""

    recent: int = 0
    older: int = 0
    unowned: int = 0
    overdue: int = 0
    agreed: int = 0


def spot_checks_done(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether somebody walked round in the last year, and every fault found has somebody to see to it.

    Audits of the Data Protection Officer are told beside it. Source: item 1.3.2 and rule E-10.
    """

    def outcome(on: date) -> Outcome:
        seen = _seen(facts, asked, on)
        return Outcome.NOT_MET if seen.unowned else _recent_enough(seen)

    seen = _seen(facts, asked, facts.judged_on)
    found = outcome(facts.judged_on)
    return _suggestion(
        facts,
        asked,
        outcome,
        Reason(_done_sentence(seen, found, asked), "1.3.2", Confidence.INFERRED),
        answer=f"Yes. We did {_rounds(seen.recent)} in the last {asked.months} months. "
        f"Whatever was not right has an action, somebody who does it, and a day.{_audits(facts, asked)}",
        to_do="Name what will be done, who does it and by when, for everything that was not OK."
        if seen.unowned
        else "Do a walk-round and write down what you find.",
    )


def actions_followed_up(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether what walk-rounds found is put right in time, and a manager agreed what is done.

    Source: item 5.2.1. Actions from incidents are not judged here.
    """

    def outcome(on: date) -> Outcome:
        seen = _seen(facts, asked, on)
        if seen.unowned or seen.overdue:
            return Outcome.NOT_MET
        enough = _recent_enough(seen)
        return Outcome.CANNOT_TELL if enough is Outcome.MET and seen.agreed < seen.recent else enough

    seen = _seen(facts, asked, facts.judged_on)
    return _suggestion(
        facts,
        asked,
        outcome,
        Reason(_followed_sentence(seen, outcome(facts.judged_on)), "5.2.1", Confidence.INFERRED),
        answer="Yes. Each walk-round has its list of actions, with who does them and by when. "
        "A manager agreed each list.",
        to_do="Put right what is overdue, and have a manager agree what each walk-round led to.",
    )


def _suggestion(
    facts: Facts, asked: Asked, outcome: Callable[[date], Outcome], reason: Reason, answer: str, to_do: str
) -> Suggestion:
    on = facts.judged_on
    found = outcome(on)
    met = found is Outcome.MET
    return Suggestion(
        found,
        reason,
        facts.as_of,
        answer=answer if met else "",
        to_do=() if met else (to_do,),
        selectors=(_rows(asked, on),),
        stale_on=changes_on(on, outcome, _days(facts, asked)),
    )


def _rows(asked: Asked, on: date) -> Selector:
    def recent(entry: SpotCheck, day: date) -> bool:
        return _is_recent(entry, asked.months, day)

    register = spot_checks.REGISTER
    return Selector(Rows.REGISTER, on, register.slug, register.title, recent, recent)


def _is_recent(entry: SpotCheck, months: int, on: date) -> bool:
    done = entry.done_on
    return entry.is_written and done is not None and done <= on <= dates.add_months(done, months)


def _is_older(entry: SpotCheck, months: int, on: date) -> bool:
    done = entry.done_on
    return entry.is_written and done is not None and dates.add_months(done, months) < on


def _seen(facts: Facts, asked: Asked, on: date) -> _Seen:
    rows = facts.registers.of(spot_checks.REGISTER).rows
    recent = [row for row in rows if _is_recent(row.entry, asked.months, on)]
    return _Seen(
        recent=_number(recent),
        older=_number([row for row in rows if _is_older(row.entry, asked.months, on)]),
        unowned=_number([row for row in recent if row.entry.unowned]),
        overdue=_number([row for row in rows if row.entry.next_due_on is not None and row.entry.next_due_on < on]),
        agreed=_number([row for row in recent if row.entry.is_agreed]),
    )


def _number(rows: list[Counted[SpotCheck]]) -> int:
    return sum(row.number for row in rows)


def _recent_enough(seen: _Seen) -> Outcome:
    if seen.recent:
        return Outcome.MET
    return Outcome.LAPSED if seen.older else Outcome.CANNOT_TELL


def _days(facts: Facts, asked: Asked) -> Iterator[date]:
    for row in facts.registers.of(spot_checks.REGISTER).rows:
        if row.entry.done_on is not None:
            yield row.entry.done_on
            yield day_after(dates.add_months(row.entry.done_on, asked.months))
        if row.entry.next_due_on is not None:
            yield day_after(row.entry.next_due_on)


def _done_sentence(seen: _Seen, outcome: Outcome, asked: Asked) -> str:
    if outcome is Outcome.NOT_MET:
        return f"In {_rounds(seen.unowned)}, something was not OK and nobody is named to put it right by a day."
    if outcome is Outcome.MET:
        return f"You did {_rounds(seen.recent)} in the last {asked.months} months. Whatever was found has somebody to see to it."
    if outcome is Outcome.LAPSED:
        return f"The last walk-round was more than {asked.months} months ago."
    return "No walk-round is written down yet."


def _followed_sentence(seen: _Seen, outcome: Outcome) -> str:
    if outcome is Outcome.NOT_MET and seen.overdue:
        return f"In {_rounds(seen.overdue)}, something should have been put right by now."
    if outcome is Outcome.NOT_MET:
        return f"In {_rounds(seen.unowned)}, something was not OK and nobody is named to put it right by a day."
    if outcome is Outcome.MET:
        return f"What {_rounds(seen.recent)} led to is in hand, and a manager agreed it."
    if seen.recent:
        return f"No manager has agreed yet what {_rounds(seen.recent - seen.agreed)} led to."
    return "The last walk-round was too long ago." if seen.older else "No walk-round is written down yet."


def _audits(facts: Facts, asked: Asked) -> str:
    """A sentence about the officer's audits of the same months that are written up; none where there were none."""
    on = facts.judged_on
    done = sum(
        row.number
        for row in facts.registers.of(audits.REGISTER).rows
        if row.entry.result
        and row.entry.done_on
        and row.entry.done_on <= on <= dates.add_months(row.entry.done_on, asked.months)
    )
    if not done:
        return ""
    return f" The Data Protection Officer also did {'one audit' if done == 1 else f'{done} audits'}, and wrote down what was found."


def _rounds(number: int) -> str:
    return "one walk-round" if number == 1 else f"{number} walk-rounds"
