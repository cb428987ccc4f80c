"""When to remind somebody of something with a date: once at each window, caught up after a standstill without a flood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from guardbook.kernel import clock
from guardbook.rules.access import AccessRole, Permission

WINDOWS = (30, 7, 1, 0, -7)
"""Days before the day a thing is due; our own choice. The last is a week after."""
MOST_LETTERS = 3
"""How many single reminders somebody gets at one time; more than these come as one letter."""
_FIRST_HOUR, _LAST_HOUR = 7, 20  # nobody wants mail from a machine at night
_MONDAY = 0
_WEEK = 7


class Choice(StrEnum):
    """How somebody wants to be reminded."""

    EACH = "each"
    DAILY = "daily"
    WEEKLY = "weekly"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a day, as far as reminders need it. ``since`` is when it came up, where known.

    ``sent`` holds the windows already used for this thing and this day.
    """

    cause: str
    due_on: date
    since: date | None = None
    sent: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder to give: of what, by its day, and for which window."""

    cause: str
    due_on: date
    window: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody with access, and how they want to be reminded. ``since`` is their first day, or the day they chose."""

    user_id: UUID
    roles: frozenset[AccessRole]
    permissions: frozenset[Permission]
    choice: Choice
    since: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A thing with a day, looked at on another."""

    thing: Dated
    on: date


@dataclass(frozen=True, slots=True)
class Reminder:
    """Which window's reminder is due (days before; less than 0 is after), or None; and why."""

    window: int | None
    why: str


def window(moment: Moment) -> int | None:
    """Which window's reminder is due on a day, or None.

    Only the latest window whose day has come counts: what a standstill missed before it is
    passed over. A window that passed before the thing came up is passed over too.
    """
    thing = moment.thing
    come = [each for each in WINDOWS if thing.due_on - timedelta(days=each) <= moment.on]
    if not come:
        return None
    latest = min(come)
    day = thing.due_on - timedelta(days=latest)
    is_known = thing.since is None or thing.since <= day
    return latest if is_known and not any(used <= latest for used in thing.sent) else None


def reminder(moment: Moment) -> Reminder:
    """Which reminder is due on a day, in words; our own choice of windows."""
    at = window(moment)
    if at is None:
        return Reminder(None, "No reminder is due: the next window has not come, or its reminder was given.")
    when = "on the day" if at == 0 else f"{at} days before" if at > 0 else f"{-at} days after"
    return Reminder(at, f"The reminder for {when} is due. What was missed before it is passed over.")


def due(things: Iterable[Dated], on: date) -> tuple[Due, ...]:
    """Every reminder due on a day, the earliest date first."""
    found = (Due(each.cause, each.due_on, at) for each in things if (at := window(Moment(each, on))) is not None)
    return tuple(sorted(found, key=lambda one: (one.due_on, one.cause)))


def is_time(now: datetime) -> bool:
    """Whether reminders may leave at this instant: by day, on a UK clock."""
    return _FIRST_HOUR <= clock.in_uk(now).hour < _LAST_HOUR


def letters(to: Recipient, found: Sequence[Due], on: date, digest_sent: date | None) -> tuple[tuple[Due, ...], ...]:
    """What goes into which letter today. ``digest_sent`` is the day of somebody's last digest.

    One letter for each reminder, or one for all where somebody asked for a digest or there are
    too many. A weekly digest waits for Monday; after a missed Monday it leaves as soon as it can.
    """
    if not found:
        return ()
    match to.choice:
        case Choice.OFF:
            return ()
        case Choice.EACH:
            return tuple((each,) for each in found) if len(found) <= MOST_LETTERS else (tuple(found),)
        case Choice.DAILY:
            return () if digest_sent == on else (tuple(found),)
        case Choice.WEEKLY:
            days = (on - (digest_sent or to.since)).days
            is_turn = digest_sent != on and (on.weekday() == _MONDAY or days >= _WEEK)
            return (tuple(found),) if is_turn else ()


def looks_to(choice: Choice, on: date) -> date:
    """The day up to which windows are looked at: a weekly digest says today what would come during its week."""
    return on + timedelta(days=_WEEK - 1) if choice is Choice.WEEKLY else on


def recipients(
    assigned_to: UUID | None, needs: Permission, people: Sequence[Recipient], *, tells_owner: bool = False
) -> tuple[UUID, ...]:
    """Who is reminded of a thing: whoever does it, else the managers, else the owners; nobody who may not see it.

    The owners are told as well where they must know (rules G-01 and G-02). Otherwise our own choice: a
    reminder that goes to everybody is read by nobody.
    """
    may = [each for each in people if needs in each.permissions]
    owners = [each for each in may if AccessRole.OWNER in each.roles]
    theirs = [each for each in may if each.user_id == assigned_to]
    chosen = theirs or [each for each in may if AccessRole.MANAGER in each.roles] or owners
    told = {each.user_id: each for each in (*chosen, *(owners if tells_owner else ()))}
    return tuple(told)
