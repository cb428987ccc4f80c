"""The calendar: one month as a list of days, so that it works on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.urls import reverse

from guardbook.kernel import dates
from guardbook.queries.access import Context
from guardbook.queries.agenda.listing import Agenda
from guardbook.queries.agenda.members import Member
from guardbook.rules.agenda.deciding import Listed
from guardbook.web.agenda.pages import lines
from guardbook.web.agenda.pages.lines import Around, Line
from guardbook.web.components import Link

_EARLIEST, _LATEST = date(2015, 1, 1), date(2099, 12, 1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the month that has something on it."""

    id: str
    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """One month. ``overdue`` is what was due before it, shown in the present month alone."""

    organisation: UUID
    title: str
    overdue: Sequence[Line]
    days: Sequence[Day]
    before: Link
    after: Link
    present: Link | None
    coming: Link | None


def month(text: str, today: date) -> date:
    """The first day of the month that an address names ("2026-11"); the present month where it names none."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        found = today.replace(day=1)
    return min(max(found, _EARLIEST), _LATEST)


def calendar_page(context: Context, found: Agenda, first: date, people: Sequence[Member]) -> CalendarPage:
    """Put a month together."""
    organisation = context.organisation_id
    around = Around(organisation, found.on, {each.user_id: each.name for each in people})
    end, present = dates.add_months(first, 1), found.on.replace(day=1)
    here = [each for each in found.dated if first <= _due(each) < end]
    late = [each for each in found.dated if _due(each) < min(first, found.on)] if first == present else []
    later = next((_due(each) for each in found.dated if _due(each) >= end), None)
    return CalendarPage(
        organisation=organisation,
        title=_name(first),
        overdue=[lines.line(each, around) for each in late],
        days=[_day(on, list(each), around) for on, each in groupby(here, key=_due)],
        before=_link(organisation, dates.add_months(first, -1)),
        after=_link(organisation, end),
        present=None if first == present else _link(organisation, present),
        coming=_link(organisation, later.replace(day=1)) if later and not here else None,
    )


def _due(listed: Listed) -> date:
    return listed.todo.due_on or date.max


def _day(on: date, listed: Sequence[Listed], around: Around) -> Day:
    today = ", today" if on == around.on else ""
    return Day(f"day-{on.day}", f"{on:%A} {on.day} {on:%B}{today}", [lines.line(each, around) for each in listed])


def _link(organisation: UUID, first: date) -> Link:
    return Link(_name(first), f"{reverse('calendar', kwargs={'organisation': organisation})}?month={first:%Y-%m}")


def _name(first: date) -> str:
    return f"{first:%B} {first.year}"
