"""Things to do that somebody wrote down themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.kernel.errors import Refused
from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo

LONGEST = 480  # minutes: a working day; what takes longer is several tasks


@dataclass(frozen=True, slots=True)
class Written:
    """A task as somebody wrote it: what, why, by when, and how long it takes."""

    title: str
    why: str = ""
    due_on: date | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """An open task: its key, what was written, and when it was made."""

    key: str
    written: Written
    opened_on: date


def cause_of(key: str) -> str:
    """The cause of a task that somebody made."""
    return f"task:{key}"


def key_of(cause: str) -> str:
    """The key of the task behind a cause; empty where it is no task."""
    return cause.removeprefix("task:") if cause.startswith("task:") else ""


def tasks(open_ones: Iterable[Task], on: date) -> Iterator[Todo]:
    """Every open task as something to do, in no order. What people typed does not leave in mail or calendars."""
    for each in open_ones:
        said = each.written
        yield Todo(
            cause=cause_of(each.key),
            text=said.title,
            outside="A task that you or a colleague wrote down",
            why=said.why or "Somebody here wrote this down.",
            consequence=todos.by_date(said.due_on, on, Consequence.REST),
            place=Place(Kind.TASK, (each.key,)),
            needs=Permission.ORGANISATION_VIEW,
            due_on=said.due_on,
            minutes=said.minutes,
            since=each.opened_on,
        )


def check(said: Written) -> None:
    """Say no to a task that nobody could do.

    Raises:
        Refused: it has no title, or takes longer than a day.
    """
    reasons = [] if said.title.strip() else ["Write down what is to be done."]
    if said.minutes is not None and said.minutes > LONGEST:
        reasons.append("Split it up: one task should take a day at most, which is 480 minutes.")
    if reasons:
        raise Refused(*reasons)
