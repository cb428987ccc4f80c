"""What is to be done about the roles: vacancies, decisions, findings and yearly looks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from guardbook.rules.agenda import posts
from guardbook.rules.agenda.posts import Filled
from guardbook.rules.agenda.todo import Consequence, Kind, Todo
from guardbook.rules.organisations import Profile
from guardbook.rules.roles import requirement
from guardbook.rules.roles.vocabulary import Finding, Force, Need, Outcome, Role, Severity
from guardbook.rules.verdict import Confidence, Reason
from tests.rules.agenda.examples import TODAY

NEEDS = requirement.requirement(requirement.Facts(Profile(), TODAY))
LEAD = Filled(NEEDS.dsp_lead, is_held=True, to_decide=False)
WHY = Reason("Something was found.", "A-09", Confidence.DEFAULT)


def todos(*filled: Filled) -> list[Todo]:
    return list(posts.posts(filled, TODAY))


def finding(code: str, outcome: Outcome, severity: Severity = Severity.HIGH, days: int | None = None) -> Finding:
    due_on = None if days is None else TODAY + timedelta(days=days)
    return Finding(code, outcome, severity, WHY, "Do it.", due_on)


def test_a_vacant_lead_stops_publishing() -> None:
    (todo,) = todos(replace(LEAD, is_held=False))

    assert (todo.consequence, todo.place.kind, todo.place.parts) == (
        Consequence.STOPS_PUBLISHING,
        Kind.APPOINT,
        ("dsp_lead",),
    )
    assert todo.text == "Appoint a Data Security and Protection Lead"
    assert todo.why


@pytest.mark.parametrize("reasons", [(), (WHY,)])
def test_another_vacancy_is_a_gap(reasons: tuple[Reason, ...]) -> None:
    need = replace(NEEDS.caldicott_guardian, need=Need.REQUIRED, reasons=reasons)

    (todo,) = todos(Filled(need, is_held=False, to_decide=True))

    assert todo.consequence is Consequence.GAP
    assert todo.why == (WHY.text if reasons else "You need somebody in this role.")


@pytest.mark.parametrize(("force", "expected"), [(Force.LAW, Consequence.GAP), (Force.CHOICE, Consequence.REST)])
def test_a_decision_that_is_owed(force: Force, expected: Consequence) -> None:
    need = replace(NEEDS.siro, need=Need.OPTIONAL, force=force)

    (todo,) = todos(Filled(need, is_held=False, to_decide=True))

    assert (todo.place.kind, todo.consequence) == (Kind.DECIDE, expected)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (finding("cqc_notice", Outcome.FAIL, days=-3), [Consequence.LEGAL_CLOCK]),
        (finding("acting_needed", Outcome.FAIL), [Consequence.GAP]),
        (finding("acting_needed", Outcome.FAIL, days=-3), [Consequence.OVERDUE]),
        (finding("seniority", Outcome.WARN, Severity.MEDIUM), [Consequence.REST]),
        (finding("no_deputy", Outcome.OK_WITH_NOTE, Severity.LOW), []),
        (finding("vacant", Outcome.FAIL), []),
        (finding("confirm_again", Outcome.FAIL, Severity.MEDIUM), []),
    ],
    ids=lambda given: given.code if isinstance(given, Finding) else "",
)
def test_what_was_found_around_a_role(found: Finding, expected: list[Consequence]) -> None:
    assert [each.consequence for each in todos(replace(LEAD, findings=(found,)))] == expected


def test_a_finding_without_an_action_asks_to_look() -> None:
    (todo,) = todos(replace(LEAD, findings=(replace(finding("odd", Outcome.FAIL), action=""),)))

    assert todo.text == "Data Security and Protection Lead: look at what was found"


@pytest.mark.parametrize(
    ("is_held", "days", "text", "consequence"),
    [
        (True, 40, "Confirm the Data Security and Protection Lead again", Consequence.REST),
        (True, 30, "Confirm the Data Security and Protection Lead again", Consequence.EXPIRING),
        (False, -1, "Look again at having no Data Security and Protection Lead", Consequence.OVERDUE),
    ],
)
def test_once_a_year_somebody_looks(is_held: bool, days: int, text: str, consequence: Consequence) -> None:
    need = replace(NEEDS.dsp_lead, need=Need.OPTIONAL)
    (todo,) = todos(Filled(need, is_held, to_decide=False, review_on=TODAY + timedelta(days=days)))

    assert (todo.text, todo.consequence) == (text, consequence)
    assert todo.is_open(TODAY) is (days <= 30)


def test_every_role_can_be_something_to_do() -> None:
    vacant = [Filled(replace(NEEDS.of(role), need=Need.REQUIRED), is_held=False, to_decide=False) for role in Role]

    assert len({each.cause for each in todos(*vacant)}) == 4
