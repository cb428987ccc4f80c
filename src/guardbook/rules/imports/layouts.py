"""The columns an import wants, and which of somebody's headings each one probably is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates, reading
from guardbook.rules.imports.cells import Sort, Value
from guardbook.rules.imports.vocabulary import YES_OR_NO, Term, plain

Matching = tuple[str, ...]
"""For each column of the file, by position, the key of ours it fills, or "" for none."""

_IDENTITY = (
    "ni number",
    "ni no",
    "nino",
    "ninumber",
    "national insurance",
    "date of birth",
    "birth",
    "dob",
    "ethnic",
    "ethnicity",
    "religion",
    "disability",
    "disabled",
    "sexuality",
    "sexual orientation",
    "nationality",
    "citizenship",
    "passport",
    "salary",
    "wage",
    "bank account",
    "account number",
    "sort code",
    "next of kin",
)
_OF_STAFF = (
    "age",
    "race",
    "health",
    "sickness",
    "gender",
    "sex",
    "orientation",
    "visa",
    "pay",
    "rate",
    "address",
    "postcode",
    "emergency",
    "dbs",
)
_NOT_PRIVATE = frozenset({"email address", "e mail address", "work email address", "pay number", "pay no", "pay ref"})
_TELLING = 7  # a single word this long says enough inside a longer heading: "surname", not "name"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing the import can take: its key, its words, and how other people head it.

    ``longest`` is the most there may be in a cell, and ``terms`` the answers of a fixed list, as
    ``cells.read`` takes them. With ``once`` the answer can be said for all rows that give none.
    """

    key: str
    label: str
    sort: Sort = Sort.TEXT
    synonyms: tuple[str, ...] = ()
    hint: str = ""
    longest: int = 200
    terms: tuple[Term, ...] = ()
    once: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every heading we know for it, in the form ``plain`` gives."""
        return (plain(self.label), *(plain(name) for name in self.synonyms))

    @property
    def answers(self) -> tuple[Term, ...]:
        """What can be chosen, where the answer comes out of a fixed list."""
        return YES_OR_NO if self.sort is Sort.YES_NO else self.terms

    def shown(self, value: Value) -> str:
        """Return a value of this column as people read it, "" for nothing."""
        labels = {term.value: term.label for term in self.answers}
        match value:
            case date():
                return dates.in_words(value)
            case tuple():
                return ", ".join(labels.get(each, each) for each in value)
            case int() if self.sort is Sort.MONEY:
                return reading.pounds(value)
            case None:
                return ""
            case _:
                return labels.get(str(value), str(value))


@dataclass(frozen=True, slots=True)
class Need:
    """Something the file must have: any one of these groups of columns, and the sentence if none."""

    groups: tuple[frozenset[str], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What one import takes. Of a list ``is_about_staff`` more columns are private."""

    name: str
    columns: tuple[Column, ...]
    needs: tuple[Need, ...]
    is_about_staff: bool = True

    def column(self, key: str) -> Column:
        """Return the column with this key. Raises KeyError."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


def is_private(heading: str, layout: Layout) -> bool:
    """Return whether a heading names details of a person that this import never keeps."""
    words = plain(heading)
    if words in _NOT_PRIVATE or any(words in column.names for column in layout.columns):
        return False
    private = (*_IDENTITY, *_OF_STAFF) if layout.is_about_staff else _IDENTITY
    return any(f" {name} " in f" {words} " for name in private)


def guess(headings: Sequence[str], layout: Layout) -> Matching:
    """Return the likeliest match of each heading, each of our columns at most once, in any order."""
    scored = sorted(
        (
            (_likeness(heading, column), -position, column.key)
            for position, heading in enumerate(headings)
            if not is_private(heading, layout)
            for column in layout.columns
        ),
        reverse=True,
    )
    taken: dict[int, str] = {}
    for score, negative, key in scored:
        if score and -negative not in taken and key not in taken.values():
            taken[-negative] = key
    return tuple(taken.get(position, "") for position in range(len(headings)))


def problems(matching: Iterable[str], layout: Layout, said: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is wrong with a match of columns, in sentences; empty when it can be used.

    ``said`` holds what was said once for all rows, by key.
    """
    chosen = [key for key in matching if key]
    twice = [column.label for column in layout.columns if chosen.count(column.key) > 1]
    sentences = [f"“{label}” is chosen for more than one column. Keep one of them." for label in twice]
    have = set(chosen) | {key for key, value in said.items() if value}
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
