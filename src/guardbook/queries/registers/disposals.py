"""Records that are no longer in use, by the day on which to look whether they may go."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.registers import disposing
from guardbook.rules.registers.disposals import REGISTER, Disposal
from guardbook.rules.registers.keeping import Standing
from guardbook.rules.registers.terms import Term

MOST = 200
SOON = timedelta(days=183)
"""How far ahead the list looks."""


@dataclass(frozen=True, slots=True)
class Due:
    """Batches by what is to be done, each the earliest first.

    ``to_go`` wait for somebody to write down that they went, ``to_decide`` for a decision; ``held`` are due but
    on hold, ``soon`` are not due yet. ``left_out`` is how many more there are than one page shows.
    ``undated`` is how many have no day yet.
    """

    to_go: tuple[Found[Disposal], ...]
    to_decide: tuple[Found[Disposal], ...]
    held: tuple[Found[Disposal], ...]
    soon: tuple[Found[Disposal], ...]
    left_out: int
    undated: int


@question(Permission.REGISTER_VIEW)
def due(ctx: Context) -> Due:
    """What is due for review, or soon will be. Three queries."""
    today = clock.uk_today(ctx.now)
    every: Any = reading.rows(ctx, REGISTER)
    here = every.filter(archived_at=None, is_checked=True, went_on=None)
    rows = here.filter(review_on__lte=today + SOON)
    found = reading.read(REGISTER, rows.order_by("review_on", "id")[:MOST])
    stands = [(each, disposing.standing(each.entry, Term(), today)) for each in found]
    ready = [each for each, standing in stands if standing is Standing.DUE]
    return Due(
        to_go=tuple(each for each in ready if disposing.is_to_go(each.entry)),
        to_decide=tuple(each for each in ready if not disposing.is_to_go(each.entry)),
        held=tuple(each for each, standing in stands if standing is Standing.HELD),
        soon=tuple(each for each, standing in stands if standing is Standing.RUNNING),
        left_out=rows.count() - len(found),
        undated=here.filter(review_on=None).count(),
    )
