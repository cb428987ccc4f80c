"""Things to do that the tests of the list start from."""

from dataclasses import replace
from datetime import date
from typing import Any

from guardbook.rules.access import Permission
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo

TODAY = date(2026, 11, 22)
PLAIN = Todo(
    cause="task:1",
    text="Ask the landlord",
    outside="A task",
    why="The lock sticks.",
    consequence=Consequence.REST,
    place=Place(Kind.TASK, ("1",)),
    needs=Permission.ORGANISATION_VIEW,
)


def todo(**changed: Any) -> Todo:
    """A thing to do, with some of it changed."""
    return replace(PLAIN, **changed)
