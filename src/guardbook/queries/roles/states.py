"""The roles page in one answer: what each role needs, who holds it, and everything found around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from guardbook.content import calendars
from guardbook.kernel import clock
from guardbook.queries import organisations
from guardbook.queries.access import Context, question
from guardbook.queries.organisations import Said
from guardbook.queries.roles import held, judged
from guardbook.queries.roles.held import Decision, Holding
from guardbook.queries.roles.judged import Moment
from guardbook.rules.access import Permission
from guardbook.rules.roles import appointment, requirement, vacancy
from guardbook.rules.roles.requirement import Requirement, Requirements
from guardbook.rules.roles.review import Review
from guardbook.rules.roles.vocabulary import Finding, Force, Post, Role


@dataclass(frozen=True, slots=True)
class State:
    """One role: its need, its people, and what was found, the worst first."""

    requirement: Requirement
    holder: Holding | None
    deputies: tuple[Holding, ...]
    sharers: tuple[Holding, ...]
    coming: tuple[Holding, ...]
    past: tuple[Holding, ...]
    decision: Decision | None
    vacancy: vacancy.Vacancy
    completeness: appointment.Appointment | None
    review: Review | None
    findings: tuple[Finding, ...]

    @property
    def role(self) -> Role:
        """The role this is about."""
        return self.requirement.role

    @property
    def to_decide(self) -> bool:
        """Whether a written decision is still owed because nobody holds the role."""
        return self.holder is None and self.requirement.record_decision and self.decision is None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything about the four roles on one day."""

    on: date
    said: Said
    requirements: Requirements
    states: tuple[State, ...]

    def of(self, role: Role) -> State:
        """The state of one role."""
        return next(one for one in self.states if one.role is role)


@question(Permission.ROLE_VIEW)
def overview(context: Context) -> Overview:
    """The four roles today. Three queries, however many have held them."""
    on = clock.uk_today(context.now)
    said = organisations.said(context)
    everyone = held.holdings(context.organisation_id)
    decided = held.decisions(context.organisation_id)
    filled = frozenset(one.role for one in everyone if one.is_holder and one.holds_on(on))
    needs = requirement.requirement(requirement.Facts(said.profile, on, filled))
    now = Moment(on, said.profile)
    states = tuple(_state(needs.of(role), everyone, decided.get(role), now) for role in Role)
    return Overview(on, said, needs, states)


def _state(need: Requirement, everyone: Sequence[Holding], decision: Decision | None, now: Moment) -> State:
    mine = [one for one in everyone if one.role is need.role]
    current = [one for one in mine if one.holds_on(now.on)]
    holder = next((one for one in current if one.is_holder), None)
    deputies = tuple(one for one in current if one.is_deputy)
    sharers = tuple(one for one in current if not one.is_deputy and not one.is_accountable)
    gap = vacancy.vacancy(_vacancy_facts(need, mine, holder, bool(deputies), now.on))
    complete = judged.completeness(holder, sharers) if holder else None
    review = _review(holder, decision, everyone, now)
    found = (*gap.findings, *_around(holder, complete, everyone, now), *(review.findings if review else ()))
    if decision and need.force is Force.STATUTORY_GUIDANCE:  # the reason is written, as guidance asks
        found = tuple(one for one in found if one.code != "vacant")
    return State(
        requirement=need,
        holder=holder,
        deputies=deputies,
        sharers=sharers,
        coming=tuple(one for one in mine if one.from_on > now.on),
        past=tuple(one for one in mine if one.until_on is not None and one.until_on < now.on),
        decision=None if holder else decision,
        vacancy=gap,
        completeness=complete,
        review=review,
        findings=_worst_first(found),
    )


def _vacancy_facts(
    need: Requirement, mine: Sequence[Holding], holder: Holding | None, deputy: bool, on: date
) -> vacancy.Facts:
    leads = [one for one in mine if one.is_holder and one.from_on <= on]
    last = holder or max(leads, key=lambda one: one.until_on or date.max, default=None)
    left_on = last.until_on if last else None
    followed = any(one.is_holder and left_on and one.from_on == left_on + timedelta(days=1) for one in mine)
    return vacancy.Facts(
        role=need.role,
        need=need.need,
        as_of=on,
        left_on=left_on,
        held=last is not None,
        successor=followed,
        deputy=deputy,
        absence=_absence(holder),
        is_registered_manager=holder is not None and Post.REGISTERED_MANAGER in holder.posts,
        bank_holidays=frozenset(calendars.working_days(Path(settings.DATA_FOLDER)).titles),
    )


def _absence(holder: Holding | None) -> vacancy.Absence | None:
    if holder is None or holder.absent_from is None:
        return None
    return vacancy.Absence(holder.absent_from, holder.absent_until)


def _around(
    holder: Holding | None, complete: appointment.Appointment | None, everyone: Sequence[Holding], now: Moment
) -> tuple[Finding, ...]:
    if holder is None or complete is None:
        return ()
    others = judged.other_roles(holder, everyone, now.on)
    return (*complete.findings, *judged.special(holder, others, now.on), *judged.pairs(holder, others))


def _review(
    holder: Holding | None, decision: Decision | None, everyone: Sequence[Holding], now: Moment
) -> Review | None:
    if holder is not None:
        return judged.reviewed(holder, judged.other_roles(holder, everyone, now.on), now)
    return judged.reconsidered(decision, now) if decision else None


def _worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """One of each, a block before a failure before a warning before a note."""
    distinct = {(one.code, one.reason.text): one for one in findings}
    return tuple(sorted(distinct.values(), key=lambda one: -one.outcome.rank))
