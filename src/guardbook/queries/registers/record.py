"""The whole record of processing, gathered for one document: each use of information, with the names it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from guardbook.kernel import clock
from guardbook.outside import queue
from guardbook.outside.queue import Stage
from guardbook.queries import evidence, organisations
from guardbook.queries.access import Context, question
from guardbook.queries.evidence import Proof
from guardbook.queries.organisations import Details
from guardbook.queries.registers import reading
from guardbook.queries.registers.reading import Found
from guardbook.queries.roles import held
from guardbook.rules.access import Permission
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.registers import assets, processing, retention
from guardbook.rules.registers.processing import Part, Processing
from guardbook.rules.registers.register import Register
from guardbook.rules.roles.vocabulary import Role

JOB = "registers.write_record"
"""What writes the record when it is too long to wait for."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who keeps the record. ``officer`` is the Data Protection Officer, where there is one, with a contact."""

    name: str
    contact: str = ""
    officer: str = ""
    registration: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One use of information, with the names of what it leads to: places, keeping times, and who looks after it."""

    entry: Processing
    kept_in: tuple[str, ...] = ()
    kept_for: tuple[str, ...] = ()
    owner: str = ""

    @property
    def is_for_others(self) -> bool:
        """Whether it is a row of Article 30(2): another organisation decides, and we do it for them."""
        return self.entry.part is Part.FOR_OTHERS


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record: who keeps it, and every use, by name."""

    organisation: Organisation
    rows: tuple[Row, ...]


@question(Permission.EXPORT)
def whole(ctx: Context) -> Record:
    """The whole record of processing, starter rows that nobody has checked too. Six queries, whatever its length."""
    uses = _open(ctx, processing.REGISTER)
    places = {each.id: each.entry.name for each in _open(ctx, assets.REGISTER, with_links=False)}
    times = {each.id: retention.in_words(each.entry) for each in _open(ctx, retention.REGISTER)}
    return Record(_organisation(ctx), tuple(_row(each, places, times) for each in uses))


@question(Permission.REGISTER_VIEW)
def length(ctx: Context) -> int:
    """How many uses of information stand in the record: somebody has said that they are true here. One query."""
    return reading.rows(ctx, processing.REGISTER).filter(archived_at=None, is_checked=True).count()


@question(Permission.EVIDENCE_VIEW)
def kept(ctx: Context) -> tuple[Proof, ...]:
    """The record as it was written at other times, the newest first. One query."""
    found = evidence.supporting(ctx, SubjectKind.REGISTER)
    mine = [each for key, proofs in found.items() if key.startswith(f"{processing.REGISTER.slug}/") for each in proofs]
    return tuple(sorted(mine, key=lambda proof: proof.added_at, reverse=True))


def is_kept(ctx: Context, key: str) -> bool:
    """Whether the document asked for under this key is kept already. One query."""
    return key in evidence.supporting(ctx, SubjectKind.REGISTER, [key])


@question(Permission.EXPORT)
def being_written(ctx: Context) -> Stage | None:
    """How far the newest document that somebody asked for has got. One query."""
    return queue.newest(JOB, organisation_id=str(ctx.organisation_id))


def _open(ctx: Context, register: Register[Any], *, with_links: bool = True) -> list[Found[Any]]:
    rows = reading.rows(ctx, register).filter(archived_at=None).order_by("name", "id")
    return reading.read(register, rows, with_links=with_links, to_checked=True)


def _row(found: Found[Processing], places: Mapping[UUID, str], times: Mapping[UUID, str]) -> Row:
    entry = found.entry
    return Row(
        entry,
        tuple(places[each] for each in entry.assets if each in places),
        tuple(times[each] for each in entry.retention if each in times),
        found.people.get("owner", ""),
    )


def _organisation(ctx: Context) -> Organisation:
    details, today = organisations.details(ctx), clock.uk_today(ctx.now)
    holders = {
        each.role: each for each in held.holdings(ctx.organisation_id) if each.is_holder and each.holds_on(today)
    }
    reached = {role: ", ".join(part for part in (each.who, each.contact) if part) for role, each in holders.items()}
    return Organisation(
        name=details.legal_name or details.name,
        contact=reached.get(Role.DSP_LEAD, ""),
        officer=reached.get(Role.DPO, ""),
        registration=_registration(details),
    )


def _registration(details: Details) -> str:
    if details.ico_number or not details.ico_exempt_reason:
        return details.ico_number
    return f"Not needed: {details.ico_exempt_reason}"
