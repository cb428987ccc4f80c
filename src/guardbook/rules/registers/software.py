"""Software: which programs and online systems we use, what for, and how long their makers look after them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from guardbook.rules.registers import lasting, questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.lasting import Importance, Needs
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity

_KEEP = "How long its maker looks after it"


class Runs(Choice):
    """Where it runs: what is online is looked after by whoever runs it."""

    DEVICE = "device", "On our devices"
    ONLINE = "online", "Online: the supplier runs it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Software(Entry):
    """One program or online system. What is worked out stands last: see ``settle``."""

    name: str = questions.line(
        "Program or system",
        required=True,
        listed=True,
        also_called=("software", "application", "app", "program", "system"),
    )
    does: str = questions.line(
        "What do you use it for?", required=True, listed=True, also_called=("purpose", "used for", "use", "description")
    )
    runs: Runs | None = questions.one(
        "Where does it run?", Runs, required=True, also_called=("hosting", "hosted", "cloud or local", "where")
    )
    version: str = questions.line(
        "Version",
        hint="Such as “2021” or “24.2”. Leave it empty for a system that is online.",
        listed=True,
        also_called=("version", "edition", "release"),
    )
    supplier: tuple[UUID, ...] = questions.links(
        "Who supplies it?", to="suppliers", also_called=("supplier", "vendor", "provider")
    )
    holds_personal: bool | None = questions.yes_no(
        "Does it hold information about people?", also_called=("personal data", "holds personal data")
    )
    importance: Importance | None = questions.one(
        "How soon would care suffer without it?", Importance, also_called=("importance", "criticality", "priority")
    )
    needs: tuple[Needs, ...] = questions.some("What does it need to work?", Needs, also_called=("depends on",))
    support_until: date | None = questions.day(
        "Support until, where you know it",
        hint="The day until which the maker sends fixes. Ask the supplier where we do not know it.",
        part=_KEEP,
        also_called=("support ends", "end of life", "eol", "end of support", "support until"),
    )
    risk_note: str = questions.words(
        "If it must stay without support: why, and what keeps it safe?", also_called=("risk", "reason kept")
    )
    risk_agreed_by: UUID | None = questions.person("Who agreed to that?")
    risk_agreed_on: date | None = questions.day("When?")
    understood: str = ""
    supported_until: date | None = None
    unsupported_after: date | None = None
    accepted_until: date | None = None


def settle(entry: Software, reference: Reference) -> Software:
    """Work out what name and version mean, and how long it is supported. Source: rule E-04."""
    lasts = lasting.reckoned(f"{entry.name} {entry.version}", entry.support_until, reference)
    return replace(
        entry,
        understood=lasts.understood,
        supported_until=lasts.supported_until,
        unsupported_after=lasts.unsupported_after,
        accepted_until=lasting.accepted_until(entry),
    )


def is_supported(entry: Software, on: date) -> bool | None:
    """Whether fixes still come. What is online has them from whoever runs it, until a day somebody typed."""
    held = lasting.is_supported(entry, on)
    return True if held is None and entry.runs is Runs.ONLINE else held


def gaps(entry: Software, on: date) -> Iterator[Gap]:
    """What is missing or unsafe about one program. Source: rule E-04, items 7.1.1, 8.1.4 and 8.2.1."""
    if not (entry.runs is Runs.ONLINE and lasting.is_supported(entry, on) is None):
        yield from lasting.gaps(entry, on, "version")
    if entry.runs is Runs.ONLINE and not entry.supplier:
        yield Gap("Say who runs it for you.", Severity.LOW, "supplier", "DSPT 7.1.1")
    if entry.owner is None:
        yield Gap("Say who looks after it here.", Severity.LOW, "owner", "DSPT 7.1.1")


REGISTER: Register[Software] = Register(
    slug="software",
    entry=Software,
    title="Software",
    one="program",
    many="programs",
    section=Section.SYSTEMS,
    why="When a maker stops sending fixes, holes stay open for ever and criminals know them.",
    example="Microsoft Office 2021, letters and rotas, on our devices, support ended on 13 October 2026.",
    gaps=gaps,
    counted=("runs", "owner", "importance", "needs", "supported_until", "unsupported_after", "accepted_until"),
    derived=("understood", "supported_until", "unsupported_after", "accepted_until"),
    settle=settle,
    same_by=("name", "version"),
    with_sites=False,
)
