"""The addresses of an incident's pages, and the tags of its states."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.rules.incidents.vocabulary import Risk, State, TrackState
from guardbook.web.components import Tag, Tone

_STATES = {
    State.LOGGED: Tone.WARNING,
    State.TRIAGED: Tone.SUGGESTED,
    State.CONTAINING: Tone.SUGGESTED,
    State.ASSESSED: Tone.SUGGESTED,
    State.NOT_REPORTABLE: Tone.SUGGESTED,
    State.REPORTABLE: Tone.WARNING,
    State.NOTIFIED_INITIAL: Tone.WARNING,
    State.NOTIFIED_COMPLETE: Tone.SUGGESTED,
    State.ACTIONS_OPEN: Tone.SUGGESTED,
    State.CLOSED: Tone.DONE,
    State.REOPENED: Tone.WARNING,
}
_TRACKS = {
    TrackState.NEEDED: Tone.WARNING,
    TrackState.DONE: Tone.DONE,
    TrackState.EXEMPT: Tone.QUIET,
    TrackState.NOT_NEEDED: Tone.QUIET,
}
_RISKS = {Risk.RISK_UNLIKELY: Tone.QUIET, Risk.RISK: Tone.WARNING, Risk.HIGH_RISK: Tone.PROBLEM}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the pages of one incident are."""

    organisation: UUID
    incident: UUID

    def to(self, page: str = "incident", /, **parts: object) -> str:
        """The address of one of its pages, such as ``to("incident-close")``."""
        return reverse(page, kwargs={"organisation": self.organisation, "incident": self.incident, **parts})


def state(of: State) -> Tag:
    """Where the work stands, as a tag."""
    return Tag(of.label, _STATES[of])


def track(of: TrackState) -> Tag:
    """How a track stands, as a tag."""
    return Tag(of.label, _TRACKS[of])


def risk(of: Risk) -> Tag:
    """How bad it may be, as a tag."""
    return Tag(of.label, _RISKS[of])
