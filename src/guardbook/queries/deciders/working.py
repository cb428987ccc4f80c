"""The lists on the working pages: some entries of a log, the most urgent first."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Q

from guardbook.kernel import clock, dates
from guardbook.queries.access import Context, question
from guardbook.queries.registers import overview, reading
from guardbook.queries.registers.overview import State
from guardbook.queries.registers.reading import Found
from guardbook.queries.roles import held
from guardbook.queries.roles.held import Holding
from guardbook.rules.access import Permission
from guardbook.rules.deciders import independence
from guardbook.rules.deciders.independence import Independence
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
from guardbook.rules.registers.advice import OfficerAdvice
from guardbook.rules.registers.audit_findings import AuditFinding
from guardbook.rules.registers.audits import OfficerAudit
from guardbook.rules.registers.caldicott import CaldicottDecision
from guardbook.rules.registers.contributions import Contribution
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.observations import Observation
from guardbook.rules.registers.register import Register
from guardbook.rules.registers.regulator import RegulatorContact
from guardbook.rules.registers.risks import Risk
from guardbook.rules.roles.vocabulary import Role

E = TypeVar("E", bound=Entry)
MOST = 12
YEAR = 12
MATTER = (
    "processing", "flows", "retention", "disposals", "access", "suppliers", "policies", "cctv", "advice", "audits",
    "audit-findings", "regulator-contacts",
)  # fmt: skip
"""The registers that data protection rests on: what the officer watches (UK GDPR Art 39(1)(b))."""


@dataclass(frozen=True, slots=True)
class LeadsLogs:
    """What the Lead works on."""

    noticed: list[Found[Observation]]
    changes: list[Found[Contribution]]


@dataclass(frozen=True, slots=True)
class OfficersLogs:
    """What the officer works on; ``free`` is what the log says of their independence."""

    waiting: list[Found[OfficerAdvice]]
    unanswered: list[Found[OfficerAdvice]]
    answered: list[Found[OfficerAdvice]]
    told: list[Found[OfficerAdvice]]
    audits: list[Found[OfficerAudit]]
    findings: list[Found[AuditFinding]]
    contacts: list[Found[RegulatorContact]]
    watched: tuple[State, ...]
    free: Independence


@dataclass(frozen=True, slots=True)
class GuardiansLogs:
    """What the Guardian works on."""

    waiting: list[Found[CaldicottDecision]]
    to_tell: list[Found[CaldicottDecision]]
    decided: list[Found[CaldicottDecision]]


@dataclass(frozen=True, slots=True)
class RiskOwnersLogs:
    """What the owner of information risk works on."""

    biggest: list[Found[Risk]]
    accepted: list[Found[Risk]]


@question(Permission.OVERSIGHT_VIEW)
def leads(ctx: Context) -> LeadsLogs:
    """What was noticed and is not settled, the newest first, and the changes not at their end. Two queries."""
    today = clock.uk_today(ctx.now)
    return LeadsLogs(
        some(ctx, observations.REGISTER, reading.still(observations.REGISTER, today), "-seen_on"),
        some(ctx, contributions.REGISTER, reading.still(contributions.REGISTER, today), "proposed_on"),
    )


@question(Permission.OVERSIGHT_VIEW)
def officers(ctx: Context) -> OfficersLogs:
    """The officer's logs, and the registers they watch. Eleven queries."""
    today, log = clock.uk_today(ctx.now), advice.REGISTER
    return OfficersLogs(
        waiting=some(ctx, log, Q(kind=advice.Kind.ASKED, advised_on=None), F("wanted_by").asc(nulls_last=True)),
        unanswered=some(ctx, log, Q(advised_on__isnull=False, answer=""), "advised_on"),
        answered=some(ctx, log, ~Q(answer=""), "-answered_on"),
        told=some(ctx, log, Q(kind=advice.Kind.INSTRUCTION), "-asked_on"),
        audits=some(ctx, audits.REGISTER, Q(), F("done_on").desc(nulls_first=True), "planned_on"),
        findings=some(ctx, audit_findings.REGISTER, reading.still(audit_findings.REGISTER, today), "due_on"),
        contacts=some(ctx, regulator.REGISTER, Q(), "-contacted_on"),
        watched=tuple(each for each in overview.states(ctx) if each.register.slug in MATTER),
        free=free(ctx),
    )


@question(Permission.OVERSIGHT_VIEW)
def free(ctx: Context) -> Independence:
    """What the log of advice says of the officer's independence. Two queries."""
    rows: Any = reading.rows(ctx, advice.REGISTER).filter(archived_at=None)
    told = list(rows.filter(kind=advice.Kind.INSTRUCTION).values_list("withdrawn_on", flat=True))
    against = rows.filter(is_against=True, advised_on__isnull=False).order_by("-advised_on")
    ended = [each.until_on for each in held.holdings(ctx.organisation_id) if each.role is Role.DPO and each.until_on]
    return independence.independence(
        independence.Facts(
            instructions=told.count(None),
            withdrawn=len(told) - told.count(None),
            adverse_advice_on=against.values_list("advised_on", flat=True).first(),
            role_ended_on=max(ended, default=None),
        )
    )


@question(Permission.OVERSIGHT_VIEW)
def guardians(ctx: Context) -> GuardiansLogs:
    """The questions that wait, those whose answer nobody was told, and the newest decisions. Three queries."""
    log = caldicott.REGISTER
    return GuardiansLogs(
        some(ctx, log, Q(decided_on=None), F("needed_by").asc(nulls_last=True), "asked_on"),
        some(ctx, log, Q(decided_on__isnull=False, told_on=None), "decided_on"),
        some(ctx, log, Q(decided_on__isnull=False), "-decided_on"),
    )


@question(Permission.OVERSIGHT_VIEW)
def risk_owners(ctx: Context) -> RiskOwnersLogs:
    """The biggest risks first, and the accepted ones by the day on which they must be decided again. Two queries."""
    log = risks.REGISTER
    return RiskOwnersLogs(
        some(ctx, log, Q(score__isnull=False), "-score", "name"),
        some(ctx, log, Q(accepted_until__isnull=False), "accepted_until"),
    )


@question(Permission.ROLE_VIEW)
def holder(ctx: Context, role: Role) -> Holding | None:
    """Who holds a role today, or None. One query."""
    today = clock.uk_today(ctx.now)
    here = (each for each in held.holdings(ctx.organisation_id) if each.role is role and each.holds_on(today))
    return next((each for each in here if each.is_holder), None)


def some(ctx: Context, register: Register[E], which: Q, *order: Any) -> list[Found[E]]:
    """Some checked entries of a register in an order, the first ``MOST``. One query."""
    rows = reading.rows(ctx, register).filter(which, archived_at=None, is_checked=True)
    return reading.read(register, rows.order_by(*order, "id")[:MOST])


def year_before(on: date) -> date:
    """The day a year before."""
    return dates.add_months(on, -YEAR)
