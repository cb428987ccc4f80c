"""How the official list differs from ours, question by question, for a person to read before accepting it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.frameworks import likeness, refs
from guardbook.rules.frameworks.items import Item, Level
from guardbook.rules.frameworks.packs import Pack


class Kind(StrEnum):
    """How one question differs."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    LEVEL_CHANGED = "level_changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Row:
    """One question in both lists. ``percent`` says how alike the wordings are; None where one list lacks it.

    ``perhaps`` is the number of the question in our list that an added one seems to be.
    """

    ref: str
    ours: Item | None
    theirs: Item | None
    kinds: tuple[Kind, ...]
    sentence: str
    percent: int | None = None
    perhaps: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Every question of either list, in order."""

    rows: tuple[Row, ...]

    def of(self, kind: Kind) -> tuple[Row, ...]:
        """The rows that differ in this way."""
        return tuple(row for row in self.rows if kind in row.kinds)

    @property
    def summary(self) -> str:
        """The counts as one sentence."""
        counted = ", ".join(f"{len(self.of(kind))} {_WORDS[kind]}" for kind in Kind)
        return f"Against our list: {counted}."


_WORDS = {
    Kind.ADDED: "added",
    Kind.REMOVED: "removed",
    Kind.REWORDED: "that may ask something else",
    Kind.LEVEL_CHANGED: "at another level",
    Kind.UNCHANGED: "the same",
}

_LEVELS = {
    Level.APPROACHING: "Approaching Standards",
    Level.STANDARDS_MET: "Standards Met",
    Level.OPTIONAL: "optional",
}


def difference(ours: Pack, theirs: Pack) -> Difference:
    """Compare two lists by number, then by words. Nothing is changed by looking."""
    numbers = sorted({item.ref for pack in (ours, theirs) for item in pack.items}, key=refs.order)
    return Difference(tuple(_row(ours, theirs, ref) for ref in numbers))


def _row(ours: Pack, theirs: Pack, ref: str) -> Row:
    here, there = ours.item(ref), theirs.item(ref)
    if here is not None and there is not None:
        return _in_both(ours, theirs, here, there)
    if there is not None:
        return _added(ours, theirs, there)
    return Row(ref, here, None, (Kind.REMOVED,), f"The official list has no question {ref}.")


def _in_both(ours: Pack, theirs: Pack, here: Item, there: Item) -> Row:
    by_same_hand = likeness.same_hand(ours, theirs)
    percent = likeness.of_items(here, there, by_same_hand=by_same_hand)
    found = list(_found(here, there, percent, by_same_hand=by_same_hand))
    kinds = tuple(kind for kind, _ in found) or (Kind.UNCHANGED,)
    sentence = " ".join(text for _, text in found) or f"Question {here.ref} is the same in both lists."
    return Row(here.ref, here, there, kinds, sentence, percent)


def _found(here: Item, there: Item, percent: int, *, by_same_hand: bool) -> Iterator[tuple[Kind, str]]:
    if likeness.is_changed(percent, by_same_hand=by_same_hand):
        yield Kind.REWORDED, f"The wordings of question {here.ref} are {percent}% alike. Read both."
    if here.level is not there.level:
        yield Kind.LEVEL_CHANGED, f"We list it as {_LEVELS[here.level]}; the official list as {_LEVELS[there.level]}."


def _added(ours: Pack, theirs: Pack, there: Item) -> Row:
    by_same_hand = likeness.same_hand(ours, theirs)
    absent = [item for item in ours.items if theirs.item(item.ref) is None]
    scored = [(likeness.of_items(item, there, by_same_hand=by_same_hand), item.ref) for item in absent]
    percent, ref = max(scored, default=(0, ""))
    sentence = f"Our list has no question {there.ref}."
    if percent < likeness.RENUMBERED:
        return Row(there.ref, None, there, (Kind.ADDED,), sentence)
    sentence = f"{sentence} It may be our {ref}, under another number."
    return Row(there.ref, None, there, (Kind.ADDED,), sentence, percent, ref)
