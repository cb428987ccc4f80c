"""What one cell of somebody's spreadsheet means: text, an email address, a mark, a kind of staff."""

import re
import unicodedata
from datetime import date, datetime
from enum import StrEnum

from guardbook.rules.imports import days
from guardbook.rules.imports.days import Unreadable
from guardbook.rules.people import Kind

Cell = str | int | float | bool | date | datetime | None
Value = str | int | date | None

_EMAIL = re.compile(r"^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+$")
_LONGEST_EMAIL = 254
_PERCENT = re.compile(r"^([0-9]{1,3})(\.[0-9]+)? ?%?$")
_BLANKS = frozenset({"", "-", "--", "n/a", "na", "nil", "none", "null", "tbc", "?"})

_YES = frozenset({"yes", "y", "true", "1", "x", "done", "\u2713", "\u2714"})
_NO = frozenset({"no", "n", "false", "0", "not yet", "\u2717"})

# The particular before the general: "bank staff" is bank.
_WORDS: tuple[tuple[Kind, frozenset[str]], ...] = (
    (Kind.BANK, frozenset({"bank", "relief", "casual", "zero hours", "pool"})),
    (Kind.AGENCY, frozenset({"agency"})),
    (Kind.VOLUNTEER, frozenset({"volunteer", "volunteers", "voluntary"})),
    (Kind.STUDENT, frozenset({"student", "students", "placement", "work experience"})),
    (Kind.TRUSTEE, frozenset({"trustee", "trustees"})),
    (Kind.DIRECTOR, frozenset({"director", "directors", "owner", "partner", "proprietor", "board member"})),
    (
        Kind.EMPLOYEE,
        frozenset(
            [
                "employee",
                "employees",
                "employed",
                "permanent",
                "perm",
                "staff",
                "worker",
                "full",
                "time",
                "part",
                "time",
                "ft",
                "pt",
                "temporary",
                "temp",
                "fixed",
                "term",
                "apprentice",
                "contracted",
                "salaried",
            ]
        ),
    ),
)


class Sort(StrEnum):
    """What a column holds."""

    TEXT = "text"
    EMAIL = "email"
    DATE = "date"
    PERCENT = "percent"
    KIND = "kind"
    YES_NO = "yes_no"


def read(cell: Cell, sort: Sort, longest: int = 200) -> Value:
    """Return what the cell means, or None when it is empty. Raises Unreadable with a sentence."""
    if is_blank(cell):
        return None
    match sort:
        case Sort.TEXT:
            return _text(cell, longest)
        case Sort.EMAIL:
            return _email(cell)
        case Sort.DATE:
            return days.read(cell)
        case Sort.PERCENT:
            return _percent(cell)
        case Sort.KIND:
            return kind(tidy(cell)).value
        case Sort.YES_NO:
            return _yes_no(tidy(cell))


def is_blank(cell: Cell) -> bool:
    """Return whether the cell holds nothing, or one of the ways people write nothing."""
    return cell is None or tidy(cell).casefold() in _BLANKS


def tidy(cell: Cell) -> str:
    """Return the cell as one line of plain text: no control characters, no spaces at the ends."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    shown = "".join(_plain(character) for character in unicodedata.normalize("NFC", str(cell)))
    return " ".join(shown.split())


def kind(written: str) -> Kind:
    """Return the kind of staff somebody meant. Raises Unreadable when it is none we know."""
    words = re.sub(r"[^a-z]+", " ", written.casefold()).strip()
    for found, names in _WORDS:
        if any(f" {name} " in f" {words} " for name in names):
            return found
    known = ", ".join(one.value for one in Kind)
    raise Unreadable(f"“{shorten(written)}” is not a kind of staff we know. Use one of: {known}.")


def shorten(written: str, longest: int = 40) -> str:
    """Return text that fits in a sentence, cut with an ellipsis."""
    return written if len(written) <= longest else written[: longest - 1] + "…"


def _plain(character: str) -> str:
    return " " if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} else character


def _text(cell: Cell, longest: int) -> str:
    written = tidy(cell)
    if len(written) > longest:
        raise Unreadable(f"This is {len(written)} characters long. Shorten it to {longest} or fewer.")
    return written


def _email(cell: Cell) -> str:
    written = tidy(cell).removeprefix("mailto:")
    if len(written) > _LONGEST_EMAIL or not _EMAIL.match(written):
        raise Unreadable(f"“{shorten(written)}” is not an email address. Write one like name@example.org.")
    return written.casefold()


def _yes_no(written: str) -> str:
    plain = written.casefold()
    if plain in _YES:
        return "yes"
    if plain in _NO:
        return "no"
    raise Unreadable(f"“{shorten(written)}” is neither yes nor no. Write one of the two.")


def _percent(cell: Cell) -> int:
    if isinstance(cell, float) and 0 < cell <= 1:  # a cell Excel shows as 80%
        return int(cell * 100 + 1e-9)
    found = _PERCENT.match(tidy(cell))
    if found is None or int(found[1]) > 100:
        raise Unreadable(f"“{shorten(tidy(cell))}” is not a mark. Write a number from 0 to 100, like 85.")
    return int(found[1])
