"""The words around each form about an incident."""

from dataclasses import dataclass, field
from uuid import UUID

from guardbook.queries.incidents.reading import Whole
from guardbook.web.components import Link, Row
from guardbook.web.incidents.look import Address


@dataclass(frozen=True, slots=True)
class AskPage:
    """A page with one form: what it is for, what stands beside it, and what the button does."""

    title: str
    back: Link
    button: str
    lead: str = ""
    points: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    verify: str = ""
    links: tuple[Link, ...] = field(default=())


_WORDS = {
    "correct": ("Put it right", "Save", "What was written before is kept, and shown beside it."),
    "named": ("Who is named in it?", "Save", "Whoever is named does not see this incident, in no list and no history."),
    "charge": ("Who is in charge?", "Save", ""),
    "note": ("Write down what was done", "Save", "Lines are only ever added, with your name and the time."),
    "advice": ("The officer’s advice", "Save", "The Data Protection Officer advises. The provider decides."),
    "no-advice": ("There is no advice in time", "Save", "Say what you tried. The decision can go on without it."),
    "second": (
        "A second view",
        "Save",
        "With nobody here to ask, ring the regulator’s helpline or a local support organisation, and write down what they said.",
    ),
    "decide": ("Decide who is told", "Record the decision", ""),
    "sent": ("Record that the notice went", "Record it", "Send it first, then write down here when and how."),
    "tell": ("Record that they were told", "Save", ""),
    "need": ("Tell them all the same", "Put them on the list", ""),
    "excuse": ("They need not be told", "Save", "Somebody will read the reason later. Make it a good one."),
    "learn": ("Learn from it", "Save", "It is about the way of working. Nobody is to blame here."),
    "action": ("Add an action", "Add it", ""),
    "close": ("Close it", "Close it", ""),
    "news": (
        "Something new came up",
        "Save",
        "The risk is judged and decided again. The number and the first moment of awareness stay as they are.",
    ),
    "risk": (
        "Put a risk into the risk register",
        "Add the risk",
        "What could go wrong again, and how bad would it be?",
    ),
}


def asking(organisation: UUID, found: Whole, about: str, **more: object) -> AskPage:
    """The words around one form."""
    title, button, lead = _WORDS[about]
    back = Link(f"{found.reference}: {found.title}", Address(organisation, found.id).to())
    values: dict[str, object] = {"lead": lead} | more
    return AskPage(title, back, button, **values)  # type: ignore[arg-type]  # the fields of the page, by name
