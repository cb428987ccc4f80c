"""Reports of the people who decide: as they would be made today, and as they were kept."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils.text import Truncator

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.queries.deciders import gathering, working
from guardbook.queries.registers import deciding, overview, reading
from guardbook.records.models import KeptReport
from guardbook.rules.access import Permission
from guardbook.rules.deciders import reports, statement
from guardbook.rules.deciders.reports import Content, Kind, Line, Month, Year
from guardbook.rules.deciders.statement import Statement
from guardbook.rules.registers import (
    advice,
    audit_findings,
    audits,
    contributions,
    observations,
    regulator,
    risks,
)
from guardbook.rules.registers.risk_acceptance import Accepter

_NAMED, _LONGEST = 3, 100
"""How many things of a kind a report names, and how many letters about each: it stays short."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One report as it was kept."""

    id: UUID
    kind: Kind
    period: str
    content: Content
    made_at: datetime
    made_by: str
    signed_by: str
    signed_on: date | None


@question(Permission.OVERSIGHT_VIEW)
def draft(ctx: Context, kind: Kind) -> Content:
    """A report as it would be made now. Its queries do not grow with what is recorded."""
    match kind:
        case Kind.MONTHLY:
            return reports.monthly(gathering.now(ctx).play, _month(ctx))
        case Kind.OFFICER:
            return reports.officer(_year(ctx), working.free(ctx))
        case Kind.STATEMENT:
            return reports.statement(risks_now(ctx, Accepter.NOBODY), _biggest(ctx))


@question(Permission.OVERSIGHT_VIEW)
def kept(ctx: Context, kind: Kind | None = None) -> list[Kept]:
    """The reports that were kept, the newest first. One query."""
    rows = KeptReport.objects.of(ctx.organisation_id)
    wanted = rows if kind is None else rows.filter(kind=kind)
    return [_kept(row) for row in wanted.order_by("-made_at", "-id")[:60]]


@question(Permission.OVERSIGHT_VIEW)
def one(ctx: Context, report_id: UUID) -> Kept:
    """One report. NotFound where there is none. One query."""
    row = KeptReport.objects.of(ctx.organisation_id).filter(pk=report_id).first()
    if row is None:
        raise NotFound
    return _kept(row)


@question(Permission.OVERSIGHT_VIEW)
def risks_now(ctx: Context, signs_as: Accepter) -> Statement:
    """What the yearly statement would say, and whether somebody who signs as this may sign it. Five queries at most."""
    today = clock.uk_today(ctx.now)
    big = Q(score__gte=risks.HIGH_FROM)
    lived_with = Q(accepted_until__gte=today, accepted_score__gte=F("score"))
    counted = (
        reading.rows(ctx, risks.REGISTER)
        .filter(archived_at=None, is_checked=True)
        .aggregate(
            risks=Count("pk"),
            high=Count("pk", filter=big),
            unplanned=Count("pk", filter=big & Q(is_planned=False) & ~lived_with),
            accepted=Count("pk", filter=lived_with),
            outlived=Count("pk", filter=Q(accepted_until__isnull=False) & ~lived_with),
        )
    )
    check = overview.checks(ctx).get(risks.REGISTER.slug)
    return statement.statement(
        statement.Facts(
            as_of=today,
            signs_as=signs_as,
            siro_appointed=deciding.today(ctx.organisation_id, today).siro_appointed,
            confirmed_on=check.on if check else None,
            **counted,
        )
    )


def _month(ctx: Context) -> Month:
    since = clock.uk_today(ctx.now).replace(day=1)
    noticed = working.some(ctx, observations.REGISTER, Q(for_seniors=True, seen_on__gte=since), "-seen_on")
    changed = working.some(ctx, contributions.REGISTER, Q(in_place_on__gte=since), "-in_place_on")
    return Month(
        tuple(_with(each.entry.name, each.entry.done) for each in noticed[:_NAMED]),
        tuple(each.entry.name for each in changed[:_NAMED]),
    )


def _year(ctx: Context) -> Year:
    today = clock.uk_today(ctx.now)
    since = working.year_before(today)
    counted = gathering.logs(ctx, since)
    declined = Q(answer__in=[advice.Answer.NOT_FOLLOWED, advice.Answer.PARTLY], answered_on__gte=since)
    not_followed = working.some(ctx, advice.REGISTER, declined, "-answered_on")
    done = working.some(ctx, audits.REGISTER, Q(done_on__gte=since), "-done_on")
    still = reading.still(audit_findings.REGISTER, today)
    findings = working.some(ctx, audit_findings.REGISTER, still, "due_on")
    contacts = working.some(ctx, regulator.REGISTER, Q(contacted_on__gte=since), "-contacted_on")
    return Year(
        figures=(
            Line("Questions that wait for my advice", str(counted.advice_waiting), advice.REGISTER.title),
            Line("Advice that the service has not answered", str(counted.advice_unanswered), advice.REGISTER.title),
            Line("Audits done", str(counted.audits_month), audits.REGISTER.title),
            Line("Audits that are late", str(counted.audits_late), audits.REGISTER.title),
            Line("Findings not closed", str(counted.findings_open), audit_findings.REGISTER.title),
            Line("Findings that are late", str(counted.findings_late), audit_findings.REGISTER.title),
        ),
        not_followed=tuple(_with(each.entry.name, each.entry.answered_because) for each in not_followed),
        audited=tuple(_with(each.entry.name, each.entry.summary) for each in done),
        open_findings=tuple(_with(each.entry.name, each.entry.actions) for each in findings),
        regulator=tuple(each.entry.name for each in contacts),
    )


def _biggest(ctx: Context) -> tuple[str, ...]:
    found = working.risk_owners(ctx).biggest[:5]
    return tuple(f"{each.entry.name} ({each.entry.score} of 25)" for each in found)


def _with(name: str, more: str) -> str:
    said = " ".join(more.split())
    return Truncator(f"{name.rstrip('.')}: {said}" if said else name).chars(_LONGEST)


def _kept(row: KeptReport) -> Kept:
    return Kept(
        id=row.pk,
        kind=Kind(row.kind),
        period=row.period,
        content=reports.read(row.content),
        made_at=row.made_at,
        made_by=row.made_by,
        signed_by=row.signed_by,
        signed_on=row.signed_on,
    )
