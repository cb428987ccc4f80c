"""Levels, what bars them, what may be claimed, and the toolkit year."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.assessment import status, years
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.standing import Latest, Said, Standing, evaluate_all
from guardbook.rules.assessment.status import Goal, Published, Status
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.frameworks.items import Known
from guardbook.rules.frameworks.packs import Deadline, Framework, Origin, Pack
from guardbook.rules.verdict import Confidence
from tests.rules.assessment.examples import PACK, SOUND, TODAY

MET_LAST_YEAR = Published(Goal.STANDARDS_MET, "2025-26", date(2026, 5, 4))
APPROACHED = Published(Goal.APPROACHING, "2025-26", date(2026, 5, 4))
OFFICIAL = replace(PACK, origin=Origin.OFFICIAL)


def standings(*, without: tuple[str, ...] = ()) -> tuple[Standing, ...]:
    latest = {
        item.ref: Latest(Said.CONFIRMED, Answer(item.answer, text="Asha Khan, manager", yes=True), TODAY, Outcome.MET)
        for item in PACK.items
        if item.ref not in without
    }
    return evaluate_all(SOUND, PACK.items, latest)


def judge(
    pack: Pack = PACK,
    *,
    without: tuple[str, ...] = (),
    published: tuple[Published, ...] = (),
    ce_plus_until: date | None = None,
) -> Status:
    return status.status(pack, standings(without=without), published, ce_plus_until, TODAY)


def test_everything_done_on_a_rebuilt_list_is_only_ready() -> None:
    found = judge(ce_plus_until=date(2027, 1, 1))

    assert found.headline == "Ready, on a rebuilt list"
    assert "Standards Met" not in found.headline + found.caveat
    assert found.best is Goal.EXCEEDED


def test_everything_done_on_the_official_list_names_the_level() -> None:
    assert judge(OFFICIAL).headline == "Ready to publish at Standards Met"
    assert judge(OFFICIAL).caveat == ""


def test_an_open_question_is_named_with_its_reason() -> None:
    found = judge(without=("3.2.1",))

    assert found.headline == "Ready, on a rebuilt list"
    assert found.best is Goal.APPROACHING
    assert [each.ref for each in found.level(Goal.STANDARDS_MET).missing] == ["3.2.1"]
    assert "19 of 20" in found.level(Goal.STANDARDS_MET).missing[0].why


def test_questions_to_go_are_counted() -> None:
    assert judge(without=("1.1.1",)).headline == "1 question to go"
    assert judge(without=("1.1.1", "3.2.1")).headline == "2 questions to go"


def test_an_optional_question_never_stands_in_the_way() -> None:
    found = judge(without=("8.3.8",))

    assert found.level(Goal.STANDARDS_MET).is_ready


@pytest.mark.parametrize(
    ("published", "barred"),
    [
        ((), ""),
        ((APPROACHED,), "only once"),
        ((MET_LAST_YEAR,), "published in full"),
        ((APPROACHED, MET_LAST_YEAR), "in full"),
    ],
    ids=["first time", "second time", "after a full one", "after both"],
)
def test_approaching_is_open_once_and_never_after_a_full_publication(
    published: tuple[Published, ...], barred: str
) -> None:
    found = judge(published=published).level(Goal.APPROACHING)

    assert bool(found.barred) is bool(barred)
    assert barred in found.barred


@pytest.mark.parametrize(
    ("until", "ready"),
    [(None, False), (date(2026, 11, 21), False), (TODAY, True)],
    ids=["none", "ended yesterday", "last day"],
)
def test_exceeded_needs_a_current_certificate(until: date | None, ready: bool) -> None:
    assert judge(ce_plus_until=until).level(Goal.EXCEEDED).is_ready is ready


def test_the_action_plan_is_the_open_questions_of_standards_met() -> None:
    plan = status.action_plan(judge(without=("3.2.1", "4.1.1")), date(2027, 6, 30))

    assert [line.ref for line in plan] == ["3.2.1", "4.1.1"]
    assert all(line.action and line.by == date(2027, 6, 30) for line in plan)


def test_g03_e1_a_publication_is_told_with_its_year_and_next_due() -> None:
    assert years.worth(MET_LAST_YEAR) == ("2025-26: Standards Met, published on 4 May 2026. Next due by 30 June 2027.")


def test_g01_e1_a_year_that_closed_unpublished_is_overdue() -> None:
    due = years.due([MET_LAST_YEAR], date(2027, 7, 1))

    assert (due.missed_year, due.days_overdue) == ("2026-27", 1)


def test_g01_e3_publishing_early_moves_no_anchor() -> None:
    early = Published(Goal.STANDARDS_MET, "2026-27", date(2027, 3, 1))

    assert years.due([MET_LAST_YEAR, early], date(2027, 3, 2)).on == date(2028, 6, 30)


@pytest.mark.parametrize(
    ("published", "as_of", "year", "missed"),
    [
        ([], TODAY, "2026-27", "2025-26"),
        ([MET_LAST_YEAR], TODAY, "2026-27", ""),
        ([APPROACHED], TODAY, "2026-27", "2025-26"),
        ([MET_LAST_YEAR], date(2026, 6, 30), "2026-27", "2024-25"),
    ],
    ids=["never", "published last year", "approaching settles nothing", "last day"],
)
def test_what_is_due_next(published: list[Published], as_of: date, year: str, missed: str) -> None:
    due = years.due(published, as_of)

    assert (due.year, due.missed_year) == (year, missed)


@pytest.mark.parametrize(
    ("on", "year"),
    [(date(2026, 6, 30), "2025-26"), (date(2026, 7, 1), "2026-27"), (date(1999, 8, 1), "1999-00")],
)
def test_a_toolkit_year_runs_from_july_to_june(on: date, year: str) -> None:
    assert years.year_of(on) == year
    assert years.before(years.after(year)) == year


READ, GUESS = Known(Confidence.READ), Known(Confidence.UNCERTAIN)
FRAMEWORK = Framework(
    "dspt",
    "Toolkit",
    ("8",),
    (Deadline("2025-26", "8", date(2026, 6, 30), READ), Deadline("2026-27", None, date(2027, 6, 30), GUESS)),
    "We have not seen the new list.",
    (),
)


def test_a_closed_year_is_told_with_what_is_known_of_the_next() -> None:
    said = " ".join(years.closed_notice(FRAMEWORK, TODAY))

    assert "2025-26 toolkit closed on 30 June 2026" in said
    assert "2026-27 toolkit closes on 30 June 2027 as far as we know" in said
    assert "We have not seen the new list." in said


def test_a_closed_year_with_nothing_known_after_it_says_only_that() -> None:
    alone = replace(FRAMEWORK, deadlines=FRAMEWORK.deadlines[:1], next_version="")

    assert len(years.closed_notice(alone, TODAY)) == 2


def test_anybody_may_ask_what_is_due() -> None:
    due = years.next_due(years.History(TODAY, (MET_LAST_YEAR,)))

    assert (due.year, due.on, due.days_left) == ("2026-27", date(2027, 6, 30), 220)


def test_an_open_year_needs_no_notice() -> None:
    assert years.closed_notice(FRAMEWORK, date(2026, 6, 30)) == ()


@pytest.mark.parametrize(
    ("frozen", "on_portal", "state"),
    [
        (False, None, years.Publication.NOT_FROZEN),
        (True, None, years.Publication.FROZEN),
        (True, MET_LAST_YEAR, years.Publication.ON_PORTAL),
        (False, replace(MET_LAST_YEAR, year="2024-25"), years.Publication.NOT_FROZEN),
    ],
    ids=["nothing", "frozen", "published", "an older year"],
)
def test_frozen_is_not_published(frozen: bool, on_portal: Published | None, state: years.Publication) -> None:
    found, words = years.publication(frozen=frozen, on_portal=on_portal, year="2025-26")

    assert found is state
    assert ("Not yet published on the NHS portal" in words) is (found is not years.Publication.ON_PORTAL)
