"""How states and levels look, and where the pages of one assessment are."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.rules.dpia.risk import Level
from guardbook.rules.dpia.states import State
from guardbook.web.components import Link, Tag, Tone

_TONES: Mapping[State, Tone] = {
    State.TOLD: Tone.WAITING,
    State.SCREENED: Tone.WAITING,
    State.NOT_NEEDED: Tone.QUIET,
    State.DRAFT: Tone.SUGGESTED,
    State.CONSULTED: Tone.SUGGESTED,
    State.DPO_ADVICE: Tone.SUGGESTED,
    State.PRIOR_CONSULTATION: Tone.PROBLEM,
    State.DECIDED: Tone.DONE,
    State.LIVE: Tone.DONE,
    State.REVIEW_DUE: Tone.WARNING,
    State.STOPPED: Tone.QUIET,
}
_LEVELS = {Level.LOW: Tone.DONE, Level.MEDIUM: Tone.WARNING, Level.HIGH: Tone.PROBLEM}


def state(of: State) -> Tag:
    """A state as a tag."""
    return Tag(of.label, _TONES[of])


def level(of: Level | None) -> Tag:
    """A level of risk as a tag."""
    return Tag(of.label, _LEVELS[of]) if of else Tag("Not weighed", Tone.WAITING)


@dataclass(frozen=True, slots=True)
class Address:
    """The pages of one assessment."""

    organisation: UUID
    assessment: UUID

    def to(self, name: str = "dpia", **parts: object) -> str:
        """One of its pages."""
        return reverse(name, kwargs={"organisation": self.organisation, "assessment": self.assessment, **parts})


def all_of(organisation: UUID) -> Link:
    """The way back to the list."""
    return Link("Changes and impact assessments", reverse("dpia-list", kwargs={"organisation": organisation}))
