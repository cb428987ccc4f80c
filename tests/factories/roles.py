"""Providers and people for tests about roles, made by real actions."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions import organisations, people
from guardbook.actions.roles import appointing, posts
from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.queries.access import Context
from guardbook.rules.organisations import Question
from guardbook.rules.people import Kind
from guardbook.rules.roles.vocabulary import EvidenceKind, Post, Role

TODAY = date(2026, 11, 22)
SMALL: Mapping[Question, Any] = {
    Question.OWNED_BY: "INDEPENDENT",
    Question.SITES: 1,
    Question.DEDICATED: [],
    Question.RECORD_VOLUME: "SMALL",
    Question.FUNDING: ["COUNCIL_COMMISSIONED", "SELF_FUNDED"],
    Question.MONITORING: [],
}
INDEPENDENT = {"decides_purposes_or_means": False, "buys_systems": False, "reports_to": "TOP_LEVEL"}


def say(context: Context, **changed: Any) -> None:
    """Answer every question as a small home does, with some answers changed."""
    for question, answer in {**SMALL, **{Question(name): value for name, value in changed.items()}}.items():
        organisations.answer_question(context, question=question, answer=answer)


def hire(context: Context, name: str, *held: Post, decides: bool | None = None) -> UUID:
    """Put somebody on the staff list."""
    person_id = people.add(context, details=people.Details(name=name, kind=Kind.EMPLOYEE))
    posts.say_posts(context, person_id=person_id, posts=held, decides_data_use=decides)
    return person_id


def lead(context: Context, person_id: UUID, **terms: Any) -> UUID:
    """Make somebody the Lead, with a letter."""
    given: dict[str, Any] = {"from_on": TODAY, "evidence_kind": EvidenceKind.APPOINTMENT_LETTER}
    return appointing.appoint(
        context,
        role=Role.DSP_LEAD,
        candidate=Candidate(person_id=person_id),
        terms=Terms(**given | terms),
        answers=Answers(),
    )


def officer(context: Context, person_id: UUID, reason: str = "", **answers: Any) -> UUID:
    """Make somebody the officer, who decides nothing and reports to the top unless said otherwise."""
    given = Answers(INDEPENDENT | answers, reason, "A certificate", "Ten years here")
    return appointing.appoint(
        context, role=Role.DPO, candidate=Candidate(person_id=person_id), terms=Terms(TODAY), answers=given
    )
