"""Reads one row of the official list: its number, words and level, or the fault that stops it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guardbook.content.faults import Fault
from guardbook.content.official.cells import Cell, Sheet
from guardbook.content.official.headings import Column, Heading, categories
from guardbook.rules.frameworks import refs
from guardbook.rules.frameworks.items import Change, Level


@dataclass(frozen=True, slots=True)
class Row:
    """One question as the official list has it. ``level`` is None where it is not asked of this category."""

    ref: str
    question: str
    help: str
    level: Level | None
    change: Change
    place: str


_REF = re.compile(
    r"^(?:evidence\s*)?(?:item\s*)?(\d{1,2}\s*\.\s*\d{1,2}\s*\.\s*\d{1,3})(?!\s*[.\d])[\s:.)–-]*(.*)$", re.IGNORECASE
)
_SHORT = re.compile(r"^\d{1,2}(\.\d{1,3})?$")
_DATE_WORDS = re.compile(r"^\d{1,2}[-/ ][A-Za-z]{3,9}([-/ ]\d{2,4})?$")
_YES = frozenset({"y", "yes", "x", "✓", "✔", "true", "1", "m", "required", "compulsory", "included"})
_NO = frozenset({"n", "no", "o", "false", "0", "optional", "non-mandatory", "non mandatory", "not mandatory"})
_NOT_ASKED = frozenset({"-", "–", "n/a", "na", "not applicable", "not asked", "not required", "removed", "none"})


def row(sheet: Sheet, cells: Mapping[int, Cell], head: Heading, category: str) -> tuple[Row | None, list[Fault]]:
    """The question in this row; nothing for a stray row; a fault where it looks like a question but cannot be read."""
    cell = cells.get(head.columns[Column.REF])
    words = _text(cells, head, Column.QUESTION)
    if cell is None:
        return None, _without_number(sheet, cells, head, words)
    ref, rest, faults = _ref(sheet, cell, has_words=bool(words))
    if ref is None:
        return None, faults
    if not (words := words or rest):
        return None, [*faults, _fault(sheet, cell, f"question {ref} has no words.")]
    level, more = _level(sheet, cells, head, ref)
    change = _change(_text(cells, head, Column.CHANGE), category)
    place = f"row {cell.row}"
    return Row(ref, words, _text(cells, head, Column.HELP), level, change, place), [*faults, *more]


def _ref(sheet: Sheet, cell: Cell, *, has_words: bool) -> tuple[str | None, str, list[Fault]]:
    """The number in the cell, the words after it, and what to check."""
    if cell.was_date is not None:
        return _from_date(sheet, cell)
    match = _REF.match(cell.text)
    if match:
        return _tidy(match[1]), match[2], []
    if _DATE_WORDS.match(cell.text):
        return (
            None,
            "",
            [_fault(sheet, cell, f"“{cell.text}” looks like a number that Excel turned into a date. {_HOW}")],
        )
    if _SHORT.match(cell.text) and has_words and cell.was_number:
        return None, "", [_fault(sheet, cell, f"“{cell.text}” is too short for the number of a question. {_HOW}")]
    return None, "", []


_HOW = "Type it as text, like 1.1.1."


def _from_date(sheet: Sheet, cell: Cell) -> tuple[str | None, str, list[Fault]]:
    day = cell.was_date
    guess = f"{day.day}.{day.month}.{day.year % 100}" if day and 2001 <= day.year <= 2049 else ""
    if not refs.is_ref(guess):
        return None, "", [_fault(sheet, cell, f"Excel turned this number into a date ({cell.text}). {_HOW}")]
    said = f"Excel turned this number into a date ({cell.text}). It may be {guess}. {_HOW}"
    return None, "", [_fault(sheet, cell, said)]


def _tidy(found: str) -> str:
    """1.1.1 for "01. 1.1": no spaces, no leading noughts."""
    return ".".join(str(int(part)) for part in found.split("."))


def _without_number(sheet: Sheet, cells: Mapping[int, Cell], head: Heading, words: str) -> list[Fault]:
    mark = cells.get(head.columns.get(Column.LEVEL, 0))
    if mark is None or not words or _mark(mark.text) is None:
        return []
    return [_fault(sheet, mark, f"this row has a level but no number: “{words[:60]}”.")]


def _level(sheet: Sheet, cells: Mapping[int, Cell], head: Heading, ref: str) -> tuple[Level | None, list[Fault]]:
    cell = cells.get(head.columns[Column.LEVEL])
    if cell is None:
        return (Level.OPTIONAL if head.alone else None), []
    level = _mark(cell.text)
    if level is None:
        listed = "Mandatory, Approaching, Optional or Not applicable"
        return None, [_fault(sheet, cell, f"question {ref} has the level “{cell.text[:60]}”. We know {listed}.")]
    if level == "":
        return None, []
    also = cells.get(head.columns.get(Column.APPROACHING, 0))
    if also is not None and _mark(also.text) in {Level.STANDARDS_MET, Level.APPROACHING}:
        return Level.APPROACHING, []
    return Level(level), []


def _mark(text: str) -> str | None:
    """The level a mark means; "" where it means "not asked"; None where we cannot tell."""
    low = " ".join(text.casefold().split())
    if low in _NOT_ASKED:
        return ""
    if low in _NO or low.startswith(("optional", "non-mandatory", "not mandatory", "non mandatory")):
        return Level.OPTIONAL
    if "approaching" in low:
        return Level.APPROACHING
    if low in _YES or low.startswith(("mandatory", "standards met")):
        return Level.STANDARDS_MET
    return None


def _change(text: str, category: str) -> Change:
    low = text.casefold()
    named = categories(low)
    numbers = re.findall(r"\b[1-4]\b", low) if named else []
    if not low or (numbers and category not in numbers):
        return Change.UNCHANGED
    if re.search(r"\bnew\b|\badded\b", low):
        return Change.NEW
    if re.search(r"\b(question|evidence|item) (text|wording)|\b(reworded|text change|wording)\b", low):
        return Change.REWORDED
    return Change.HELP_CHANGED if "tool" in low else Change.UNCHANGED


def _text(cells: Mapping[int, Cell], head: Heading, column: Column) -> str:
    cell = cells.get(head.columns.get(column, 0))
    return cell.text if cell else ""


def _fault(sheet: Sheet, cell: Cell, text: str) -> Fault:
    return Fault(f"sheet “{sheet.name}”", f"row {cell.row}, column {cell.letter}", text)
