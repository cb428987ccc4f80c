"""The four roles at the made-up provider, and the lead who left."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from guardbook.actions.demo import story
from guardbook.actions.demo.year import LENGTH, Cast, Scene
from guardbook.actions.roles import appointing, keeping
from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.queries.access import Context
from guardbook.rules.roles.caldicott import Arrangement
from guardbook.rules.roles.vocabulary import EvidenceKind, Post, Role

HANDED_OVER = 171  # days ago that the past lead's time ended
_ACCEPTED_AFTER = timedelta(days=2)
_WHY_SENIOR = "Answers to the director, and can change how the home works."
_FIRM_DECLARES = {
    "decides_purposes_or_means": False,
    "reports_to": "TOP_LEVEL",
    "firm": {
        "contract": True,
        "named_person": True,
        "response_time": True,
        "access_statement": True,
        "conflict_declaration": True,
    },
}


def appointments(cast: Cast) -> Iterator[Scene]:
    """Everybody who took a role, in order, each accepting two days later."""
    begins = cast.ago(LENGTH - 2)
    yield from _given(cast, Role.DSP_LEAD, story.PAST_LEAD, begins)
    yield from _given(cast, Role.SIRO, story.OWNER, begins)
    yield from _given(cast, Role.CALDICOTT_GUARDIAN, story.NURSE, cast.ago(350))
    yield Scene(cast.ago(345), story.OWNER, _hiring(cast))
    yield from _given(cast, Role.DSP_LEAD, story.MANAGER, cast.ago(HANDED_OVER - 1), replaces=True)
    yield Scene(cast.ago(150), story.MANAGER, _telling(cast))


def _given(cast: Cast, role: Role, name: str, on: date, *, replaces: bool = False) -> Iterator[Scene]:
    terms = Terms(
        from_on=on,
        replaces=replaces,
        seniority_reason=_WHY_SENIOR,
        evidence_kind=EvidenceKind.MINUTES,
        evidence_note="Minutes of the directors' meeting",
        contact="office@foxglove.example",
    )
    yield Scene(on, story.OWNER, _appointing(cast, role, name, terms))
    yield Scene(on + _ACCEPTED_AFTER, story.OWNER, _accepting(cast, role, name))


def _appointing(cast: Cast, role: Role, name: str, terms: Terms) -> Callable[[Context], None]:
    def play(ctx: Context) -> None:
        candidate = Candidate(person_id=cast.people[name])
        answers = Answers(reason="The home is small, and nobody else is senior enough.")
        cast.appointments[f"{role}/{name}"] = appointing.appoint(
            ctx, role=role, candidate=candidate, terms=terms, answers=answers
        )

    return play


def _accepting(cast: Cast, role: Role, name: str) -> Callable[[Context], None]:
    def play(ctx: Context) -> None:
        day = ctx.now.date()
        keeping.record_acceptance(ctx, appointment_id=cast.appointments[f"{role}/{name}"], accepted_on=day)

    return play


def _hiring(cast: Cast) -> Callable[[Context], None]:
    candidate = Candidate(
        firm=story.FIRM,
        firm_person=story.FIRM_PERSON,
        firm_post=Post.CONSULTANT,
        arrangement=Arrangement.EXTERNAL,
    )
    terms = Terms(
        from_on=cast.ago(345),
        evidence_kind=EvidenceKind.APPOINTMENT_LETTER,
        evidence_note="Contract for a year, signed by both",
        reports_to=story.OWNER,
        contract_note="Two days a quarter, and answers within one working day",
        contact="officer@hartwell.example",
    )
    answers = Answers(
        conflict=_FIRM_DECLARES,
        reason="They advise us and decide nothing.",
        expertise="Practitioner certificate in data protection, and nine years in this work.",
        service_knowledge="Has spent two days in the home and knows how the care system works.",
    )

    def play(ctx: Context) -> None:
        cast.appointments[Role.DPO] = appointing.appoint(
            ctx, role=Role.DPO, candidate=candidate, terms=terms, answers=answers
        )

    return play


def _telling(cast: Cast) -> Callable[[Context], None]:
    details = {"published_on": cast.ago(151), "regulator_told_on": cast.ago(151)}
    return lambda ctx: keeping.say_details(ctx, appointment_id=cast.appointments[Role.DPO], details=details)
