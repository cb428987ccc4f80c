"""What becomes of last year's answers in a newer list: kept, to be checked again, new or retired, with the reason.

Source: the rule that last year's words are a starting point, never an answer (G-02), and the toolkit's own
practice of carrying answers over. Nothing carried counts until a person confirms it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.frameworks import likeness
from guardbook.rules.frameworks.items import Change, Item, Level
from guardbook.rules.frameworks.packs import Migration, Pack
from guardbook.rules.verdict import Confidence, Reason

_RULE = "G-02"
_LEVELS = {
    Level.APPROACHING: "needed for Approaching Standards",
    Level.STANDARDS_MET: "needed for Standards Met",
    Level.OPTIONAL: "optional",
}


class Carry(StrEnum):
    """What happens to one question, the weightiest first."""

    NEW = "new"
    RETIRED = "retired"
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    HELP_CHANGED = "help_changed"
    LEVEL_CHANGED = "level_changed"
    DATE_WINDOW = "date_window"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Carried:
    """The verdict on one question. ``ref`` is None where it is retired, ``old_ref`` where it is new."""

    ref: str | None
    old_ref: str | None
    kinds: tuple[Carry, ...]
    reasons: tuple[Reason, ...]

    @property
    def kind(self) -> Carry:
        """The weightiest thing that happened."""
        return self.kinds[0]

    @property
    def check_again(self) -> bool:
        """True where the old words may no longer fit, so that a person must read the question first."""
        return self.kind is not Carry.KEPT


def carry(old: Pack, new: Pack) -> tuple[Carried, ...]:
    """Judge every question of ``new`` in its order, then every question of ``old`` that has no place in it."""
    homes = _homes(old, new)
    kept = [_judge(old, new, item, homes.get(item.ref)) for item in new.items]
    taken = {old_ref for old_ref, _ in homes.values()}
    return (*kept, *(_retired(old, new, item.ref) for item in old.items if item.ref not in taken))


def renumbered(ref: str, from_version: str, new: Pack) -> tuple[str, Confidence] | None:
    """Where a question of an older version now stands, or None where nothing can be said for certain."""
    migration = _migration(from_version, new)
    if migration is not None:
        for each in migration.renumbered:
            if each.old == ref:
                return each.new, each.known.confidence
        if int(ref.partition(".")[0]) in migration.standards:
            return None
    return (ref, Confidence.READ) if new.item(ref) else None


def _homes(old: Pack, new: Pack) -> dict[str, tuple[str, Confidence]]:
    """For each new number, the old number it continues and how well that is known."""
    homes: dict[str, tuple[str, Confidence]] = {}
    for item in old.items:
        found = renumbered(item.ref, old.version, new)
        if found is not None and new.item(found[0]):
            homes[found[0]] = (item.ref, found[1])
    homes.update(_by_text(old, new, homes))
    return homes


def _by_text(
    old: Pack, new: Pack, homes: dict[str, tuple[str, Confidence]]
) -> Iterator[tuple[str, tuple[str, Confidence]]]:
    """Pairs found by their words alone, among questions whose numbers led nowhere."""
    taken = {old_ref for old_ref, _ in homes.values()}
    left = [item for item in old.items if item.ref not in taken]
    if not likeness.same_hand(old, new):
        return
    for item in new.items:
        if item.ref in homes or not left:
            continue
        best = max(left, key=lambda each: likeness.word_for_word(each.question, item.question))
        if likeness.word_for_word(best.question, item.question) >= likeness.RENUMBERED:
            left.remove(best)
            yield item.ref, (best.ref, Confidence.INFERRED)


def _judge(old: Pack, new: Pack, item: Item, home: tuple[str, Confidence] | None) -> Carried:
    before = old.item(home[0]) if home else None
    if home is None or before is None:
        text = f"Question {item.ref} was not in version {old.version}. It needs a first answer."
        return Carried(item.ref, None, (Carry.NEW,), (_reason(text, item.known.changed.confidence, new),))
    found = list(_findings(old, new, before, item, home[1]))
    if not found:
        text = f"Question {item.ref} is as it was in version {old.version}. Read last year's words and confirm them."
        found = [(Carry.KEPT, _reason(text, home[1], new))]
    return Carried(item.ref, before.ref, tuple(kind for kind, _ in found), tuple(reason for _, reason in found))


def _findings(old: Pack, new: Pack, before: Item, item: Item, sure: Confidence) -> Iterator[tuple[Carry, Reason]]:
    if before.ref != item.ref:
        text = f"This was question {before.ref} in version {old.version}. It is now {item.ref}."
        yield Carry.RENUMBERED, _reason(text, sure, new)
    yield from _reworded(old, new, before, item)
    if before.level is not item.level:
        text = f"In version {old.version} this was {_LEVELS[before.level]}. Now it is {_LEVELS[item.level]}."
        yield Carry.LEVEL_CHANGED, _reason(text, item.known.level.confidence, new)
    if item.window is not None and not item.window.good_practice:
        known = item.known.window
        text = f"The dates must be looked at again. {item.window.words}"
        yield Carry.DATE_WINDOW, _reason(text, known.confidence if known else Confidence.UNCERTAIN, new)


def _reworded(old: Pack, new: Pack, before: Item, item: Item) -> Iterator[tuple[Carry, Reason]]:
    told = item.changed if _number(new.version) > _number(old.version) else Change.UNCHANGED
    sure = item.known.changed.confidence
    if told is Change.REWORDED:
        text = f"The words of question {item.ref} changed. Check that the old answer still fits."
        yield Carry.REWORDED, _reason(text, sure, new)
        return
    by_same_hand = likeness.same_hand(old, new)
    percent = likeness.of_items(before, item, by_same_hand=by_same_hand)
    if likeness.is_changed(percent, by_same_hand=by_same_hand):
        text = f"Question {item.ref} reads otherwise than in version {old.version}. Check that it asks the same thing."
        yield Carry.REWORDED, _reason(text, Confidence.INFERRED, new)
    if told is Change.HELP_CHANGED:
        text = f"The help for question {item.ref} changed, so what is expected may have changed too."
        yield Carry.HELP_CHANGED, _reason(text, sure, new)


def _retired(old: Pack, new: Pack, ref: str) -> Carried:
    told = next((each for each in new.retired if each.ref == ref), None)
    if told is None:
        text = f"Version {new.version} has no question for {ref}. Your words stay with version {old.version}."
        return Carried(None, ref, (Carry.RETIRED,), (_reason(text, Confidence.INFERRED, new),))
    place = f" It is now part of question {told.merged_into}." if told.merged_into else ""
    return Carried(None, ref, (Carry.RETIRED,), (_reason(f"{told.why}{place}", Confidence.READ, new),))


def _migration(from_version: str, new: Pack) -> Migration | None:
    """The map that answers of this age must pass through, if any."""
    age = _number(from_version)
    return next((each for each in new.migrations if age <= _number(each.from_version)), None)


def _number(version: str) -> int:
    """8 for "8" and for "8-official"; 0 where there is no number."""
    return int("0" + version.partition("-")[0].partition(".")[0].strip("v"))


def _reason(text: str, confidence: Confidence, new: Pack) -> Reason:
    return Reason(text, _RULE, confidence, new.name)
