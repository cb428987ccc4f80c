"""What goes into the calendar that phones and Outlook subscribe to."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.rules.agenda.todo import Consequence, Todo

KEPT = timedelta(days=120)
"""How long something overdue stays in a calendar; on the list it stays until it is done."""


class Whose(StrEnum):
    """Whose dates a calendar holds."""

    ALL = "all"
    MINE = "mine"

    @property
    def label(self) -> str:
        """The words people see."""
        return {Whose.ALL: "Everything here", Whose.MINE: "Only what is mine"}[self]


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in a calendar, in our own words alone. It takes the whole day, so no clock change can move it."""

    cause: str
    on: date
    title: str
    note: str


def entries(todos: Iterable[Todo], on: date) -> tuple[Entry, ...]:
    """The entries of a calendar, the earliest first; each cause once."""
    dated = {each.cause: _entry(each, each.due_on) for each in todos if each.due_on and each.due_on >= on - KEPT}
    return tuple(sorted(dated.values(), key=lambda one: (one.on, one.cause)))


def digest(secret: str) -> str:
    """What is kept of the secret in a private address: enough to know it again, too little to find it out."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _entry(todo: Todo, due_on: date) -> Entry:
    length = f"It takes about {todo.minutes} minutes." if todo.minutes else ""
    means = "" if todo.consequence is Consequence.OVERDUE else todo.consequence.means
    return Entry(todo.cause, due_on, todo.outside, " ".join(part for part in (means, length) if part))
