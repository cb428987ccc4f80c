"""A document as a value (title, sections, lists, tables, places to sign), to be written as Word, PDF or a page."""

from dataclasses import dataclass, field
from datetime import date

FOOT = (
    "Made with Guardbook from this organisation's own records. It is not legal advice, "
    "and it is not an official NHS document."
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain words. ``is_note`` sets it apart, for cautions and for how sure we are."""

    text: str
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``is_numbered`` when the order matters."""

    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption that says what it shows, one row of headings, and rows of text."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what they are: name, role, start date and so on."""

    caption: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A place for one person to sign: who, as what; name may be empty to be written by hand."""

    signs_as: str
    name: str = ""


Block = Paragraph | Bullets | Table | Facts | Signature


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``reference`` is printed at the foot of every page, to tell versions apart.

    ``is_short`` sets it smaller, for what should be one page.
    """

    title: str
    organisation: str
    issued_on: date
    sections: tuple[Section, ...]
    summary: tuple[Block, ...] = field(default=())
    reference: str = ""
    is_short: bool = False


def day(value: date) -> str:
    """Write a date as people here do: 31 March 2026."""
    return f"{value.day} {value:%B %Y}"


def readable(text: str) -> str:
    """Leave out control characters: neither Word nor PDF has a way to write them, and the file would not open."""
    return "".join(char for char in text if char in "\t\n" or (char >= " " and char not in "\x7f\ufffe\uffff"))
