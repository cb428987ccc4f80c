"""A register as a spreadsheet: every question a column, and a last column by which it reads back in."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from guardbook.exports.sheets import Cell, Column, Kind, Sheet
from guardbook.queries.registers.reading import Found
from guardbook.rules.imports import written
from guardbook.rules.imports.layouts import Layout
from guardbook.rules.registers import layout, questions
from guardbook.rules.registers.importing import WHOLE_ORGANISATION
from guardbook.rules.registers.layout import REFERENCE, SITE
from guardbook.rules.registers.questions import Question
from guardbook.rules.registers.register import Register

_KINDS = {
    questions.Kind.DAY: Kind.DATE,
    questions.Kind.NUMBER: Kind.NUMBER,
    questions.Kind.MONEY: Kind.MONEY,
}
_AROUND = (Column("Checked here"), Column("Last looked at", Kind.DATE, 14), Column("Look again by", Kind.DATE, 14))


def entries(register: Register[Any], found: Iterable[Found[Any]], names: Mapping[UUID, str]) -> Sheet:
    """Return the sheet of these entries, one row each. ``names`` are those of the entries they lead to."""
    columns = layout.of(register)
    return Sheet(register.title, _columns(register, columns), (_row(register, each, names) for each in found))


def _columns(register: Register[Any], of: Layout) -> tuple[Column, ...]:
    asked = tuple(Column(each.label, _KINDS.get(each.kind, Kind.TEXT)) for each in register.questions)
    site = (Column(of.column(SITE).label),) if register.with_sites else ()
    return (*asked, *site, *_AROUND, Column(of.column(REFERENCE).label, width=38))


def _row(register: Register[Any], found: Found[Any], names: Mapping[UUID, str]) -> tuple[Cell, ...]:
    asked = (_cell(each, found, names) for each in register.questions)
    site = (found.site or WHOLE_ORGANISATION,) if register.with_sites else ()
    entry = found.entry
    return (*asked, *site, entry.is_checked, entry.reviewed_on, found.review_due_on, str(found.id))


def _cell(question: Question, found: Found[Any], names: Mapping[UUID, str]) -> Cell:
    value = getattr(found.entry, question.name)
    match question.kind:
        case questions.Kind.ONE | questions.Kind.CHECK:
            return value.label if value else None
        case questions.Kind.SOME:
            return "; ".join(each.label for each in value)
        case questions.Kind.THINGS:
            return written.listed(value)
        case questions.Kind.MONEY:
            return None if value is None else Decimal(value).scaleb(-2)
        case questions.Kind.PERSON:
            return found.people.get(question.name, "")
        case questions.Kind.LINKS:
            return "\n".join(names[each] for each in value if each in names)
        case _:
            cell: Cell = value
            return cell
