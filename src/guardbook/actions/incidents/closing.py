"""Learning from it, seeing the actions through, closing, and opening again."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from guardbook.actions.incidents import judging, moving
from guardbook.actions.intake import deciding as intake
from guardbook.actions.registers import entries
from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.access import Context
from guardbook.queries.incidents import reading
from guardbook.records.models import IncidentAction
from guardbook.rules.access import Permission
from guardbook.rules.incidents.vocabulary import Event, State, Track, TrackState
from guardbook.rules.registers import risks
from guardbook.rules.registers.risks import Impact, Likelihood

_THANKS = "We looked into it, told those who had to know, and put right what we could. Thank you for speaking up."


@dataclass(frozen=True, slots=True)
class Learnt:
    """What let it happen, what you learnt, and who in charge was told and agreed what is done."""

    cause: str
    lessons: str
    process_changed: bool | None = None
    managers_told: str = ""
    managers_told_on: date | None = None
    agreed_by: str = ""


@action(Permission.INCIDENT_EDIT)
def learn(change: Change, *, incident_id: UUID, said: Learnt, seen_version: int | None = None) -> None:
    """Write down what let it happen and what you learnt.

    Raises:
        NotFound: there is no such incident here.
        Refused: it is closed, or managers were told on a day still to come.
        Conflict: somebody changed it meanwhile.
    """
    row = moving.opened(change, incident_id, seen_version)
    moving.still_open(row)
    if said.managers_told_on and said.managers_told_on > change.today:
        raise Refused("The day on which managers were told is still to come.")
    row.cause_found, row.lessons, row.process_changed = said.cause.strip(), said.lessons.strip(), said.process_changed
    row.managers_told, row.managers_told_on = said.managers_told.strip(), said.managers_told_on
    row.actions_agreed_by = said.agreed_by.strip()
    moving.keep(change, row)
    change.record("incidents.lessons.written", subject=row)


@action(Permission.INCIDENT_EDIT)
def add_action(
    change: Change, *, incident_id: UUID, text: str, user_id: UUID | None = None, due_on: date | None = None
) -> UUID:
    """Write down something to do, who does it and by when; return its key.

    Raises:
        NotFound: there is no such incident here.
        Refused: it says nothing, or whoever is chosen has no access or is named in it.
    """
    row = moving.opened(change, incident_id)
    moving.still_open(row)
    if not text.strip():
        raise Refused("Write down what is to be done.")
    owner = moving.colleague(change, row, user_id) if user_id else None
    if user_id and owner is None:
        raise Refused("This person cannot be asked to do it. Choose somebody else.")
    made = change.create(
        IncidentAction,
        incident=row,
        site_id=row.site_id,
        text=text.strip()[:300],
        owner=owner,
        owner_name=owner.name if owner else "",
        due_on=due_on,
    )
    moving.keep(change, row)
    change.record("incidents.action.added", subject=row)
    return made.pk


@action(Permission.INCIDENT_EDIT)
def finish_action(change: Change, *, incident_id: UUID, action_id: UUID) -> None:
    """Say that an action is done; it may be finished after the incident is closed.

    Raises:
        NotFound: there is no such action here.
    """
    row = moving.opened(change, incident_id)
    held = fresh(IncidentAction, change.organisation_id, action_id)
    if held.incident_id != row.pk:
        raise NotFound
    if held.done_at is None:
        held.done_at, held.done_by = change.now, change.by.name
        change.save(held)
        moving.keep(change, row)
        change.record("incidents.action.done", subject=row)


@action(Permission.INCIDENT_EDIT)
def agree_actions(change: Change, *, incident_id: UUID) -> None:
    """Say that the actions are agreed and under way.

    Raises:
        NotFound: there is no such incident here.
        Refused: there are none, or one has nobody who does it; or it is not time for this.
    """
    row = moving.opened(change, incident_id)
    moving.move(change, row, Event.OPEN_ACTIONS)
    moving.keep(change, row)
    change.record("incidents.actions.agreed", subject=row)


@action(Permission.INCIDENT_DECIDE)
def close(change: Change, *, incident_id: UUID, rationale: str = "") -> None:
    """Close it, if its record is complete (B-06). What is no breach needs a reason alone.

    Raises:
        NotFound: there is no such incident here.
        Refused: something is missing; each sentence says what.
    """
    row = moving.opened(change, incident_id)
    other = row.event_class not in {"", "PERSONAL_DATA_BREACH"} and row.state in {State.TRIAGED, State.CONTAINING}
    if other:
        moving.move(change, row, Event.CLOSE_OTHER, rationale=rationale)
        row.rationale = rationale.strip()
    else:
        moving.move(change, row, Event.CLOSE)
    row.closed_at, row.closed_by = change.now, change.by.name
    moving.note(change, row, "closed", rationale.strip() or "Closed.")
    intake.tell(change, row.pk, _THANKS)
    moving.keep(change, row)
    change.record("incidents.incident.closed", subject=row)


@action(Permission.INCIDENT_EDIT)
def tell_news(change: Change, *, incident_id: UUID, news: str, known_at: datetime) -> None:
    """Write down new facts: a closed incident opens again, a decided one is judged again. Its clock is the same.

    Raises:
        NotFound: there is no such incident here.
        Refused: nothing is written, the moment is still to come, or nothing is decided that could change.
    """
    row = moving.opened(change, incident_id)
    if known_at > change.now:
        raise Refused("The moment is still to come.")
    event = Event.REOPEN if row.state == State.CLOSED else Event.NEW_FACTS
    moving.move(change, row, event, new_facts=news, new_facts_at=known_at)
    row.new_facts_at = known_at
    row.regulator_decided = row.individuals_decided = row.decided_at = None
    row.exemption = row.decided_by = ""
    row.closed_at, row.closed_by = None, ""
    if row.event_class == "PERSONAL_DATA_BREACH":
        why = (TrackState.NEEDED, "There are new facts. Judge the risk and decide again.", "")
        again = [] if row.notified_at else [Track.REGULATOR, Track.TOOLKIT]
        moving.set_tracks(change, row, dict.fromkeys((*again, Track.INDIVIDUALS), why), over=True)
    moving.note(change, row, "new facts", news.strip())
    moving.keep(change, row)
    change.record("incidents.incident.reopened" if event is Event.REOPEN else "incidents.facts.new", subject=row)


def open_risk(context: Context, *, incident_id: UUID, name: str, likelihood: Likelihood, impact: Impact) -> UUID:
    """Put a risk that an incident showed into the register of risks; return its key.

    Raises:
        NotFound: there is no such incident here.
        Refused: the risk may not be saved as it is.
    """
    found = reading.one(context, incident_id)
    entry = risks.Risk(name=name, effect=f"Seen in {found.reference}.", likelihood=likelihood, impact=impact)
    made = entries.add(context, register=risks.REGISTER, entry=entry)
    judging.note(context, incident_id=incident_id, text=f"A risk was added to the register: {name}")
    return made
