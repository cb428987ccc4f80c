"""Impact assessments at a stage, made by the actions that people use."""

from datetime import date
from uuid import UUID

from guardbook.actions.dpia import deciding, telling, writing
from guardbook.actions.dpia.writing import Measure, Risk
from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.rules.dpia import questions, versions
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.risk import Kind, Likelihood, Severity
from guardbook.rules.dpia.screening import Criterion, Group
from guardbook.rules.dpia.telling import Kind as Change

NEXT_YEAR = date(2027, 10, 1)
SMALL = Risk(
    Kind.ACCESS,
    "A colleague sees why somebody was ill",
    harm="Shame\nGossip",
    cause="The reason stands beside the shift",
    source="Colleagues",
    likelihood=Likelihood.POSSIBLE,
    severity=Severity.SOME,
    likelihood_after=Likelihood.REMOTE,
    severity_after=Severity.SOME,
)
GRAVE = Risk(
    Kind.OTHER,
    "Everybody can follow where carers are",
    harm="A carer is stalked",
    likelihood=Likelihood.PROBABLE,
    severity=Severity.SERIOUS,
    likelihood_after=Likelihood.POSSIBLE,
    severity_after=Severity.SERIOUS,
)


def told(ctx: Context, name: str = "Shifts on an app") -> UUID:
    return telling.tell(ctx, name=name, kind=Change.ROTA, told="Staff will swap shifts on their phones.")


def screened(ctx: Context, *criteria: Criterion) -> UUID:
    key = told(ctx)
    for group in Group:
        telling.screen(ctx, assessment_id=key, group=group, criteria=[one for one in criteria if one in group.asks])
    return key


def drafted(ctx: Context) -> UUID:
    key = screened(ctx, Criterion.SENSITIVE, Criterion.VULNERABLE)
    telling.begin(ctx, assessment_id=key)
    return key


def written(ctx: Context, *risks: Risk) -> UUID:
    """A draft with every answer, risks and a measure."""
    key = drafted(ctx)
    for screen in Screen:
        stored = assessments.whole(ctx, key).impact.answers
        keys = [each.key for each in questions.on(screen)]
        writing.answer(
            ctx,
            assessment_id=key,
            screen=screen,
            answers={each: f"Words about {each}." for each in keys},
            seen_mark=versions.mark({each: stored.get(each, "") for each in keys}),
        )
    made = [writing.keep_risk(ctx, assessment_id=key, said=each) for each in risks or (SMALL,)]
    measure = Measure(
        "Hide reasons", risks=tuple(made), owner="Beatrix", due_on=date(2026, 11, 30), is_before_start=True
    )
    writing.keep_measure(ctx, assessment_id=key, said=measure)
    return key


def heard(ctx: Context, *risks: Risk) -> UUID:
    key = written(ctx, *risks)
    deciding.consult(ctx, assessment_id=key, consulted="The staff meeting of 3 November.", not_consulted_because="")
    return key


def decided(ctx: Context, *risks: Risk) -> UUID:
    """Signed off where there is no officer."""
    key = heard(ctx, *risks)
    deciding.decide(ctx, assessment_id=key, followed=None, answer="", review_on=NEXT_YEAR)
    return key


def live(ctx: Context) -> UUID:
    key = decided(ctx)
    [measure] = assessments.whole(ctx, key).impact.measures
    writing.finish_measure(ctx, assessment_id=key, measure_id=measure.id)
    deciding.go_live(ctx, assessment_id=key, on=date(2026, 11, 22))
    return key
