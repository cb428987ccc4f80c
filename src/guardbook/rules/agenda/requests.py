"""What running requests and complaints ask to be done, each on its cautious day, with the last day by law beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel.dates import in_words
from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo
from guardbook.rules.rights.standing import Due

NOTICE, NOTICE_AHEAD = "notice", timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Running:
    """One thing that is due in one case. ``reference`` names the case and nobody in it."""

    key: str
    reference: str
    due: Due


def requests(running: Iterable[Running], on: date) -> Iterator[Todo]:
    """Everything that running cases ask for, in no order (C-02, C-08)."""
    for each in running:
        due = each.due
        law = f" The last day by law is {in_words(due.legal)}." if due.legal else ""
        text = f"{each.reference}: {due.text[:1].lower()}{due.text[1:]}"
        yield Todo(
            cause=f"rights:{each.key}:{due.name}",
            text=text,
            outside=text,
            why=f"Work to {in_words(due.on)}.{law}",
            consequence=Consequence.LEGAL_CLOCK if due.legal else todos.by_date(due.on, on, Consequence.GAP),
            place=Place(Kind.RIGHTS, (each.key,)),
            needs=Permission.REQUEST_VIEW,
            due_on=due.on,
            opens_on=due.on - NOTICE_AHEAD if due.name == NOTICE else None,
            tells_owner=due.legal is not None and due.legal < on,
        )
