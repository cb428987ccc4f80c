"""One thing to do, and its place in the list: by what happens if nobody does it, then by date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.access import Permission

SOON, NEAR = timedelta(days=30), timedelta(days=7)
_A_WORD = 10**9
_UNKNOWN_LENGTH = 10_000  # a thing whose length nobody knows comes after all that are known


class Consequence(StrEnum):
    """What happens if nobody does it, the worst first. This is the order of the list."""

    LEGAL_CLOCK = "legal_clock"
    STOPS_PUBLISHING = "stops_publishing"
    CONTRADICTED = "contradicted"
    OVERDUE = "overdue"
    GAP = "gap"
    EXPIRING = "expiring"
    UNANSWERED = "unanswered"
    REST = "rest"

    @property
    def rank(self) -> int:
        """The place in the order: 0 is the worst."""
        return list(Consequence).index(self)

    @property
    def label(self) -> str:
        """The words people see on a tag."""
        return _LABELS[self]

    @property
    def means(self) -> str:
        """Why things with this consequence stand where they do, in one sentence."""
        return _MEANINGS[self]

    def is_worse_than(self, other: "Consequence") -> bool:
        """True where this comes before the other."""
        return self.rank < other.rank


_LABELS = {
    Consequence.LEGAL_CLOCK: "Legal deadline",
    Consequence.STOPS_PUBLISHING: "Stops publishing",
    Consequence.CONTRADICTED: "Records disagree",
    Consequence.OVERDUE: "Overdue",
    Consequence.GAP: "Gap",
    Consequence.EXPIRING: "Due soon",
    Consequence.UNANSWERED: "Needs an answer",
    Consequence.REST: "When you can",
}
_MEANINGS = {
    Consequence.LEGAL_CLOCK: "The law sets a date for this, so it comes before everything else.",
    Consequence.STOPS_PUBLISHING: "Without this you cannot publish your toolkit.",
    Consequence.CONTRADICTED: "You confirmed an answer, and your records now say otherwise.",
    Consequence.OVERDUE: "Its day has passed.",
    Consequence.GAP: "Something that protects people is missing.",
    Consequence.EXPIRING: "Its day is near.",
    Consequence.UNANSWERED: "The toolkit still needs an answer here.",
    Consequence.REST: "Nothing breaks if this waits a little.",
}


class Kind(StrEnum):
    """What a thing to do is about, and so which page it is done on."""

    TASK = "task"
    QUESTION = "question"
    START = "start"
    TOOLKIT = "toolkit"
    FREEZE = "freeze"
    COPY = "copy"
    RECORD = "record"
    SERVICE = "service"
    STAFF = "staff"
    STAFF_CHECK = "staff_check"
    APPOINT = "appoint"
    DECIDE = "decide"
    ROLES = "roles"
    DETAILS = "details"
    REGISTER = "register"
    ENTRY = "entry"
    DUTY = "duty"
    CHANGE = "change"
    NOTICE = "notice"
    INCIDENT = "incident"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is done: a kind of page, and the parts of its address in order."""

    kind: Kind
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do.

    ``cause`` names it for good: the same thing keeps its cause however often the list is made.
    ``outside`` are words that may leave in mail and calendars: ours alone, never anything that
    somebody typed, so that nobody is named. ``needs`` is what the page asks for; others are not
    shown it. ``opens_on`` is the day from which it is on the list; calendars show it before.
    ``step`` orders things that build on each other. ``since`` is when it came up, where known.
    ``tells_owner`` is True where the owner must know as well, whoever does it. ``hidden_from`` are users whom it names:
    no reminder of it goes to them.
    """

    cause: str
    text: str
    outside: str
    why: str
    consequence: Consequence
    place: Place
    needs: Permission
    due_on: date | None = None
    minutes: int | None = None
    opens_on: date | None = None
    step: int = 0
    since: date | None = None
    tells_owner: bool = False
    hidden_from: frozenset[UUID] = frozenset()

    def is_open(self, on: date) -> bool:
        """True where it is on the list on a day; what comes later is in the calendar alone."""
        return self.opens_on is None or self.opens_on <= on


Rank = tuple[int, date, int, int, tuple[tuple[int, str], ...], str]


def rank(todo: Todo) -> Rank:
    """The place of a thing in the list, as a value to sort by.

    Our own order: what happens if nobody does it; then the date, dated before undated; then
    what others build on; then the shortest; then by name, numbers counted as numbers.
    """
    return (
        todo.consequence.rank,
        todo.due_on or date.max,
        todo.step,
        _UNKNOWN_LENGTH if todo.minutes is None else todo.minutes,
        _natural(todo.cause),
        todo.cause,
    )


def in_order(todos: Iterable[Todo]) -> tuple[Todo, ...]:
    """The list in its order; the same things always come out the same way."""
    return tuple(sorted(todos, key=rank))


def reason(todo: Todo, on: date) -> str:
    """Why a thing stands where it does in the list, in a sentence or two."""
    if todo.due_on is None:
        return todo.consequence.means
    days = (todo.due_on - on).days
    when = (
        f"It was due on {dates.in_words(todo.due_on)}." if days < 0 else f"It is due by {dates.in_words(todo.due_on)}."
    )
    return f"{todo.consequence.means} {when}" if todo.consequence is not Consequence.OVERDUE or days >= 0 else when


def by_date(due_on: date | None, on: date, otherwise: Consequence) -> Consequence:
    """The consequence of something with a day: overdue once that has passed, due soon in its last week.

    What is worse than that already stays as it is.
    """
    if due_on is None or due_on > on + NEAR:
        return otherwise
    by_day = Consequence.OVERDUE if due_on < on else Consequence.EXPIRING
    return by_day if by_day.is_worse_than(otherwise) else otherwise


def in_time(due_on: date, on: date, opens_on: date) -> Consequence:
    """The consequence of something that is right until its day: nothing yet, then due soon, then overdue."""
    return by_date(due_on, on, Consequence.EXPIRING if opens_on <= on else Consequence.REST)


def _natural(cause: str) -> tuple[tuple[int, str], ...]:
    """The parts of a cause to sort by: numbers as numbers, before words; keys stay in the order of their making."""
    return tuple((int(part), "") if part.isdecimal() else (_A_WORD, part) for part in re.split("[.:]", cause))
