"""How the answer to a question is kept in a table, and read back the same."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache, partial
from types import NoneType
from typing import Any, get_args, get_type_hints
from uuid import UUID

from guardbook.rules.registers.entries import SOMEBODY
from guardbook.rules.registers.questions import Choice, Kind, Question

Stored = str | int | bool | date | UUID | None
Reader = Callable[[Any], Any]


def stored(question: Question, value: Any) -> Stored:
    """What a column holds for an answer. LINKS have no column: they are rows of their own.

    SOME is kept as its values between spaces (" a b "), so that one can be searched for.
    """
    match question.kind:
        case Kind.ONE | Kind.CHECK:
            return value.value if value is not None else ""
        case Kind.SOME:
            chosen = [each.value for each in question.chosen_from if each in value]
            return f" {' '.join(chosen)} " if chosen else ""
        case Kind.THINGS:
            return "\n".join(value)
        case _:
            found: Stored = value
            return found


def read(question: Question, held: Any) -> Any:
    """The answer that a column holds; a word that is no longer in the vocabulary reads as nothing said."""
    match question.kind:
        case Kind.ONE | Kind.CHECK:
            return _member(question, held)
        case Kind.SOME:
            named = set(held.split())
            return tuple(each for each in question.chosen_from if each.value in named) if named else ()
        case Kind.THINGS:
            return tuple(held.split("\n")) if held else ()
        case _:
            return held


def plain_reader(question: Question) -> Reader:
    """Reads answers as JSON holds them: a date is its ISO text, a yes may be 1, a link or a person only "there is one".

    Which way to read is decided once for a question, since thousands of answers follow.
    """
    match question.kind:
        case Kind.DAY:
            return _day
        case Kind.YES_NO:
            return _yes_no
        case Kind.PERSON:
            return lambda held: SOMEBODY if held else None
        case Kind.LINKS:
            return lambda held: (SOMEBODY,) if held else ()
        case Kind.ONE | Kind.CHECK:
            return {each.value: each for each in question.chosen_from}.get
        case _:
            return partial(read, question)


class Worked(StrEnum):
    """What a worked-out column holds."""

    DAY = "day"
    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    KEY = "key"


_WORKED = {date: Worked.DAY, str: Worked.TEXT, int: Worked.NUMBER, bool: Worked.YES_NO, UUID: Worked.KEY}


@cache
def worked(entry: Any, name: str) -> Worked:
    """What the worked-out column of this name holds, from the type of the entry's field."""
    hint = get_type_hints(entry)[name]
    kinds = [each for each in get_args(hint) or (hint,) if each is not NoneType]
    return _WORKED[kinds[0]]


def worked_reader(entry: Any, name: str) -> Reader:
    """Reads a worked-out value as JSON holds it."""
    match worked(entry, name):
        case Worked.DAY:
            return _day
        case Worked.YES_NO:
            return _yes_no
        case Worked.KEY:
            return lambda held: UUID(held) if held else None
        case Worked.TEXT | Worked.NUMBER:
            return lambda held: held


def leaver(name: str) -> str:
    """The entry's field, where it has one, that holds the last day of the PERSON named ``name``."""
    return f"{name}_leaves_on"


def _day(held: Any) -> date | None:
    return date.fromisoformat(held[:10]) if held else None


def _yes_no(held: Any) -> bool | None:
    return None if held is None else bool(held)


def _member(question: Question, held: Any) -> Choice | None:
    if not held or question.options is None:
        return None
    try:
        return question.options(held)
    except ValueError:
        return None
