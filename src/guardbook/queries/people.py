"""Questions about the staff list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q
from django.db.models.expressions import OrderBy

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Person, StaffListCheck
from guardbook.rules import people
from guardbook.rules.access import Permission
from guardbook.rules.people import Kind

PAGE = 50


class Show(StrEnum):
    """Which part of the staff list to show."""

    HERE = "here"
    LEFT = "left"
    ALL = "all"


class Sort(StrEnum):
    """What the staff list can be sorted by."""

    NAME = "name"
    JOB = "job"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Listing:
    """What somebody asked to see of the staff list; ``after`` is the last row of the page before."""

    search: str = ""
    show: Show = Show.HERE
    kind: Kind | None = None
    sort: Sort = Sort.NAME
    after: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, as pages and spreadsheets show them. All dates are UK dates."""

    id: UUID
    name: str
    works_number: str
    email: str
    job_title: str
    kind: Kind
    has_data_access: bool
    started_on: date | None
    left_on: date | None
    absent_from: date | None
    absent_until: date | None
    clause_signed_on: date | None
    induction_on: date | None
    access_removed_on: date | None
    has_kit: bool | None
    kit_returned_on: date | None
    leaving_note: str

    def facts(self, as_of: date) -> people.Person:
        """What the rules need to know of this person on a date."""
        return people.Person(
            name=self.name,
            kind=self.kind,
            started_on=self.started_on,
            left_on=self.left_on,
            has_access=self.has_data_access,
            away=self.is_away(as_of),
            clause_signed_on=self.clause_signed_on,
            induction_on=self.induction_on,
            access_removed_on=self.access_removed_on,
            has_kit=self.has_kit,
            kit_returned_on=self.kit_returned_on,
        )

    def is_away(self, on: date) -> bool:
        """True while a long absence lasts."""
        return (
            self.absent_from is not None
            and self.absent_from <= on
            and (self.absent_until is None or on <= self.absent_until)
        )


@dataclass(frozen=True, slots=True)
class StaffPage:
    """One page of the staff list; ``next_after`` is None on the last."""

    entries: tuple[Entry, ...]
    total: int
    next_after: UUID | None


@dataclass(frozen=True, slots=True)
class Check:
    """When somebody last said that the staff list is right, and who."""

    on: date
    by: str


_COLUMNS = tuple(Entry.__slots__)


@question(Permission.PEOPLE_VIEW)
def staff(ctx: Context, asked: Listing) -> StaffPage:
    """Return one page of the staff list. Three queries at most."""
    rows = _asked(ctx, asked)
    total = rows.count()
    page = [_entry(row) for row in _after(rows, asked, ctx).order_by(*_order(asked.sort)).values(*_COLUMNS)[: PAGE + 1]]
    more = len(page) > PAGE
    return StaffPage(tuple(page[:PAGE]), total, page[PAGE - 1].id if more else None)


@question(Permission.PEOPLE_VIEW)
def everybody(ctx: Context, asked: Listing | None = None) -> tuple[Entry, ...]:
    """Return the whole staff list, leavers too, by name. One query."""
    wanted = asked or Listing(show=Show.ALL)
    return tuple(_entry(row) for row in _asked(ctx, wanted).order_by(*_order(wanted.sort)).values(*_COLUMNS))


@question(Permission.PEOPLE_VIEW)
def person(ctx: Context, person_id: UUID) -> Entry:
    """Return one person. Raises NotFound when there is none in this organisation. One query."""
    row = _rows(ctx).filter(pk=person_id).values(*_COLUMNS).first()
    if row is None:
        raise NotFound
    return _entry(row)


@question(Permission.PEOPLE_VIEW)
def findings(ctx: Context) -> people.Findings:
    """Return what is missing for everybody today (rules.people). One query."""
    today = clock.uk_today(ctx.now)
    facts = tuple(_entry(row).facts(today) for row in _rows(ctx).order_by("name", "id").values(*_COLUMNS))
    return people.findings(people.StaffFacts(today, facts))


@question(Permission.PEOPLE_VIEW)
def last_check(ctx: Context) -> Check | None:
    """Return when the staff list was last confirmed, or None. One query."""
    latest = StaffListCheck.objects.of(ctx.organisation_id).order_by("-checked_on", "-id").first()
    return None if latest is None else Check(latest.checked_on, latest.checked_by)


@question(Permission.PEOPLE_VIEW)
def job_titles(ctx: Context) -> tuple[str, ...]:
    """Return the job titles of everyone who works here now, in order. One query."""
    today = clock.uk_today(ctx.now)
    titles = _rows(ctx).filter(_here(today)).exclude(job_title="").values_list("job_title", flat=True)
    return tuple(sorted(set(titles), key=str.casefold))


def _rows(ctx: Context) -> TenantQuerySet[Person]:
    return Person.objects.of(ctx.organisation_id).visible_to(ctx.by.sites)


def _asked(ctx: Context, asked: Listing) -> TenantQuerySet[Person]:
    rows, today = _rows(ctx), clock.uk_today(ctx.now)
    match asked.show:
        case Show.HERE:
            rows = rows.filter(Q(left_on=None) | Q(left_on__gte=today))
        case Show.LEFT:
            rows = rows.filter(left_on__lt=today)
        case Show.ALL:
            pass
    if asked.kind is not None:
        rows = rows.filter(kind=asked.kind)
    for word in asked.search.split()[:8]:
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(job_title__icontains=word)
            | Q(works_number__icontains=word)
            | Q(email__icontains=word)
        )
    return rows


def _here(today: date) -> Q:
    return (Q(started_on=None) | Q(started_on__lte=today)) & (Q(left_on=None) | Q(left_on__gte=today))


def _order(sort: Sort) -> Sequence[str | OrderBy]:
    match sort:
        case Sort.NAME:
            return ("name", "id")
        case Sort.JOB:
            return ("job_title", "name", "id")
        case Sort.NEWEST:
            return (F("started_on").desc(nulls_last=True), "name", "id")


def _after(rows: TenantQuerySet[Person], asked: Listing, ctx: Context) -> TenantQuerySet[Person]:
    """Leave out the rows up to and with the last one of the page before."""
    if asked.after is None:
        return rows
    last = _rows(ctx).filter(pk=asked.after).values("id", "name", "job_title", "started_on").first()
    if last is None:
        return rows
    same_name = Q(name__gt=last["name"]) | Q(name=last["name"], id__gt=last["id"])
    match asked.sort:
        case Sort.NAME:
            return rows.filter(same_name)
        case Sort.JOB:
            return rows.filter(Q(job_title__gt=last["job_title"]) | (Q(job_title=last["job_title"]) & same_name))
        case Sort.NEWEST if last["started_on"] is None:
            return rows.filter(Q(started_on=None) & same_name)
        case Sort.NEWEST:
            older = Q(started_on__lt=last["started_on"]) | Q(started_on=None)
            return rows.filter(older | (Q(started_on=last["started_on"]) & same_name))


def _entry(row: Mapping[str, object]) -> Entry:
    return Entry(**{**row, "kind": Kind(str(row["kind"]))})  # type: ignore[arg-type]  # the columns named in _COLUMNS
