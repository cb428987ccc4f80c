"""Appointments and decisions as values: who holds, held or will hold which role."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.records.models import Appointment, RoleDecision
from guardbook.rules.roles.caldicott import Arrangement
from guardbook.rules.roles.vocabulary import EvidenceKind, LeadPart, Outcome, Post, Role
from guardbook.rules.roles.words import ROLE


@dataclass(frozen=True, slots=True)
class Holding:
    """One appointment with what the rules and pages need; dates are UK dates, both ends included."""

    id: UUID
    role: Role
    person_id: UUID | None
    user_id: UUID | None
    name: str
    firm: str
    job_title: str
    title: str
    from_on: date
    until_on: date | None
    is_deputy: bool
    is_accountable: bool
    parts: tuple[LeadPart, ...]
    arrangement: Arrangement
    posts: frozenset[Post]
    posts_then: frozenset[Post]
    decides_data_use: bool | None
    absent_from: date | None
    absent_until: date | None
    seniority_reason: str
    evidence_kind: EvidenceKind | None
    evidence_note: str
    accepted_on: date | None
    accepted_by: str
    conflict_result: Outcome | None
    conflict_answers: Mapping[str, Any]
    conflict_reason: str
    reports_to: str
    expertise: str
    service_knowledge: str
    contract_note: str
    contact: str
    published_on: date | None
    regulator_told_on: date | None
    registered_on: date | None
    confirmed_on: date
    next_review_on: date
    profile_seen: Mapping[str, Any]
    ended_reason: str

    @property
    def who(self) -> str:
        """The person, with their firm where they come from one."""
        return f"{self.name}, {self.firm}" if self.firm and self.name != self.firm else self.name

    @property
    def shown_title(self) -> str:
        """The title they use, or the role's usual name."""
        return self.title or ROLE[self.role]

    @property
    def is_holder(self) -> bool:
        """Whether this is the one accountable holder, not a deputy nor a sharer of parts."""
        return self.is_accountable and not self.is_deputy

    def holds_on(self, day: date) -> bool:
        """Whether the appointment is in force on a day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded decision not to have somebody in a role."""

    id: UUID
    role: Role
    reason: str
    decided_on: date
    decided_by: str
    review_on: date
    profile_seen: Mapping[str, Any]


_COLUMNS = tuple(name for name in Holding.__slots__ if name not in {"user_id", "name", "job_title", "posts_then"})
_OF_PERSON = ("user_id", "name", "job_title", "posts", "decides_data_use", "absent_from", "absent_until")
_OWN = tuple(name for name in _COLUMNS if name not in _OF_PERSON or name == "posts")


def holdings(organisation_id: UUID) -> tuple[Holding, ...]:
    """Every appointment of the organisation, the earliest first. One query."""
    return tuple(_read(Appointment.objects.of(organisation_id).order_by("from_on", "id")))


def holding(organisation_id: UUID, appointment_id: UUID) -> Holding | None:
    """One appointment of the organisation, or None. One query."""
    return next(iter(_read(Appointment.objects.of(organisation_id).filter(pk=appointment_id))), None)


def decisions(organisation_id: UUID) -> Mapping[Role, Decision]:
    """The open decision not to appoint for each role that has one. One query."""
    names = Decision.__slots__
    rows = RoleDecision.objects.of(organisation_id).filter(ended_on=None).values(*names)
    return {Role(row["role"]): Decision(**row | {"role": Role(row["role"])}) for row in rows}


def _read(rows: Any) -> Iterable[Holding]:
    person = {f"person__{name}" for name in _OF_PERSON}
    for row in rows.values(*_OWN, "firm_person", "senior_post", *person):
        yield _holding(row)


def _holding(row: Mapping[str, Any]) -> Holding:
    own = {name: row[name] for name in _OWN}
    person = {name: row[f"person__{name}"] for name in _OF_PERSON}
    at_work = row["posts"] if row["person_id"] is None else person["posts"]
    read = {
        "role": Role(row["role"]),
        "name": person["name"] or row["firm_person"] or row["firm"],
        "job_title": person["job_title"] or row["senior_post"],
        "parts": tuple(LeadPart(one) for one in row["parts"]),
        "arrangement": Arrangement(row["arrangement"]),
        "posts": frozenset(Post(one) for one in at_work or ()),
        "posts_then": frozenset(Post(one) for one in row["posts"]),
        "evidence_kind": EvidenceKind(row["evidence_kind"]) if row["evidence_kind"] else None,
        "conflict_result": Outcome(row["conflict_result"]) if row["conflict_result"] else None,
    }
    return Holding(**own | person | read)
