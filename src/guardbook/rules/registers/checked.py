"""What a register says of rows that somebody puts to it by name: the shape of those verdicts."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: whether it may be saved, why not, and everything missing or wrong in it, the entry's own first."""

    name: str
    may_be_saved: bool
    refused: tuple[str, ...]
    gaps: tuple[Gap, ...]


def row(register: Register[E], entry: E, on: date) -> Row:
    """Put one row to its register on a day, with what is worked out from it alone."""
    entry = register.settle(entry, Reference())
    unanswered = [
        f"Answer the question: {each.label}"
        for each in register.questions
        if each.required and getattr(entry, each.name) == questions.nothing(each)
    ]
    refused = (*unanswered, *register.refuses(entry))
    return Row(entry.name, not refused, refused, register.all_gaps(entry, on))
