"""A pack (one version of a toolkit's questions) and a framework (the toolkit across its versions) as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from guardbook.rules.frameworks.items import Item, Known, Level


class Origin(StrEnum):
    """Where a pack's questions come from."""

    REBUILT = "rebuilt"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read. ``address`` is empty for memory and for sources without one."""

    key: str
    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the ten standards. ``theme`` is people, process or technology."""

    number: int
    name: str
    theme: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """A group of questions inside a standard, with its title in our words."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic for reading the questions by subject, with its parts in order."""

    name: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """What the publisher says the list holds. ``shown`` counts optional questions too, where known."""

    mandatory: int
    approaching: int
    known: Known
    shown: int | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question whose place in the list is doubtful, and why. The most doubtful comes first."""

    ref: str
    why: str


@dataclass(frozen=True, slots=True)
class Renumbering:
    """One old number and the number that replaced it."""

    old: str
    new: str
    known: Known


@dataclass(frozen=True, slots=True)
class Migration:
    """How the numbers of an older version map. Inside ``standards`` only the listed numbers are carried."""

    from_version: str
    standards: tuple[int, ...]
    renumbered: tuple[Renumbering, ...]


@dataclass(frozen=True, slots=True)
class Retirement:
    """A question of the version before that is no longer asked, or that now lives inside another."""

    ref: str
    why: str
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """Where an official pack came from: file, its SHA-256, who brought it and when (UTC)."""

    file_name: str
    sha256: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of a toolkit's questions, in the toolkit's own order.

    ``version`` is words ("8", or "8-official"); ``year`` is the toolkit year ("2025-26").
    ``made_up_names`` are the invented homes of the examples: an answer that holds one was pasted unchanged.
    """

    code: str
    version: str
    year: str
    name: str
    origin: Origin
    items: tuple[Item, ...]
    category: str = ""
    opened_on: date | None = None
    closes_on: date | None = None
    previous: str | None = None
    based_on: str | None = None
    totals: Totals | None = None
    doubts: tuple[Doubt, ...] = ()
    standards: tuple[Standard, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    migrations: tuple[Migration, ...] = ()
    retired: tuple[Retirement, ...] = ()
    notes: tuple[str, ...] = ()
    made_up_names: tuple[str, ...] = ()
    imported: Imported | None = None
    fingerprint: str = ""

    @property
    def is_rebuilt(self) -> bool:
        """True until a person has imported the official list: a full house is then "ready", never "met"."""
        return self.origin is Origin.REBUILT

    @property
    def mandatory(self) -> tuple[Item, ...]:
        """The questions Standards Met needs."""
        return tuple(item for item in self.items if item.mandatory)

    @property
    def approaching(self) -> tuple[Item, ...]:
        """The questions Approaching Standards needs."""
        return tuple(item for item in self.items if item.level is Level.APPROACHING)

    def item(self, ref: str) -> Item | None:
        """The question with this number, or None."""
        return next((item for item in self.items if item.ref == ref), None)

    def by_topic(self) -> Iterator[tuple[str, tuple[Item, ...]]]:
        """Topics in reading order with their questions; questions without a topic come last, under ""."""
        names = [topic.name for topic in self.topics]
        for name in [*names, None]:
            chosen = tuple(item for item in self.items if item.group == name)
            if chosen:
                yield name or "", chosen

    def by_standard(self) -> Iterator[tuple[int, tuple[Item, ...]]]:
        """Standards in order with their questions."""
        for number in sorted({item.standard for item in self.items}):
            yield number, tuple(item for item in self.items if item.standard == number)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day to publish for one toolkit year, and how well that day is known."""

    year: str
    version: str | None
    on: date
    known: Known
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A toolkit across its versions: which packs we have, the deadlines, and how to get the newest list."""

    code: str
    name: str
    versions: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    next_version: str
    getting_the_list: tuple[str, ...]
    sources: tuple[Source, ...] = ()

    @property
    def newest(self) -> str:
        """The newest version we have a pack for."""
        return self.versions[-1]

    def deadline(self, year: str) -> Deadline | None:
        """The deadline of a toolkit year ("2025-26"), or None where nothing is known."""
        return next((each for each in self.deadlines if each.year == year), None)

    def next_deadline(self, today: date) -> Deadline | None:
        """The first deadline that has not passed on ``today`` (UK date)."""
        ahead = (each for each in self.deadlines if each.on >= today)
        return min(ahead, key=lambda each: each.on, default=None)

    def last_closed(self, today: date) -> Deadline | None:
        """The latest deadline that has passed on ``today`` (UK date)."""
        past = (each for each in self.deadlines if each.on < today)
        return max(past, key=lambda each: each.on, default=None)
