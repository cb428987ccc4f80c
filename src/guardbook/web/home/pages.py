"""The home page: what to do next and why, progress, deadlines, and where publication stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.agenda.listing import Agenda
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.rules.assessment import years
from guardbook.rules.assessment.years import Due
from guardbook.rules.frameworks.packs import Framework
from guardbook.rules.roles import words as role_words
from guardbook.rules.roles.vocabulary import Role
from guardbook.web import words
from guardbook.web.agenda.pages import lines
from guardbook.web.agenda.pages.lines import Around, Line
from guardbook.web.assessment.pages import overview as toolkit_pages
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.charts import Chart
from guardbook.web.components import Link, Row
from guardbook.web.roles.pages.overview import WORKING

MOST = 8


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page."""

    name: str
    first: Line | None
    others: Sequence[Line]
    more: str
    next_href: str
    calendar_href: str
    headline: str
    caveat: str
    portal: str
    closed: Sequence[str]
    list_href: str
    chart: Chart | None
    deadlines: Sequence[Row]
    toolkit_href: str
    working: Sequence[Link] = ()
    reported: Link | None = None


def home_page(
    context: Context,
    name: str,
    agenda: Agenda,
    framework: Framework,
    names: Mapping[UUID, str],
    roles: Sequence[Role] = (),
) -> HomePage:
    """Make the page; what matters most comes first."""
    found, here = agenda.found, {"organisation": context.organisation_id}
    go = Addresses.of(context, found.pack)
    around = Around(context.organisation_id, agenda.on, names)
    listed = [lines.line(each, around) for each in agenda.now[:MOST]]
    left = len(agenda.now) - MOST
    return HomePage(
        name=name,
        first=listed[0] if listed else None,
        others=listed[1:],
        more=f"And {words.count(left, 'more thing')} after these." if left > 0 else "Everything to do",
        next_href=reverse("next", kwargs=here),
        calendar_href=reverse("calendar", kwargs=here),
        headline=found.status.headline if found.run else "You have not started this year's toolkit",
        caveat=found.status.caveat if found.run else "",
        portal=toolkit_pages.portal_words(found, frozen=agenda.is_frozen),
        closed=years.closed_notice(framework, found.facts.as_of) if found.pack.is_rebuilt else (),
        list_href=go.to("toolkit-list"),
        chart=toolkit_pages.chart(found) if found.run else None,
        deadlines=list(_deadlines(found, years.due(found.published, found.facts.as_of))),
        toolkit_href=go.toolkit,
        working=[
            Link(f"Your working page as {role_words.ROLE[role]}", reverse(WORKING[role], kwargs=here)) for role in roles
        ],
    )


def with_reports(context: Context, of: HomePage, waiting: int) -> HomePage:
    """The same page, with how many reports wait to be read by this person."""
    where = reverse("reported", kwargs={"organisation": context.organisation_id})
    return replace(of, reported=Link(f"{words.count(waiting, 'report')} waiting", where)) if waiting else of


def _deadlines(found: Evaluated, due: Due) -> Iterator[Row]:
    today = found.facts.as_of
    yield Row(f"{due.year} toolkit closes", _by(due.on, today))
    if due.missed_year:
        told = f"We have no record that you published in full for {due.missed_year}."
        yield Row(f"{due.missed_year} toolkit", f"{told} It closed {words.count(due.days_overdue, 'day')} ago.")
    if found.run is not None:
        yield Row("You plan to publish", _by(found.run.planned_publication_on, today))
        if found.stale_on is not None:
            yield Row("Next answer to change by itself", _by(found.stale_on, today))
    if found.facts.profile.ico_expires_on is not None:
        yield Row("Data protection fee runs out", _by(found.facts.profile.ico_expires_on, today))


def _by(on: date, today: date) -> str:
    return f"{words.day(on)} ({words.days_left(on, today)})"
