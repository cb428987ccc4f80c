"""The roles page: what each role needs, why, who holds it and what to do about it."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.roles.held import Holding
from guardbook.queries.roles.states import Overview, State
from guardbook.rules.access import Permission
from guardbook.rules.organisations import questions
from guardbook.rules.roles import words as names
from guardbook.rules.roles.requirement import Requirement
from guardbook.rules.roles.vocabulary import Finding, Force, Need, Outcome, Role, Severity
from guardbook.rules.verdict import Reason
from guardbook.web import words
from guardbook.web.components import Link, Row, Tag, Tone
from guardbook.web.organisations.wizard import words as asked
from guardbook.web.roles import words as said

WORKING = {
    Role.DSP_LEAD: "deciding-lead",
    Role.DPO: "deciding-officer",
    Role.CALDICOTT_GUARDIAN: "deciding-guardian",
    Role.SIRO: "deciding-risks",
}
"""The address of the page on which the holder of each role works."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: the sentence, any doubt about it, where it comes from and how sure we are."""

    text: str
    doubt: str
    rule: str
    how_sure: str
    source: str
    href: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: a tag, the sentence, and what to do by when."""

    tag: Tag
    text: str
    action: str


@dataclass(frozen=True, slots=True)
class Needed:
    """What a role needs, in words."""

    name: str
    meaning: str
    tag: Tag
    in_words: str
    whys: tuple[Why, ...]
    missing: tuple[Link, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """One role on the page."""

    id: str
    need: Needed
    people: tuple[Row, ...]
    lacking: tuple[str, ...]
    found: tuple[Found, ...]
    decision: str
    reopened: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RolesPage:
    """The whole page."""

    organisation: UUID
    as_of: str
    kind: str
    kind_why: tuple[Why, ...]
    facts: tuple[Row, ...]
    cards: tuple[Card, ...]
    is_started: bool
    may_edit: bool
    scale: str


def roles(context: Context, found: Overview) -> RolesPage:
    """Put the four roles into words."""
    may = context.by.permissions
    edits, appoints = Permission.PROFILE_EDIT in may, Permission.ROLE_APPOINT in may
    organisation = context.organisation_id
    kind = found.requirements.kind
    return RolesPage(
        organisation=organisation,
        as_of=words.day(found.on),
        kind=names.KIND[kind.kind],
        kind_why=tuple(why(one) for one in kind.reasons),
        facts=facts(organisation, found, edits=edits),
        cards=tuple(
            card(organisation, one, edits=edits, appoints=appoints, works=Permission.OVERSIGHT_VIEW in may)
            for one in found.states
        ),
        is_started=bool(found.said.answered),
        may_edit=edits,
        scale=names.LARGE_SCALE[kind.large_scale],
    )


def facts(organisation: UUID, found: Overview, *, edits: bool) -> tuple[Row, ...]:
    """The answers behind the verdicts, each with a link to change it."""
    profile, answered = found.said.profile, found.said.answered
    return tuple(
        Row(
            asked.TITLES[one],
            asked.answer(one, profile, asked=one in answered),
            [Link("Change", reverse("wizard-question", args=[organisation, one.value]), asked.TITLES[one].lower())]
            if edits
            else [],
        )
        for one in questions(profile)
    )


def needed(organisation: UUID, need: Requirement, *, edits: bool) -> Needed:
    """One role's need and force in words, with each reason and each missing fact."""
    asking = [said.MISSING[name] for name in need.missing_facts]
    return Needed(
        name=names.ROLE[need.role],
        meaning=names.ROLE_MEANING[need.role],
        tag=Tag(names.NEED[need.need], said.NEED_TONE[need.need]),
        in_words=f"{need.in_words}.",
        whys=tuple(why(one) for one in need.reasons),
        missing=tuple(
            Link(text, reverse("wizard-question", args=[organisation, question.value]) if edits else "")
            for text, question in asking
        ),
        note="You may use your owner's officer or guardian instead of your own." if need.may_be_satisfied_by else "",
    )


