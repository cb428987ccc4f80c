"""Paper records: where they are kept, who holds the key, how they leave the building and how they end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence


class Locked(Choice):
    """When paper is locked away."""

    WHEN_EMPTY = "when_empty", "Yes, whenever nobody is there"
    AT_NIGHT = "at_night", "Only at night"
    NO = "no", "No"


class Carried(Choice):
    """What keeps paper safe on its way."""

    LOCKED_BAG = "locked_bag", "It travels in a bag that locks"
    ONLY_NEEDED = "only_needed", "Only the pages that are needed go"
    NEVER_IN_CAR = "never_in_car", "It is never left in a car"
    CHECKED_BACK = "checked_back", "Somebody checks that it all comes back"


class SignedOut(Choice):
    """How it is noted that paper has left."""

    SHEET = "sheet", "On a signing-out sheet"
    CARE_SYSTEM = "care_system", "On the care system"
    NOT_NOTED = "not_noted", "It is not noted"


class Destroyed(Choice):
    """How paper ends."""

    CROSS_CUT = "cross_cut", "We shred it into small pieces (cross-cut)"
    STRIP_CUT = "strip_cut", "We shred it into long strips"
    COMPANY = "company", "A company destroys it and gives us a certificate"
    HANDED_ON = "handed_on", "It goes back to whoever it belongs to"
    BIN = "bin", "It goes into an ordinary bin"


OURSELVES = frozenset({Destroyed.CROSS_CUT, Destroyed.STRIP_CUT, Destroyed.BIN})
READABLE = frozenset({Destroyed.STRIP_CUT, Destroyed.BIN})
"""Ways after which a stranger could still read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord(Entry):
    """One kind of paper in one place."""

    name: str = questions.line(
        "Which papers?",
        hint="For example: care files in use.",
        required=True,
        listed=True,
        also_called=("record", "paper record", "document", "type of record"),
    )
    place: str = questions.line(
        "Where are they kept?", required=True, listed=True, also_called=("location", "where", "stored", "where kept")
    )
    locked: Locked | None = questions.one(
        "Are they locked away?", Locked, required=True, listed=True, also_called=("lock", "secure")
    )
    key_holders: tuple[str, ...] = questions.things(
        "Who holds the key or knows the code?",
        hint="One job on each line, such as: senior on shift.",
        also_called=("keys", "keyholders", "key holder"),
    )
    leaves: bool | None = questions.yes_no(
        "Does any of it ever leave the building?", required=True, also_called=("taken out", "off site", "offsite")
    )
    carried: tuple[Carried, ...] = questions.some("What keeps it safe on the way?", Carried, part="If it leaves")
    signed_out: SignedOut | None = questions.one("How do you note that it is out?", SignedOut)
    destroyed: Destroyed | None = questions.one(
        "How is it destroyed in the end?", Destroyed, part="When it is no longer needed", also_called=("disposal",)
    )
    destroyed_by: str = questions.line("Who destroys it?", hint="A job or a company.")
    is_noted: bool | None = questions.yes_no(
        "Is it noted what was destroyed, and when?", also_called=("destruction log",)
    )


def gaps(entry: PaperRecord, on: date) -> Iterator[Gap]:
    """What is missing for one kind of paper. Sources: items 1.3.12, 1.3.13 and 1.4.3."""
    del on
    yield from _locked(entry)
    if entry.leaves:
        yield from _out(entry)
    yield from _destroyed(entry)


def _locked(entry: PaperRecord) -> Iterator[Gap]:
    if entry.locked is Locked.NO:
        yield Gap("Anybody could read this. Lock it away when nobody is there.", Severity.HIGH, "locked", "1.3.13")
    elif entry.locked is Locked.AT_NIGHT:
        text = "By day it is not locked. A visitor could see it. Lock it whenever nobody is there."
        yield Gap(text, Severity.MEDIUM, "locked", "1.3.13")
    elif entry.locked and not entry.key_holders:
        yield Gap("Say which jobs hold the key or know the code.", Severity.LOW, "key_holders", "1.3.13")


def _out(entry: PaperRecord) -> Iterator[Gap]:
    if not entry.carried:
        yield Gap("Say what keeps it safe on the way.", Severity.MEDIUM, "carried", "1.3.12", Confidence.READ)
    if entry.signed_out is SignedOut.NOT_NOTED:
        text = "Nobody would notice if it were lost. Note what goes out and what comes back."
        yield Gap(text, Severity.MEDIUM, "signed_out", "1.3.12", Confidence.READ)
    elif entry.signed_out is None:
        yield Gap("Say how you note that it is out.", Severity.LOW, "signed_out", "1.3.12", Confidence.READ)


def _destroyed(entry: PaperRecord) -> Iterator[Gap]:
    how = entry.destroyed
    if how is None:
        yield Gap("Say how it is destroyed in the end.", Severity.LOW, "destroyed", "1.4.3", Confidence.INFERRED)
    elif how in READABLE:
        text = "A stranger could still read it. Use a shredder that cuts small pieces, or a company."
        yield Gap(text, Severity.HIGH, "destroyed", "1.4.3", Confidence.INFERRED)
    elif how in OURSELVES and not entry.is_noted:
        text = "Keep a short list of what was destroyed, when and by whom."
        yield Gap(text, Severity.LOW, "is_noted", "1.4.3", Confidence.INFERRED)


REGISTER: Register[PaperRecord] = Register(
    slug="paper",
    entry=PaperRecord,
    title="Paper records",
    one="kind of paper",
    many="kinds of paper",
    section=Section.PAPERWORK,
    why="Paper has no password and no second copy. Knowing where it is, and who has the key, keeps it from strangers.",
    example="Care files in use, in the locked cupboard in the office. The senior on shift has the key.",
    gaps=gaps,
    counted=("name", "locked", "leaves", "carried", "signed_out", "destroyed", "is_noted"),
    same_by=("name", "place"),
)
