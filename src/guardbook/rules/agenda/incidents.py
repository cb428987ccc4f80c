"""What incidents ask to be done: the running clock before all, who is still to be told, and the actions that follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo


@dataclass(frozen=True, slots=True)
class Open:
    """One open incident: by when the regulator is told (cautiously, in words and as a day), and who is left to tell.

    ``hidden_from`` are the users whom it names.
    """

    key: str
    reference: str
    is_sorted: bool
    to_tell: int
    since: date
    ends_on: date | None = None
    ends: str = ""
    hidden_from: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Action:
    """One action that is not done."""

    key: str
    incident: str
    reference: str
    due_on: date | None
    hidden_from: frozenset[UUID] = frozenset()


def incidents(open_ones: Iterable[Open], actions: Iterable[Action], on: date) -> Iterator[Todo]:
    """Everything to do about incidents, in no order. Nothing of what happened is said: names may stand in it."""
    for each in open_ones:
        yield _running(each) if each.ends_on else _waiting(each)
    for action in actions:
        text = f"Do what was agreed after {action.reference}"
        yield Todo(
            cause=f"incident-action:{action.key}",
            text=text,
            outside=text,
            why="It keeps the same thing from happening again. Say so once it is done.",
            consequence=todos.by_date(action.due_on, on, Consequence.REST),
            place=Place(Kind.INCIDENT, (action.incident,)),
            needs=Permission.INCIDENT_EDIT,
            due_on=action.due_on,
            hidden_from=action.hidden_from,
        )


def _running(of: Open) -> Todo:
    return Todo(
        cause=f"incident:{of.key}",
        text=f"{of.reference}: decide who is told, and tell the regulator by {of.ends}",
        outside=f"{of.reference}: the 72 hours are running",
        why="The law gives 72 hours from when somebody was sure. Nights and weekends count.",
        consequence=Consequence.LEGAL_CLOCK,
        place=Place(Kind.INCIDENT, (of.key,)),
        needs=Permission.INCIDENT_EDIT,
        due_on=of.ends_on,
        minutes=30,
        since=of.since,
        tells_owner=True,
        hidden_from=of.hidden_from,
    )


def _waiting(of: Open) -> Todo:
    if not of.is_sorted:
        text, why, worst = "answer ten questions", "They say what it is and who must be told.", Consequence.GAP
    elif of.to_tell:
        many = "1 line is" if of.to_tell == 1 else f"{of.to_tell} lines are"
        text, why, worst = "tell those who are still to be told", f"{many} open.", Consequence.GAP
    else:
        text, why, worst = (
            "see it through to its closing",
            "What was learnt and agreed must be on record.",
            Consequence.REST,
        )
    return Todo(
        cause=f"incident:{of.key}",
        text=f"{of.reference}: {text}",
        outside=f"{of.reference}: {text}",
        why=why,
        consequence=worst,
        place=Place(Kind.INCIDENT, (of.key,)),
        needs=Permission.INCIDENT_EDIT,
        minutes=15,
        since=of.since,
        hidden_from=of.hidden_from,
    )
