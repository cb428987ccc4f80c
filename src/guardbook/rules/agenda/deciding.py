"""What people decide about a thing to do: who does it, by when, and that it may wait."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from guardbook.kernel.errors import Refused
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Todo

LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PutOff:
    """Somebody decided that a thing may wait: until which day, why, and how bad it was then."""

    until: date
    reason: str
    consequence: Consequence
    by: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """All that was decided about one thing. ``user_id`` is who does it; ``by_on`` a day agreed for it."""

    user_id: UUID | None = None
    by_on: date | None = None
    since: date | None = None
    put_off: PutOff | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing to do with what was decided about it; ``put_off`` only while it holds.

    ``has_own_day`` is False where its day, if it has one, was agreed by people.
    """

    todo: Todo
    user_id: UUID | None = None
    put_off: PutOff | None = None
    has_own_day: bool = False


_NOTHING = Decided()


def holds(put_off: PutOff | None, todo: Todo, on: date) -> bool:
    """Whether a thing is still put off: its day has not come, it got no worse, and no legal clock runs.

    Our own choice: a put-off hides what somebody looked at, never something worse that came after.
    """
    if put_off is None or todo.consequence is Consequence.LEGAL_CLOCK or on >= put_off.until:
        return False
    return not todo.consequence.is_worse_than(put_off.consequence)


def agreed(todo: Todo, decided: Decided, on: date) -> Todo:
    """The thing with the day that was agreed for it; a day set by law or by the thing itself stays."""
    if decided.by_on is None or todo.due_on is not None:
        return todo
    worse = todos.by_date(decided.by_on, on, todo.consequence)
    return replace(todo, due_on=decided.by_on, consequence=worse, since=decided.since)


def listed(found: Iterable[Todo], decided: Mapping[str, Decided], on: date) -> tuple[Listed, ...]:
    """Everything in its order, each with what was decided about it."""
    things = tuple(found)
    kept = {each.cause: each.due_on is not None for each in things}
    dated = (agreed(each, decided.get(each.cause, _NOTHING), on) for each in things)
    return tuple(
        _listed(each, decided.get(each.cause, _NOTHING), on, has_own_day=kept[each.cause])
        for each in todos.in_order(dated)
    )


def check_put_off(todo: Todo, until: date, reason: str, on: date) -> None:
    """Say no where a thing may not be put off like this.

    Raises:
        Refused: a legal clock runs, no reason is given, or the day is today, past or over a year away.
    """
    if todo.consequence is Consequence.LEGAL_CLOCK:
        raise Refused("The law sets the date for this, so it cannot be put off.")
    reasons = []
    if not reason.strip():
        reasons.append("Write down why it can wait, so that your colleagues can see it.")
    if until <= on:
        reasons.append("Choose a day after today.")
    if until > on + LONGEST:
        reasons.append("Choose a day within a year, so that it is not forgotten.")
    if reasons:
        raise Refused(*reasons)


def _listed(todo: Todo, decided: Decided, on: date, *, has_own_day: bool) -> Listed:
    put_off = decided.put_off if holds(decided.put_off, todo, on) else None
    return Listed(todo, decided.user_id, put_off, has_own_day)
