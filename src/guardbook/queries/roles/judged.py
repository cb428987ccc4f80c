"""Turns an appointment into the facts that each rule about roles asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.queries import organisations
from guardbook.queries.roles.held import Decision, Holding
from guardbook.rules.organisations import Profile
from guardbook.rules.roles import appointment, caldicott, combinations, conflicts, review, siro
from guardbook.rules.roles.vocabulary import Finding, Outcome, Post, Role, Severity

Key = UUID | str


def key_of(holding: Holding) -> Key:
    """What tells one person or firm from another."""
    return holding.person_id or f"{holding.firm}/{holding.name}"


def other_roles(holding: Holding, all_held: Iterable[Holding], on: date) -> frozenset[Role]:
    """The other roles that the same person holds on a day, as deputy or not."""
    return frozenset(
        one.role
        for one in all_held
        if one.id != holding.id and key_of(one) == key_of(holding) and one.holds_on(on) and one.role is not holding.role
    )


def decides(said: bool | None, recorded: bool | None) -> bool | None:
    """Whether somebody decides why or how data is used: a yes anywhere counts, then a no."""
    answers = {said, recorded} - {None}
    return None if not answers else True in answers


def conflict_facts(
    posts: frozenset[Post], others: frozenset[Role], answers: Mapping[str, Any], person_decides: bool | None = None
) -> conflicts.Facts:
    """The answers given when appointing an officer, as the rule takes them; publishing comes later."""
    firm = answers.get("firm")
    reports_to = answers.get("reports_to")
    return conflicts.Facts(
        posts=posts,
        other_roles=others,
        decides_purposes_or_means=decides(person_decides, answers.get("decides_purposes_or_means")),
        buys_systems=answers.get("buys_systems"),
        reports_to=conflicts.ReportsTo(reports_to) if reports_to else None,
        firm=conflicts.Firm(**firm) if firm else None,
    )


def independence(holding: Holding, others: frozenset[Role]) -> conflicts.Independence:
    """The officer's independence now, with their details published and the regulator told or not."""
    asked = conflict_facts(holding.posts, others, holding.conflict_answers, holding.decides_data_use)
    told = {"contact_published": bool(holding.published_on), "regulator_told": bool(holding.regulator_told_on)}
    plain = {name: getattr(asked, name) for name in conflicts.Facts.__slots__}
    return conflicts.conflicts(conflicts.Facts(**plain | told))


def pairs(holding: Holding, others: frozenset[Role]) -> tuple[Finding, ...]:
    """The combinations that the holder's roles and posts make, with what was written down counted."""
    written = bool(holding.conflict_reason)
    said = decides(holding.decides_data_use, holding.conflict_answers.get("decides_purposes_or_means"))
    facts = combinations.Facts(others | {holding.role}, holding.posts, said, written, written)
    return combinations.combinations(facts).pairs


def completeness(holding: Holding, shares: Iterable[Holding] = ()) -> appointment.Appointment:
    """Whether the appointment is complete, and the text for the toolkit's question about the lead."""
    sharing = tuple(appointment.Share(part, one.name) for one in shares for part in one.parts)
    return appointment.appointment(
        appointment.Facts(
            role=holding.role,
            person=holding.name,
            posts=holding.posts,
            senior_enough_because=holding.seniority_reason,
            starts_on=holding.from_on,
            evidence=frozenset({holding.evidence_kind} if holding.evidence_kind else ()),
            accepted_on=holding.accepted_on,
            conflict=holding.conflict_result,
            expert_knowledge=holding.expertise,
            understands_service=holding.service_knowledge,
            accountable=(holding.name,) if holding.is_holder else (),
            shares=sharing if holding.is_holder else (),
        )
    )


@dataclass(frozen=True, slots=True)
class Moment:
    """The day and the facts by which a role is judged."""

    on: date
    profile: Profile


def reviewed(holding: Holding, others: frozenset[Role], now: Moment) -> review.Review:
    """Whether the appointment is due to be confirmed again, and what re-opened it."""
    return review.review(
        review.Facts(
            role=holding.role,
            as_of=now.on,
            confirmed_on=holding.confirmed_on,
            submit_by=holding.next_review_on,
            before=organisations.profile_of(holding.profile_seen) if holding.profile_seen else None,
            after=now.profile,
            posts=holding.posts_then,
            posts_gained=holding.posts - holding.posts_then,
            other_roles=others,
            absent_days=_absent_days(holding, now.on),
        )
    )


def reconsidered(decision: Decision, now: Moment) -> review.Review:
    """Whether a decision not to appoint is due again, and what re-opened it."""
    return review.review(
        review.Facts(
            role=decision.role,
            as_of=now.on,
            confirmed_on=decision.decided_on,
            held=False,
            submit_by=decision.review_on,
            before=organisations.profile_of(decision.profile_seen) if decision.profile_seen else None,
            after=now.profile,
        )
    )


def special(holding: Holding, others: frozenset[Role], on: date) -> tuple[Finding, ...]:
    """What the role's own rule finds: independence, the national register, or the level of a risk owner."""
    match holding.role:
        case Role.DSP_LEAD:
            return ()
        case Role.DPO:
            return tuple(_explained(one, holding) for one in independence(holding, others).findings)
        case Role.CALDICOTT_GUARDIAN:
            return caldicott.caldicott(_guardian(holding, on)).findings
        case Role.SIRO:
            found = siro.siro(siro.Facts(holding.posts, on)).findings
            return tuple(one for one in found if not one.code.startswith("siro+"))


def _explained(finding: Finding, holding: Holding) -> Finding:
    """A warning that was answered in writing when appointing is a note from then on."""
    if not (finding.outcome.needs_reason and holding.conflict_reason):
        return finding
    return Finding(finding.code, Outcome.OK_WITH_NOTE, Severity.INFO, finding.reason)


def _guardian(holding: Holding, on: date) -> caldicott.Facts:
    senior = appointment.is_senior(holding.posts, holding.seniority_reason)
    return caldicott.Facts(
        as_of=on,
        posts=frozenset() if senior else holding.posts,
        arrangement=holding.arrangement,
        agreement_recorded=bool(holding.contract_note),
        appointed_on=holding.from_on,
        on_register=holding.registered_on is not None,
        contact_public=holding.published_on is not None,
    )


def _absent_days(holding: Holding, on: date) -> int:
    if holding.absent_from is None or holding.absent_from > on:
        return 0
    if holding.absent_until is not None and holding.absent_until < on:
        return 0
    return (on - holding.absent_from).days + 1
