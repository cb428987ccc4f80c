"""One page of a register's list: searched, filtered, sorted and cut by the database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import F, Q
from django.db.models.expressions import OrderBy

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.queries.registers.reading import Found
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import RegisterRow
from guardbook.rules.access import Permission
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)
PAGE = 50
_SEARCHED = frozenset({Kind.LINE, Kind.THINGS})
_NEVER_EMPTY = frozenset({Kind.LINE, Kind.ONE, Kind.CHECK, Kind.WEB})
SORTED = _NEVER_EMPTY | {Kind.DAY, Kind.NUMBER, Kind.MONEY, Kind.YES_NO, Kind.PERSON}
FILTERED = frozenset({Kind.ONE, Kind.CHECK, Kind.SOME, Kind.YES_NO})


class Show(StrEnum):
    """Which part of a register to show."""

    CURRENT = "current"
    ATTENTION = "attention"
    UNCHECKED = "unchecked"
    DUE = "due"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked to see. ``where`` holds a value for a question's name, ``sort`` a question's name.

    ``after`` is the last row of the page before; ``columns`` the questions shown, () for the usual ones.
    """

    search: str = ""
    show: Show = Show.CURRENT
    where: Mapping[str, str] = field(default_factory=dict)
    site: UUID | None = None
    sort: str = "name"
    is_down: bool = False
    after: UUID | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListPage(Generic[E]):
    """One page of a list; ``next_after`` is None on the last."""

    found: tuple[Found[E], ...]
    total: int
    next_after: UUID | None


@question(Permission.REGISTER_VIEW)
def page(ctx: Context, register: Register[E], asked: Asked) -> ListPage[E]:
    """One page of a register's list. Four queries at most."""
    wanted = _asked(ctx, register, asked)
    total = wanted.count()
    rows = _after(ctx, register, wanted, asked).order_by(*_order(register, asked))
    found = reading.read(register, rows[: PAGE + 1], with_links=True)
    more = len(found) > PAGE
    return ListPage(tuple(found[:PAGE]), total, found[PAGE - 1].id if more else None)


@question(Permission.EXPORT)
def everything(ctx: Context, register: Register[E], asked: Asked) -> Iterator[Found[E]]:
    """Every entry that fits, in order, with its links, for a spreadsheet. One query, and one for each thousand."""
    return reading.stream(register, _asked(ctx, register, asked).order_by(*_order(register, asked)))


def _asked(ctx: Context, register: Register[E], asked: Asked) -> TenantQuerySet[RegisterRow]:
    rows = _shown(reading.rows(ctx, register), register, asked.show, clock.uk_today(ctx.now))
    if asked.site is not None:
        rows = rows.filter(site_id=asked.site)
    for name, value in asked.where.items():
        rows = rows.filter(_is(register.question(name), value))
    searched = [each.name for each in register.questions if each.kind in _SEARCHED]
    for word in asked.search.split()[:8]:
        fits = Q()
        for name in searched:
            fits |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(fits)
    return rows


def _shown(
    rows: TenantQuerySet[RegisterRow], register: Register[E], show: Show, today: date
) -> TenantQuerySet[RegisterRow]:
    if show is Show.ARCHIVED:
        return rows.exclude(archived_at=None)
    rows = rows.filter(archived_at=None)
    match show:
        case Show.ATTENTION:
            return rows.filter(reading.needs_attention(register, today))
        case Show.UNCHECKED:
            return rows.filter(is_checked=False)
        case Show.DUE:
            return rows.filter(review_due_on__lt=today)
        case Show.CURRENT:
            return rows


def _is(asked: Question | None, value: str) -> Q:
    """The condition of an answer; a filter that means nothing lets everything through."""
    if asked is None or asked.kind not in FILTERED:
        return Q()
    if asked.kind is Kind.SOME:
        return Q(**{f"{asked.name}__contains": f" {value} "})
    if asked.kind is Kind.YES_NO:
        return Q(**{asked.name: {"yes": True, "no": False}.get(value)})
    return Q(**{asked.name: value})


@dataclass(frozen=True, slots=True)
class _Sorting:
    """The column that a list is sorted by, and whether it may be empty."""

    column: str
    may_be_empty: bool


def _sorting(register: Register[E], asked: Asked) -> _Sorting:
    found = register.question(asked.sort)
    if found is None or found.kind not in SORTED:
        return _Sorting("name", may_be_empty=False)
    if found.kind is Kind.PERSON:
        return _Sorting(f"{found.name}__name", may_be_empty=True)
    return _Sorting(found.name, found.kind not in _NEVER_EMPTY)


def _order(register: Register[E], asked: Asked) -> tuple[str | OrderBy, ...]:
    by = _sorting(register, asked)
    if by.may_be_empty:
        column = F(by.column)
        return (column.desc(nulls_last=True) if asked.is_down else column.asc(nulls_last=True), "id")
    return (f"-{by.column}" if asked.is_down else by.column, "id")


def _after(
    ctx: Context, register: Register[E], rows: TenantQuerySet[RegisterRow], asked: Asked
) -> TenantQuerySet[RegisterRow]:
    """Leave out the rows up to and with the last one of the page before."""
    if asked.after is None:
        return rows
    by = _sorting(register, asked)
    last: dict[str, Any] | None = reading.rows(ctx, register).filter(pk=asked.after).values("id", by.column).first()
    if last is None:
        return rows
    held = last[by.column]
    if held is None:
        return rows.filter(**{f"{by.column}__isnull": True}, id__gt=last["id"])
    further = Q(**{f"{by.column}__{'lt' if asked.is_down else 'gt'}": held})
    further |= Q(**{by.column: held}, id__gt=last["id"])
    if by.may_be_empty:
        further |= Q(**{f"{by.column}__isnull": True})
    return rows.filter(further)
