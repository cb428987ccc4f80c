"""What one person has, looks after and holds: everything to think of when they join, move or leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import CharField, Q, Value

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.registers import entries, reading
from guardbook.queries.registers.entries import Linked
from guardbook.queries.roles import held
from guardbook.queries.roles.held import Holding
from guardbook.rules.access import Permission
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Thing(Generic[E]):
    """Something a person has: a log-in, a device. ``leads_to`` names what it is linked to."""

    register: Register[E]
    id: UUID
    entry: E
    leads_to: tuple[str, ...]


HELD: tuple[Register[Any], ...] = tuple(register for register in catalogue.ALL if register.held_by)
"""The registers of things that somebody has."""


@question(Permission.REGISTER_VIEW)
def things(ctx: Context, person_id: UUID) -> tuple[Thing[Any], ...]:
    """What a person has today, register by register. Two queries for each register, and one for names."""
    today = clock.uk_today(ctx.now)
    return _things(ctx, person_id, {register: reading.still(register, today) for register in HELD})


@question(Permission.REGISTER_VIEW)
def closed_since(ctx: Context, person_id: UUID, since: date) -> tuple[Thing[Any], ...]:
    """What a person had that was closed on a day or later: what ends, ends; what is given back leaves no trace."""
    ended = {register: Q(**{f"{register.ends}__gte": since}) for register in HELD if register.ends_with_holder}
    return _things(ctx, person_id, ended)


@question(Permission.REGISTER_VIEW)
def looked_after(ctx: Context, person_id: UUID) -> tuple[Linked, ...]:
    """The entries of all registers that a person looks after, by name. One query."""
    today = clock.uk_today(ctx.now)
    first, *rest = (
        reading.rows(ctx, register)
        .filter(reading.still(register, today), Q(owner_id=person_id), archived_at=None)
        .order_by()
        .annotate(slug=Value(register.slug, CharField()))
        .values_list("slug", "id", "name")
        for register in reading.seen(ctx)
    )
    rows = first.union(*rest, all=True) if rest else first
    found = [Linked(catalogue.BY_SLUG[slug], key, name, "owner") for slug, key, name in rows]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


@question(Permission.ROLE_VIEW)
def roles(ctx: Context, person_id: UUID) -> tuple[Holding, ...]:
    """The roles a person holds today, or will hold. One query."""
    today = clock.uk_today(ctx.now)
    theirs = (each for each in held.holdings(ctx.organisation_id) if each.person_id == person_id)
    return tuple(each for each in theirs if each.until_on is None or each.until_on >= today)


def _things(ctx: Context, person_id: UUID, wanted: Mapping[Register[Any], Q]) -> tuple[Thing[Any], ...]:
    found = []
    for register, condition in wanted.items():
        theirs = reading.rows(ctx, register).filter(
            condition, archived_at=None, **{f"{register.held_by}_id": person_id}
        )
        rows = theirs.order_by("name", "id")
        found += [(register, each) for each in reading.read(register, rows, with_links=True)]
    linked = {each.id: reading.linked(register, each.entry) for register, each in found}
    named = entries.names(ctx, [end for ends in linked.values() for end in ends])
    return tuple(Thing(register, each.id, each.entry, _named(linked[each.id], named)) for register, each in found)


def _named(ends: tuple[tuple[str, UUID], ...], named: Mapping[UUID, str]) -> tuple[str, ...]:
    return tuple(named[key] for _, key in ends if key in named)