def why(reason: Reason) -> Why:
    """A reason with its source as a link where it is an address."""
    is_address = reason.source.startswith("https://")
    host = reason.source.split("/")[2].removeprefix("www.") if is_address else reason.source
    how_sure = said.CONFIDENCE[reason.confidence]
    doubt = how_sure if reason.confidence.needs_checking else ""
    return Why(reason.text, doubt, reason.rule, how_sure, host, reason.source if is_address else "")


def finding(one: Finding) -> Found:
    """A finding with its action and date."""
    due = f" By {words.day(one.due_on)}." if one.due_on and one.action else ""
    is_quiet = one.outcome is Outcome.OK and one.severity is Severity.INFO
    text = "Note" if is_quiet or one.outcome is Outcome.OK_WITH_NOTE else names.OUTCOME[one.outcome]
    tone = Tone.QUIET if is_quiet else said.OUTCOME_TONE[one.outcome]
    return Found(Tag(text, tone), one.reason.text, f"{one.action}{due}".strip())


def card(organisation: UUID, state: State, *, edits: bool, appoints: bool, works: bool = False) -> Card:
    """One role as a card; who ``works`` with it is shown the way to its working page."""
    name = names.ROLE[state.role]
    working = (Link("Working page", reverse(WORKING[state.role], args=[organisation]), f"of {name}"),) if works else ()
    return Card(
        id=state.role.value,
        need=needed(organisation, state.requirement, edits=edits),
        people=_people(organisation, state),
        lacking=state.completeness.missing if state.completeness else (),
        found=tuple(finding(one) for one in state.findings),
        decision=_decision(state),
        reopened=tuple(one.reason.text for one in state.review.reopened) if state.review else (),
        links=(*(_links(organisation, state) if appoints else ()), *working),
    )


def _people(organisation: UUID, state: State) -> tuple[Row, ...]:
    rows = [("Holds it", [state.holder] if state.holder else []), ("Deputy", state.deputies)]
    rows += [("Carries parts", state.sharers), ("Starts later", state.coming)]
    shown = [_person(organisation, label, one) for label, people in rows for one in people]
    if state.holder is None:
        shown.insert(0, Row("Holds it", "Nobody"))
    if state.review and state.holder:
        shown.append(Row("Confirm again by", words.day(state.review.next_review_on)))
    return tuple(shown)


def _person(organisation: UUID, label: str, one: Holding) -> Row:
    until = f" until {words.day(one.until_on)}" if one.until_on else ""
    parts = f": {words.listing([names.LEAD_PART[part].lower() for part in one.parts])}" if one.parts else ""
    text = f"{one.who}, {one.shown_title}, from {words.day(one.from_on)}{until}{parts}"
    href = reverse("appointment", args=[organisation, one.id])
    return Row(label, text, [Link("Open", href, f"{one.name} as {names.ROLE[one.role]}")])


def _decision(state: State) -> str:
    if state.decision is None:
        need = state.requirement.need
        owed = "Nobody has recorded a decision yet." if state.to_decide else ""
        return owed if need is not Need.REQUIRED or state.to_decide else ""
    one = state.decision
    return (
        f"Decided not to appoint on {words.day(one.decided_on)} by {one.decided_by}: {one.reason} "
        f"To be looked at again by {words.day(one.review_on)}."
    )


def _links(organisation: UUID, state: State) -> tuple[Link, ...]:
    role, name = state.role.value, names.ROLE[state.role]
    forced = state.requirement.need is Need.REQUIRED and state.requirement.force in {Force.LAW, Force.TOOLKIT}
    appoint = Link(
        "Appoint somebody" if state.holder is None else "Appoint somebody else or a deputy",
        reverse("appoint", args=[organisation, role]),
        f"as {name}",
    )
    decide = Link("Record a decision not to", reverse("role-decide", args=[organisation, role]), f"have a {name}")
    return (appoint,) if state.holder or forced else (appoint, decide)
