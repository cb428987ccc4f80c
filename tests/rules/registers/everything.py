"""A register with a question of every kind, for tests of what follows from a description."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.importing import Here
from guardbook.rules.registers.picking import Known, Names
from guardbook.rules.registers.questions import Choice, Ticked
from guardbook.rules.registers.register import Register, Section


class Colour(Choice):
    """A vocabulary."""

    RED = "red", "Red, like a door", "scarlet"
    BLUE = "blue", "Blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing(Entry):
    """One of everything."""

    name: str = questions.line("Thing", required=True, listed=True, also_called=("item",))
    story: str = questions.words("What is its story?", also_called=("notes",))
    bought_on: date | None = questions.day("Bought on", also_called=("purchase date",))
    in_use: bool | None = questions.yes_no("Is it in use?", required=True, also_called=("in use", "live"))
    locked: Ticked | None = questions.check("Is it locked?")
    colour: Colour | None = questions.one("Colour", Colour)
    marks: tuple[Colour, ...] = questions.some("Marks", Colour)
    rooms: int | None = questions.number("How many rooms?", most=50)
    price: int | None = questions.money("Price", also_called=("cost",))
    keys: tuple[str, ...] = questions.things("Who has keys?")
    holder: UUID | None = questions.person("Who holds it?", also_called=("held by",))
    page: str = questions.web("Web page")
    bought_from: tuple[UUID, ...] = questions.links("Bought from", to="suppliers")


def refuses(entry: Thing) -> Iterator[str]:
    if entry.colour is Colour.RED and entry.locked is Ticked.NO:
        yield "A red thing must be locked."


REGISTER: Register[Thing] = Register(
    slug="everything",
    entry=Thing,
    title="Things",
    one="thing",
    many="things",
    section=Section.PAPERWORK,
    why="To try.",
    example="A door.",
    refuses=refuses,
)

ASHA = Known(UUID(int=1), "Asha Rao", "cook", ("asha@example.org",))
OTHER_ASHA = Known(UUID(int=2), "Asha Rao", "nurse")
BEN = Known(UUID(int=3), "Ben Lee")
OAK = Known(UUID(int=11), "Oak House")
ACME = Known(UUID(int=21), "Acme, Ltd")
BOLT = Known(UUID(int=22), "Bolt")
OTHER_BOLT = Known(UUID(int=23), "Bolt")
HERE = Here(Names([ASHA, OTHER_ASHA, BEN]), Names([OAK]), {"suppliers": Names([ACME, BOLT, OTHER_BOLT])})
