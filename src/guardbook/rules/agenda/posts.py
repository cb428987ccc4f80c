"""What is to be done about the roles: who is missing, what is to be decided, and what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo
from guardbook.rules.roles import words
from guardbook.rules.roles.requirement import Requirement
from guardbook.rules.roles.vocabulary import Finding, Force, Need, Outcome, Role, Severity

REVIEW_AHEAD = timedelta(days=30)
_SAID_ELSEWHERE = frozenset({"vacant", "confirm_again"})
_LEGAL = frozenset({"cqc_notice"})
_SERIOUS = frozenset({Outcome.FAIL, Outcome.BLOCK, Outcome.WARN_STRONG})


@dataclass(frozen=True, slots=True)
class Filled:
    """One role on a day: its need, whether somebody holds it or a decision is owed, and what was found."""

    requirement: Requirement
    is_held: bool
    to_decide: bool
    findings: Sequence[Finding] = ()
    review_on: date | None = None


def posts(roles: Sequence[Filled], on: date) -> Iterator[Todo]:
    """Everything to do about the roles, in no order (rules A-01, A-09 and A-13)."""
    for each in roles:
        yield from _vacancy(each)
        yield from _found(each, on)
        yield from _review(each, on)


def _vacancy(post: Filled) -> Iterator[Todo]:
    need, role = post.requirement, post.requirement.role
    if not post.is_held and need.need is Need.REQUIRED:
        why = need.reasons[0].text if need.reasons else "You need somebody in this role."
        # A-01.e8: without a lead the toolkit cannot be published.
        stops = Consequence.STOPS_PUBLISHING if role is Role.DSP_LEAD else Consequence.GAP
        yield _todo(role, "vacant", f"Appoint a {words.ROLE[role]}", why, stops, Kind.APPOINT)
    elif post.to_decide:
        why = "Nobody holds it. Write down why not, or appoint somebody."
        pressing = Consequence.GAP if need.force is Force.LAW else Consequence.REST
        yield _todo(role, "decide", f"Decide about a {words.ROLE[role]}", why, pressing, Kind.DECIDE)


def _found(post: Filled, on: date) -> Iterator[Todo]:
    role = post.requirement.role
    for each in post.findings:
        if each.code in _SAID_ELSEWHERE or each.severity in {Severity.INFO, Severity.LOW}:
            continue
        bad = Consequence.GAP if each.outcome in _SERIOUS else Consequence.REST
        consequence = Consequence.LEGAL_CLOCK if each.code in _LEGAL else todos.by_date(each.due_on, on, bad)
        text = f"{words.ROLE[role]}: {each.action or 'look at what was found'}".rstrip(".")
        yield _todo(role, each.code, text, each.reason.text, consequence, Kind.ROLES, each.due_on)


def _review(post: Filled, on: date) -> Iterator[Todo]:
    if post.review_on is None:
        return
    role = post.requirement.role
    text = f"Confirm the {words.ROLE[role]} again" if post.is_held else f"Look again at having no {words.ROLE[role]}"
    opens_on = post.review_on - REVIEW_AHEAD
    consequence = todos.in_time(post.review_on, on, opens_on)
    why = "Once a year somebody looks whether this is still right."
    yield _todo(role, "review", text, why, consequence, Kind.ROLES, post.review_on, opens_on)


def _todo(
    role: Role,
    what: str,
    text: str,
    why: str,
    consequence: Consequence,
    kind: Kind,
    due_on: date | None = None,
    opens_on: date | None = None,
) -> Todo:
    return Todo(
        cause=f"role:{role}:{what}",
        text=text,
        outside=text,
        why=why,
        consequence=consequence,
        place=Place(kind, () if kind is Kind.ROLES else (role.value,)),
        needs=Permission.ROLE_VIEW if kind is Kind.ROLES else Permission.ROLE_APPOINT,
        due_on=due_on,
        minutes=10,
        opens_on=opens_on,
    )
