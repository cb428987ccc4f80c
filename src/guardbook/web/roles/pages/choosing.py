"""The pages that choose somebody for a role, appoint them, or record why nobody is."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.roles.candidates import Candidate
from guardbook.queries.roles.states import State
from guardbook.rules.roles import words as names
from guardbook.rules.roles.vocabulary import Outcome, Role
from guardbook.web import words
from guardbook.web.components import Column, Lines, Link, Table, Tag, Tone
from guardbook.web.roles import words as said
from guardbook.web.roles.pages import overview

_MANY = 200


@dataclass(frozen=True, slots=True)
class Choosing:
    """Everybody who could take a role, as a table."""

    organisation: UUID
    title: str
    need: overview.Needed
    table: Table | None
    firm_href: str
    people_href: str


@dataclass(frozen=True, slots=True)
class AppointingPage:
    """Who is to be appointed to what, and what was found about them."""

    title: str
    back_href: str
    known: tuple[str, ...]
    found: tuple[overview.Found, ...]
    advice: str
    posts_href: str


@dataclass(frozen=True, slots=True)
class PostsPage:
    """The page that asks for somebody's posts."""

    title: str
    button: str
    advice: str
    back_href: str


@dataclass(frozen=True, slots=True)
class DecidingPage:
    """The need of a role about which a decision is recorded."""

    title: str
    back_href: str
    need: overview.Needed


def choosing(context: Context, state: State, candidates: tuple[Candidate, ...]) -> Choosing:
    """A table of candidates, the fittest first."""
    organisation, role = context.organisation_id, state.role
    rows = [_row(organisation, role, one) for one in candidates[:_MANY]]
    columns = [Column("Name"), Column("Post"), Column("Roles now"), Column("Check"), Column("Choose")]
    return Choosing(
        organisation=organisation,
        title=f"Who could be your {names.ROLE[role]}?",
        need=overview.needed(organisation, state.requirement, edits=False),
        table=Table("People who work here now", columns, rows) if rows else None,
        firm_href=reverse("appoint-firm", args=[organisation, role.value]),
        people_href=reverse("people", args=[organisation]),
    )


def appointing(context: Context, role: Role, chosen: Candidate | None) -> AppointingPage:
    """The words around the form that appoints."""
    name = names.ROLE[role]
    title = f"Appoint {chosen.name} as {name}" if chosen else f"Appoint a firm or shared person as {name}"
    return AppointingPage(
        title=title,
        back_href=reverse("appoint", args=[context.organisation_id, role.value]),
        known=_known(chosen) if chosen else (),
        found=tuple(overview.finding(one) for one in chosen.findings) if chosen else (),
        advice=_ADVICE[role],
        posts_href=reverse("person-posts", args=[context.organisation_id, chosen.id])
        if chosen and chosen.posts
        else "",
    )


def posts(context: Context, chosen: Candidate) -> PostsPage:
    """The words around the form that asks for posts."""
    return PostsPage(
        title=f"What does {chosen.name} do here?",
        button="Save",
        advice="Some posts and some roles do not go together. Guardbook checks again when a post changes.",
        back_href=reverse("roles", args=[context.organisation_id]),
    )


def deciding(context: Context, state: State) -> DecidingPage:
    """The words around the form that records a decision."""
    return DecidingPage(
        title=f"Record a decision not to have a {names.ROLE[state.role]}",
        back_href=reverse("roles", args=[context.organisation_id]),
        need=overview.needed(context.organisation_id, state.requirement, edits=False),
    )


_ADVICE = {
    Role.DSP_LEAD: "The Lead needs to be senior enough to get things done. It need not be the registered manager.",
    Role.DPO: "The officer must be free to reach their own view. A provider may have one from outside, or share one.",
    Role.CALDICOTT_GUARDIAN: "The Guardian should be senior. You may share one with other providers.",
    Role.SIRO: "The risk owner should sit on the board or be as senior.",
}


def _known(one: Candidate) -> tuple[str, ...]:
    posts = words.listing([names.POST[post].lower() for post in sorted(one.posts)])
    roles = words.listing([names.ROLE[role] for role in sorted(one.roles)])
    return (
        f"Post: {posts or one.job_title or 'not said on the staff list'}",
        f"Roles now: {roles or 'none'}",
    )


def _row(organisation: UUID, role: Role, one: Candidate) -> list[str | Tag | Link | Lines]:
    post = one.job_title or words.listing([names.POST[each] for each in sorted(one.posts)]) or "Not said"
    roles = words.listing([names.ROLE[each] for each in sorted(one.roles)]) or "None"
    href = reverse("appoint-person", args=[organisation, role.value, one.id])
    choose: Link | str = "Not open" if one.outcome is Outcome.BLOCK else Link("Choose", href, one.name)
    return [one.name, post, roles, _check(role, one), choose]


def _check(role: Role, one: Candidate) -> Tag:
    if one.outcome is Outcome.OK and role is not Role.DPO and not one.is_senior:
        return Tag("Senior enough?", Tone.WARNING)
    if one.outcome is Outcome.WARN and _only_unasked(one):
        return Tag("To be asked", Tone.WAITING)
    return Tag(names.OUTCOME[one.outcome], said.OUTCOME_TONE[one.outcome])


def _only_unasked(one: Candidate) -> bool:
    """Whether the only warning is that nobody has asked yet what they decide."""
    return {each.code for each in one.findings if each.outcome is Outcome.WARN} == {"decides_means"}
