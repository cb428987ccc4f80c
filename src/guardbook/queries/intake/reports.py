"""Reports for the people who read them. Whoever is named in one never meets it: not listed, not counted, not found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.queries.access import Context
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Report
from guardbook.rules.intake.reports import About, Became, CameBy, Kind, Sort, State, When

PAGE = 50


@dataclass(frozen=True, slots=True)
class Brief:
    """One line of the list."""

    id: UUID
    number: str
    kind: Kind
    sort: Sort
    state: State
    received_at: datetime
    place: str
    site: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of reports, how many there are in each state, and where the next page begins."""

    rows: tuple[Brief, ...]
    counts: Mapping[State, int]
    older: datetime | None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that came with a report; empty where none came."""

    name: str = ""
    media_type: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A whole report."""

    id: UUID
    number: str
    kind: Kind
    sort: Sort
    came_by: CameBy
    received_at: datetime
    site_id: UUID | None
    site: str
    what: str
    happened_on: date | None
    happened_about: When | None
    affected: str
    place: str
    photo: Photo
    about: About | None
    named_person_id: UUID | None
    named: str
    reporter_name: str
    reporter_contact: str
    read_at: datetime | None
    read_by: str
    state: State
    became: Became | None
    became_id: UUID | None
    joined_to_id: UUID | None
    joined_to: str
    outcome: str
    decided_at: datetime | None
    decided_by: str
    version: int


def listing(context: Context, state: State = State.WAITING, before: datetime | None = None) -> Listing:
    """Reports in one state that this person may read, newest first. Two queries."""
    rows = visible(context)
    counts = dict(rows.values_list("state").annotate(Count("id")).order_by())
    wanted = rows.filter(state=state).select_related("site").order_by("-received_at", "-id")
    if before is not None:
        wanted = wanted.filter(received_at__lt=before)
    found = list(wanted[: PAGE + 1])
    older = found[PAGE - 1].received_at if len(found) > PAGE else None
    return Listing(
        tuple(_brief(row) for row in found[:PAGE]), {each: counts.get(each.value, 0) for each in State}, older
    )


def waiting(context: Context) -> int:
    """How many reports wait that this person may read; none for somebody who may read no kind. One query at most."""
    if not _kinds(context):
        return 0
    return visible(context).filter(state=State.WAITING).count()


def one(context: Context, report_id: UUID) -> Told:
    """One report. One query.

    Raises:
        NotFound: there is none, it is out of reach, or it names the person who asks.
    """
    row = visible(context).select_related("site", "named_person", "joined_to").filter(pk=report_id).first()
    if row is None:
        raise NotFound
    return told(row)


def others_waiting(context: Context, told: Told) -> tuple[Brief, ...]:
    """Reports that this one may be joined to: of the same kind, not joined to another themselves. One query."""
    rows = visible(context).filter(kind=told.kind).exclude(pk=told.id).exclude(state=State.JOINED)
    return tuple(_brief(row) for row in rows.select_related("site").order_by("-received_at", "-id")[:20])


def hidden_from(context: Context) -> frozenset[UUID]:
    """The reports that name the person who asks, and what was made of them: areas above must hide the same. One query."""
    if context.by.user_id is None:
        return frozenset()
    rows = Report.objects.of(context.organisation_id).filter(names(context)).order_by()
    return frozenset(each for pair in rows.values_list("id", "became_id") for each in pair if each is not None)


def names(context: Context) -> Q:
    """The condition that a report names the person who asks: as linked on the staff list, or else by the same name."""
    same = Q(named_person__user=None, named_person__name__iexact=context.by.name)
    return Q(named_person__user_id=context.by.user_id, named_person__user__isnull=False) | same


def visible(context: Context) -> TenantQuerySet[Report]:
    """The reports that this person may read.

    Raises:
        NotFound: a stranger.
        NotPermitted: a member who may read no kind of report.
    """
    if not context.by.permissions:
        raise NotFound
    kinds = _kinds(context)
    if not kinds:
        raise NotPermitted("Your access does not let you read reports.")
    rows = Report.objects.of(context.organisation_id).visible_to(context.by.sites).filter(kind__in=kinds)
    return rows if context.by.is_system else rows.exclude(names(context))


def told(row: Report) -> Told:
    """A stored report as pages and actions show it; joins must be selected already."""
    return Told(
        id=row.pk,
        site=row.site.name if row.site else "",
        named=row.named_person.name if row.named_person else "",
        joined_to=row.joined_to.number if row.joined_to else "",
        photo=Photo(row.photo_name, row.photo_type, row.photo_fingerprint),
        kind=Kind(row.kind),
        sort=Sort(row.sort),
        came_by=CameBy(row.came_by),
        state=State(row.state),
        happened_about=When(row.happened_about) if row.happened_about else None,
        about=About(row.about) if row.about else None,
        became=Became(row.became_kind) if row.became_kind else None,
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
    )


_AS_THEY_ARE = (
    "number", "received_at", "site_id", "what", "happened_on", "affected", "place", "named_person_id",
    "reporter_name", "reporter_contact", "read_at", "read_by", "became_id", "joined_to_id", "outcome", "decided_at",
    "decided_by", "version",
)  # fmt: skip


def _kinds(context: Context) -> list[Kind]:
    return [kind for kind in Kind if kind.needs in context.by.permissions]


def _brief(row: Any) -> Brief:
    return Brief(
        id=row.pk,
        number=row.number,
        kind=Kind(row.kind),
        sort=Sort(row.sort),
        state=State(row.state),
        received_at=row.received_at,
        place=row.place,
        site=row.site.name if row.site else "",
        is_read=row.read_at is not None,
    )
