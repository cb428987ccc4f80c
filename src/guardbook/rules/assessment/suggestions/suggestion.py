"""What the records suggest for one question, and why: the shape every suggestion shares."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from guardbook.rules.facts import Facts
from guardbook.rules.verdict import Reason


class Outcome(StrEnum):
    """What the records say. LAPSED means they did support the answer until a date passed."""

    MET = "met"
    NOT_MET = "not_met"
    LAPSED = "lapsed"
    CANNOT_TELL = "cannot_tell"


class Rows(StrEnum):
    """The rows behind a suggestion; loaded only when somebody asks to be shown."""

    PROFILE = "profile"
    POSTS = "posts"
    POSTS_UNTRAINED = "posts_untrained"
    STAFF = "staff"
    TRAINED = "trained"
    UNTRAINED = "untrained"
    NOT_INDUCTED = "not_inducted"
    NO_CLAUSE = "no_clause"
    NEEDS_ANALYSIS = "needs_analysis"
    LEAVERS_OPEN = "leavers_open"
    LEAVERS = "leavers"
    REGISTER = "register"
    INCIDENTS = "incidents"


def _any(_entry: Any, _on: date) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Selector:
    """Which rows to show, as they stood on ``on`` (the day the answer is judged for).

    Rows of a register name it by its slug. ``picks`` says which of its checked entries to show,
    given the whole entry and ``on``; ``rests`` which of them the answer rests on, shown or not.
    ``title`` heads the list. Two selectors are compared by what they name, not by these two functions.
    """

    rows: Rows
    on: date
    register: str = ""
    title: str = ""
    picks: Callable[[Any, date], bool] = field(default=_any, compare=False)
    rests: Callable[[Any, date], bool] = field(default=_any, compare=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the records suggest. ``answer`` is a draft a person may keep, change or drop.

    ``stale_on`` is the next day on which the outcome changes if no record does; None means
    never. ``to_do`` says in words what would put a shortfall right.
    """

    outcome: Outcome
    reason: Reason
    as_of: date
    answer: str = ""
    to_do: tuple[str, ...] = ()
    selectors: tuple[Selector, ...] = ()
    stale_on: date | None = None

    @property
    def is_met(self) -> bool:
        """True only where the records support the answer today."""
        return self.outcome is Outcome.MET


@dataclass(frozen=True, slots=True)
class Asked:
    """What a version of the toolkit asks for: the figure to reach, and from when something counts.

    That is so many months back, or where ``since`` is given, that day.
    """

    percent: int = 95
    months: int = 12
    since: date | None = None


Rule = Callable[[Facts, Asked], Suggestion]
"""A rule answers one question from facts, measured by what the toolkit version asks."""


def changes_on(since: date, outcome: Callable[[date], Outcome], days: Iterable[date | None]) -> date | None:
    """The first of ``days`` after ``since`` on which ``outcome`` gives another result."""
    now = outcome(since)
    ahead = sorted({day for day in days if day is not None and day > since})
    return next((day for day in ahead if outcome(day) is not now), None)


def people(number: int) -> str:
    """A number of people in words for a sentence: "1 person", "12 people"."""
    return "1 person" if number == 1 else f"{number} people"
