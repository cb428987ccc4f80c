"""One entry of a register, what it leads to, what leads to it, and what a form may choose from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.queries.registers.reading import Found
from guardbook.records.models import Person, RegisterLink, Site
from guardbook.rules.access import Permission
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Gap, Register

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Linked:
    """An entry at the other end of a link: where it is, its name, and the question that made the link.

    ``stands`` is False where this entry leads to one that is archived: nothing rests on it.
    """

    register: Register[Any]
    id: UUID
    name: str
    question: str
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Whole(Generic[E]):
    """One entry with everything its page shows."""

    found: Found[E]
    gaps: tuple[Gap, ...]
    leads_to: tuple[Linked, ...]
    led_to_by: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What the questions of a form may be answered with: by question, identifiers with names, in order."""

    people: tuple[tuple[UUID, str], ...]
    sites: tuple[tuple[UUID, str], ...]
    entries: Mapping[str, tuple[tuple[UUID, str], ...]]


@question(Permission.REGISTER_VIEW)
def one(ctx: Context, register: Register[E], entry_id: UUID) -> Whole[E]:
    """One entry, archived or not. Four queries.

    Raises:
        NotFound: there is none in this register that this person may see.
    """
    found = reading.read(register, reading.rows(ctx, register).filter(pk=entry_id), with_links=True)
    if not found:
        raise NotFound
    ends = list(RegisterLink.objects.of(ctx.organisation_id).filter(entry_id=entry_id))
    starts = list(RegisterLink.objects.of(ctx.organisation_id).filter(to_entry_id=entry_id))
    named = names(
        ctx,
        [(each.to_register, each.to_entry_id) for each in ends] + [(each.register, each.entry_id) for each in starts],
    )
    leads_to = _linked(((each.to_register, each.to_entry_id, each.question) for each in ends), named)
    entry = found[0].entry
    return Whole(
        found=found[0],
        gaps=register.all_gaps(entry, clock.uk_today(ctx.now)),
        leads_to=tuple(replace(each, stands=each.id in getattr(entry, each.question)) for each in leads_to),
        led_to_by=_linked(((each.register, each.entry_id, each.question) for each in starts), named),
    )


@question(Permission.REGISTER_VIEW)
def options(ctx: Context, register: Register[Any]) -> Options:
    """What the form of an entry may choose from: who works here, the sites, and the entries of other registers."""
    kinds = {each.kind for each in register.questions}
    to = sorted({each.to for each in register.questions if each.kind is Kind.LINKS})
    return Options(
        people=_people(ctx) if Kind.PERSON in kinds else (),
        sites=_sites(ctx) if register.with_sites else (),
        entries={slug: _entries(ctx, slug) for slug in to},
    )


@question(Permission.REGISTER_VIEW)
def sites(ctx: Context) -> tuple[tuple[UUID, str], ...]:
    """The sites this person may see, by name. One query."""
    return _sites(ctx)


@question(Permission.REGISTER_VIEW)
def people(ctx: Context) -> tuple[tuple[UUID, str], ...]:
    """The people who work here today, by name. One query."""
    return _people(ctx)


def _people(ctx: Context) -> tuple[tuple[UUID, str], ...]:
    here = Person.objects.of(ctx.organisation_id).visible_to(ctx.by.sites)
    still = here.exclude(left_on__lt=clock.uk_today(ctx.now))
    return tuple(still.order_by("name", "id").values_list("id", "name"))


def _sites(ctx: Context) -> tuple[tuple[UUID, str], ...]:
    sites = Site.objects.filter(organisation_id=ctx.organisation_id)
    if ctx.by.sites is not None:
        sites = sites.filter(pk__in=ctx.by.sites)
    return tuple(sites.order_by("name", "id").values_list("id", "name"))


def _entries(ctx: Context, slug: str) -> tuple[tuple[UUID, str], ...]:
    rows = reading.rows(ctx, reading.named(slug)).filter(archived_at=None)
    return tuple(rows.order_by("name", "id").values_list("id", "name"))


def names(ctx: Context, wanted: Iterable[tuple[str, UUID]]) -> Mapping[UUID, str]:
    """The names of entries in any registers that this person may see. One query."""
    seen = {register.slug for register in reading.seen(ctx)}
    by_register: defaultdict[str, list[UUID]] = defaultdict(list)
    for slug, key in wanted:
        if slug in seen:
            by_register[slug].append(key)
    parts = [
        reading.rows(ctx, catalogue.BY_SLUG[slug]).filter(pk__in=keys).order_by().values_list("id", "name")
        for slug, keys in sorted(by_register.items())
    ]
    if not parts:
        return {}
    first, *rest = parts
    return dict(first.union(*rest, all=True)) if rest else dict(first)


def _linked(ends: Iterable[tuple[str, UUID, str]], named: Mapping[UUID, str]) -> tuple[Linked, ...]:
    return tuple(Linked(catalogue.BY_SLUG[slug], key, named[key], asked) for slug, key, asked in ends if key in named)
