"""Suggestion that reads who has left: whether their access went with them (item 4.2.4)."""

from datetime import date

from guardbook.kernel import dates
from guardbook.rules import people as workforce
from guardbook.rules.assessment.suggestions.suggestion import (
    Asked,
    Outcome,
    Rows,
    Selector,
    Suggestion,
    changes_on,
    people,
)
from guardbook.rules.facts import Facts, Leavers, day_after
from guardbook.rules.verdict import Confidence, Reason

_YEAR = 12


def leavers_access(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether access ended when people left, over the last year.

    Source: item 4.2.4 and rule E-09 (closed the same day, at the latest the next).
    """
    del asked
    on = facts.as_of
    outcome = _access_outcome(facts, on)
    still_open = sum(each.people for each in _gone(facts, on) if _is_open(each, on))
    days = [day_after(_limit(each)) for each in facts.access.leavers]
    days += [day_after(each.left_on) for each in facts.access.leavers]
    days += [dates.add_months(each.left_on, _YEAR) for each in facts.access.leavers]
    return Suggestion(
        outcome,
        Reason(_access_sentence(facts, still_open, outcome), "E-09", Confidence.DEFAULT),
        on,
        answer="Yes. Access is taken away on the day somebody leaves, and we record it."
        if outcome is Outcome.MET
        else "",
        to_do=(f"Close the access of {people(still_open)} and record the day.",) if still_open else (),
        selectors=(Selector(Rows.LEAVERS_OPEN if still_open else Rows.LEAVERS, on),),
        stale_on=changes_on(on, lambda day: _access_outcome(facts, day), days),
    )


def _gone(facts: Facts, on: date) -> list[Leavers]:
    since = dates.add_months(on, -_YEAR)
    return [each for each in facts.access.leavers if since < each.left_on < on]


def _limit(leavers: Leavers) -> date:
    return leavers.left_on + workforce.ACCESS_GOES_WITHIN


def _is_open(leavers: Leavers, on: date) -> bool:
    return on > _limit(leavers) and (leavers.access_removed_on is None or leavers.access_removed_on > on)


def _was_late(leavers: Leavers) -> bool:
    return leavers.access_removed_on is not None and leavers.access_removed_on > _limit(leavers)


def _access_outcome(facts: Facts, on: date) -> Outcome:
    gone = _gone(facts, on)
    if any(_is_open(each, on) for each in gone):
        return Outcome.NOT_MET
    if not any(each.access_removed_on for each in gone) or any(_was_late(each) for each in gone):
        return Outcome.CANNOT_TELL
    return Outcome.MET


def _access_sentence(facts: Facts, still_open: int, outcome: Outcome) -> str:
    gone = _gone(facts, facts.as_of)
    total = sum(each.people for each in gone)
    if not total:
        return "Nobody has left in the last 12 months, so the records cannot show how access ends."
    if still_open:
        return f"{people(still_open)} left more than a day ago and may still have access."
    if outcome is Outcome.MET:
        return f"Access ended in time for {people(total)} who left in the last 12 months."
    late = sum(each.people for each in gone if _was_late(each))
    if late:
        return (
            f"Access ended late for {people(late)} of {total} who left in the last 12 months. "
            "Say what you changed so that it does not happen again."
        )
    return f"{people(total)} left within the last day. Record when their access ended."
