"""Who and what can be named where people write names: staff, sites, and entries of registers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.kernel import dates
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.records.models import Person, Site
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.registers.importing import Here
from guardbook.rules.registers.picking import Known, Names
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register


def here(
    register: Register[Any], organisation_id: UUID, sites: frozenset[UUID] | None, besides: Iterable[Known] = ()
) -> Here:
    """All that rows of a register may name, within some sites (None is every site), and some people ``besides``.

    Whoever has left can still be named: an old entry may be theirs. One query for each kind of thing.
    """
    kinds = {each.kind for each in register.questions}
    to = sorted({each.to for each in register.questions if each.kind is Kind.LINKS})
    people = _people(organisation_id, sites) if Kind.PERSON in kinds else []
    seen = {one.id for one in people}
    return Here(
        people=Names([*people, *(one for one in dict.fromkeys(besides) if one.id not in seen)]),
        sites=Names(_sites(organisation_id, sites) if register.with_sites else ()),
        entries={slug: Names(_entries(slug, organisation_id, sites)) for slug in to},
    )


@question(Permission.REGISTER_VIEW)
def linked(ctx: Context, register: Register[Any]) -> Mapping[UUID, str]:
    """The names of all entries that those of a register lead to. One query for each register led to."""
    found = here(register, ctx.organisation_id, ctx.by.sites).entries
    return {one.id: one.name for names in found.values() for one in names.known}


def _people(organisation_id: UUID, sites: frozenset[UUID] | None) -> list[Known]:
    rows = Person.objects.of(organisation_id).visible_to(sites).order_by("name", "id")
    return [
        Known(key, name, _told_by(job, left_on), tuple(each for each in (email, number) if each))
        for key, name, job, left_on, email, number in rows.values_list(
            "id", "name", "job_title", "left_on", "email", "works_number"
        )
    ]


def _told_by(job: str, left_on: date | None) -> str:
    gone = f"left {dates.in_words(left_on)}" if left_on else ""
    return ", ".join(part for part in (job, gone) if part)


def _sites(organisation_id: UUID, sites: frozenset[UUID] | None) -> list[Known]:
    rows = Site.objects.filter(organisation_id=organisation_id)
    seen = rows if sites is None else rows.filter(pk__in=sites)
    return [Known(key, name) for key, name in seen.order_by("name", "id").values_list("id", "name")]


def _entries(slug: str, organisation_id: UUID, sites: frozenset[UUID] | None) -> list[Known]:
    rows = table(reading.named(slug)).objects.of(organisation_id).visible_to(sites).filter(archived_at=None)
    return [Known(key, name) for key, name in rows.order_by("name", "id").values_list("id", "name")]
