"""Gathers where the service stands, out of everything that is recorded, for the people who decide."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q

from guardbook.kernel import clock, dates
from guardbook.queries import training
from guardbook.queries.access import Context, question
from guardbook.queries.agenda import listing
from guardbook.queries.agenda.listing import Agenda
from guardbook.queries.deciders import events
from guardbook.queries.registers import overview, reading
from guardbook.queries.roles import states
from guardbook.rules.access import Permission
from guardbook.rules.agenda.todo import Consequence, Todo
from guardbook.rules.assessment import years
from guardbook.rules.assessment.status import Goal
from guardbook.rules.deciders.figures import Facts, Logs, Play, play
from guardbook.rules.registers import (
    advice,
    audit_findings,
    audits,
    caldicott,
    contributions,
    observations,
    regulator,
    risks,
)
from guardbook.rules.registers.register import Register
from guardbook.rules.roles import words
from guardbook.rules.roles.vocabulary import Need
from guardbook.rules.training.coverage import Standard

SOON = timedelta(days=60)
YEAR = 12


@dataclass(frozen=True, slots=True)
class Now:
    """Where the service stands today, the figures it was made from, and the list of what is next."""

    facts: Facts
    play: Play
    agenda: Agenda


@question(Permission.OVERSIGHT_VIEW)
def now(ctx: Context) -> Now:
    """Where the service stands today, in this month. Its queries do not grow with what is recorded."""
    agenda, today = listing.agenda(ctx), clock.uk_today(ctx.now)
    facts = Facts(
        as_of=today,
        **_toolkit(agenda),
        **_people(ctx, today),
        **_registers(ctx),
        **_risks(ctx, today),
        events=events.events(ctx, today.replace(day=1)),
        logs=logs(ctx, today.replace(day=1)),
    )
    return Now(facts, play(facts), agenda)


@question(Permission.OVERSIGHT_VIEW)
def logs(ctx: Context, since: date) -> Logs:
    """The logs of the people who decide; ``since`` is the first day of the month reported. Seven queries."""
    today = clock.uk_today(ctx.now)
    year_ago = dates.add_months(today, -YEAR)
    counted: dict[str, int] = {}
    counted |= _count(
        ctx,
        observations.REGISTER,
        good_month=Q(kind=observations.Kind.GOOD, seen_on__gte=since),
        better_month=Q(kind=observations.Kind.BETTER, seen_on__gte=since),
    )
    counted |= _count(
        ctx, contributions.REGISTER, changes_open=Q(ended_on=None), changes_month=Q(in_place_on__gte=since)
    )
    counted |= _count(
        ctx,
        advice.REGISTER,
        advice_waiting=Q(kind=advice.Kind.ASKED, advised_on=None),
        advice_unanswered=Q(advised_on__isnull=False, answer=""),
        not_followed=Q(answer=advice.Answer.NOT_FOLLOWED, answered_on__gte=year_ago),
        instructions=Q(kind=advice.Kind.INSTRUCTION, withdrawn_on=None),
    )
    counted |= _count(
        ctx, audits.REGISTER, audits_month=Q(done_on__gte=since), audits_late=Q(done_on=None, planned_on__lt=today)
    )
    still = reading.still(audit_findings.REGISTER, today)
    counted |= _count(
        ctx, audit_findings.REGISTER, findings_open=still, findings_late=still & Q(done_on=None, due_on__lt=today)
    )
    counted |= _count(ctx, caldicott.REGISTER, queries_waiting=Q(decided_on=None))
    counted |= _count(ctx, regulator.REGISTER, contacts_open=reading.still(regulator.REGISTER, today))
    return Logs(**counted)


def _count(ctx: Context, register: Register[Any], **wanted: Q) -> dict[str, int]:
    rows = reading.rows(ctx, register).filter(archived_at=None, is_checked=True)
    return rows.aggregate(**{name: Count("pk", filter=condition) for name, condition in wanted.items()})


def _toolkit(agenda: Agenda) -> dict[str, Any]:
    found = agenda.found
    met = found.status.level(Goal.STANDARDS_MET)
    late = sum(_is_late(each.todo, agenda.on) for each in agenda.now)
    return {
        "questions_done": met.done if found.run else 0,
        "questions_all": met.total if found.run else 0,
        "closes_on": years.due(found.published, found.facts.as_of).on,
        "overdue": late,
        "to_do": len(agenda.now),
    }


def _is_late(todo: Todo, on: date) -> bool:
    """Whether the day of a thing to do has passed; a clock of the law that still runs is not late."""
    has_passed = todo.due_on is not None and todo.due_on < on
    return todo.consequence is Consequence.OVERDUE or (todo.consequence is Consequence.LEGAL_CLOCK and has_passed)


def _people(ctx: Context, today: date) -> dict[str, Any]:
    counts = training.picture(ctx, as_of=today, planned_on=None, standard=Standard()).coverage.figure.counts
    needed = (each for each in states.overview(ctx).states if each.requirement.need is Need.REQUIRED)
    vacant = tuple(words.ROLE[each.role] for each in needed if each.holder is None)
    return {"trained": counts.trained, "staff": counts.eligible, "vacant": vacant}


def _registers(ctx: Context) -> dict[str, Any]:
    counts = overview.counts(ctx).values()
    unchecked = sum(each[1] for each in counts)
    return {"to_put_right": sum(each[2] for each in counts) - unchecked, "unchecked": unchecked}


def _risks(ctx: Context, today: date) -> dict[str, Any]:
    big = Q(score__gte=risks.HIGH_FROM)
    lived_with = Q(accepted_until__gte=today, accepted_score__gte=F("score"))
    return _count(
        ctx,
        risks.REGISTER,
        risks=Q(pk__isnull=False),
        risks_high=big,
        risks_unplanned=big & Q(is_planned=False) & ~lived_with,
        acceptances_ending=Q(accepted_until__isnull=False, accepted_until__lte=today + SOON),
    )
