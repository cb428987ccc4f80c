"""The decision who is told, and what must stand beside it: the officer's advice and a second view."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from guardbook.actions.incidents import moving
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.queries.incidents import reading
from guardbook.records.models import Incident
from guardbook.rules.access import Permission
from guardbook.rules.incidents import decision
from guardbook.rules.incidents.others import Part
from guardbook.rules.incidents.vocabulary import Event, Exemption, Track, TrackState


class Second(StrEnum):
    """Who gave the second view. A small provider may have nobody; then the helpline or a local organisation serves."""

    COLLEAGUE = "colleague"
    HELPLINE = "helpline"
    SUPPORT = "support"

    @property
    def label(self) -> str:
        """The words people see."""
        return {
            Second.COLLEAGUE: "A colleague",
            Second.HELPLINE: "The regulator's helpline",
            Second.SUPPORT: "A local support organisation",
        }[self]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody decides."""

    report: bool
    tell_people: bool
    rationale: str
    exemption: Exemption | None = None


@action(Permission.ADVICE_RECORD)
def advise(change: Change, *, incident_id: UUID, asked_on: date, advice: str, by: str = "") -> None:
    """Record the Data Protection Officer's advice, by the officer or on the officer's behalf.

    Raises:
        NotFound: there is no such incident here.
        Refused: there is no advice, or the day is still to come.
    """
    row = moving.opened(change, incident_id)
    if not advice.strip():
        raise Refused("Write down the advice.")
    if asked_on > change.today:
        raise Refused("The day on which you asked is still to come.")
    row.advice_asked_on, row.advice, row.advice_by = asked_on, advice.strip(), by.strip() or change.by.name
    row.no_advice_because = ""
    moving.note(change, row, "advice", f"{row.advice_by}: {row.advice}")
    moving.keep(change, row)
    change.record("incidents.advice.given", subject=row)


@action(Permission.INCIDENT_EDIT)
def go_without_advice(change: Change, *, incident_id: UUID, reason: str) -> None:
    """Record why the officer's advice cannot be had in time.

    Raises:
        NotFound: there is no such incident here.
        Refused: there is no reason.
    """
    row = moving.opened(change, incident_id)
    if not reason.strip():
        raise Refused("Say why there is no advice, and what you tried.")
    row.no_advice_because = reason.strip()
    moving.note(change, row, "advice", f"No advice in time: {row.no_advice_because}")
    moving.keep(change, row)
    change.record("incidents.advice.missing", subject=row)


@action(Permission.INCIDENT_EDIT)
def second_view(change: Change, *, incident_id: UUID, kind: Second, who: str, said: str, on: date) -> None:
    """Record what somebody else thinks of it: a colleague, the regulator's helpline, or a support organisation.

    Raises:
        NotFound: there is no such incident here.
        Refused: it does not say who, or what they said, or the day is still to come.
    """
    row = moving.opened(change, incident_id)
    if not (who.strip() and said.strip()):
        raise Refused("Say who it was and what they said.")
    if on > change.today:
        raise Refused("The day of the conversation is still to come.")
    if kind is Second.COLLEAGUE and who.strip().casefold() == change.by.name.casefold():
        raise Refused("A second view comes from somebody else. With nobody to ask, ring the regulator's helpline.")
    row.second_kind, row.second_who, row.second_said, row.second_on = kind.value, who.strip(), said.strip(), on
    moving.note(change, row, "second view", f"{kind.label}, {row.second_who}: {row.second_said}")
    moving.keep(change, row)
    change.record("incidents.second_view.recorded", subject=row)


@action(Permission.INCIDENT_DECIDE)
def decide(change: Change, *, incident_id: UUID, wanted: Wanted, seen_version: int | None = None) -> None:
    """Decide whether the regulator and the people are told.

    Raises:
        NotFound: there is no such incident here.
        Refused: the risk says otherwise, or advice, a second view or a reason is missing; or the officer decides.
        Conflict: somebody changed it meanwhile.
    """
    row = moving.opened(change, incident_id, seen_version)
    found = reading.whole(row)
    if found.judged is None or found.scores is None:
        raise Refused("Judge the risk first.")
    ours = found.answers.part is not Part.FOR_ANOTHER
    scores = reading.scored(found.scores, found.judged, found.risk)
    asked = decision.Facts(
        found.judged, scores, wanted.report, wanted.tell_people, wanted.exemption, wanted.rationale, ours
    )
    judged = decision.decision(asked)
    if not judged.allowed:
        raise Refused(*judged.refusals)
    _move(change, row, wanted, second_view_needed=judged.second_view)
    row.regulator_decided, row.individuals_decided = wanted.report, wanted.tell_people
    row.exemption = wanted.exemption.value if wanted.exemption else ""
    row.rationale, row.decided_at, row.decided_by = wanted.rationale.strip(), change.now, change.by.name
    told = {
        track: (state, why, "") for track, (state, why) in judged.tracks.items() if not _is_done(found, track, state)
    }
    moving.set_tracks(change, row, told, over=True)
    moving.note(change, row, "decision", _in_words(wanted))
    moving.keep(change, row)
    change.record("incidents.telling.decided", subject=row)


def _move(change: Change, row: Incident, wanted: Wanted, *, second_view_needed: bool) -> None:
    officer = reading.officer(change.organisation_id, change.now)
    is_officer = officer is not None and officer.user_id is not None and officer.user_id == change.by.user_id
    if is_officer:
        raise Refused("The Data Protection Officer advises and does not decide. Ask the lead or the owner.")
    moving.move(
        change,
        row,
        Event.DECIDE_REPORT if wanted.report else Event.DECIDE_NOT,
        decider_authorised=True,
        rationale=wanted.rationale,
        dpo_exists=officer is not None,
        dpo_advice=row.advice,
        dpo_unavailable=row.no_advice_because,
        second_view_needed=second_view_needed,
        second_view=bool(row.second_said),
    )


def _is_done(found: reading.Whole, track: Track, state: TrackState) -> bool:
    """Whether it was told already, and a decision not to tell comes too late to undo that."""
    done = any(each.track is track and each.state is TrackState.DONE for each in found.tracks)
    return done and state is not TrackState.NEEDED


def _in_words(wanted: Wanted) -> str:
    regulator = "Tell the regulator." if wanted.report else "Do not tell the regulator."
    people = "Tell the people." if wanted.tell_people else "Do not tell the people."
    return f"{regulator} {people} {wanted.rationale.strip()}"
