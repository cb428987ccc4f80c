"""Reports: what stands in them, and that they are read back as they were kept."""

import json
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.deciders import figures, independence, reports, statement
from guardbook.rules.deciders.champion import Poster, Question, Topic, faults
from guardbook.rules.deciders.figures import Facts, Logs, Part, Says
from guardbook.rules.deciders.reports import Content, Kind, Line, Month, Year

DAY = date(2026, 11, 22)


def test_the_monthly_report_names_what_was_noticed_and_changed() -> None:
    content = reports.monthly(figures.play(Facts(DAY)), Month(("Sheets on the table: moved",), ("Shut the door",)))

    titles = [each.title for each in content.blocks]
    assert titles == ["What we ask you to act on", "How it stands", "What was noticed", "What was changed"]


def test_what_is_in_order_and_not_asked_for_every_month_is_left_out() -> None:
    content = reports.monthly(figures.play(Facts(DAY, trained=1, staff=1)), Month())

    shown = {line.label for block in content.blocks for line in block.lines}
    assert "Audits that are late" not in shown
    assert "Roles that nobody holds" in shown


@given(st.builds(Facts, as_of=st.just(DAY), overdue=st.integers(0, 9), logs=st.builds(Logs)))
def test_every_figure_has_words_and_a_source_and_stands_once(facts: Facts) -> None:
    found = figures.play(facts)

    assert len({each.key for each in found.figures}) == len(found.figures)
    assert all(each.label and each.value and each.source for each in found.figures)
    assert len(found.asks) == sum(each.says is Says.ACT for each in found.figures)
    assert {each.part for each in found.figures} <= set(Part)


def test_a_report_is_read_back_as_it_was_kept() -> None:
    lines = (Line("Audits done", "3", "Audits"),)
    officer = reports.officer(
        Year(lines, ("Phones: lone work",), ("Leavers",), ("Two log-ins",), ("Diary",)), _free(told=0)
    )
    kept = Content(officer.lead, officer.blocks, "My words")

    assert reports.read(json.loads(json.dumps(asdict(kept)))) == kept


def test_the_officers_report_says_that_somebody_interfered() -> None:
    told = reports.officer(Year(()), _free(told=1)).blocks[0].sentences
    free = reports.officer(Year(()), _free(told=0)).blocks[0].sentences

    assert "told the officer what to conclude" in told[0]
    assert free == ("Nobody told me what to conclude.",)


def test_the_statement_leaves_out_what_is_in_order() -> None:
    said = statement.statement(statement.Facts(DAY, risks=1, confirmed_on=DAY))

    assert [each.title for each in reports.statement(said, ("Phishing (16 of 25)",)).blocks] == [
        "What I have seen",
        "Our biggest risks",
    ]


@pytest.mark.parametrize("kind", Kind)
def test_every_report_has_a_name_and_a_keeper(kind: Kind) -> None:
    assert kind.named
    assert kind.kept_by


def _free(*, told: int) -> independence.Independence:
    return independence.independence(independence.Facts(instructions=told))


def test_a_year_of_topics_that_is_not_whole_is_told_in_words() -> None:
    topic = Topic("paper", 1, "Paper", "Why", (), (), Poster("Paper", ()), (Question("Where?", ("Here",), 2, "So"),))

    assert list(faults([topic])) == [
        "there is not one topic for each month",
        "paper: the quiz has not five questions",
        "paper: “Where?” has no such choice as the right one",
    ]
