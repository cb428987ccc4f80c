"""All registers at a glance: how much is in each, and what each waits for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, Q, Value, When

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.records.models import RegisterCheck
from guardbook.rules.access import Permission
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.register import Register, Severity


@dataclass(frozen=True, slots=True)
class Check:
    """When somebody last said that a register is whole and right (or that there is nothing to keep), and who."""

    on: date
    by: str
    is_none: bool


@dataclass(frozen=True, slots=True)
class State:
    """One register in numbers, archived entries left out."""

    register: Register[Any]
    total: int
    unchecked: int
    attention: int
    check: Check | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry with something to put right: since when, and the worst of it in a sentence."""

    register: Register[Any]
    id: UUID
    name: str
    since: date
    why: str
    severity: Severity


@question(Permission.REGISTER_VIEW)
def states(ctx: Context) -> tuple[State, ...]:
    """Every register that this person may see in numbers, in the order of the catalogue. Two queries."""
    counted, checked = counts(ctx), checks(ctx)
    return tuple(
        State(register, *counted[register.slug], checked.get(register.slug))  # its three numbers, in this order
        for register in reading.seen(ctx)
    )


@question(Permission.REGISTER_VIEW)
def counts(ctx: Context) -> Mapping[str, tuple[int, int, int]]:
    """Each register's entries: all, those nobody has checked, those with something to put right. One query."""
    today = clock.uk_today(ctx.now)
    parts = [
        reading.rows(ctx, register)
        .filter(archived_at=None)
        .order_by()
        .annotate(slug=Value(register.slug, CharField()))
        .values("slug")
        .annotate(
            total=Count("pk"),
            unchecked=Count("pk", filter=Q(is_checked=False)),
            attention=Count("pk", filter=reading.needs_attention(register, today)),
        )
        .values_list("slug", "total", "unchecked", "attention")
        for register in reading.seen(ctx)
    ]
    counted = {slug: (total, unchecked, attention) for slug, total, unchecked, attention in _together(parts)}
    return {register.slug: counted.get(register.slug, (0, 0, 0)) for register in reading.seen(ctx)}


@question(Permission.REGISTER_VIEW)
def waiting(ctx: Context, most: int, among: Sequence[Register[Any]] | None = None) -> tuple[Waiting, ...]:
    """The entries with something to put right today, the worst and oldest first, ``most`` of them. One query.

    Entries that wait only for somebody to say whether they are true here are left out: ``counts`` has them.
    """
    wanted = reading.seen(ctx) if among is None else among
    if not wanted:
        return ()
    today = clock.uk_today(ctx.now)
    rank = Case(*(When(attention_severity=each, then=Value(at)) for at, each in enumerate(Severity)), default=Value(9))
    parts = [
        reading.rows(ctx, register)
        .filter(reading.still(register, today), archived_at=None, is_checked=True, attention_on__lte=today)
        .order_by()
        .annotate(slug=Value(register.slug, CharField()), rank=rank)
        .values_list("slug", "rank", "id", "name", "attention_on", "attention_why", "attention_severity")
        for register in wanted
    ]
    return tuple(
        Waiting(catalogue.BY_SLUG[slug], key, name, since, why, Severity(severity))
        for slug, _, key, name, since, why, severity in _together(parts).order_by("rank", "attention_on", "id")[:most]
    )


@question(Permission.REGISTER_VIEW)
def state(ctx: Context, register: Register[Any]) -> State:
    """One register in numbers. Two queries."""
    rows = reading.rows(ctx, register).filter(archived_at=None)
    counted = rows.aggregate(
        total=Count("pk"),
        unchecked=Count("pk", filter=Q(is_checked=False)),
        attention=Count("pk", filter=reading.needs_attention(register, clock.uk_today(ctx.now))),
    )
    return State(register, **counted, check=checks(ctx).get(register.slug))


@question(Permission.REGISTER_VIEW)
def starters_held(ctx: Context, register: Register[Any]) -> frozenset[str]:
    """The starter rows that are in a register already, by key. One query."""
    rows = reading.rows(ctx, register).filter(archived_at=None).exclude(starter="")
    return frozenset(rows.values_list("starter", flat=True))


@question(Permission.REGISTER_VIEW)
def empty(ctx: Context, registers: Sequence[Register[Any]]) -> tuple[Register[Any], ...]:
    """Those of these registers with nothing in them. One query for each."""
    return tuple(each for each in registers if not reading.rows(ctx, each).filter(archived_at=None).exists())


def checks(ctx: Context) -> Mapping[str, Check]:
    """When each register was last confirmed. One query."""
    rows = RegisterCheck.objects.of(ctx.organisation_id).order_by("checked_on", "id")
    return {
        slug: Check(on, by, is_none)
        for slug, on, by, is_none in rows.values_list("register", "checked_on", "checked_by", "is_none")
    }


def _together(parts: list[Any]) -> Any:
    """Several questions of the same shape as one statement."""
    first, *rest = parts
    return first.union(*rest, all=True) if rest else first
