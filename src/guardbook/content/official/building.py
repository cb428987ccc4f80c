"""Makes a pack of the official list: its words and levels, with our help wherever it asks the same thing."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from guardbook.content import fingerprints
from guardbook.content.faults import Fault
from guardbook.content.official import reading
from guardbook.content.official.reading import OfficialList
from guardbook.content.official.rows import Row
from guardbook.rules.frameworks import difference, likeness, refs
from guardbook.rules.frameworks.items import AnswerKind, Change, Item, Knowledge, Known, Level, WindowKind
from guardbook.rules.frameworks.packs import Imported, Origin, Pack, Source, Totals
from guardbook.rules.verdict import Confidence

_READ = Known(Confidence.READ, "Read in the official list that was imported.")
_GUESSED = Known(Confidence.UNCERTAIN, "The official list does not say. This is a guess.")
_KEPT = Known(Confidence.INFERRED, "Kept from our own list. The official list does not say.")
_SOURCE = "official_list"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An official list ready for a person to accept: the pack, how it differs from ours, and what to look at."""

    pack: Pack
    difference: difference.Difference
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


def propose(data: bytes, imported: Imported, ours: Pack, version: str | None = None) -> Proposal:
    """Read an official workbook and set it beside our list. Nothing is stored. Unsound where it cannot be used."""
    found = reading.read(data, imported.file_name, version)
    pack = official_pack(found, ours, imported)
    notes = found.notes if _marks_approaching(found) else (*found.notes, _NO_APPROACHING)
    return Proposal(pack, difference.difference(ours, pack), found.faults, notes)


def origin(data: bytes, file_name: str, by: str, at: datetime) -> Imported:
    """Where a list comes from: the file, its SHA-256, who brought it and when (UTC)."""
    return Imported(file_name, hashlib.sha256(data).hexdigest(), by, at)


def official_pack(found: OfficialList, ours: Pack, imported: Imported) -> Pack:
    """The official list as a pack, fingerprint included."""
    keeps_level = not _marks_approaching(found)
    same_version = found.version == _number(ours)
    items = [_item(row, found.version, ours, keeps_level=keeps_level) for row in found.rows]
    first = 2017 + int(found.version)
    pack = replace(
        ours,
        version=f"{found.version}-official",
        year=f"{first}-{(first + 1) % 100:02}",
        name=f"{ours.name.partition(', version')[0]}, version {found.version}, official list",
        origin=Origin.OFFICIAL,
        items=tuple(sorted(items, key=lambda item: refs.order(item.ref))),
        category=reading.CATEGORY,
        opened_on=ours.opened_on if same_version else None,
        closes_on=ours.closes_on if same_version else None,
        previous=ours.previous if same_version else ours.version,
        based_on=None,  # its questions stand in full, with our help already in them
        totals=None,
        doubts=(),
        retired=(),
        sources=(
            Source(_SOURCE, f"Official list of evidence items ({imported.file_name})"),
            *(each for each in ours.sources if each.key != _SOURCE),
        ),
        notes=(),
        imported=imported,
    )
    counted = Totals(len(pack.mandatory), len(pack.approaching), Known(Confidence.READ, "Counted in the list."))
    pack = replace(pack, totals=counted)
    return replace(pack, fingerprint=fingerprints.of(pack))


_NO_APPROACHING = (
    "The workbook does not mark Approaching Standards. Questions that our list has for Approaching stay so, as a guess."
)


def _number(pack: Pack) -> str:
    """8 for our own version 8, and for an official list of it."""
    return pack.version.partition("-")[0]


def _marks_approaching(found: OfficialList) -> bool:
    return any(row.level is Level.APPROACHING for row in found.rows)


def _item(row: Row, version: str, ours: Pack, *, keeps_level: bool) -> Item:
    here = ours.item(row.ref)
    level = row.level or Level.OPTIONAL
    if here is None:
        return _bare(row, level)
    kept = keeps_level and here.level is Level.APPROACHING and level is Level.STANDARDS_MET
    level, known = (Level.APPROACHING, _KEPT) if kept else (level, _READ)
    official = replace(here, question=row.question)
    if likeness.is_changed(likeness.of_items(here, official, by_same_hand=False), by_same_hand=False):
        return replace(_bare(row, level), group=here.group, subgroup=here.subgroup)
    same_version = version == _number(ours)
    changed = row.change if row.change is not Change.UNCHANGED or not same_version else here.changed
    return replace(
        official,
        level=level,
        changed=changed,
        known=replace(_knowledge(here, same_version=same_version), ref=_READ, level=known, question=_READ),
        official_help=row.help,
        sources=(_SOURCE, *(key for key in here.sources if key != _SOURCE)),
    )


def _knowledge(here: Item, *, same_version: bool) -> Knowledge:
    """What we know of the rest. A date fixed for our version may have moved in another."""
    if same_version or here.window is None or here.window.kind is not WindowKind.SINCE:
        return here.known
    moved = Known(Confidence.UNCERTAIN, "This date belongs to an older version. It has probably moved on by a year.")
    return replace(here.known, window=moved)


def _bare(row: Row, level: Level) -> Item:
    """A question we have no words for. How it is answered is a guess until somebody looks at the portal."""
    return Item(
        ref=row.ref,
        level=level,
        answer=AnswerKind.TEXT,
        question=row.question,
        known=Knowledge(
            ref=_READ,
            level=_READ,
            question=_READ,
            answer=_GUESSED,
            not_applicable=_GUESSED,
            exemptions=_GUESSED,
            changed=_READ if row.change is not Change.UNCHANGED else _GUESSED,
        ),
        why_no_rule="We have no rule for this question yet. You answer it yourself.",
        changed=row.change,
        sources=(_SOURCE,),
        official_help=row.help,
    )
