"""The flows of information as the map of them needs them: with why each is allowed, its own reason or its use's."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from guardbook.queries import organisations
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.registers import flows, processing
from guardbook.rules.registers.flows import Flow


@dataclass(frozen=True, slots=True)
class Flowing:
    """What goes to and from others. ``uses`` names the uses of information that flows are part of.

    ``waiting`` is how many starter rows nobody has checked: they are not among ``found``.
    """

    us: str
    found: tuple[Found[Flow], ...]
    uses: Mapping[UUID, str]
    waiting: int


@question(Permission.REGISTER_VIEW)
def flowing(ctx: Context) -> Flowing:
    """Every checked flow that this person may see. Four queries, whatever their number."""
    rows = reading.rows(ctx, flows.REGISTER).filter(archived_at=None)
    found = reading.read(flows.REGISTER, rows, with_links=True, to_checked=True)
    uses = reading.rows(ctx, processing.REGISTER).filter(archived_at=None)
    checked = tuple(each for each in found if each.entry.is_checked)
    us = organisations.brief(ctx.organisation_id)
    return Flowing(us.name if us else "Us", checked, dict(uses.values_list("id", "name")), len(found) - len(checked))
