"""Information assets: every place where information about people is kept, on paper or on a screen (rule D-02)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import checked, questions
from guardbook.rules.registers.checked import Row
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity

LOOK_AT_ACCESS = 12
"""Months within which somebody should look again at who can get in (our own choice)."""


class Kind(Choice):
    """What sort of place it is."""

    SYSTEM = "system", "A computer system or app"
    PAPER = "paper", "Paper: a cabinet, folders or boxes"
    SHARED_DRIVE = "shared_drive", "A shared drive or online folder"
    MAILBOX = "mailbox", "A mailbox"
    CHAT = "chat", "A chat group"
    DEVICES = "devices", "Phones, tablets or computers"
    CCTV = "cctv", "A camera system"
    WEBSITE = "website", "A website or social media page"
    OTHER = "other", "Something else"


class Volume(Choice):
    """How many people are in it."""

    FEW = "few", "Up to 100"
    SOME = "some", "101 to 1,000"
    MANY = "many", "More than 1,000"


class Needed(Choice):
    """How long care could go on without it: the worst first."""

    HOUR = "hour", "Less than an hour"
    SHIFT = "shift", "A shift"
    DAY = "day", "A day"
    WEEK = "week", "A week"
    LONGER = "longer", "Longer"


class Guarded(Choice):
    """How it is kept safe."""

    LOCKED = "locked", "Locked away"
    PASSWORD = "password", "A password or PIN for each person"
    SECOND_STEP = "second_step", "A second step to sign in"
    ENCRYPTED = "encrypted", "Scrambled (encrypted)"
    BACKED_UP = "backed_up", "Backed up"
    FEW_PEOPLE = "few_people", "Only those who need it can get in"
    ALARM = "alarm", "In a building with an alarm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Entry):
    """One place where information is kept. ``access_due_on`` is worked out: the day to look again at who can get in."""

    name: str = questions.line(
        "What is it?",
        hint="For example: care records system, staff files, visitor book.",
        required=True,
        listed=True,
        also_called=("asset", "information asset", "asset name", "name of asset", "system"),
    )
    kind: Kind | None = questions.one(
        "What sort of place is it?", Kind, required=True, listed=True, also_called=("type", "asset type", "format")
    )
    where: str = questions.line(
        "Where is it?",
        hint="The room and cabinet, or who hosts it and in which country.",
        also_called=("location", "where is it kept", "where stored", "location of asset", "storage"),
    )
    data: tuple[Data, ...] = questions.some(
        "What kinds of information are in it?",
        Data,
        required=True,
        also_called=("personal data", "data held", "categories of data", "information held", "contents"),
    )
    people: tuple[People, ...] = questions.some(
        "Whom is it about?", People, also_called=("data subjects", "people covered", "categories of people")
    )
    volume: Volume | None = questions.one(
        "About how many people are in it?", Volume, also_called=("volume", "number of records", "records")
    )
    needed_within: Needed | None = questions.one(
        "How long could you give care without it?",
        Needed,
        listed=True,
        also_called=("criticality", "critical", "importance", "rto", "recovery time"),
    )
    guarded_by: tuple[Guarded, ...] = questions.some(
        "How is it kept safe?",
        Guarded,
        also_called=("security", "protection", "controls", "how protected", "security measures"),
    )
    access_reviewed_on: date | None = questions.day(
        "When did somebody last look at who can get in?",
        also_called=("access reviewed", "access review", "access last reviewed"),
    )
    suppliers: tuple[UUID, ...] = questions.links("Who supplies or looks after it?", to="suppliers")
    retention: tuple[UUID, ...] = questions.links(
        "How long do you keep what is in it?", to="retention", hint="Lines of your list of keeping times."
    )
    ends_on: date | None = questions.day(
        "Since when is it out of use?",
        hint="Only where it is. Say in its history what became of it.",
        also_called=("end date", "decommissioned", "disposal date"),
    )
    access_due_on: date | None = None


def settle(entry: Asset, _reference: Reference) -> Asset:
    """The place with the day to look again at who can get in."""
    last = entry.access_reviewed_on
    return replace(entry, access_due_on=dates.add_months(last, LOOK_AT_ACCESS) if last else None)


def gaps(entry: Asset, on: date) -> Iterator[Gap]:
    """What is missing for one place. Source: rule D-02; the toolkit's guidance on item 1.1.2."""
    if entry.owner is None:
        yield _gap("Name somebody who looks after it.", Severity.MEDIUM, "owner")
    if not entry.retention:
        yield _gap("Say how long you keep what is in it: choose a keeping time.", Severity.MEDIUM, "retention")
    if not entry.where:
        yield _gap("Say where it is.", Severity.LOW, "where")
    if not entry.guarded_by:
        yield _gap("Say how it is kept safe.", Severity.MEDIUM, "guarded_by")
    yield from _access(entry, on)


def _access(entry: Asset, on: date) -> Iterator[Gap]:
    if entry.access_reviewed_on is None:
        yield _gap("Look at who can get in, and write down the day.", Severity.LOW, "access_reviewed_on")
    elif entry.access_due_on is not None and entry.access_due_on < on:
        day = dates.in_words(entry.access_reviewed_on)
        text = f"Who can get in was last looked at on {day}. Look again."
        yield _gap(text, Severity.MEDIUM, "access_reviewed_on")


def _gap(text: str, severity: Severity, question: str = "") -> Gap:
    return Gap(text, severity, question, "D-02")


REGISTER: Register[Asset] = Register(
    slug="assets",
    entry=Asset,
    title="Where information is kept",
    one="place",
    many="places",
    section=Section.INFORMATION,
    why=(
        "You cannot look after what you do not know you have. This is the list of every place that holds "
        "information about people. It is called the information asset register."
    ),
    example="Staff files: the grey cabinet in the office, locked, looked after by the administrator.",
    gaps=gaps,
    counted=("kind", "data", "retention", "ends_on"),
    ends="ends_on",
    derived=("access_due_on",),
    settle=settle,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The list, and what is known to be in use: ``in_use`` names places that somebody has seen used for work."""

    as_of: date
    rows: tuple[Asset, ...] = ()
    in_use: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """Each place with its gaps, and places in use that the list leaves out."""

    rows: tuple[Row, ...]
    findings: tuple[Gap, ...]


def places(facts: Facts) -> Places:
    """What is missing in the list of information assets (D-02)."""
    listed = {each.name.casefold() for each in facts.rows}
    left_out = [name for name in facts.in_use if name.casefold() not in listed]
    return Places(
        tuple(checked.row(REGISTER, each, facts.as_of) for each in facts.rows),
        tuple(_gap(f"{name} is used for work but is not in the list. Add it.", Severity.MEDIUM) for name in left_out),
    )
