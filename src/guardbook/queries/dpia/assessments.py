"""The list of changes and assessments, and one of them with everything that bears on its next step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings

from guardbook.content import clocks
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.queries.dpia import reading, resting
from guardbook.queries.dpia.reading import Impact, Measure
from guardbook.queries.registers import flows
from guardbook.queries.registers import reading as registers
from guardbook.queries.registers.flows import Flowing
from guardbook.queries.registers.reading import Found
from guardbook.queries.roles import held
from guardbook.queries.roles.held import Holding
from guardbook.records.models import ImpactAssessment, ImpactFile
from guardbook.rules.access import Permission
from guardbook.rules.clocks.consultation import Consultation, consultation
from guardbook.rules.clocks.consultation import Facts as Asked
from guardbook.rules.dpia import review, states, stepping
from guardbook.rules.dpia.review import Review
from guardbook.rules.dpia.states import Event, State
from guardbook.rules.registers.entries import Entry
from guardbook.rules.roles.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Standing:
    """One assessment as it stands today: its state, and what is due."""

    impact: Impact
    state: State
    review: Review
    overdue: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """One assessment with the officer of today (None where there is none) and the entries it is about.

    ``answer`` is when to expect the regulator's, while it is asked.
    """

    standing: Standing
    officer: Holding | None
    entries: Mapping[str, Mapping[str, Found[Entry]]]
    on: date
    answer: Consultation | None = None

    @property
    def impact(self) -> Impact:
        """What is kept of it."""
        return self.standing.impact


@question(Permission.DPIA_VIEW)
def listed(context: Context) -> tuple[Standing, ...]:
    """Every change, the newest first. Seven queries, whatever their number."""
    return standings(context)


def standings(context: Context) -> tuple[Standing, ...]:
    """The same, for what is worked out from many records. Seven queries."""
    rows = ImpactAssessment.objects.of(context.organisation_id).visible_to(context.by.sites)
    impacts = reading.read(rows.order_by("-told_at", "-id"), whole=False)
    entries = resting.found(context, impacts) if impacts else {}
    today = clock.uk_today(context.now)
    return tuple(_standing(each, entries, today) for each in impacts)


@question(Permission.DPIA_VIEW)
def one(context: Context, assessment_id: UUID) -> Whole:
    """One assessment. Eight queries.

    Raises:
        NotFound: there is none that this person may see.
    """
    return whole(context, assessment_id)


def whole(context: Context, assessment_id: UUID) -> Whole:
    """The same, for an action that asked for permission already."""
    rows = ImpactAssessment.objects.of(context.organisation_id).visible_to(context.by.sites)
    found = reading.read(rows.filter(pk=assessment_id))
    if not found:
        raise NotFound
    today, entries = clock.uk_today(context.now), resting.found(context, found)
    standing = _standing(found[0], entries, today)
    return Whole(standing, officer(context, today), entries, today, _answer(standing))


def _answer(of: Standing) -> Consultation | None:
    """When to expect the regulator's answer (Art 36(2)); None where it is not being asked."""
    asked_on = of.impact.regulator_asked_on
    if asked_on is None or of.state is not State.PRIOR_CONSULTATION:
        return None
    return consultation(Asked(asked_on, published=clocks.published(settings.DATA_FOLDER)))


def officer(context: Context, on: date) -> Holding | None:
    """Who is Data Protection Officer on a day. One query."""
    holders = held.holdings(context.organisation_id)
    return next((one for one in holders if one.role is Role.DPO and one.is_holder and one.holds_on(on)), None)


def facts(of: Whole, event: Event, by_user_id: UUID | None, reason: str = "") -> stepping.Facts:
    """Everything that bears on a step of an assessment, wanted by somebody."""
    impact, officer = of.impact, of.officer
    drew_up = {each.by_user_id for each in impact.steps if each.event in {Event.BEGUN, Event.CONSULTED}}
    chose = officer is not None and (
        (officer.person_id is not None and officer.person_id == impact.chosen_by_id)
        or (officer.user_id is not None and officer.user_id in drew_up)
    )
    return stepping.Facts(
        state=of.standing.state,
        event=event,
        screened=impact.screening,
        reason=reason,
        unanswered=impact.unanswered,
        risks=len(impact.risks),
        unweighed=sum(each.before is None or each.after is None for each in impact.risks),
        residual=impact.residual,
        consulted=impact.consulted,
        not_consulted_because=impact.not_consulted_because,
        officer_appointed=officer is not None,
        advice=impact.advice,
        adviser_chose_it=chose,
        advice_followed=impact.advice_followed,
        advice_answer=impact.advice_answer,
        decider_is_officer=officer is not None and officer.user_id is not None and officer.user_id == by_user_id,
        regulator_agreed=bool(impact.regulator_answer),
        waiting_measures=tuple(one.name for one in impact.measures if one.is_before_start and one.done_on is None),
    )


@question(Permission.DPIA_VIEW)
def flowing(context: Context, impact: Impact) -> Flowing:
    """What goes to and from others as part of the uses that an assessment is about. Four queries."""
    found = flows.flowing(context)
    mine = {UUID(each) for each in impact.uses}
    kept = tuple(each for each in found.found if mine & set(each.entry.processing))
    return Flowing(found.us, kept, found.uses, 0)


@question(Permission.DPIA_EDIT)
def choices(context: Context) -> Mapping[str, tuple[tuple[UUID, str], ...]]:
    """What an assessment may be about: the entries of each register it can rest on, by name. Three queries."""
    return {
        register.slug: tuple(
            registers.rows(context, register).filter(archived_at=None).order_by("name", "id").values_list("id", "name")
        )
        for register in review.REGISTERS
    }


@question(Permission.DPIA_EDIT)
def file(context: Context, file_id: UUID) -> Mapping[str, Any]:
    """A file that waits to be brought in, as it came.

    Raises:
        NotFound: there is none, or it was decided on already.
    """
    found = ImpactFile.objects.of(context.organisation_id).filter(pk=file_id).values_list("content", flat=True).first()
    if found is None:
        raise NotFound
    content: Mapping[str, Any] = found
    return content


def _standing(impact: Impact, entries: Mapping[str, Mapping[str, Found[Entry]]], today: date) -> Standing:
    recorded = impact.recorded
    is_live = recorded is State.LIVE
    now = resting.rests(impact, entries) if is_live else ()
    found = review.review(
        review.Facts(today, impact.review_on if is_live else None, impact.rests_on if is_live else (), now)
    )
    move = states.move_of(recorded, Event.FELL_DUE) if found.is_due else None
    late = (
        ()
        if recorded in states.ENDED
        else tuple(
            each for each in impact.measures if each.done_on is None and each.due_on is not None and each.due_on < today
        )
    )
    return Standing(impact, move.end if move else recorded, found, late)
