"""Finding out what it is: the ten questions, containing it, and judging the risk."""

from uuid import UUID

from django.conf import settings

from guardbook.actions.incidents import moving
from guardbook.actions.shell import Change, action
from guardbook.content import incidents as content
from guardbook.kernel.errors import Refused
from guardbook.queries import access
from guardbook.queries.incidents import stored
from guardbook.rules.access import Permission
from guardbook.rules.incidents import duty, grid
from guardbook.rules.incidents.triage import Answers, triage
from guardbook.rules.incidents.vocabulary import Event, Risk, Track

BY_DECISION = frozenset({Track.REGULATOR, Track.INDIVIDUALS, Track.TOOLKIT})
"""Tracks that a decision settles: answering the questions again does not undo it."""


@action(Permission.INCIDENT_EDIT)
def answer(change: Change, *, incident_id: UUID, answers: Answers, is_whole: bool) -> None:
    """Keep answers to the ten questions; once they are whole, say what it is and who must be told.

    Raises:
        NotFound: there is no such incident here.
        Refused: the questions are settled already, or nobody says when it was suspected.
    """
    row = moving.opened(change, incident_id)
    moving.still_open(row)
    row.answers = stored.from_answers(answers)
    if is_whole:
        found = triage(answers)
        row.event_class, row.kinds = found.event_class.value, [kind.value for kind in found.kinds]
        moving.move(change, row, Event.TRIAGE, event_class=found.event_class)
        row.triaged_at = change.now
        settled = BY_DECISION if row.decided_at else frozenset()
        wanted = {
            each.track: (each.state, each.reason.text, each.how) for each in found.tracks if each.track not in settled
        }
        moving.set_tracks(change, row, wanted, over=False)
    moving.keep(change, row)
    change.record("incidents.incident.triaged" if is_whole else "incidents.answers.kept", subject=row)


@action(Permission.INCIDENT_EDIT)
def take_charge(change: Change, *, incident_id: UUID, user_id: UUID) -> None:
    """Say who is in charge of it.

    Raises:
        NotFound: there is no such incident.
        Refused: they have no access, or are named in it.
    """
    row = moving.opened(change, incident_id)
    moving.still_open(row)
    held = access.reach_of(user_id, change.organisation_id, change.now)
    user = moving.colleague(change, row, user_id) if Permission.INCIDENT_EDIT in held.permissions else None
    if user is None:
        raise Refused("This person cannot work on incidents here. Choose somebody else.")
    row.owner_id, row.owner_name = user.pk, user.name
    moving.keep(change, row)
    change.record("incidents.owner.set", subject=row)


@action(Permission.INCIDENT_EDIT)
def note(change: Change, *, incident_id: UUID, text: str, contains: bool = False) -> None:
    """Write down something that was done or said; ``contains`` where it keeps the harm from growing.

    Raises:
        NotFound: there is no such incident here.
        Refused: nothing is written.
    """
    row = moving.opened(change, incident_id)
    if not text.strip():
        raise Refused("Write down what was done.")
    if contains and row.state in {"TRIAGED", "REOPENED"}:
        moving.move(change, row, Event.CONTAIN)
    moving.note(change, row, "containment" if contains else "note", text.strip())
    moving.keep(change, row)
    change.record("incidents.note.added", subject=row)


@action(Permission.INCIDENT_EDIT)
def judge(
    change: Change,
    *,
    incident_id: UUID,
    prompts: duty.Facts,
    likelihood: int,
    impact: int,
    seen_version: int | None = None,
) -> None:
    """Judge the risk: the prompts of the law, and the two scores of the toolkit's grid. ``prompts.risk`` is the judgement.

    Raises:
        NotFound: there is no such incident here.
        Refused: it is decided already, or no risk is chosen.
        Conflict: somebody changed it meanwhile.
    """
    row = moving.opened(change, incident_id, seen_version)
    if prompts.risk is None:
        raise Refused("Say how bad it may be for the people concerned.")
    if not row.triaged_at:
        raise Refused("Answer the questions about what happened first.")
    scores = grid.Facts(likelihood, impact, prompts.vulnerable, prompts.risk, content.grid(settings.DATA_FOLDER))
    moving.move(change, row, Event.ASSESS, prompts_answered=True, scores_given=True)
    before = Risk(row.risk) if row.risk else None
    row.judged = stored.from_judged(prompts, scores)
    row.risk, row.people_number = prompts.risk.value, prompts.people
    if before is not None and before is not prompts.risk:
        moving.note(
            change, row, "note", f"The risk was judged again. Before: {before.label}. Now: {prompts.risk.label}."
        )
    moving.keep(change, row)
    change.record("incidents.risk.judged", subject=row)
