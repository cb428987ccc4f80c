"""One question of a register, asked once: its words, its kind, and where it is shown.

A register's entry is a frozen dataclass whose fields are made by the functions here, so that
one line says what is asked, how it is stored, shown, imported and written to a spreadsheet.
"""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any, Self

LONGEST_LINE = 200
LONGEST_WORDS = 4000
MOST_THINGS = 100
_KEY = "question"


class Kind(StrEnum):
    """What an answer is, and what it is held as while rules read it."""

    LINE = "line"  # str, one line
    WORDS = "words"  # str, several lines
    DAY = "day"  # date | None, a UK date
    YES_NO = "yes_no"  # bool | None: None is "nobody has said"
    CHECK = "check"  # Ticked | None: yes, no, does not apply
    ONE = "one"  # a member of ``options`` | None
    SOME = "some"  # tuple of members of ``options``, in their order
    NUMBER = "number"  # int | None
    MONEY = "money"  # int | None, in pence
    THINGS = "things"  # tuple[str, ...], a list of short things
    PERSON = "person"  # UUID | None, somebody on the staff list
    WEB = "web"  # str, a web address
    LINKS = "links"  # tuple[UUID, ...], entries of the register named in ``to``


class Choice(StrEnum):
    """A vocabulary whose members carry the words people see: ``OWN = "own", "Belongs to us"``.

    Words after those are what people's own spreadsheets call it: ``..., "ours", "company"``.
    """

    label: str
    also: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", *also: str) -> Self:
        """Make a member; without words of its own it is shown as its value."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.label = label or value.replace("_", " ").capitalize()
        made.also = also
        return made


class Ticked(Choice):
    """Yes, no, or does not apply."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_APPLICABLE = "n/a", "Does not apply"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``also_called`` are headings that people's own spreadsheets use for it.

    ``listed`` puts it in the list by default; every question can be chosen as a column.
    ``part`` is a heading drawn above it on the form. ``to`` names the register that LINKS leads to.
    """

    name: str
    label: str
    kind: Kind
    hint: str = ""
    required: bool = False
    listed: bool = False
    options: type[Choice] | None = None
    also_called: tuple[str, ...] = ()
    to: str = ""
    most: int = 0
    part: str = ""

    @property
    def chosen_from(self) -> tuple[Choice, ...]:
        """The answers to choose from, in order; none where it is typed."""
        return tuple(self.options) if self.options else ()


def line(label: str, **more: Any) -> Any:
    """One line of text; "" is nothing said. ``more``: hint, required, listed, also_called, most, part."""
    return _ask(Kind.LINE, label, "", {"most": LONGEST_LINE, **more})


def words(label: str, **more: Any) -> Any:
    """Several lines of text; "" is nothing said."""
    return _ask(Kind.WORDS, label, "", {"most": LONGEST_WORDS, **more})


def web(label: str, **more: Any) -> Any:
    """A web address; "" is none."""
    return _ask(Kind.WEB, label, "", {"most": 500, **more})


def day(label: str, **more: Any) -> Any:
    """A UK date, or None."""
    return _ask(Kind.DAY, label, None, more)


def yes_no(label: str, **more: Any) -> Any:
    """True, False, or None while nobody has said."""
    return _ask(Kind.YES_NO, label, None, more)


def check(label: str, **more: Any) -> Any:
    """A ``Ticked``, or None while nobody has said."""
    return _ask(Kind.CHECK, label, None, {"options": Ticked, **more})


def one(label: str, options: type[Choice], **more: Any) -> Any:
    """One member of a vocabulary, or None."""
    return _ask(Kind.ONE, label, None, {"options": options, **more})


def some(label: str, options: type[Choice], **more: Any) -> Any:
    """Any members of a vocabulary, as a tuple in the vocabulary's order."""
    return _ask(Kind.SOME, label, (), {"options": options, **more})


def number(label: str, **more: Any) -> Any:
    """A whole number of at least 0 and at most ``most``, or None."""
    return _ask(Kind.NUMBER, label, None, {"most": 1_000_000, **more})


def money(label: str, **more: Any) -> Any:
    """An amount in pence, or None; people type and read pounds."""
    return _ask(Kind.MONEY, label, None, {"most": 100_000_000_000, **more})


def things(label: str, **more: Any) -> Any:
    """A list of short things, one on a line, as a tuple of text."""
    return _ask(Kind.THINGS, label, (), more)


def person(label: str, **more: Any) -> Any:
    """Somebody on the staff list, by identifier, or None."""
    return _ask(Kind.PERSON, label, None, more)


def links(label: str, to: str, **more: Any) -> Any:
    """Entries of another register (its slug is ``to``), by identifier."""
    return _ask(Kind.LINKS, label, (), {"to": to, **more})


@cache
def of(entry: type[Any]) -> tuple[Question, ...]:
    """Every question of an entry's class, in the order they are asked."""
    return tuple(_questions(entry))


def nothing(question: Question) -> object:
    """What an unanswered question holds."""
    match question.kind:
        case Kind.LINE | Kind.WORDS | Kind.WEB:
            return ""
        case Kind.SOME | Kind.THINGS | Kind.LINKS:
            return ()
        case Kind.DAY | Kind.YES_NO | Kind.CHECK | Kind.ONE | Kind.NUMBER | Kind.MONEY | Kind.PERSON:
            return None


def _questions(entry: type[Any]) -> Iterator[Question]:
    for found in fields(entry):
        if _KEY in found.metadata:
            kind, label, more = found.metadata[_KEY]
            yield Question(found.name, label, kind, **more)


def _ask(kind: Kind, label: str, empty: object, more: dict[str, Any]) -> Any:
    default = more.pop("default", MISSING)
    return field(default=empty if default is MISSING else default, metadata={_KEY: (kind, label, more)})
