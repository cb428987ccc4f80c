"""What assessments rest on in the registers, as it is today."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from guardbook.queries.access import Context
from guardbook.queries.dpia.reading import Impact
from guardbook.queries.registers import reading
from guardbook.queries.registers.reading import Found
from guardbook.rules.dpia import review
from guardbook.rules.dpia.review import Rests
from guardbook.rules.registers.entries import Entry


def found(context: Context, impacts: Iterable[Impact]) -> Mapping[str, Mapping[str, Found[Entry]]]:
    """The entries that assessments are about, by register and key; what is archived is not there. Three queries."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for impact in impacts:
        for slug, keys in impact.links.items():
            wanted[slug].update(keys)
    whole = Context(context.by, context.organisation_id, context.now)
    return {register.slug: _read(whole, register.slug, wanted[register.slug]) for register in review.REGISTERS}


def rests(impact: Impact, entries: Mapping[str, Mapping[str, Found[Entry]]]) -> tuple[Rests, ...]:
    """What one assessment rests on today."""
    return tuple(
        review.rests(register, key, entries[register.slug][key].entry)
        for register in review.REGISTERS
        for key in impact.links[register.slug]
        if key in entries[register.slug]
    )


def _read(context: Context, slug: str, keys: Iterable[str]) -> Mapping[str, Found[Entry]]:
    register = reading.named(slug)
    rows = reading.rows(context, register).filter(archived_at=None, pk__in=[UUID(each) for each in keys])
    return {str(each.id): each for each in reading.read(register, rows, with_links=True)}
