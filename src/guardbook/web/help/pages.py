"""What the help and glossary pages show."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from guardbook.content import glossary
from guardbook.content.help import Page


@dataclass(frozen=True, slots=True)
class Contents:
    """Every help page, in reading order."""

    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One help page, and the one to read after it."""

    title: str
    text: str
    after: Page | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """One word with its meaning; ``anchor`` is its place on the page."""

    word: str
    short: str
    meaning: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with one letter."""

    name: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Every word, by letter."""

    letters: tuple[Letter, ...]

    @classmethod
    def of(cls, terms: tuple[glossary.Term, ...]) -> Self:
        """Sort the words under their letters."""
        by_letter = groupby(terms, key=lambda term: term.word[:1].upper())
        return cls(tuple(Letter(name, tuple(_meaning(term) for term in found)) for name, found in by_letter))


def _meaning(term: glossary.Term) -> Meaning:
    anchor = re.sub(r"[^a-z0-9]+", "-", term.word.lower()).strip("-")
    return Meaning(term.word, term.short, term.meaning, anchor)
