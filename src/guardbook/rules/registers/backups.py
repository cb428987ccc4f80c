"""Backups: what is copied, to where, who checks, and whether a copy was ever brought back (rule E-05)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

YEAR, QUARTER = 12, 3
"""Months between restore tests: the toolkit's yearly least, and our default where care cannot go on without."""
ENOUGH_COPIES, ENOUGH_MEDIA, ENOUGH_AWAY = 3, 2, 1


class Place(Choice):
    """Where a copy is. The live system counts as one of the three."""

    LIVE = "live", "The system itself, where we work", "live system", "original"
    SERVER = "server", "A server or network drive in our building", "NAS", "network drive"
    DRIVE_HERE = (
        "drive_here",
        "A USB stick or drive kept in our building",
        "USB",
        "USB stick",
        "external drive",
        "memory stick",
    )
    DRIVE_AWAY = (
        "drive_away",
        "A USB stick or drive kept somewhere else",
        "off-site drive",
        "off-site USB",
        "drive at home",
    )
    CLOUD = "cloud", "An online backup service", "cloud backup", "online backup", "off-site backup"
    SUPPLIER = "supplier", "Copies that the system's supplier makes", "supplier backup", "backed up by supplier"
    EXPORT = "export", "Our own download of what the supplier holds", "own download", "data export"
    SYNC = "sync", "A synced folder, such as OneDrive or Google Drive", "OneDrive", "Google Drive", "Dropbox"


class Often(Choice):
    """How often a copy is made."""

    ALWAYS = "always", "All the time"
    DAILY = "daily", "Every day"
    WEEKLY = "weekly", "Every week"
    MONTHLY = "monthly", "Every month"
    LESS = "less", "Less often"


class Result(Choice):
    """How the last restore test went."""

    WORKED = "worked", "Everything we tried came back"
    PARTLY = "partly", "Some of it came back"
    FAILED = "failed", "It did not come back"


class Restore(StrEnum):
    """Whether a copy is known to come back."""

    PROVEN = "proven"
    OVERDUE = "overdue"
    FAILED = "failed"
    UNPROVEN = "unproven"


