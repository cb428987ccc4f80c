"""B-06: what the record of an incident must hold, when it may be closed, how it is corrected, and what an export shows.

Source: UK GDPR Art 33(5). That entries are never overwritten is our own choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guardbook.rules.incidents import sources
from guardbook.rules.incidents.vocabulary import Class, Track, TrackState
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do so that it does not happen again; ``owner`` is empty where nobody has taken it."""

    text: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on record of an incident that somebody wants to close. None is not decided."""

    event_class: Class | None = Class.PERSONAL_DATA_BREACH
    regulator_decided: bool | None = None
    individuals_decided: bool | None = None
    rationale: str = ""
    outstanding: tuple[str, ...] = ()
    tracks: Mapping[Track, TrackState] = field(default_factory=dict)
    lessons: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """Whether it may be closed, and each thing that is missing."""

    allowed: bool
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


def closing(facts: Facts) -> Closing:
    """Whether an incident's record is complete enough to close it."""
    missing = (*_decisions(facts), *_loose_ends(facts))
    text = "Nothing is missing in the record." if not missing else "The record must let the regulator see what you did."
    return Closing(not missing, missing, (Reason(text, "B-06", Confidence.READ, sources.UK_GDPR_33),))


def _decisions(facts: Facts) -> tuple[str, ...]:
    found = []
    if facts.event_class is None:
        found.append("Say what kind of event it was.")
    if facts.event_class is Class.PERSONAL_DATA_BREACH:
        if facts.regulator_decided is None:
            found.append("Decide whether the regulator is told.")
        if facts.individuals_decided is None:
            found.append("Decide whether the people affected are told.")
    if not facts.rationale.strip():
        found.append("Write down why it was decided so.")
    return tuple(found)


def _loose_ends(facts: Facts) -> tuple[str, ...]:
    found = [f"Still to tell: {track.label}." for track in Track if facts.tracks.get(track) is TrackState.NEEDED]
    if facts.outstanding:
        found.append("Send the regulator what was still to follow.")
    if not facts.lessons.strip():
        found.append("Write down what you learnt, even if it is that all went well.")
    found += [f"Say who does this: {action.text}" for action in facts.actions if not action.owner.strip()]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Correction:
    """A wish to change something on record. ``revision`` counts the versions there are."""

    name: str
    old: str
    new: str
    reason: str = ""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Corrected:
    """Whether the correction stands, and what is kept of the old words."""

    allowed: bool
    kept: str
    revision: int
    refusals: tuple[str, ...]


def correct(correction: Correction) -> Corrected:
    """Whether a correction may be made: always as a new version with a reason, and the old words are kept."""
    refusals = []
    if correction.old == correction.new:
        refusals.append("Nothing is different.")
    if not correction.reason.strip():
        refusals.append("Say why you change what was recorded.")
    return Corrected(
        not refusals, correction.old, correction.revision if refusals else correction.revision + 1, tuple(refusals)
    )


class Reader(StrEnum):
    """For whom a list of incidents is made."""

    REGULATOR = "regulator"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list of incidents that somebody wants."""

    reader: Reader = Reader.REGULATOR


@dataclass(frozen=True, slots=True)
class Listed:
    """The columns of such a list, and what is left out and why."""

    columns: tuple[str, ...]
    left_out: tuple[str, ...]
    reasons: tuple[Reason, ...]


COLUMNS = (
    "reference",
    "class",
    "kinds",
    "near_miss",
    "found_at",
    "aware_at",
    "first_known_at",
    "facts",
    "effects",
    "people",
    "records",
    "vulnerable",
    "likelihood",
    "impact",
    "risk",
    "regulator_decision",
    "individuals_decision",
    "rationale",
    "decided_by",
    "decided_at",
    "dpo_advice",
    "regulator_told_at",
    "delay_reason",
    "individuals_told_at",
    "others_told",
    "remedial_action",
    "lessons",
    "actions",
    "state",
)
_NOTES = ("notes", "named_people", "reporter")


def listed(wanted: Wanted) -> Listed:
    """Which columns a list has: the regulator's has all that Art 33(5) asks for, and no notes about other people."""
    is_ours = wanted.reader is Reader.OWN
    text = "Notes may speak of other people, and who reported it or is named in it is nobody else's business."
    return Listed(
        (*COLUMNS, "notes") if is_ours else COLUMNS,
        _NOTES[1:] if is_ours else _NOTES,
        (Reason(text, "B-06", Confidence.DEFAULT, sources.OUR_CHOICE),),
    )
