"""What every register shares: what may be saved, how answers are kept and read back, and when an entry needs a look."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from guardbook.rules.registers import checking, columns, questions
from guardbook.rules.registers.entries import SOMEBODY, Entry
from guardbook.rules.registers.questions import Choice, Kind, Ticked
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Register, Section, Severity

TODAY = date(2026, 11, 22)


class Colour(Choice):
    """A vocabulary."""

    RED = "red", "Bright red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing(Entry):
    """An entry with a question of every kind."""

    words: str = questions.words("Words")
    web: str = questions.web("Address")
    day: date | None = questions.day("Day")
    said: bool | None = questions.yes_no("Said?")
    ticked: Ticked | None = questions.check("Ticked?")
    colour: Colour | None = questions.one("Colour", Colour, required=True)
    colours: tuple[Colour, ...] = questions.some("Colours", Colour)
    number: int | None = questions.number("Number", most=10)
    money: int | None = questions.money("Money")
    things: tuple[str, ...] = questions.things("Things")
    links: tuple[Any, ...] = questions.links("Links", to="things")


THINGS: Register[Thing] = Register("things", Thing, "Things", "thing", "things", Section.RISKS, "Why.", "One.")
SOUND = Thing(name="A thing", colour=Colour.RED)


def test_an_entry_with_what_is_needed_may_be_saved() -> None:
    assert checking.faults(THINGS, SOUND) == ()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (replace(SOUND, name=""), "Answer the question: Name"),
        (replace(SOUND, colour=None), "Answer the question: Colour"),
        (replace(SOUND, name="x" * 201), "shorten this to 200 characters. It has 201 now"),
        (replace(SOUND, words="x" * 4001), "shorten this to 4000 characters"),
        (replace(SOUND, web="www.example.org"), "whole web address"),
        (replace(SOUND, web="https://[broken"), "whole web address"),
        (replace(SOUND, web="https://me:secret@example.org"), "whole web address"),
        (replace(SOUND, number=11), "0 or more, and not so large"),
        (replace(SOUND, money=-1), "0 or more"),
        (replace(SOUND, things=("x",) * 101), "keep to 100 lines"),
        (replace(SOUND, things=("x" * 201,)), "keep each line to 200 characters"),
    ],
)
def test_what_may_not_be_saved_is_said_in_a_sentence(entry: Thing, said: str) -> None:
    (sentence,) = checking.faults(THINGS, entry)

    assert said in sentence


def test_a_starter_row_may_wait_for_its_answers() -> None:
    assert checking.faults(THINGS, replace(SOUND, colour=None, is_checked=False)) == ()


@pytest.mark.parametrize(
    "entry",
    [
        Thing(name="Empty"),
        replace(
            SOUND,
            ticked=Ticked.NOT_APPLICABLE,
            colours=(Colour.RED, Colour.BLUE),
            things=("one", "two"),
            day=TODAY,
            said=False,
            money=5,
        ),
    ],
)
def test_every_answer_reads_back_as_it_was_kept(entry: Thing) -> None:
    for question in THINGS.questions:
        if question.kind is not Kind.LINKS:
            answer = getattr(entry, question.name)
            assert columns.read(question, columns.stored(question, answer)) == answer


def test_a_word_that_left_the_vocabulary_reads_as_nothing_said() -> None:
    colour, name = THINGS.question("colour"), THINGS.question("name")
    assert colour is not None
    assert name is not None

    assert columns.read(colour, "green") is None
    assert columns.read(replace(name, kind=Kind.ONE), "red") is None


def test_plain_values_say_only_that_there_is_somebody() -> None:
    owner, links, said = (THINGS.question(name) for name in ("owner", "links", "said"))
    assert owner is not None
    assert links is not None
    assert said is not None

    assert columns.plain_reader(owner)("any") is SOMEBODY
    assert columns.plain_reader(links)(True) == (SOMEBODY,)
    assert columns.plain_reader(said)(1) is True


def test_a_plain_register_finds_nothing_wrong_and_works_nothing_out() -> None:
    assert THINGS.all_gaps(SOUND, TODAY) == ()
    assert list(THINGS.findings([], TODAY)) == []
    assert not THINGS.has_findings
    assert THINGS.settle(SOUND, Reference()) is SOUND


def test_an_entry_needs_a_look_the_day_after_its_review_was_due() -> None:
    found = THINGS.attention(replace(SOUND, reviewed_on=date(2026, 1, 10)), TODAY)

    assert found is not None
    assert found.on == date(2027, 1, 11)
    assert found.gap.severity is Severity.LOW
    assert THINGS.attention(SOUND, TODAY) is None


def test_an_owner_who_left_and_a_missing_answer_are_gaps_of_any_entry() -> None:
    left = replace(SOUND, owner=SOMEBODY, owner_leaves_on=date(2026, 11, 1), colour=None)

    assert [gap.question for gap in THINGS.all_gaps(left, TODAY)] == ["colour", "owner"]


def test_an_entry_nobody_checked_has_that_gap_alone() -> None:
    (gap,) = THINGS.all_gaps(replace(SOUND, is_checked=False, colour=None), TODAY)

    assert "Not checked here" in gap.text
