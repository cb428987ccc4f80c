"""Reads rows of a register's table as the entries that rules know."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import islice
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.queries.access import Context
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import RegisterLink, RegisterRow
from guardbook.records.registers import table
from guardbook.rules.registers import catalogue, columns
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)
_BATCH = 1000
_KEPT = (
    "id", "site_id", "reviewed_on", "review_due_on", "attention_on", "is_checked", "checked_by", "starter", "number",
    "added_at", "archived_at", "archived_because",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found(Generic[E]):
    """One entry as it is kept: what it says, and what surrounds it. ``number`` is its version."""

    id: UUID
    entry: E
    site: str
    people: Mapping[str, str]
    review_due_on: date | None
    attention_on: date | None
    checked_by: str
    starter: str
    number: int
    added_at: datetime
    archived_at: datetime | None
    archived_because: str


def named(slug: str) -> Register[Any]:
    """The register of this name in an address. Raises NotFound where there is none."""
    register = catalogue.BY_SLUG.get(slug)
    if register is None:
        raise NotFound
    return register


def seen(ctx: Context) -> tuple[Register[Any], ...]:
    """The registers that this person may see, in the order of the catalogue."""
    return tuple(register for register in catalogue.ALL if register.seen_by in ctx.by.permissions)


def rows(ctx: Context, register: Register[E]) -> TenantQuerySet[RegisterRow]:
    """The rows of one register that this person may see, archived ones too.

    Raises:
        NotPermitted: a member whose access does not reach this register.
    """
    if register.seen_by not in ctx.by.permissions:
        raise NotPermitted(f"Your access does not let you {register.seen_by}.")
    return told_rows(ctx, register)


def told_rows(ctx: Context, register: Register[E]) -> TenantQuerySet[RegisterRow]:
    """The rows of a register for a question that tells only a part of them, and asks for a permission of its own."""
    return table(register).objects.of(ctx.organisation_id).visible_to(ctx.by.sites)


def read(
    register: Register[E],
    found: TenantQuerySet[RegisterRow],
    *,
    with_links: bool = False,
    to_checked: bool = False,
) -> list[Found[E]]:
    """Rows of one register as entries, in the order of the rows. One query, or two with links.

    A link to an archived entry is none, and with ``to_checked`` neither is one to an entry that nobody has checked.
    """
    return list(_entries(register, list(_held(register, found)), with_links=with_links, to_checked=to_checked))


def stream(register: Register[E], found: TenantQuerySet[RegisterRow]) -> Iterator[Found[E]]:
    """Rows of one register as entries with their links, however many: never more than a thousand are held at once."""
    held = _held(register, found).iterator(chunk_size=_BATCH)
    while chunk := list(islice(held, _BATCH)):
        yield from _entries(register, chunk, with_links=True)


def _held(register: Register[E], found: TenantQuerySet[RegisterRow]) -> QuerySet[RegisterRow, dict[str, Any]]:
    held: QuerySet[RegisterRow, dict[str, Any]] = found.annotate(**_beside(register)).values(
        *_names(register), *_beside(register)
    )
    return held


def _entries(
    register: Register[E], held: Sequence[dict[str, Any]], *, with_links: bool, to_checked: bool = False
) -> Iterator[Found[E]]:
    wanted = [row["id"] for row in held] if with_links else []
    linked = _links(register, wanted, to_checked=to_checked)
    return (_found(register, row, linked.get(row["id"], {})) for row in held)


def _links(
    register: Register[E], wanted: Sequence[UUID], *, to_checked: bool
) -> Mapping[UUID, Mapping[str, tuple[UUID, ...]]]:
    """What each entry leads to, by question. One query for each thousand entries; none where nothing is asked."""
    made: defaultdict[UUID, defaultdict[str, list[UUID]]] = defaultdict(lambda: defaultdict(list))
    standing = stands(register, to_checked=to_checked)
    for start in range(0, len(wanted) if standing else 0, _BATCH):
        rows = RegisterLink.objects.filter(standing, entry_id__in=wanted[start : start + _BATCH]).order_by("id")
        for entry_id, question, to_entry_id in rows.values_list("entry_id", "question", "to_entry_id"):
            made[entry_id][question].append(to_entry_id)
    return {key: {name: tuple(ids) for name, ids in held.items()} for key, held in made.items()}


def linked(register: Register[E], entry: E) -> tuple[tuple[str, UUID], ...]:
    """Where an entry leads to: the slug of each register and the entry there."""
    asked = (each for each in register.questions if each.kind is Kind.LINKS)
    return tuple((each.to, key) for each in asked for key in getattr(entry, each.name))


def stands(register: Register[E], *, to_checked: bool = False) -> Q:
    """The condition of a link of this register to an entry that is not archived; empty where it asks for no links.

    With ``to_checked`` the entry is one that somebody has said to be true here, too.
    """
    also = {"is_checked": True} if to_checked else {}
    found = Q()
    for slug in sorted({each.to for each in register.questions if each.kind is Kind.LINKS}):
        there = table(named(slug)).objects.filter(pk=OuterRef("to_entry_id"), archived_at=None, **also)
        found |= Q(Exists(there), to_register=slug)
    return found


def needs_attention(register: Register[E], today: date) -> Q:
    """The condition of an entry with something to put right today: its own gap, or somebody named in it who left."""
    found = Q(attention_on__lte=today)
    for name in _leavers(register):
        found |= Q(**{f"{name}__left_on__lt": today})
    return found & still(register, today) & Q(archived_at=None)


def still(register: Register[E], on: date) -> Q:
    """The condition of an entry that is not history on a day."""
    if not register.ends:
        return Q()
    return Q(**{f"{register.ends}__isnull": True}) | Q(**{f"{register.ends}__gt": on})


def entry_of(register: Register[E], row: Mapping[str, Any], linked: Mapping[str, tuple[UUID, ...]]) -> E:
    """The entry that a row of columns holds."""
    said: dict[str, Any] = {}
    for question in register.questions:
        if question.kind is Kind.LINKS:
            said[question.name] = linked.get(question.name, ())
        elif question.kind is Kind.PERSON:
            said[question.name] = row[f"{question.name}_id"]
        else:
            said[question.name] = columns.read(question, row[question.name])
    said |= {name: row[name] for name in register.derived}
    said |= {columns.leaver(name): row[f"{name}_left"] for name in _leavers(register)}
    said |= {name: row[name] for name in ("site_id", "reviewed_on", "is_checked")}
    return register.entry(**said)


def _found(register: Register[E], row: Mapping[str, Any], linked: Mapping[str, tuple[UUID, ...]]) -> Found[E]:
    return Found(
        entry=entry_of(register, row, linked),
        site=row["site_name"] or "",
        people={each: row[f"{each}_name"] or "" for each in _people(register)},
        **{name: row[name] for name in _KEPT if name not in {"site_id", "reviewed_on", "is_checked"}},
    )


def _names(register: Register[E]) -> tuple[str, ...]:
    asked = (
        f"{each.name}_id" if each.kind is Kind.PERSON else each.name
        for each in register.questions
        if each.kind is not Kind.LINKS
    )
    return (*_KEPT, *asked, *register.derived)


def _people(register: Register[E]) -> tuple[str, ...]:
    return tuple(each.name for each in register.questions if each.kind is Kind.PERSON)


def _leavers(register: Register[E]) -> tuple[str, ...]:
    """The PERSON questions whose last day of work the entry wants to know."""
    wanted = {each.name for each in fields(register.entry)}
    return tuple(name for name in _people(register) if columns.leaver(name) in wanted)


def _beside(register: Register[E]) -> dict[str, F]:
    named_people = {f"{name}_name": F(f"{name}__name") for name in _people(register)}
    gone = {f"{name}_left": F(f"{name}__left_on") for name in _leavers(register)}
    return {"site_name": F("site__name"), **named_people, **gone}


def keepers(registers: Sequence[Register[Any]]) -> list[UUID]:
    """The organisations that have an entry in any of these registers, for what is done for all of them."""
    found = (table(each).objects.order_by().values_list("organisation_id", flat=True).distinct() for each in registers)
    return sorted({organisation_id for each in found for organisation_id in each})
