"""Starter content of the registers: it can be read, it can be saved, and it is put in easy words."""

from typing import Any

import pytest

from guardbook.content import registers, walk_round
from guardbook.content.registers import Starter
from guardbook.rules.registers import catalogue, checking
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register
from guardbook.rules.registers.risks import Theme
from tests.content.test_readability import LONGEST_SENTENCE, WHOLE, grade, sentences

WITH_STARTERS = [each for each in catalogue.ALL if registers.starters(each.slug)]


def words(register: Register[Any], starter: Starter) -> str:
    read = {each.name for each in register.questions if each.kind in {Kind.LINE, Kind.WORDS}}
    said = [f"{str(value).rstrip('.')}." for name, value in starter.answers.items() if name in read]
    return " ".join([*said, starter.note])


@pytest.mark.parametrize("register", WITH_STARTERS, ids=lambda each: each.slug)
def test_starters_can_be_saved_until_somebody_says_that_they_are_true(register: Register[Any]) -> None:
    faulty = {
        starter.key: checking.faults(register, register.entry(**starter.answers, is_checked=False))
        for starter in registers.starters(register.slug)
    }

    assert not {key: found for key, found in faulty.items() if found}


@pytest.mark.parametrize("register", WITH_STARTERS, ids=lambda each: each.slug)
def test_starters_read_easily(register: Register[Any]) -> None:
    text = " ".join(words(register, starter) for starter in registers.starters(register.slug))

    assert grade(text) <= WHOLE
    assert not [each for each in sentences(text) if len(each.split()) > LONGEST_SENTENCE]


def test_what_a_walk_round_looks_at_reads_easily() -> None:
    text = " ".join(f"{look.question} {look.hint}" for stop in walk_round.stops() for look in stop.looks)

    assert grade(text) <= WHOLE


def test_there_are_enough_risks_to_choose_from_in_every_theme() -> None:
    risks = registers.starters("risks")

    assert len(risks) >= 40
    themes = [starter.answers["theme"] for starter in risks]
    assert all(themes.count(theme) >= 3 for theme in set(themes))
    assert set(themes) == set(Theme)
