"""The pages about one appointment: what is on file, what is missing, and what may be done."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.roles.appointments import Detail, Step
from guardbook.queries.roles.held import Holding
from guardbook.rules.access import Permission
from guardbook.rules.roles import words as names
from guardbook.rules.roles.vocabulary import Role
from guardbook.web import words
from guardbook.web.components import Link, Row
from guardbook.web.roles import words as said
from guardbook.web.roles.pages import overview

DONE = {
    "details": "The details are saved.",
    "acceptance": "Their acceptance is recorded.",
    "confirm": "The appointment is confirmed again.",
    "end": "The last day is recorded. Go through the handover below.",
}
_ASKS = {
    "details": ("Add what is missing", "Save", ""),
    "acceptance": ("Record that they accepted", "Save", "Keep the signed letter with your papers."),
    "confirm": ("Confirm the appointment again", "Confirm", "Guardbook checks for conflicts again, on today's facts."),
    "end": (
        "End the appointment",
        "Record the last day",
        "A list of things to hand over opens. If the role is needed, plan who takes over.",
    ),
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """One line of the handover, with where to tick it."""

    label: str
    done: str
    tick_href: str


@dataclass(frozen=True, slots=True)
class HoldingPage:
    """The page of one appointment."""

    title: str
    state: str
    organisation: UUID
    rows: tuple[Row, ...]
    lacking: tuple[str, ...]
    found: tuple[overview.Found, ...]
    reopened: tuple[str, ...]
    steps: tuple[StepShown, ...]
    links: tuple[Link, ...]
    documents: tuple[Link, ...]
    answer_text: str
    accept_href: str


@dataclass(frozen=True, slots=True)
class Asking:
    """The page of one form about an appointment."""

    title: str
    button: str
    advice: str
    back_href: str


@dataclass(frozen=True, slots=True)
class Accepting:
    """What somebody reads before they take on a role."""

    title: str
    meaning: str
    parts: tuple[str, ...]
    from_on: str
    accepted: str


def holding(context: Context, found: Detail) -> HoldingPage:
    """Put one appointment into words."""
    held, organisation = found.holding, context.organisation_id
    may = context.by.permissions
    is_mine = held.user_id is not None and held.user_id == context.by.user_id
    appoints = Permission.ROLE_APPOINT in may
    return HoldingPage(
        title=f"{held.name}: {names.ROLE[held.role]}",
        state=_state(found),
        organisation=organisation,
        rows=_rows(held),
        lacking=found.completeness.missing if not found.is_over else (),
        found=tuple(overview.finding(one) for one in found.findings) if not found.is_over else (),
        reopened=tuple(one.reason.text for one in found.review.reopened) if not found.is_over else (),
        steps=tuple(_step(organisation, held.id, one, may_tick=appoints) for one in found.steps),
        links=_links(organisation, found) if appoints else (),
        documents=_documents(organisation, held) if Permission.EXPORT in may else (),
        answer_text="" if found.is_over else found.completeness.answer_text,
        accept_href=reverse("role-accept", args=[organisation, held.id]) if is_mine and not held.accepted_on else "",
    )


def asking(context: Context, held: Holding, about: str) -> Asking:
    """The words around one form."""
    title, button, advice = _ASKS[about]
    return Asking(
        title=f"{title}: {held.name}, {names.ROLE[held.role]}",
        button=button,
        advice=advice,
        back_href=reverse("appointment", args=[context.organisation_id, held.id]),
    )


def accepting(held: Holding) -> Accepting:
    """What the person reads."""
    parts = held.parts or (tuple(names.LEAD_PART) if held.role is Role.DSP_LEAD else ())
    return Accepting(
        title=f"Accept the role of {names.ROLE[held.role]}",
        meaning=names.ROLE_MEANING[held.role],
        parts=tuple(names.LEAD_PART[one] for one in parts),
        from_on=words.day(held.from_on),
        accepted=f"You accepted on {words.day(held.accepted_on)}." if held.accepted_on else "",
    )


def stored(held: Holding) -> dict[str, Any]:
    """What the form of details starts with."""
    names_kept = (
        "title",
        "seniority_reason",
        "evidence_kind",
        "evidence_note",
        "reports_to",
        "expertise",
        "service_knowledge",
        "contact",
        "published_on",
        "regulator_told_on",
        "registered_on",
        "contract_note",
    )
    kept = {name: getattr(held, name) for name in names_kept}
    return kept | {"evidence_kind": held.evidence_kind.value if held.evidence_kind else ""}


def _state(found: Detail) -> str:
    held = found.holding
    serves = (
        "Deputy" if held.is_deputy else "Carries parts of the role" if not held.is_accountable else "Holds the role"
    )
    if found.is_over:
        return f"{serves} until {_day(held.until_on)}. This has ended."
    if held.from_on > found.on:
        return f"{serves} from {words.day(held.from_on)}."
    return f"{serves} since {words.day(held.from_on)}."


def _rows(held: Holding) -> tuple[Row, ...]:
    pairs = {
        "Who": held.who,
        "Post": held.job_title or words.listing([names.POST[one] for one in sorted(held.posts)]),
        "Title used": held.shown_title,
        "Parts carried": words.listing([names.LEAD_PART[one].lower() for one in held.parts]),
        "Last day": _day(held.until_on),
        "Why senior enough": held.seniority_reason,
        "Proof": _proof(held),
        "Accepted": f"{_day(held.accepted_on)}, {held.accepted_by}" if held.accepted_on else "Not yet",
        "Conflict check": names.OUTCOME[held.conflict_result] if held.conflict_result else "",
        "Reason given": held.conflict_reason,
        "Reports to": held.reports_to,
        "Expert knowledge": held.expertise,
        "Understands this service": held.service_knowledge,
        "Contract": held.contract_note,
        "How to reach them": held.contact,
        "Details published": _day(held.published_on),
        "Regulator told": _day(held.regulator_told_on),
        "On the national register": _day(held.registered_on),
        "Last confirmed": _day(held.confirmed_on),
        "Confirm again by": _day(held.next_review_on),
        "Why it ended": held.ended_reason,
    }
    return tuple(Row(key, value) for key, value in pairs.items() if value)


def _proof(held: Holding) -> str:
    kind = said.EVIDENCE[held.evidence_kind] if held.evidence_kind else ""
    return words.listing([one for one in (kind, held.evidence_note) if one], "kept at:") or "None yet"


def _step(organisation: UUID, appointment: UUID, one: Step, *, may_tick: bool) -> StepShown:
    done = (
        f"Done on {_day(one.done_on)} by {one.done_by}" + (f": {one.note}" if one.note else "") if one.done_on else ""
    )
    href = reverse("handover-tick", args=[organisation, appointment, one.id]) if may_tick and not one.done_on else ""
    return StepShown(one.label, done, href)


def _links(organisation: UUID, found: Detail) -> tuple[Link, ...]:
    if found.is_over:
        return ()
    given = [("appointment-details", "Add or change details")]
    if found.holding.person_id is not None:
        given.append(("person-posts", "Change what else they do here"))
    if found.holding.accepted_on is None:
        given.append(("appointment-acceptance", "Record that they accepted on paper"))
    given += [("appointment-confirm", "Confirm again"), ("appointment-end", "End this appointment")]
    keys = {"person-posts": found.holding.person_id}
    return tuple(
        Link(text, reverse(name, args=[organisation, keys.get(name, found.holding.id)])) for name, text in given
    )


def _documents(organisation: UUID, held: Holding) -> tuple[Link, ...]:
    offered = [("letter", "Letter of appointment"), ("job-description", "Job description")]
    return tuple(
        Link(f"{text} ({label})", reverse("appointment-document", args=[organisation, held.id, f"{name}.{ending}"]))
        for name, text in offered
        for ending, label in (("docx", "Word"), ("pdf", "PDF"))
    )


def _day(value: date | None) -> str:
    return words.day(value) if value else ""
