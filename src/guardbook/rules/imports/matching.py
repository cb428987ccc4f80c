"""Whom a row is about: by staff number, else email, else name and start date; unsure rows ask."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from guardbook.rules.imports.cells import Value


class State(StrEnum):
    """What will happen to a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ASK = "ask"
    WRONG = "wrong"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody already on the staff list, with what a row could change."""

    id: UUID
    values: Mapping[str, Value]

    def text(self, key: str) -> str:
        """Return one value as comparable text, "" when there is none."""
        return comparable(self.values.get(key))


@dataclass(frozen=True, slots=True)
class Difference:
    """One value a row would change."""

    key: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Match:
    """The people a row may mean: none (somebody new), one, or several or one unsure (ask)."""

    candidates: tuple[Known, ...] = ()
    sure: bool = True


class Directory:
    """The staff list, indexed for finding whom a row is about. It does not change."""

    __slots__ = ("_by_email", "_by_name", "_by_number")

    def __init__(self, people: Iterable[Known]) -> None:
        """Index these people."""
        self._by_number: dict[str, list[Known]] = defaultdict(list)
        self._by_email: dict[str, list[Known]] = defaultdict(list)
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        for one in people:
            for index, key in (
                (self._by_number, "works_number"),
                (self._by_email, "email"),
                (self._by_name, "name"),
            ):
                if one.text(key):
                    index[one.text(key)].append(one)

    def find(self, values: Mapping[str, Value]) -> Match:
        """Return whom these values mean, and whether that is sure."""
        number = comparable(values.get("works_number"))
        if number and (known := self._by_number.get(number)):
            return _match(known)
        if known := _without_another(number, self._by_email.get(comparable(values.get("email")), ())):
            return _match(known)
        namesakes = _without_another(number, self._by_name.get(comparable(values.get("name")), ()))
        start = comparable(values.get("started_on"))
        same_start = [one for one in namesakes if start and one.text("started_on") == start]
        if same_start:
            return _match(same_start)
        return Match(tuple(namesakes), sure=not namesakes)


def differences(known: Known, values: Mapping[str, Value]) -> tuple[Difference, ...]:
    """Return what a row would change about somebody. An empty cell changes nothing."""
    return tuple(
        Difference(key, known.values.get(key), value)
        for key, value in values.items()
        if (known.values.get(key) or None) != value
    )


def identity(values: Mapping[str, Value]) -> str:
    """Return the key by which two rows of one file are the same person."""
    number, email = comparable(values.get("works_number")), comparable(values.get("email"))
    if number:
        return f"number {number}"
    return (
        f"email {email}" if email else f"name {comparable(values.get('name'))} {comparable(values.get('started_on'))}"
    )


def comparable(value: Value) -> str:
    """Return a value as text in which capitals and spaces make no difference; "" for nothing."""
    return "" if value is None else " ".join(str(value).casefold().split())


def _without_another(number: str, people: Sequence[Known]) -> list[Known]:
    """Leave out those whose staff number is a different one: they are somebody else."""
    return [one for one in people if not number or one.text("works_number") in {"", number}]


def _match(people: Sequence[Known]) -> Match:
    return Match(tuple(people), sure=len(people) == 1)
