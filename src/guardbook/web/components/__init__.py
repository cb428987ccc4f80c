"""The values that pages hand to the component macros: what to show, never how."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias
from urllib.parse import urlsplit


class Tone(StrEnum):
    """What a state means to the reader; it decides the colour and the shape beside the word."""

    DONE = "done"
    SUGGESTED = "suggested"
    WAITING = "waiting"
    WARNING = "warning"
    PROBLEM = "problem"
    QUIET = "quiet"

    @property
    def colour(self) -> str:
        """The design system's colour for a tag."""
        return _LOOKS[self][0]

    @property
    def shape(self) -> str:
        """The sign drawn before the word, so that colour is never alone."""
        return _LOOKS[self][1]


_LOOKS = {
    Tone.DONE: ("green", "✓"),
    Tone.SUGGESTED: ("blue", "◐"),
    Tone.WAITING: ("white", "○"),
    Tone.WARNING: ("yellow", "▲"),
    Tone.PROBLEM: ("red", "✕"),
    Tone.QUIET: ("grey", "–"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in a word or two."""

    text: str
    tone: Tone = Tone.QUIET


@dataclass(frozen=True, slots=True)
class Link:
    """A link; ``about`` is read out after the words, to tell alike links apart."""

    text: str
    href: str
    about: str = ""


def source(text: str) -> Link | str:
    """Where a fact comes from: a link named after its website where ``text`` is an address, else as it is."""
    address = urlsplit(text)
    is_address = address.scheme in {"http", "https"} and " " not in text
    return Link((address.hostname or text).removeprefix("www."), text) if is_address else text


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a summary list: what it is, what is recorded, and what can be done."""

    key: str
    value: "Cell"
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One line of a task list; without an address it cannot be started yet."""

    text: str
    tag: Tag
    href: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of one column; numbers line up on the right."""

    title: str
    is_numeric: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Several lines in one cell."""

    lines: Sequence[str]


Cell: TypeAlias = str | Tag | Link | Lines


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to compare. The first cell of a row names it; on a phone each row is a card."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    is_caption_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """Where the page of a long list stands: "51 to 100 of 240", and the pages beside it."""

    shown: str
    previous_href: str = ""
    next_href: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that matters, with its words and the list it counts."""

    number: str
    text: str
    href: str = ""
