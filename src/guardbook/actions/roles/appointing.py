"""Appoints a person or firm to a role, once every rule about conflicts and titles has been asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from guardbook.actions.roles import leaving, posts
from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import Refused
from guardbook.queries import organisations
from guardbook.queries.roles import held, judged
from guardbook.records.models import Appointment, Person, RoleDecision
from guardbook.rules.access import Permission
from guardbook.rules.roles import combinations, conflicts, review, titles, words
from guardbook.rules.roles.caldicott import Arrangement
from guardbook.rules.roles.vocabulary import EvidenceKind, Finding, LeadPart, Outcome, Post, Role

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person on the staff list, or a firm with the person it sends.

    ``posts`` are the person's ordinary posts where they were asked; None leaves the staff list as it is.
    """

    person_id: UUID | None = None
    posts: frozenset[Post] | None = None
    firm: str = ""
    firm_person: str = ""
    firm_post: Post = Post.CONSULTANT
    arrangement: Arrangement = Arrangement.OWN_STAFF


@dataclass(frozen=True, slots=True)
class Terms:
    """How the role is given: title, dates, whether as deputy or for some parts, and the proof."""

    from_on: date
    until_on: date | None = None
    title: str = ""
    is_deputy: bool = False
    parts: tuple[LeadPart, ...] = ()
    is_accountable: bool = True
    replaces: bool = False
    seniority_reason: str = ""
    evidence_kind: EvidenceKind | None = None
    evidence_note: str = ""
    reports_to: str = ""
    contract_note: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked about conflicts, and for an officer about knowledge; ``reason`` answers a warning."""

    conflict: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    expertise: str = ""
    service_knowledge: str = ""


@action(Permission.ROLE_APPOINT)
def appoint(change: Change, *, role: Role, candidate: Candidate, terms: Terms, answers: Answers | None = None) -> UUID:
    """Give a role to somebody from a date, and return the appointment's identifier.

    Raises:
        Refused: a conflict forbids it, a warning has no written reason, the title is the
            trap of A-11, somebody else holds the role, or the dates cannot be.
    """
    given = answers or Answers()
    person = fresh(Person, change.organisation_id, candidate.person_id) if candidate.person_id else None
    _check_person(person, candidate, terms)
    check_title(role, terms.title)
    _make_room(change, role, terms)
    if person is not None and candidate.posts is not None:
        answer = given.conflict.get("decides_purposes_or_means")
        posts.keep(change, person, candidate.posts, person.decides_data_use if answer is None else answer)
    at_work = frozenset(Post(one) for one in person.posts) if person else frozenset({candidate.firm_post})
    found = _found(change, role, candidate, person, at_work, given)
    result = settled(found, given.reason)
    row = change.create(
        Appointment,
        role=role.value,
        person=person,
        firm=candidate.firm,
        firm_person=candidate.firm_person,
        senior_post="" if person else words.POST[candidate.firm_post],
        arrangement=candidate.arrangement.value,
        posts=sorted(at_work),
        **_terms(terms),
        expertise=given.expertise,
        service_knowledge=given.service_knowledge,
        conflict_result=result.value,
        conflict_answers=dict(given.conflict),
        conflict_findings=[{"code": one.code, "outcome": one.outcome, "text": one.reason.text} for one in found],
        conflict_reason=given.reason.strip(),
        confirmed_on=change.today,
        next_review_on=change.today + review.INTERVAL,
        profile_seen=profile_seen(change),
    )
    if row.is_accountable and not row.is_deputy:
        _close_decision(change, role)
    change.record("roles.officer.appointed", subject=row, details={"role": role.value, "conflicts": result.value})
    return row.pk


def check_title(role: Role, title: str) -> None:
    """Refuse a title that makes people think somebody is the officer of the law (A-11)."""
    verdict = titles.title(titles.Facts(title, role))
    if not verdict.accepted:
        raise Refused(
            f"“{title}” tells people that the legal duties of a Data Protection Officer apply.",
            f"Use a title such as “{verdict.suggestions[0]}”, or appoint a real officer.",
        )


def settled(found: Sequence[Finding], reason: str) -> Outcome:
    """The result to keep: a block is refused, a warning needs a written reason and becomes a note.

    Raises:
        Refused: with each sentence that forbids the appointment or asks for a reason.
    """
    blocks = [one.reason.text for one in found if one.outcome is Outcome.BLOCK]
    if blocks:
        raise Refused("This person cannot hold this role.", *blocks)
    warnings = [one.reason.text for one in found if one.outcome.needs_reason]
    if warnings and not reason.strip():
        raise Refused("Write why you appoint this person all the same.", *warnings)
    left = [Outcome.OK_WITH_NOTE if one.outcome.needs_reason else one.outcome for one in found]
    return max(left, key=lambda one: one.rank, default=Outcome.OK)


def profile_seen(change: Change) -> dict[str, Any]:
    """The provider's facts as they are now, kept beside a decision so that a change re-opens it."""
    row = organisations.facts_of(change.organisation_id)
    return {name: row[name] for name in organisations.FACTS}


