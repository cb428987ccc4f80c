"""Suppliers: who handles information for us, under what contract, and what shows that they are safe."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity


class Criticality(Choice):
    """How soon care would suffer without them (rule D-08)."""

    CRITICAL = "critical", "Care cannot run without them"
    HIGH = "high", "They see sensitive information about people"
    LOW = "low", "Neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier(Entry):
    """One supplier."""

    name: str = questions.line("Supplier", required=True, listed=True, also_called=("company", "supplier name"))
    does: str = questions.line("What do they do for you?", required=True, listed=True, also_called=("service",))
    contact: str = questions.line(
        "How do you reach them?",
        hint="A name and a phone number, or an email address.",
        also_called=("contact", "phone", "email", "contact details"),
    )
    handles_personal: bool | None = questions.yes_no(
        "Do they handle information about people?", required=True, also_called=("personal data",)
    )
    criticality: Criticality | None = questions.one("How much do you depend on them?", Criticality, listed=True)


def gaps(entry: Supplier, on: date) -> Iterator[Gap]:
    """What is missing for one supplier. Source: item 10.1.2 and rule D-08."""
    del on
    if entry.handles_personal and not entry.contact:
        yield Gap("Add a name and number to reach them in a hurry.", Severity.MEDIUM, "contact", "D-08")


REGISTER: Register[Supplier] = Register(
    slug="suppliers",
    entry=Supplier,
    title="Suppliers",
    one="supplier",
    many="suppliers",
    section=Section.SYSTEMS,
    why="You answer for what a supplier does with information about people. In a hurry, you need the right number.",
    example="Harbour Payroll, pays our staff, 01632 960123, handles information about people.",
    gaps=gaps,
    counted=("name", "does", "contact", "handles_personal", "criticality"),
)
