"""What one cell of somebody's spreadsheet means: text, a date, a mark, an answer out of a list."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from guardbook.kernel import reading
from guardbook.kernel.reading import Unreadable, shorten
from guardbook.rules.imports import days, vocabulary, written
from guardbook.rules.imports.vocabulary import YES_OR_NO, Term
from guardbook.rules.imports.written import Cell, tidy
from guardbook.rules.people import Kind

Value = str | int | date | tuple[str, ...] | None
Kept = str | int | list[str] | None
"""A value as JSON holds it."""

_EMAIL = re.compile(r"^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+$")
_LONGEST_EMAIL = 254
_PERCENT = re.compile(r"^([0-9]{1,3})(\.[0-9]+)? ?%?$")
_BLANKS = frozenset(
    {"", "-", "--", "n/a", "na", "nil", "none", "null", "tbc", "tba", "?", "??", "unknown", "not known"}
)

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
    WORDS = "words"
    WEB = "web"
    NUMBER = "number"
    MONEY = "money"
    THINGS = "things"
    ONE = "one"
    SOME = "some"


def read(cell: Cell, sort: Sort, longest: int = 200, terms: Sequence[Term] = ()) -> Value:
    """Return what the cell means, or None when it is empty. Raises Unreadable with a sentence.

    ``longest`` is the most there may be of it: characters, things of a list, or the number itself.
    ``terms`` are the answers of ONE and SOME, which give their values.
    """
    if cell in {None, ""} or (is_blank(cell) and not vocabulary.knows(tidy(cell), terms)):
        return None
    return _READERS[sort](cell, longest, terms)


def kept(value: Value) -> Kept:
    """Return a value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def restored(held: Kept, sort: Sort) -> Value:
    """Return the value that JSON holds."""
    if isinstance(held, list):
        return tuple(held)
    return date.fromisoformat(str(held)) if sort is Sort.DATE else held


def is_blank(cell: Cell) -> bool:
    """Return whether the cell holds nothing, or one of the ways people write nothing."""
    return cell is None or tidy(cell).casefold() in _BLANKS


def kind(text: str) -> Kind:
    """Return the kind of staff somebody meant. Raises Unreadable when it is none we know."""
    words = re.sub(r"[^a-z]+", " ", text.casefold()).strip()
    for found, names in _WORDS:
        if any(f" {name} " in f" {words} " for name in names):
            return found
    known = ", ".join(one.value for one in Kind)
    raise Unreadable(f"“{shorten(text)}” is not a kind of staff we know. Use one of: {known}.")


def _fitting(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Unreadable(f"This is {len(text)} characters long. Shorten it to {longest} or fewer.")
    return text


def _email(cell: Cell) -> str:
    address = tidy(cell).removeprefix("mailto:")
    if len(address) > _LONGEST_EMAIL or not _EMAIL.match(address):
        raise Unreadable(f"“{shorten(address)}” is not an email address. Write one like name@example.org.")
    return address.casefold()


def _yes_no(text: str) -> str:
    if not vocabulary.knows(text, YES_OR_NO):
        raise Unreadable(f"“{shorten(text)}” is neither yes nor no. Write one of the two.")
    return vocabulary.one(text, YES_OR_NO)


def _percent(cell: Cell) -> int:
    if isinstance(cell, float) and 0 < cell <= 1:  # a cell Excel shows as 80%
        return int(cell * 100 + 1e-9)
    found = _PERCENT.match(tidy(cell))
    if found is None or int(found[1]) > 100:
        raise Unreadable(f"“{shorten(tidy(cell))}” is not a mark. Write a number from 0 to 100, like 85.")
    return int(found[1])


_Reader = Callable[[Cell, int, Sequence[Term]], Value]
_READERS: Mapping[Sort, _Reader] = {
    Sort.TEXT: lambda cell, longest, _: _fitting(tidy(cell), longest),
    Sort.EMAIL: lambda cell, _, __: _email(cell),
    Sort.DATE: lambda cell, _, __: days.read(cell),
    Sort.PERCENT: lambda cell, _, __: _percent(cell),
    Sort.KIND: lambda cell, _, __: kind(tidy(cell)).value,
    Sort.YES_NO: lambda cell, _, __: _yes_no(tidy(cell)),
    Sort.WORDS: lambda cell, longest, _: _fitting(written.words(cell), longest),
    Sort.WEB: lambda cell, longest, _: _fitting(reading.web(tidy(cell)), longest),
    Sort.NUMBER: lambda cell, longest, _: written.number(cell, longest),
    Sort.MONEY: lambda cell, longest, _: written.pence(cell, longest),
    Sort.THINGS: lambda cell, longest, _: written.things(cell, longest),
    Sort.ONE: lambda cell, _, terms: vocabulary.one(tidy(cell), terms),
    Sort.SOME: lambda cell, _, terms: vocabulary.some(written.words(cell), terms),
}
