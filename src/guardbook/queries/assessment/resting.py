"""Which answers rest on an entry of a register: the way back from a row to the toolkit."""

from typing import TypeVar
from uuid import UUID

from guardbook.queries import frameworks
from guardbook.queries.access import Context, question
from guardbook.queries.assessment import evaluating
from guardbook.queries.registers import entries
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.suggestions.suggestion import Rows
from guardbook.rules.frameworks.packs import Pack
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)


@question(Permission.ITEM_VIEW)
def resting(ctx: Context, register: Register[E], entry_id: UUID) -> tuple[Found[E], Pack, tuple[Standing, ...]]:
    """The entry, the list of questions in use, and where each question stands that rests on the entry.

    An entry that nobody has checked, or that is archived, supports no answer.

    Raises:
        NotFound: there is no such entry here.
    """
    found = entries.one(ctx, register, entry_id).found
    run = evaluating.current(ctx)
    pack = frameworks.pack(run.framework, run.version) if run else frameworks.newest()
    if not found.entry.is_checked or found.archived_at is not None:
        return found, pack, ()
    standings = evaluating.one(ctx, pack, run).standings
    return found, pack, tuple(each for each in standings if _rests(each, register, found.entry))


def _rests(standing: Standing, register: Register[E], entry: E) -> bool:
    chosen = standing.suggestion.selectors if standing.suggestion else ()
    return any(
        each.rows is Rows.REGISTER and each.register == register.slug and each.rests(entry, each.on) for each in chosen
    )