_MEDIUM: Mapping[Place, str] = {
    Place.LIVE: "live",
    Place.SERVER: "server",
    Place.DRIVE_HERE: "drive",
    Place.DRIVE_AWAY: "drive",
    Place.CLOUD: "online",
    Place.SUPPLIER: "supplier",
    Place.EXPORT: "download",
}
COPIES = frozenset(_MEDIUM) - {Place.LIVE}
"""The places that hold a copy beside the system itself."""
_AWAY = frozenset({Place.DRIVE_AWAY, Place.CLOUD, Place.SUPPLIER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup(Entry):
    """One thing that is copied. ``proven_until`` and ``restore_due_on`` are worked out from the last test."""

    name: str = questions.line(
        "What is copied?",
        hint="For example: the care planning system, or the office files.",
        required=True,
        listed=True,
        also_called=("system", "data", "backup", "backup of", "what is backed up"),
    )
    owner: UUID | None = questions.person(
        "Who checks that the copying worked?",
        also_called=("owner", "responsible", "responsible person", "checked by", "who checks"),
    )
    systems: tuple[UUID, ...] = questions.links("Which systems is that?", "systems")
    is_critical: bool | None = questions.yes_no(
        "Would care be in trouble within a day without it?", also_called=("critical", "essential")
    )
    places: tuple[Place, ...] = questions.some(
        "Where are the copies?",
        Place,
        hint="Tick the system itself as well. Three are wanted: two kinds of place, and one away from the building.",
        required=True,
        also_called=("where", "location", "backup location", "copies", "method"),
    )
    often: Often | None = questions.one(
        "How often is a copy made?", Often, required=True, listed=True, also_called=("frequency", "how often")
    )
    opened_by: str = questions.line(
        "Who can open the copies?", hint="For example: the manager and our IT supplier.", also_called=("access",)
    )
    kept_apart: bool | None = questions.yes_no(
        "Is one copy kept where nobody can change it in daily work?",
        hint="For example a drive that is unplugged, or a service that lets nobody delete for 30 days.",
        also_called=("offline", "immutable", "offline copy"),
    )
    suppliers: tuple[UUID, ...] = questions.links(
        "Which supplier makes the copies?", "suppliers", part="Where a supplier makes the copies"
    )
    contract_says: bool | None = questions.yes_no("Does the contract say that they make them?")
    export_seen: bool | None = questions.yes_no(
        "Have you opened a download of your own data?", hint="So that you could go on if the supplier could not."
    )
    tested_on: date | None = questions.day(
        "When was a copy last brought back to see if it works?",
        hint="For a supplier's copies: when you opened your download, or read their test report.",
        listed=True,
        part="The last test",
        also_called=("last tested", "restore test", "last restore test", "test date", "tested on"),
    )
    result: Result | None = questions.one("How did it go?", Result, listed=True, also_called=("result", "test result"))
    tested_by: str = questions.line("Who did the test?", also_called=("tester", "tested by"))
    proven_until: date | None = None
    restore_due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Copies:
    """How many copies there are, on how many kinds of place, and how many of them away from the building."""

    copies: int
    media: int
    away: int

    @property
    def is_enough(self) -> bool:
        """Three copies, two kinds of place, one away (rule E-05)."""
        return self.copies >= ENOUGH_COPIES and self.media >= ENOUGH_MEDIA and self.away >= ENOUGH_AWAY


def copies(places: Iterable[Place]) -> Copies:
    """Count copies. A synced folder is none: what is deleted or locked in one place is so in the other."""
    real = [place for place in places if place in _MEDIUM]
    return Copies(len(real), len({_MEDIUM[place] for place in real}), len(_AWAY.intersection(real)))


def is_copied(entry: Backup) -> bool:
    """Whether there is any copy beside the system itself."""
    return not COPIES.isdisjoint(entry.places)


def is_safe(entry: Backup) -> bool:
    """Whether the copies are enough: three in two kinds of place, or a supplier's under contract and our own."""
    if Place.SUPPLIER in entry.places:
        return bool(entry.contract_says and entry.export_seen)
    return copies(entry.places).is_enough


def proven_until(entry: Backup, months: int = YEAR) -> date | None:
    """The last day on which the last test is proof; None where there is none: it failed, or nobody is named."""
    if entry.tested_on is None or entry.result is not Result.WORKED or not entry.tested_by:
        return None
    return dates.add_months(entry.tested_on, months)


def restore_due_on(entry: Backup) -> date | None:
    """The day by which a copy is to be brought back again; None where that never worked."""
    return proven_until(entry, QUARTER if entry.is_critical else YEAR)


def restore(entry: Backup, on: date) -> Restore:
    """Whether a copy is known to come back, on a day. Source: rule E-05."""
    if entry.result in {Result.FAILED, Result.PARTLY}:
        return Restore.FAILED
    due = restore_due_on(entry)
    if due is None:
        return Restore.UNPROVEN
    return Restore.PROVEN if due >= on else Restore.OVERDUE


def gaps(entry: Backup, on: date) -> Iterator[Gap]:
    """What is missing for one backup. Source: rule E-05."""
    yield from _places(entry)
    yield from _tests(entry, on)
    if entry.owner is None:
        yield Gap("Say who checks that the copying worked.", Severity.LOW, "owner", "E-05")
    if not entry.kept_apart:
        text = "Keep one copy where nobody can change it. Criminals who lock your files look for the copies first."
        yield Gap(text, Severity.MEDIUM, "kept_apart", "E-05", Confidence.MEMORY)


def _places(entry: Backup) -> Iterator[Gap]:
    if not entry.places:
        return  # the question itself is asked for already
    if not is_copied(entry):
        text = "There is no backup here yet."
        if Place.SYNC in entry.places:
            text = "A synced folder is not a backup: what is deleted in one place is deleted in the other. Add a copy."
        yield Gap(text, Severity.HIGH, "places", "E-05")
    elif Place.SUPPLIER in entry.places:
        if not entry.contract_says:
            yield Gap("Ask the supplier to put the copies in the contract.", Severity.MEDIUM, "contract_says", "E-05")
        if not entry.export_seen:
            text = "Download your own data each month, and open one download to see that it is all there."
            yield Gap(text, Severity.MEDIUM, "export_seen", "E-05")
    elif not is_safe(entry):
        yield Gap(_too_few(copies(entry.places)), Severity.MEDIUM, "places", "E-05")


def _too_few(seen: Copies) -> str:
    if seen.copies < ENOUGH_COPIES:
        return (
            f"{seen.copies} {'copy is' if seen.copies == 1 else 'copies are'} recorded, and three are wanted. "
            "The system itself counts as one, so tick it if it is there."
        )
    # Three different places are never of one kind, so what is missing is the one away from the building.
    return "Keep one copy away from the building. A fire or a thief takes everything that is in one place."


def _tests(entry: Backup, on: date) -> Iterator[Gap]:
    match restore(entry, on):
        case Restore.FAILED:
            text = "The last test did not bring everything back. Put it right, and test again until it does."
            yield Gap(text, Severity.HIGH, "result", "E-05")
        case Restore.UNPROVEN:
            text = "Bring one file back from the copy, and note the day, how it went and who did it."
            yield Gap(text, Severity.MEDIUM, "tested_on", "E-05")
        case Restore.OVERDUE:
            last = dates.in_words(entry.tested_on or on)
            text = f"Bring one file back from the copy again. The last time was {last}."
            yield Gap(text, Severity.MEDIUM, "tested_on", "E-05")
        case Restore.PROVEN:
            return


def settle(entry: Backup, _reference: Reference) -> Backup:
    """Fill in how long the last test is proof, and when the next is due."""
    return replace(entry, proven_until=proven_until(entry), restore_due_on=restore_due_on(entry))


REGISTER: Register[Backup] = Register(
    slug="backups",
    entry=Backup,
    title="Backups",
    one="backup",
    many="backups",
    section=Section.SYSTEMS,
    why="If files are lost or locked by criminals, a good copy gets you going again. Many copies turn out to be empty.",
    example="Office files, to an online backup each evening and a drive at the owner's house. A file came back in May.",
    gaps=gaps,
    counted=(
        "name", "owner", "is_critical", "places", "often", "opened_by", "tested_on",
        "result", "tested_by", "proven_until", "restore_due_on"),
    derived=("proven_until", "restore_due_on"),
    settle=settle,
)  # fmt: skip
