"""Incidents as lines: the log a page at a time, what is still to be told and done, and how many there were."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from guardbook.kernel import clock as clocks
from guardbook.kernel import dates
from guardbook.queries.access import Context, question
from guardbook.queries.incidents import reach, reading, stored
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Incident, IncidentAction
from guardbook.rules.access import Permission
from guardbook.rules.incidents import clock
from guardbook.rules.incidents.vocabulary import Class, State, Track, TrackState

PAGE = 50
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One incident in a list. ``to_tell`` counts those still to be told; the clock is None where none runs."""

    id: UUID
    reference: str
    title: str
    state: State
    event_class: Class | None
    found_on: date
    owner: str
    to_tell: int
    clock: clock.Clock | None
    new_facts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the log, and how many there are."""

    lines: tuple[Line, ...]
    total: int
    number: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """An action that is not done yet."""

    id: UUID
    incident_id: UUID
    reference: str
    due_on: date | None
    owner_id: UUID | None


@question(Permission.INCIDENT_VIEW)
def log(context: Context, *, is_open: bool, number: int = 1) -> Page:
    """A page of the open or of the closed incidents, those with a clock first. Two queries."""
    closed = Q(state=State.CLOSED)
    rows = reach.visible(context).filter(~closed if is_open else closed)
    start = (number - 1) * PAGE
    found = _counted(rows).order_by("-found_on", "-number")
    lines = [_line(row) for row in found[start : start + PAGE]]
    lines.sort(key=lambda each: each.clock is None)
    return Page(tuple(lines), rows.count(), number)


def running(context: Context) -> tuple[Line, ...]:
    """Every open incident, for the list of what to do next. One query."""
    rows = reach.visible(context).exclude(state=State.CLOSED)
    return tuple(_line(row) for row in _counted(rows).order_by("id"))


def waiting(context: Context) -> tuple[Waiting, ...]:
    """Every action that is not done. One query."""
    rows = IncidentAction.objects.of(context.organisation_id).filter(done_at=None, incident__in=reach.visible(context))
    return tuple(
        Waiting(row.pk, row.incident_id, row.incident.reference, row.due_on, row.owner_id)
        for row in rows.select_related("incident").order_by("id")
    )


@question(Permission.INCIDENT_VIEW)
def months(context: Context) -> Mapping[date, Mapping[str, int]]:
    """How many incidents of each class were found in each of the last twelve months, the oldest first. One query."""
    last = clocks.uk_today(context.now).replace(day=1)
    firsts = [dates.add_months(last, -back) for back in range(_MONTHS - 1, -1, -1)]
    found: dict[date, dict[str, int]] = {first: {} for first in firsts}
    rows = reach.visible(context).filter(found_on__gte=firsts[0]).values_list("found_on", "event_class")
    for on, name in rows:
        month = found[on.replace(day=1)]
        month[name] = month.get(name, 0) + 1
    return found


@question(Permission.INCIDENT_VIEW)
def everything(context: Context) -> tuple[reading.Whole, ...]:
    """Every incident as a whole, the oldest first, for the list that the regulator may ask for. Six queries."""
    rows = reach.visible(context).order_by("year", "number")
    return tuple(reading.whole(row) for row in rows.prefetch_related(*reading.TOGETHER))


def _counted(rows: TenantQuerySet[Incident]) -> Any:
    needed = Q(tracks__state=TrackState.NEEDED)
    regulator = needed & Q(tracks__track=Track.REGULATOR)
    return rows.annotate(to_tell=Count("tracks", filter=needed), regulator_open=Count("tracks", filter=regulator))


def _line(row: Any) -> Line:
    event_class = Class(row.event_class) if row.event_class else None
    to_tell, regulator_open = row.to_tell, row.regulator_open
    state = State(row.state)
    runs = reading.may_run(state, event_class, row.notified_at) and (row.triaged_at is None or regulator_open > 0)
    return Line(
        id=row.pk,
        reference=row.reference,
        title=row.title,
        state=state,
        event_class=event_class,
        found_on=row.found_on,
        owner=row.owner_name,
        to_tell=to_tell,
        clock=clock.clock(stored.times(row)) if runs else None,
        new_facts_at=row.new_facts_at,
    )
