"""Writing down that something happened, who knew when, and what each thing turned out to be."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from guardbook.actions.incidents import moving
from guardbook.actions.intake import deciding as intake
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.incidents import reach
from guardbook.records.models import Incident, IncidentNamed, Person
from guardbook.rules.access import Permission
from guardbook.rules.incidents import record
from guardbook.rules.intake.reports import Became

MOMENTS = ("suspected_at", "certain_at", "staff_certain_at", "supplier_aware_at", "supplier_told_at")
CORRECTABLE = ("title", "story", "found_on", *MOMENTS, "gap_reason")


@dataclass(frozen=True, slots=True)
class Logged:
    """What somebody writes down first. Moments are aware; ``named`` are people on the staff list who must not see it."""

    title: str
    story: str
    found_on: date
    suspected_at: datetime | None = None
    certain_at: datetime | None = None
    staff_certain_at: datetime | None = None
    supplier_aware_at: datetime | None = None
    supplier_told_at: datetime | None = None
    gap_reason: str = ""
    named: tuple[UUID, ...] = ()
    site_id: UUID | None = None


@action(Permission.INCIDENT_EDIT)
def log(change: Change, said: Logged, report_id: UUID | None = None) -> UUID:
    """Put an incident in the log and return its key. ``report_id`` is the report that it came from.

    Raises:
        NotFound: somebody named is not on the staff list.
        Refused: it does not say what happened, a moment is still to come, or the report was dealt with already.
    """
    _check(change, said)
    moments = {each.name: getattr(said, each.name) for each in fields(Logged) if each.name in MOMENTS}
    row = change.create(
        Incident,
        number=_next_number(change),
        year=change.today.year,
        title=said.title.strip(),
        story=said.story.strip(),
        found_on=said.found_on,
        gap_reason=said.gap_reason.strip(),
        site_id=said.site_id,
        report_id=report_id,
        logged_at=change.now,
        logged_by=change.by.name,
        owner_id=change.by.user_id,
        owner_name=change.by.name,
        **moments,
    )
    named = said.named
    if report_id is not None:
        report = intake.take_up(change, report_id, Became.INCIDENT, row.pk)
        named = (*named, report.named_person.pk) if report.named_person else named
    _name(change, row, named)
    change.record("incidents.incident.logged", subject=row)
    return row.pk


@action(Permission.INCIDENT_EDIT)
def correct(change: Change, *, incident_id: UUID, name: str, new: Any, reason: str) -> None:
    """Correct what was recorded: a new version, with the old words kept and shown (B-06).

    Raises:
        NotFound: there is no such incident, or nothing of this name can be corrected.
        Refused: nothing differs, there is no reason, or the moment is still to come.
    """
    row = moving.opened(change, incident_id)
    if name not in CORRECTABLE:
        raise NotFound
    old = getattr(row, name)
    found = record.correct(record.Correction(name, _said(old), _said(new), reason, row.version))
    if not found.allowed:
        raise Refused(*found.refusals)
    if (isinstance(new, datetime) and new > change.now) or (name == "found_on" and new > change.today):
        raise Refused("That moment is still to come.")
    setattr(row, name, new)
    moving.note(change, row, "correction", reason.strip(), about=name, old=_said(old), new=_said(new))
    moving.keep(change, row)
    change.record("incidents.incident.corrected", subject=row)


@action(Permission.INCIDENT_EDIT)
def name_people(change: Change, *, incident_id: UUID, people: tuple[UUID, ...]) -> None:
    """Say who is named in it as having done something; they do not see it from now on.

    Raises:
        NotFound: there is no such incident, or somebody is not on the staff list.
        Refused: you are named yourself.
    """
    row = moving.opened(change, incident_id)
    for held in row.named.exclude(person_id__in=people):
        change.delete(held)
    held_ids = set(row.named.values_list("person_id", flat=True))
    _name(change, row, tuple(each for each in people if each not in held_ids))
    change.record("incidents.people.named", subject=row)


def _name(change: Change, row: Incident, people: tuple[UUID, ...]) -> None:
    for person_id in dict.fromkeys(people):
        person = Person.objects.of(change.organisation_id).filter(pk=person_id).first()
        if person is None:
            raise NotFound
        change.create(IncidentNamed, incident=row, person=person, site_id=row.site_id)
    if not reach.of(change.organisation_id, change.by).filter(pk=row.pk).exists():
        raise Refused("You cannot work on something in which you are named. Ask somebody else to write it down.")


def _check(change: Change, said: Logged) -> None:
    refusals = []
    if not (said.title.strip() and said.story.strip()):
        refusals.append("Say in a few words what happened.")
    if said.found_on > change.today:
        refusals.append("The day on which it was found is still to come.")
    if any(moment is not None and moment > change.now for moment in (getattr(said, name) for name in MOMENTS)):
        refusals.append("One of the times is still to come. Check the day and the hour.")
    if not any(getattr(said, name) for name in MOMENTS):
        refusals.append("Say when somebody first suspected it, or was sure.")
    if refusals:
        raise Refused(*refusals)


def _next_number(change: Change) -> int:
    """The next number of the year; the actions of one provider run in turn, so it is given once."""
    rows = Incident.objects.of(change.organisation_id).filter(year=change.today.year)
    last = rows.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def _said(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()
