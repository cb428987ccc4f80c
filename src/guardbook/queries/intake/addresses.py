"""The short addresses of a provider, and what is behind one that somebody opens without signing in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guardbook.kernel.errors import NotFound
from guardbook.queries import access
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.records.models import Report, ReportAddress
from guardbook.rules.access import Permission
from guardbook.rules.intake import reports
from guardbook.rules.intake.reports import Purpose, State
from guardbook.rules.registers import contacts
from guardbook.rules.registers.contacts import For

_BY = "Somebody who did not sign in"


@dataclass(frozen=True, slots=True)
class Address:
    """One address that works: what for, of which site, since when, and whether another device has opened it."""

    id: UUID
    code: str
    purpose: Purpose
    site_id: UUID | None
    site: str
    made_at: datetime
    made_by: str
    made_with: str
    tried_at: datetime | None
    tried_with: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What is behind an address: the provider, the context in which a stranger's words arrive, and the address itself."""

    context: Context
    organisation: str
    is_demo: bool
    address: Address


@dataclass(frozen=True, slots=True)
class Standing:
    """What a reporter learns of their report: nothing that it says, only what was done."""

    number: str
    organisation: str
    received_at: datetime
    state: State
    read_at: datetime | None
    outcome: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to ring, with whose it is."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Phones:
    """Whom to ring: at the council about somebody in danger, and here."""

    council: tuple[Phone, ...]
    ours: tuple[Phone, ...]


@question(Permission.SETTINGS_MANAGE)
def addresses(context: Context) -> tuple[Address, ...]:
    """Every address that works. One query."""
    rows = ReportAddress.objects.of(context.organisation_id).filter(ended_at=None).select_related("site")
    return tuple(_address(row) for row in rows.order_by("purpose", "site__name", "id"))


@question(Permission.SETTINGS_MANAGE)
def address(context: Context, address_id: UUID) -> Address:
    """One address that works. One query.

    Raises:
        NotFound: there is none, or it was switched off.
    """
    rows = ReportAddress.objects.of(context.organisation_id).filter(pk=address_id, ended_at=None)
    row = rows.select_related("site").first()
    if row is None:
        raise NotFound
    return _address(row)


def opened(code: str, now: datetime) -> Opened:
    """What is behind an address that somebody opened. One query.

    Raises:
        NotFound: there is no such address, or it was switched off. Which of these it is, nobody is told.
    """
    with access.everything():
        rows = ReportAddress.objects.filter(code=reports.plain(code), ended_at=None)
        row = rows.select_related("site", "organisation").first()
    if row is None:
        raise NotFound
    context = access.system(_BY, row.organisation_id, now)
    return Opened(context, row.organisation.name, row.organisation.is_demo, _address(row))


def standing(number: str, code_digest: str) -> Standing:
    """How a report stands, for whoever holds its number and its code. One query.

    Raises:
        NotFound: there is no such report, or the code is another's. Which of these it is, nobody is told.
    """
    with access.everything():
        rows = Report.objects.filter(number=reports.plain(number), code_digest=code_digest)
        row = rows.select_related("organisation", "joined_to").first()
    if row is None:
        raise NotFound
    decided = row.joined_to if row.joined_to and row.state == State.JOINED else row
    return Standing(
        number=row.number,
        organisation=row.organisation.name,
        received_at=row.received_at,
        state=State(decided.state),
        read_at=row.read_at,
        outcome=decided.outcome,
        decided_at=decided.decided_at,
    )


def phones(context: Context) -> Phones:
    """Whom to ring, as the list of emergency contacts has it: anybody who may tell may ring. One query."""
    rows = reading.told_rows(context, contacts.REGISTER).filter(archived_at=None, is_checked=True)
    held = [each.entry for each in reading.read(contacts.REGISTER, rows.order_by("name", "id"))]
    return Phones(
        council=tuple(Phone(each.name, each.phone) for each in held if For.COUNCIL in each.rung_for),
        ours=tuple(Phone(each.name, each.phone) for each in held if For.STAFF in each.rung_for),
    )


def _address(row: ReportAddress) -> Address:
    return Address(
        id=row.pk,
        code=row.code,
        purpose=Purpose(row.purpose),
        site_id=row.site_id,
        site=row.site.name if row.site else "",
        made_at=row.made_at,
        made_by=row.made_by,
        made_with=row.made_with,
        tried_at=row.tried_at,
        tried_with=row.tried_with,
    )
