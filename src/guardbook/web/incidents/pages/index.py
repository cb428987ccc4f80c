"""The log of incidents: what is open and how long is left, what is closed, and how many there were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from guardbook.queries.access import Context
from guardbook.queries.incidents.listing import PAGE, Line, Page
from guardbook.rules.access import Permission
from guardbook.rules.incidents.vocabulary import Class
from guardbook.web import words
from guardbook.web.charts import Bar, Chart, Part
from guardbook.web.components import Paging, Tag, Tone
from guardbook.web.incidents import look
from guardbook.web.incidents.look import Address
from guardbook.web.incidents.pages import clocks


@dataclass(frozen=True, slots=True)
class Card:
    """One incident in the log."""

    name: str
    href: str
    tag: Tag
    clock: Tag | None
    beside: str
    about: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The log."""

    organisation: UUID
    is_open: bool
    cards: tuple[Card, ...]
    paging: Paging
    nothing: str
    chart: Chart | None
    may_edit: bool
    may_export: bool


def index_page(context: Context, found: Page, months: Mapping[date, Mapping[str, int]], *, is_open: bool) -> IndexPage:
    """Put the log together."""
    organisation = context.organisation_id
    may = context.by.permissions
    return IndexPage(
        organisation=organisation,
        is_open=is_open,
        cards=tuple(_card(organisation, each, context.now) for each in found.lines),
        paging=_paging(organisation, found, is_open=is_open),
        nothing="" if found.lines else "Nothing is open." if is_open else "Nothing is closed yet.",
        chart=_chart(months),
        may_edit=Permission.INCIDENT_EDIT in may,
        may_export=Permission.EXPORT in may,
    )


def _card(organisation: UUID, of: Line, now: datetime) -> Card:
    parts = [
        of.event_class.label if of.event_class else "Not sorted yet",
        f"found on {words.day(of.found_on)}",
        f"{of.to_tell} still to be told" if of.to_tell else "",
        of.owner,
    ]
    return Card(
        name=f"{of.reference}: {of.title}",
        href=Address(organisation, of.id).to(),
        tag=look.state(of.state),
        clock=Tag(clocks.headline(of.clock, now), _tone(of, now)) if of.clock else None,
        beside=clocks.beside(of.clock, now) if of.clock else "",
        about=" · ".join(part for part in parts if part),
    )


def _tone(of: Line, now: datetime) -> Tone:
    ends = of.clock.safe_deadline if of.clock else None
    return Tone.PROBLEM if ends is not None and ends < now else Tone.WARNING


def _paging(organisation: UUID, found: Page, *, is_open: bool) -> Paging:
    start = (found.number - 1) * PAGE
    shown = f"{start + 1} to {start + len(found.lines)} of {found.total}" if found.total > PAGE else ""
    before = _address(organisation, found.number - 1, is_open=is_open) if found.number > 1 else ""
    after = _address(organisation, found.number + 1, is_open=is_open) if start + PAGE < found.total else ""
    return Paging(shown or words.count(found.total, "incident"), before, after)


def _address(organisation: UUID, number: int, *, is_open: bool) -> str:
    query = ({} if is_open else {"show": "closed"}) | ({"page": number} if number > 1 else {})
    return clocks.index_href(organisation) + (f"?{urlencode(query)}" if query else "")


def _chart(months: Mapping[date, Mapping[str, int]]) -> Chart | None:
    """The last twelve months, those with something in them: each bar is a month, drawn to its own whole."""
    total = sum(sum(each.values()) for each in months.values())
    if not total:
        return None
    near = sum(each.get(Class.NEAR_MISS, 0) for each in months.values())
    breaches = sum(each.get(Class.PERSONAL_DATA_BREACH, 0) for each in months.values())
    summary = (
        f"{words.count(total, 'incident')} in the last 12 months: {words.count(breaches, 'breach', 'breaches')} and "
        f"{words.count(near, 'near miss', 'near misses')}. Near misses in the log are a good sign: people speak up."
    )
    bars = [Bar(f"{first:%B} {first.year}", _parts(counts)) for first, counts in months.items() if counts]
    return Chart("incidents", "Incidents by month", summary, "Month", bars)


def _parts(counts: Mapping[str, int]) -> Sequence[Part]:
    breaches = counts.get(Class.PERSONAL_DATA_BREACH, 0)
    near = counts.get(Class.NEAR_MISS, 0)
    return (
        Part("Breaches", breaches, "solid"),
        Part("Near misses", near, "striped"),
        Part("Other", sum(counts.values()) - breaches - near, "hollow"),
    )
