"""How states, confidence and levels look, the same on every toolkit page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.rules.assessment.states import State
from guardbook.rules.frameworks.items import Item, Level
from guardbook.rules.frameworks.packs import Pack
from guardbook.rules.verdict import Confidence
from guardbook.web.components import Tag, Tone

TONES: Mapping[State, Tone] = {
    State.UNANSWERED: Tone.WAITING,
    State.SUGGESTED: Tone.SUGGESTED,
    State.CONFIRMED: Tone.DONE,
    State.CONTRADICTED: Tone.PROBLEM,
    State.OUT_OF_DATE: Tone.WARNING,
    State.NOT_APPLICABLE: Tone.QUIET,
    State.EXEMPT: Tone.QUIET,
}
LEVELS: Mapping[Level, str] = {
    Level.APPROACHING: "Approaching Standards",
    Level.STANDARDS_MET: "Standards Met",
    Level.OPTIONAL: "Not needed for any level",
}
SURE: Mapping[Confidence, str] = {
    Confidence.READ: "Read in a source",
    Confidence.READ_SECOND: "Read at second hand",
    Confidence.INFERRED: "Worked out from a like list",
    Confidence.MEMORY: "From memory",
    Confidence.UNCERTAIN: "Sources disagree",
    Confidence.DEFAULT: "Our own choice",
}


def tag(state: State) -> Tag:
    """The state of an answer as a tag."""
    return Tag(state.label, TONES[state])


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the pages of one assessment are."""

    organisation: str
    framework: str
    version: str

    @classmethod
    def of(cls, context: Context, pack: Pack) -> "Addresses":
        """The addresses of this organisation's pages about this list."""
        return cls(str(context.organisation_id), pack.code, pack.version)

    @property
    def toolkit(self) -> str:
        """Where the menu leads: the assessment under way."""
        return reverse("toolkit", kwargs={"organisation": self.organisation})

    def to(self, name: str, **more: object) -> str:
        """The address of a page of the assessment."""
        own = {"organisation": self.organisation, "framework": self.framework, "version": self.version}
        return reverse(name, kwargs={**own, **more})

    def item(self, item: Item) -> str:
        """The address of one question."""
        return self.to("toolkit-item", ref=item.ref)
