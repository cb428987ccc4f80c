"""Finds the heading row of a sheet by what it says, wherever it stands, and what each column holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guardbook.content.official.cells import Cell, Sheet


class Column(StrEnum):
    """What a column holds."""

    REF = "ref"
    QUESTION = "question"
    HELP = "help"
    LEVEL = "level"
    APPROACHING = "approaching"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Heading:
    """Where each thing stands in a sheet. ``alone`` is true where the level column names no category."""

    row: int
    columns: Mapping[Column, int]
    alone: bool


# The first pattern that fits a heading wins, so the narrow ones come first.
_SAYS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (Column.CHANGE, re.compile(r"\b(changes?|changed|amend(ed|ments?)?|what.s new)\b")),
    (Column.HELP, re.compile(r"\b(tool ?tips?|help|guidance|further information|notes?)\b")),
    (
        Column.REF,
        re.compile(
            r"(\b(ref|reference|refs|no|number|id|code)\b\.?$|^(ref|reference|id|number|no)\b|^evidence (item )?#$)"
        ),
    ),
    (Column.APPROACHING, re.compile(r"\bapproaching\b")),
    (Column.LEVEL, re.compile(r"\b(mandatory|level|requirement|required|compulsory|status)\b")),
    (Column.QUESTION, re.compile(r"\b(evidence items?|evidence( item)? text|question|evidence|description|wording)\b")),
)
_NOT_ITEMS = re.compile(r"\b(assertion|standard|theme|owner|ndg|section)\b")
_CATEGORY = re.compile(r"\b(?:category|categories|cat)\.?\s*([1-4])\b|^\s*c([1-4])\s*$")
_SECTORS = (
    ("3", re.compile(r"\b(social care|care homes?|care providers?)\b")),
    ("1", re.compile(r"\b(nhs trusts?|trusts?|icbs?|csus?|albs?)\b")),
    ("2", re.compile(r"\b(it suppliers?|key nhs organisations?)\b")),
    ("4", re.compile(r"\b(gps?|general practices?|gp practices?)\b")),
)


def categories(text: str) -> frozenset[str]:
    """The categories of organisation that a title or heading names; empty where it names none."""
    low = text.casefold().replace("_", " ")
    numbered = frozenset(one or other for one, other in _CATEGORY.findall(low))
    return numbered or frozenset(number for number, pattern in _SECTORS if pattern.search(low))


def heading(sheet: Sheet, category: str) -> Heading | None:
    """The first row that heads a list of questions for this category, or None."""
    above: dict[int, Cell] = {}
    best: Heading | None = None
    for row in sheet.rows:
        found = _heading(row, above, category)
        if found is not None and len(found.columns) > (len(best.columns) if best else 0):
            best = found
        if best is not None and next(iter(row.values())).row > best.row + 3:
            return best
        above = row if len({cell.text for cell in row.values()}) > 1 else {}  # a title says the same all along
    return best


def repeats(row: Mapping[int, Cell], head: Heading) -> bool:
    """True for a row that says the headings again further down."""
    cell, words = row.get(head.columns[Column.REF]), row.get(head.columns[Column.QUESTION])
    if cell is None or words is None:
        return False
    return _column(cell.text) is Column.REF and _column(words.text) is Column.QUESTION


def _heading(row: Mapping[int, Cell], above: Mapping[int, Cell], category: str) -> Heading | None:
    if any(len(cell.text) > 120 for cell in row.values()):
        return None
    columns: dict[Column, int] = {}
    alone = True
    for place, cell in sorted(row.items()):
        group = above[place].text if place in above and categories(above[place].text) else ""
        named = categories(cell.text) or categories(group)
        column = _column(cell.text) or (Column.LEVEL if categories(cell.text) else None)
        if column is None or (named and category not in named):
            continue
        if column is Column.LEVEL:
            alone = _keep_level(columns, place, bool(named), alone)
        else:
            columns.setdefault(column, place)
    if Column.REF in columns and Column.QUESTION in columns:
        return Heading(next(iter(row.values())).row, columns, alone)
    return None


def _keep_level(columns: dict[Column, int], place: int, is_named: bool, alone: bool) -> bool:
    """Prefer the first level column that names our category; return whether the one kept names none."""
    if Column.LEVEL not in columns or (is_named and alone):
        columns[Column.LEVEL] = place
        return not is_named
    return alone


def _column(text: str) -> Column | None:
    low = " ".join(text.casefold().replace("_", " ").split()).strip(" :*")
    if _NOT_ITEMS.search(low) and "evidence" not in low:
        return None
    return next((column for column, pattern in _SAYS if pattern.search(low)), None)