def findings_for(
    role: Role, at_work: frozenset[Post], others: frozenset[Role], given: Answers, person_decides: bool | None
) -> tuple[Finding, ...]:
    """Every finding about somebody taking a role beside the ones they hold."""
    asked = judged.conflict_facts(at_work, others, given.conflict, person_decides)
    written = bool(given.reason.strip())
    held_with = combinations.Facts(others | {role}, at_work, asked.decides_purposes_or_means, written, written)
    pairs = combinations.combinations(held_with).pairs
    return (*conflicts.conflicts(asked).findings, *pairs) if role is Role.DPO else pairs


def _found(
    change: Change,
    role: Role,
    candidate: Candidate,
    person: Person | None,
    at_work: frozenset[Post],
    given: Answers,
) -> tuple[Finding, ...]:
    key: judged.Key = person.pk if person else f"{candidate.firm}/{candidate.firm_person or candidate.firm}"
    everyone = held.holdings(change.organisation_id)
    others = frozenset(
        one.role
        for one in everyone
        if judged.key_of(one) == key and one.holds_on(change.today) and one.role is not role
    )
    return findings_for(role, at_work, others, given, person.decides_data_use if person else None)


def _check_person(person: Person | None, candidate: Candidate, terms: Terms) -> None:
    if person is None and not candidate.firm.strip():
        raise Refused("Choose a person, or name a firm.")
    if person is not None and candidate.firm:
        raise Refused("Choose either a person or a firm, not both.")
    if person is not None and person.left_on is not None and person.left_on < terms.from_on:
        raise Refused(f"{person.name} will have left by then.")
    if terms.until_on is not None and terms.until_on < terms.from_on:
        raise Refused("The last day is before the first day.")


def _make_room(change: Change, role: Role, terms: Terms) -> None:
    """Keep exactly one accountable holder: end the present one the day before, if that was asked for."""
    if terms.is_deputy or not terms.is_accountable:
        _check_parts(role, terms)
        return
    rows = Appointment.objects.of(change.organisation_id).filter(role=role.value, is_deputy=False, is_accountable=True)
    clash = rows.exclude(until_on__lt=terms.from_on).select_for_update(of=("self",)).order_by("from_on").first()
    if clash is None:
        return
    name = str(clash.person or clash.firm)
    if not terms.replaces:
        raise Refused(f"{name} holds this role. End that first, or say that the new person takes over.")
    if clash.from_on >= terms.from_on:
        raise Refused(f"{name} starts on the same day or later. Choose a later first day.")
    leaving.end_row(change, clash, terms.from_on - _DAY, "Somebody else took over")


def _check_parts(role: Role, terms: Terms) -> None:
    if not terms.is_deputy and role is not Role.DSP_LEAD:
        raise Refused("Only the lead's role is shared in parts.")
    if not terms.is_deputy and not terms.parts:
        raise Refused("Choose at least one part for them to carry.")


def _terms(terms: Terms) -> dict[str, Any]:
    accountable = terms.is_accountable and not terms.is_deputy
    return {
        "from_on": terms.from_on,
        "until_on": terms.until_on,
        "title": terms.title.strip(),
        "is_deputy": terms.is_deputy,
        "is_accountable": accountable,
        "parts": [part.value for part in terms.parts],
        "seniority_reason": terms.seniority_reason,
        "evidence_kind": terms.evidence_kind.value if terms.evidence_kind else "",
        "evidence_note": terms.evidence_note,
        "reports_to": terms.reports_to,
        "contract_note": terms.contract_note,
        "contact": terms.contact,
    }


def _close_decision(change: Change, role: Role) -> None:
    for row in RoleDecision.objects.of(change.organisation_id).filter(role=role.value, ended_on=None):
        row.ended_on = change.today
        change.save(row)
