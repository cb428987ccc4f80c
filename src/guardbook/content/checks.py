"""Checks every published pack: shape, references, completeness, totals, lock and proof. Each line is a sentence."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardbook.content import fingerprints, glossary, packs
from guardbook.content import help as help_pages
from guardbook.content.endings import current as endings
from guardbook.content.faults import Unsound
from guardbook.rules.frameworks.carry import Carry, carry
from guardbook.rules.frameworks.items import Item
from guardbook.rules.frameworks.packs import Pack


class Standing(StrEnum):
    """GOOD; KNOWN for a fault that the pack itself owns up to; FAULT for one to put right."""

    GOOD = "good"
    KNOWN = "known"
    FAULT = "fault"


class Check(StrEnum):
    """What was looked at."""

    SHAPE = "shape"
    REFERENCES = "references"
    COMPLETENESS = "completeness"
    TOTALS = "totals"
    FROZEN = "frozen"
    PROOF = "proof"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report. ``about`` is the pack ("dspt 8") or the file it is about."""

    about: str
    check: Check
    standing: Standing
    text: str

    def __str__(self) -> str:
        return f"{self.standing}: {self.about}, {self.check}: {self.text}"


def check(rule_names: Collection[str], proved: Collection[str] | None = None) -> tuple[Line, ...]:
    """Report on everything published with the package.

    ``rule_names`` are the rules a question may name. ``proved`` are those with an example that is met and one that
    is not; None leaves proof out of the report.
    """
    return (*_words(), *(line for code in packs.codes() for line in _toolkit(code, rule_names, proved)))


def sound(lines: Collection[Line]) -> bool:
    """True where nothing has to be put right."""
    return all(line.standing is not Standing.FAULT for line in lines)


def check_pack(pack: Pack, previous: Pack | None, rule_names: Collection[str], lock: dict[str, str]) -> Iterator[Line]:
    """Report on one pack that could be read. ``lock`` holds the fingerprints of its toolkit by version."""
    about = f"{pack.code} {pack.version}"
    yield from _lines(about, Check.REFERENCES, _references(pack, rule_names), "every name leads somewhere.")
    yield from _lines(about, Check.COMPLETENESS, _gaps(pack, previous), "every question has its help and its history.")
    yield _totals(pack, about)
    yield from _lines(about, Check.FROZEN, _lock_faults(pack, lock), "the fingerprint matches the lock.")


def _toolkit(code: str, rule_names: Collection[str], proved: Collection[str] | None) -> Iterator[Line]:
    lock = fingerprints.locked(packs.library() / "lock.toml").get(code, {})
    before: Pack | None = None
    for version in packs.framework(code).versions:
        try:
            pack = packs.load(code, version)
        except Unsound as unsound:
            yield from (Line(f"{code} {version}", Check.SHAPE, Standing.FAULT, text) for text in unsound.reasons)
            continue
        yield Line(f"{code} {version}", Check.SHAPE, Standing.GOOD, f"{len(pack.items)} questions can be read.")
        yield from check_pack(pack, before if pack.previous else None, rule_names, lock)
        before = pack
    if proved is not None and before is not None:
        yield from _lines(f"{code} {before.version}", Check.PROOF, _unproved(before, proved), "every rule is proved.")


def _lines(about: str, kind: Check, faults: Iterator[str], good: str) -> Iterator[Line]:
    found = list(faults)
    yield from (Line(about, kind, Standing.FAULT, text) for text in found)
    if not found:
        yield Line(about, kind, Standing.GOOD, good)


def _references(pack: Pack, rule_names: Collection[str]) -> Iterator[str]:
    known = {item.ref for item in pack.items}
    keys = {source.key for source in pack.sources}
    parts = {(topic.name, part) for topic in pack.topics for part in topic.parts}
    titles = {assertion.ref for assertion in pack.assertions}
    for item in pack.items:
        if item.rule and item.rule not in rule_names:
            yield f"{item.ref}: there is no rule called “{item.rule}”."
        if item.group and (item.group, item.subgroup) not in parts:
            yield f"{item.ref}: there is no topic “{item.group}” with the part “{item.subgroup}”."
        if item.assertion not in titles:
            yield f"{item.ref}: the group {item.assertion} has no title."
        yield from (f"{item.ref}: there is no source “{key}”." for key in item.sources if key not in keys)
    named = [each.ref for each in pack.doubts]
    named += [one.new for migration in pack.migrations for one in migration.renumbered]
    named += [each.merged_into for each in pack.retired if each.merged_into]
    yield from (f"{ref}: no question has this number, but the pack names it." for ref in named if ref not in known)


def _gaps(pack: Pack, previous: Pack | None) -> Iterator[str]:
    for item in pack.items:
        yield from (f"{item.ref}: {gap}" for gap in _item_gaps(item, pack))
    if previous is None:
        return
    told = {each.ref for each in pack.retired}
    for verdict in carry(previous, pack):
        if verdict.kind is Carry.RETIRED and verdict.old_ref not in told:
            yield f"{verdict.old_ref}: version {previous.version} has it, and nothing says what became of it."


def _item_gaps(item: Item, pack: Pack) -> Iterator[str]:
    for name, words in (("why", item.why), ("good", item.good), ("example", item.example), ("help", item.who_helps)):
        if not words:
            yield f"it has no words for “{name}”."
    if not item.rule and not item.why_no_rule:
        yield "it names no rule, and does not say why."
    if item.example and not any(name in item.example for name in pack.made_up_names):
        yield "the example names no made-up home, so it could be taken for the truth about somebody."
    if item.window is not None and item.known.window is None:
        yield "it has a date window, and does not say how well that is known."


def _totals(pack: Pack, about: str) -> Line:
    totals = pack.totals
    if totals is None:
        return Line(about, Check.TOTALS, Standing.FAULT, "the official totals are not recorded.")
    listed = (len(pack.mandatory), len(pack.approaching))
    counts = f"{listed[0]} compulsory questions are listed and the official total is {totals.mandatory}"
    counts += f"; for Approaching it is {listed[1]} and {totals.approaching}."
    if listed == (totals.mandatory, totals.approaching):
        return Line(about, Check.TOTALS, Standing.GOOD, counts)
    if not pack.doubts:
        return Line(about, Check.TOTALS, Standing.FAULT, f"{counts} Nothing says which are doubtful.")
    order = ", ".join(doubt.ref for doubt in pack.doubts)
    return Line(about, Check.TOTALS, Standing.KNOWN, f"{counts} The most doubtful first: {order}.")


def _lock_faults(pack: Pack, lock: dict[str, str]) -> Iterator[str]:
    locked = lock.get(pack.version)
    if locked is None:
        yield "its fingerprint is not in lock.toml."
    elif locked != pack.fingerprint:
        yield "it was changed after it was published. A correction is a new version."


def _unproved(pack: Pack, proved: Collection[str]) -> Iterator[str]:
    for item in pack.items:
        if item.rule and item.rule not in proved:
            yield f"{item.ref}: the rule “{item.rule}” has no example that is met and one that is not."


def _words() -> Iterator[Line]:
    """The glossary, the help pages and the ends of support can be read."""
    read: tuple[tuple[str, Callable[[], tuple[object, ...]]], ...] = (
        ("glossary", glossary.terms),
        ("help pages", help_pages.pages),
        ("ends of support", lambda: tuple(endings.endings().products)),
    )
    for about, load in read:
        try:
            yield Line(about, Check.SHAPE, Standing.GOOD, f"{len(load())} can be read.")
        except Unsound as unsound:
            yield Line(about, Check.SHAPE, Standing.FAULT, str(unsound))
