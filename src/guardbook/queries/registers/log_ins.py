"""Who can use what: by system for looking through, and what others with the same job use."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.queries.registers.reading import Found
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import RegisterLink
from guardbook.rules.access import Permission
from guardbook.rules.registers import access, systems
from guardbook.rules.registers.access import Access, Kind, Level

MOST = 500
"""How many log-ins one page shows; with more, somebody looks at one system at a time."""


@dataclass(frozen=True, slots=True)
class Group:
    """The open log-ins of one system; ``id`` None is for those that name no system."""

    id: UUID | None
    name: str
    looked_on: date | None
    log_ins: tuple[Found[Access], ...]


@dataclass(frozen=True, slots=True)
class Usual:
    """What others with the same job have in one system: the level most of them have, and how many of them."""

    level: Level
    people: int


@question(Permission.REGISTER_VIEW)
def by_system(ctx: Context, only: UUID | None = None) -> tuple[Group, ...]:
    """The open log-ins, system by system; ``only`` one of them. Three queries.

    A system without any log-in is there too, with none. A log-in to several systems is under each.
    """
    rows = still_open(ctx)
    if only is not None:
        rows = rows.filter(pk__in=links_to(ctx).filter(to_entry_id=only).values("entry_id"))
    found = reading.read(access.REGISTER, rows.order_by("name", "id")[:MOST], with_links=True)
    known = _systems(ctx, only)
    of: Mapping[UUID, tuple[Found[Access], ...]] = {
        key: tuple(each for each in found if key in each.entry.systems) for key, _, _ in known
    }
    groups = [Group(key, name, looked_on, of[key]) for key, name, looked_on in known]
    placed = {each.id for group in groups for each in group.log_ins}
    rest = tuple(each for each in found if each.id not in placed)
    return (*groups, Group(None, "No system", None, rest)) if rest else tuple(groups)


@question(Permission.REGISTER_VIEW)
def open_by_system(ctx: Context) -> Mapping[UUID, frozenset[UUID]]:
    """The open log-ins of each system that has any, however many. Two queries."""
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    links = links_to(ctx).filter(entry_id__in=still_open(ctx).values("pk"))
    for system, log_in in links.values_list("to_entry_id", "entry_id"):
        found[system].add(log_in)
    return {key: frozenset(found[key]) for key, _, _ in _systems(ctx, None) if key in found}


@question(Permission.REGISTER_VIEW)
def choices(ctx: Context) -> tuple[tuple[UUID, str], ...]:
    """The systems that somebody may be let into, by name. One query."""
    return tuple((key, name) for key, name, _ in _systems(ctx, None))


@question(Permission.REGISTER_VIEW)
def number_open(ctx: Context) -> int:
    """How many log-ins are open. One query."""
    return still_open(ctx).count()


@question(Permission.REGISTER_VIEW)
def usual(ctx: Context, job_title: str, but: UUID) -> Mapping[UUID, Usual]:
    """What people with this job use, by system, leaving out one of them. Two queries; none without a job."""
    if not job_title.strip():
        return {}
    rows = still_open(ctx).filter(person__job_title__iexact=job_title, kind=Kind.OWN.value)
    levels = dict(rows.exclude(person_id=but).values_list("id", "level"))
    counted: defaultdict[UUID, Counter[str]] = defaultdict(Counter)
    for log_in, system in links_to(ctx).filter(entry_id__in=list(levels)).values_list("entry_id", "to_entry_id"):
        counted[system][levels[log_in]] += 1
    most = {system: found.most_common(1)[0] for system, found in counted.items()}
    return {system: Usual(Level(level), number) for system, (level, number) in most.items() if level}


def still_open(ctx: Context) -> TenantQuerySet[Any]:
    """The checked log-ins that are open today."""
    today = clock.uk_today(ctx.now)
    rows: TenantQuerySet[Any] = reading.rows(ctx, access.REGISTER).filter(archived_at=None, is_checked=True)
    return rows.filter(reading.still(access.REGISTER, today))


def links_to(ctx: Context) -> TenantQuerySet[RegisterLink]:
    """The links from log-ins to their systems."""
    return RegisterLink.objects.of(ctx.organisation_id).filter(register=access.REGISTER.slug, question="systems")


def _systems(ctx: Context, only: UUID | None) -> list[tuple[UUID, str, date | None]]:
    rows: TenantQuerySet[Any] = reading.rows(ctx, systems.REGISTER).filter(archived_at=None, is_checked=True)
    if only is not None:
        rows = rows.filter(pk=only)
    return list(rows.order_by("name", "id").values_list("id", "name", "access_reviewed_on"))
