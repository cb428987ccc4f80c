"""Suggestion that reads who has left, and their log-ins: whether their access went with them (item 4.2.4)."""

from collections.abc import Iterator
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
from guardbook.rules.registers import access
from guardbook.rules.registers.access import Access
from guardbook.rules.registers.entries import Counted
from guardbook.rules.verdict import Confidence, Reason

_YEAR = 12


def leavers_access(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether access ended when people left, over the last year, and that no log-in of theirs still works.

    Source: item 4.2.4 and rule E-09 (closed the same day, at the latest the next).
    """
    del asked
    on = facts.as_of
    outcome = _access_outcome(facts, on)
    still_open = sum(each.people for each in _gone(facts, on) if _is_open(each, on))
    doors = sum(each.number for each in _log_ins(facts) if access.is_open_door(each.entry, on))
    return Suggestion(
        outcome,
        Reason(_access_sentence(facts, still_open, doors, outcome), "E-09", Confidence.DEFAULT),
        on,
        answer="Yes. Access is taken away on the day somebody leaves, and we record it."
        if outcome is Outcome.MET
        else "",
        to_do=tuple(_to_do(still_open, doors)),
        selectors=tuple(_shown(facts, still_open, doors)),
        stale_on=changes_on(on, lambda day: _access_outcome(facts, day), _days(facts)),
    )


def _to_do(still_open: int, doors: int) -> Iterator[str]:
    if still_open:
        yield f"Close the access of {people(still_open)} and record the day."
    if doors:
        yield f"Close {_counted(doors)} of people who have left, and put the day."


def _shown(facts: Facts, still_open: int, doors: int) -> Iterator[Selector]:
    on, register = facts.as_of, access.REGISTER
    if still_open or not doors:
        yield Selector(Rows.LEAVERS_OPEN if still_open else Rows.LEAVERS, on)
    if doors:
        yield Selector(
            Rows.REGISTER, on, register.slug, f"{register.title}: to close", access.is_open_door, _of_a_leaver
        )
    elif any(_of_a_leaver(each.entry, on) for each in _log_ins(facts)):
        yield Selector(Rows.REGISTER, on, register.slug, register.title, _of_a_leaver, _of_a_leaver)


def _of_a_leaver(log_in: Access, _on: date) -> bool:
    return log_in.person_leaves_on is not None


def _log_ins(facts: Facts) -> tuple[Counted[Access], ...]:
    return facts.registers.of(access.REGISTER).rows


def _days(facts: Facts) -> Iterator[date]:
    for each in facts.access.leavers:
        yield day_after(_limit(each))
        yield day_after(each.left_on)
        yield dates.add_months(each.left_on, _YEAR)
    for row in _log_ins(facts):
        left = row.entry.person_leaves_on
        if left is not None:
            yield day_after(left + workforce.ACCESS_GOES_WITHIN)
            yield dates.add_months(left, _YEAR)
            if row.entry.ended_on is not None:
                yield row.entry.ended_on


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
    if any(access.is_open_door(each.entry, on) for each in _log_ins(facts)):
        return Outcome.NOT_MET
    if _closed_late(facts, on):
        return Outcome.CANNOT_TELL
    if not any(each.access_removed_on for each in gone) or any(_was_late(each) for each in gone):
        return Outcome.CANNOT_TELL
    return Outcome.MET


def _closed_late(facts: Facts, on: date) -> int:
    """How many log-ins of people who left in the last year were closed more than a day after they left."""
    since = dates.add_months(on, -_YEAR)
    return sum(
        each.number
        for each in _log_ins(facts)
        if (left := each.entry.person_leaves_on) is not None
        and since < left < on
        and each.entry.ended_on is not None
        and left + workforce.ACCESS_GOES_WITHIN < each.entry.ended_on <= on
    )


def _access_sentence(facts: Facts, still_open: int, doors: int, outcome: Outcome) -> str:
    gone = _gone(facts, facts.as_of)
    total = sum(each.people for each in gone)
    if doors and not still_open:
        return f"{_counted(doors)} of people who have left may still work."
    if late := 0 if still_open else _closed_late(facts, facts.as_of):
        return (
            f"Closed late: {_counted(late)} of people who left in the last 12 months. "
            "Say what you changed so that it does not happen again."
        )
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


def _counted(log_ins: int) -> str:
    return "1 log-in" if log_ins == 1 else f"{log_ins} log-ins"
