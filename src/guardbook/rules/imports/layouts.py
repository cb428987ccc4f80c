"""The columns an import wants, and which of somebody's headings each one probably is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guardbook.rules.imports.cells import Sort

Matching = tuple[str, ...]
"""For each column of the file, by position, the key of ours it fills, or "" for none."""

_PRIVATE = (
    "ni number",
    "ni no",
    "nino",
    "ninumber",
    "national insurance",
    "date of birth",
    "birth",
    "dob",
    "age",
    "ethnic",
    "ethnicity",
    "race",
    "religion",
    "disability",
    "disabled",
    "health",
    "sickness",
    "gender",
    "sex",
    "sexuality",
    "orientation",
    "nationality",
    "citizenship",
    "passport",
    "visa",
    "salary",
    "pay",
    "wage",
    "rate",
    "bank account",
    "account number",
    "sort code",
    "address",
    "postcode",
    "next of kin",
    "emergency",
    "dbs",
)
_NOT_PRIVATE = frozenset({"email address", "e mail address", "work email address", "pay number", "pay no", "pay ref"})
_TELLING = 7  # a single word this long says enough inside a longer heading: "surname", not "name"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing the import can take: its key, its words, and how other people head it."""

    key: str
    label: str
    sort: Sort = Sort.TEXT
    synonyms: tuple[str, ...] = ()
    hint: str = ""
    longest: int = 200

    @property
    def names(self) -> tuple[str, ...]:
        """Every heading we know for it, in the form ``plain`` gives."""
        return (plain(self.label), *(plain(name) for name in self.synonyms))


@dataclass(frozen=True, slots=True)
class Need:
    """Something the file must have: any one of these groups of columns, and the sentence if none."""

    groups: tuple[frozenset[str], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What one import takes."""

    name: str
    columns: tuple[Column, ...]
    needs: tuple[Need, ...]

    def column(self, key: str) -> Column:
        """Return the column with this key. Raises KeyError."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


def plain(heading: str) -> str:
    """Return a heading in lower case with one space between words and nothing else."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", heading.casefold()).split())


def is_private(heading: str) -> bool:
    """Return whether a heading names details that an import never keeps."""
    words = plain(heading)
    return words not in _NOT_PRIVATE and any(f" {name} " in f" {words} " for name in _PRIVATE)


def guess(headings: Sequence[str], layout: Layout) -> Matching:
    """Return the likeliest match of each heading, each of our columns at most once, in any order."""
    scored = sorted(
        (
            (_likeness(heading, column), -position, column.key)
            for position, heading in enumerate(headings)
            if not is_private(heading)
            for column in layout.columns
        ),
        reverse=True,
    )
    taken: dict[int, str] = {}
    for score, negative, key in scored:
        if score and -negative not in taken and key not in taken.values():
            taken[-negative] = key
    return tuple(taken.get(position, "") for position in range(len(headings)))


def problems(matching: Iterable[str], layout: Layout) -> tuple[str, ...]:
    """Return what is wrong with a match of columns, in sentences; empty when it can be used."""
    chosen = [key for key in matching if key]
    twice = [column.label for column in layout.columns if chosen.count(column.key) > 1]
    sentences = [f"“{label}” is chosen for more than one column. Keep one of them." for label in twice]
    have = set(chosen)
    sentences += [need.sentence for need in layout.needs if not any(group <= have for group in need.groups)]
    return tuple(sentences)


def _likeness(heading: str, column: Column) -> int:
    """Return 0 for no likeness; more for a better one: the same, then containing it."""
    words = plain(heading)
    if not words:
        return 0
    if words in column.names:
        return 1000 - column.names.index(words)
    telling = (name for name in column.names if " " in name or len(name) >= _TELLING)
    return 10 * max((len(name.split()) for name in telling if f" {name} " in f" {words} "), default=0)
