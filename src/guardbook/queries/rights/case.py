"""One case, the open ones, and those that are over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import organisations
from guardbook.queries.access import Context, question
from guardbook.queries.intake import reports
from guardbook.queries.registers import disposals
from guardbook.queries.rights import reading
from guardbook.queries.rights.reading import Kept
from guardbook.queries.roles import held
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import RightsCase
from guardbook.rules.access import Permission
from guardbook.rules.roles.vocabulary import Role

MOST_CLOSED = 50


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that is open, the most pressing first, and the latest that is closed."""

    open: tuple[Kept, ...]
    closed: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One case with what its page and letters say besides."""

    on: date
    organisation: str
    kept: Kept
    contact: str


@question(Permission.REQUEST_VIEW)
def overview(context: Context) -> Overview:
    """Every case that this person may see. Five queries, however many there are."""
    today = clock.uk_today(context.now)
    rows = visible(context)
    running = reading.kept(list(rows.filter(is_closed=False).order_by("received_on", "id")), today)
    over = reading.kept(list(rows.filter(is_closed=True).order_by("-received_on", "-id")[:MOST_CLOSED]), today)
    pressing = sorted(running, key=lambda each: min((due.on for due in each.standing.dues), default=date.max))
    return Overview(tuple(pressing), over)


@question(Permission.REQUEST_VIEW)
def detail(context: Context, case_id: UUID) -> Detail:
    """One case, and how people reach whoever answers for data here: the officer, else the lead. Five queries.

    Raises:
        NotFound: there is none, or it belongs to a site that this person does not see.
    """
    today = clock.uk_today(context.now)
    rows = visible(context)
    found = reading.kept(list(rows.filter(pk=case_id)), today)
    brief = organisations.brief(context.organisation_id)
    if not found or brief is None:
        raise NotFound
    return Detail(today, brief.name, found[0], _contact(context, today))


def visible(context: Context) -> TenantQuerySet[RightsCase]:
    """The cases that this person may see: those of their sites, and none from a report that names them. One query."""
    hidden = reports.hidden_from(context)
    rows = RightsCase.objects.of(context.organisation_id).visible_to(context.by.sites)
    return rows.exclude(pk__in=hidden) if hidden else rows


def running(context: Context) -> tuple[Kept, ...]:
    """Every open case, for the list of what to do next. Three queries."""
    if Permission.REQUEST_VIEW not in context.by.permissions:
        return ()
    rows = visible(context).filter(is_closed=False)
    return reading.kept(list(rows.order_by("received_on", "id")), clock.uk_today(context.now))


def _contact(context: Context, today: date) -> str:
    posts = [each for each in held.holdings(context.organisation_id) if each.holds_on(today) and each.contact]
    by_role = {each.role: f"{each.who}, {each.contact}" for each in posts if each.is_holder}
    return by_role.get(Role.DPO) or by_role.get(Role.DSP_LEAD, "")


def batches(context: Context) -> tuple[tuple[str, str], ...]:
    """Records out of use that could be kept from going: key and name of each. Three queries."""
    if Permission.REGISTER_VIEW not in context.by.permissions:
        return ()
    due = disposals.due(context)
    return tuple((str(each.id), each.entry.name) for each in (*due.to_go, *due.to_decide, *due.held, *due.soon))
