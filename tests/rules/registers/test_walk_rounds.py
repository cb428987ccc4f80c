"""Walk-rounds: the score, what is left hanging, the text they are kept as, and what a register says of them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import walk_round as content
from guardbook.rules.registers import spot_checks, walk_round
from guardbook.rules.registers.entries import SOMEBODY, Counted
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.spot_checks import REGISTER, SpotCheck
from guardbook.rules.registers.walk_round import Answer, Facts, Finding, Photo

TODAY = date(2026, 11, 22)
FAULT = Answer("printer", Finding.NOT_OK, action="Empty it each night", owner=UUID(int=7), due_on=date(2026, 12, 1))
OK = Answer("post", Finding.OK)
HANGING = {
    "nothing": (FAULT, ()),
    "OK needs nothing": (OK, ()),
    "what does not apply needs nothing": (replace(OK, finding=Finding.NOT_APPLICABLE), ()),
    "put right on the spot": (replace(FAULT, owner=None, due_on=None, done_on=TODAY), ()),
    "no action": (replace(FAULT, action=" "), ("Say what will be done about it.",)),
    "nobody": (replace(FAULT, owner=None), ("Say who will do it.",)),
    "no day": (replace(FAULT, due_on=None), ("Say by when.",)),
    "nothing but the fault": (Answer("printer", Finding.NOT_OK), ("Say what", "Say who", "Say by")),
}


@pytest.mark.parametrize(("answer", "says"), HANGING.values(), ids=HANGING)
def test_a_fault_is_left_hanging_until_somebody_does_something_by_a_day(answer: Answer, says: tuple[str, ...]) -> None:
    assert len(answer.faults) == len(says)
    assert all(found.startswith(said) for found, said in zip(answer.faults, says, strict=True))


def test_a_walk_round_names_what_is_left_hanging() -> None:
    found = walk_round.score(Facts((OK, replace(FAULT, action=""))))

    assert found.faults == ("printer: Say what will be done about it.",)
    assert not found.is_valid
    assert (found.unowned, found.open) == (1, 1)
    assert found.in_words == "1 of 2 OK (50%)"


def test_where_nothing_could_be_looked_at_there_is_no_score() -> None:
    found = walk_round.score(Facts((replace(OK, finding=Finding.NOT_APPLICABLE),)))

    assert found.percent is None
    assert found.in_words == ""


@pytest.mark.parametrize(("shows", "accepted"), [(False, True), (True, False), (None, False)])
def test_a_photo_is_kept_only_where_somebody_says_that_it_shows_nobody(shows: bool | None, accepted: bool) -> None:
    found = walk_round.photo(Photo(shows))

    assert found.accepted is accepted
    assert (found.reason is None) is accepted


days = st.none() | st.dates()
answers = st.builds(
    Answer,
    look=st.text(min_size=1),
    finding=st.sampled_from(Finding),
    note=st.text(),
    action=st.text(),
    owner=st.none() | st.uuids(),
    due_on=days,
    done_on=days,
)


@given(st.lists(answers).map(tuple))
def test_answers_are_kept_and_read_back_the_same(found: tuple[Answer, ...]) -> None:
    assert walk_round.from_text(walk_round.to_text(found)) == found


@given(st.lists(answers).map(tuple))
def test_a_score_counts_every_answer_once(found: tuple[Answer, ...]) -> None:
    score = walk_round.score(Facts(found))

    assert score.ok + score.not_ok + score.not_applicable == len(found)
    assert score.percent is None or 0 <= score.percent <= 100
    assert score.open <= score.not_ok
    assert score.is_valid is (score.unowned == 0)


ROUND = SpotCheck(
    name="Ground floor",
    done_on=date(2026, 11, 3),
    answers=walk_round.to_text((OK, FAULT)),
    agreed_by="Manager",
    agreed_on=date(2026, 11, 4),
)
GAPS: dict[str, tuple[SpotCheck, str]] = {
    "nothing": (ROUND, ""),
    "done tomorrow": (replace(ROUND, done_on=date(2026, 11, 23)), "still to come"),
    "nothing written": (replace(ROUND, answers=""), "Nothing is written down yet"),
    "words, but nobody to see to it": (replace(ROUND, answers="", found="All well"), "Nothing is written"),
    "on paper": (replace(ROUND, answers="", found="All well", owner=SOMEBODY), ""),
    "one thing hanging": (
        replace(ROUND, answers=walk_round.to_text((replace(FAULT, owner=None),))),
        "One thing is not OK",
    ),
    "two things hanging": (
        replace(ROUND, answers=walk_round.to_text((replace(FAULT, owner=None), replace(FAULT, action="")))),
        "2 things are not OK",
    ),
    "overdue": (
        replace(ROUND, answers=walk_round.to_text((replace(FAULT, due_on=date(2026, 11, 21)),))),
        "put right by 21 November 2026",
    ),
    "overdue, but done": (
        replace(ROUND, answers=walk_round.to_text((OK, replace(FAULT, due_on=date(2026, 11, 21), done_on=TODAY)))),
        "",
    ),
    "not agreed": (replace(ROUND, agreed_by=""), "Have a manager agree"),
}


@pytest.mark.parametrize(("entry", "says"), GAPS.values(), ids=GAPS)
def test_what_is_missing_for_a_walk_round(entry: SpotCheck, says: str) -> None:
    found = " ".join(gap.text for gap in REGISTER.all_gaps(REGISTER.settle(entry, Reference()), TODAY))

    assert says in found
    assert bool(found) is bool(says)


def test_what_is_worked_out_from_the_answers_is_kept_with_the_entry() -> None:
    settled = REGISTER.settle(ROUND, Reference())

    assert (settled.ok, settled.not_ok, settled.not_applicable, settled.open_actions) == (1, 1, 0, 1)
    assert settled.next_due_on == date(2026, 12, 1)
    assert settled.score.percent == 50


def test_a_place_without_a_walk_round_for_three_months_is_named_once() -> None:
    done = replace(ROUND, is_written=True)
    here, there = UUID(int=1), UUID(int=2)
    rows = [
        Counted(replace(done, site_id=here, done_on=date(2026, 5, 1))),
        Counted(replace(done, site_id=here, done_on=date(2026, 8, 21))),
        Counted(replace(done, site_id=there, done_on=date(2026, 8, 22))),
        Counted(replace(done, site_id=there, done_on=date(2027, 1, 1))),
        Counted(replace(done, site_id=there, done_on=None)),
    ]

    found = [gap.text for gap in spot_checks.findings(rows, TODAY)]
    alone = [gap.text for gap in spot_checks.findings(rows[:2], TODAY)]

    assert found == ["At one place, the last walk-round was on 21 August 2026. Do one every three months."]
    assert alone == ["The last walk-round was on 21 August 2026. Do one every three months."]


def test_the_walk_round_that_is_shipped_has_sections_and_unmistakable_keys() -> None:
    keys = [look.key for stop in content.stops() for look in stop.looks]

    assert len(content.stops()) >= 4
    assert len(keys) == len(set(keys)) >= 20
    assert all(content.look(key) for key in keys)
    assert content.look("no such thing") is None
