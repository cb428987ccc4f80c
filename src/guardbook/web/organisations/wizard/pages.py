"""What the page of one question shows around its form."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.queries.organisations import Said
from guardbook.rules.organisations import Question, questions
from guardbook.web.organisations.wizard import words

_WHY = {
    Question.OWNED_BY: "A provider that the NHS or a council owns must have a Data Protection Officer.",
    Question.PUBLIC_AUTHORITY: "A public authority must have a Data Protection Officer.",
    Question.SITES: "The number of places is one sign of how widely you use people's data.",
    Question.REGIONS: "Data used over a wide area is one sign of use on a large scale.",
    Question.DEDICATED: "Large providers have people for this. Small ones do not.",
    Question.RECORD_VOLUME: "The law asks whether you use health data on a large scale.",
    Question.FUNDING: "If public money pays for anybody, you are expected to have a Caldicott Guardian.",
    Question.MONITORING: "Watching people regularly, on a large scale, calls for a Data Protection Officer.",
}


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Title, place in the row of questions, why it is asked, and where "back" leads."""

    title: str
    step: str
    why: str
    back_href: str
    back_text: str
    button: str


def question(organisation_id: UUID, asked: Question, said: Said) -> QuestionPage:
    """The words around one question."""
    row = questions(said.profile)
    place = row.index(asked)
    done = said.done_at is not None
    return QuestionPage(
        title=words.TITLES[asked],
        step=f"Question {place + 1}",
        why=_WHY[asked],
        back_href=_back(organisation_id, row[place - 1] if place and not done else None, done=done),
        back_text="Back",
        button="Save" if done else "Save and go on",
    )


def _back(organisation_id: UUID, before: Question | None, *, done: bool) -> str:
    if before is not None:
        return reverse("wizard-question", args=[organisation_id, before.value])
    return reverse("roles" if done else "home", args=[organisation_id])
