"""What comes round as things to do: each duty on its next day, and to the owner where nobody else looks after it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo
from guardbook.rules.duties.due import Next, State
from guardbook.rules.duties.duty import Duty

SAID_ELSEWHERE = frozenset({"toolkit-publication", "fee", "role-confirmation", "cyber-essentials"})
"""Duties that other parts of the list say already, and better: with what is left, or for each role."""


@dataclass(frozen=True, slots=True)
class Round:
    """One duty on a day: whether it concerns this provider (None is not known), and how it stands."""

    duty: Duty
    concerns: bool | None
    next: Next


def rounds(duties: Iterable[Round], on: date) -> Iterator[Todo]:
    """Every duty that concerns the provider and is not left out, in no order (rules G-01 and G-02)."""
    for each in duties:
        if each.concerns and each.duty.key not in SAID_ELSEWHERE and each.next.state is not State.WAIVED:
            yield _todo(each, on)


def _todo(of: Round, on: date) -> Todo:
    duty, stands = of.duty, of.next
    return Todo(
        cause=f"duty:{duty.key}",
        text=duty.name,
        outside=duty.name,
        why=duty.why,
        consequence=todos.by_date(stands.due_on, on, _otherwise(stands.state)),
        place=Place(Kind.DUTY, (duty.key,)),
        needs=Permission.REGISTER_VIEW,
        due_on=stands.due_on,
        minutes=duty.minutes,
        opens_on=stands.starts_on,
        tells_owner=stands.tell_owner,
    )


def _otherwise(state: State) -> Consequence:
    return Consequence.EXPIRING if state is State.DUE else Consequence.REST
