"""Numbers, money, lists and longer text, as people write them in one cell."""

import re
import unicodedata
from datetime import date, datetime

from guardbook.kernel import reading
from guardbook.kernel.reading import Unreadable, shorten

Cell = str | int | float | bool | date | datetime | None

_HOW_NUMBER = "Write a whole number in figures, like 12."
_NUMBER = re.compile(r"^(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]{1,12})(?:\.0+)?$")
_OUTSIDE_BRACKETS = re.compile(r",(?![^()]*\))")
_BULLET = "\u2022 "


def tidy(cell: Cell) -> str:
    """Return the cell as one line of plain text: no control characters, no spaces at the ends."""
    return " ".join(words(cell).split())


def words(cell: Cell) -> str:
    """Return the cell as text in which only new lines are left of what does not print."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = unicodedata.normalize("NFC", str(cell)).replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = "".join(_plain(character) for character in text)
    return text.strip()


def number(cell: Cell, most: int) -> int:
    """Return a whole number from 0 to ``most``. Raises Unreadable with a sentence."""
    text = tidy(cell)
    if isinstance(cell, bool) or not _NUMBER.match(text):
        raise Unreadable(f"“{shorten(text)}” is not a whole number. {_HOW_NUMBER}")
    found = int(re.sub(r"[, ]|\..*", "", text))
    if found > most:
        raise Unreadable(f"“{shorten(text)}” is too large. Write {most:,} or less.")
    return found


def pence(cell: Cell, most: int) -> int:
    """Return an amount of money in pence, at most ``most``. Raises Unreadable with a sentence."""
    is_figure = isinstance(cell, int | float) and not isinstance(cell, bool)
    found = reading.pence(f"{cell:.2f}" if is_figure else tidy(cell))
    if found > most:
        raise Unreadable(f"“{shorten(tidy(cell))}” is too much. Write {reading.pounds(most)} or less.")
    return found


def things(cell: Cell, most: int) -> tuple[str, ...]:
    """Return a list of short things: one on a line, or between semicolons or commas. Raises Unreadable."""
    return reading.things(_parts(words(cell)), most)


def listed(kept: tuple[str, ...]) -> str:
    """Return a list as one cell, which reads back as the same list."""
    text = "\n".join(kept)
    return f"{_BULLET}{text}" if len(kept) == 1 and len(_parts(text)) > 1 else text


def _parts(text: str) -> list[str]:
    """The items of a list; where lines or bullets show them, commas belong to the words."""
    if "\n" in text or text.startswith(_BULLET.strip()):
        return text.split("\n")
    return text.split(";") if ";" in text else _OUTSIDE_BRACKETS.split(text)


def _plain(character: str) -> str:
    if character == "\n":
        return character
    return " " if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} else character
