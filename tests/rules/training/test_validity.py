"""Which training records count (rule F-01)."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.training.validity import Course, Outcome, Proof, Record, State, validity

DONE = date(2026, 9, 1)
ELEARNING = Record(Course.ELEARNING, DONE, Proof.CERTIFICATE, modules=4)
QUIZ = Record(Course.ASSESSMENT, DONE, Proof.ASSESSMENT_PAPER)
OWN = Record(Course.OWN_COURSE, DONE, Proof.SYSTEM_RECORD, outcomes=tuple(Outcome))
EXAMPLES = {
    "F-01.e1": (ELEARNING, State.VALID),
    "F-01.e2": (replace(ELEARNING, modules=3), State.PARTIAL),
    "F-01.e3": (replace(QUIZ, quiz_percent=78), State.NOT_COUNTED),
    "F-01.e4": (replace(QUIZ, quiz_percent=80), State.VALID),
    "F-01.e5": (OWN, State.VALID),
    "F-01.e6": (replace(ELEARNING, completed_on=None), State.REJECTED),
    "e-learning with a failed quiz": (replace(ELEARNING, quiz_percent=79), State.NOT_COUNTED),
    "quiz without a mark": (QUIZ, State.NOT_COUNTED),
    "nothing shows it": (replace(ELEARNING, proof=None), State.NOT_COUNTED),
    "own course with a hole": (replace(OWN, outcomes=(Outcome.LAW, Outcome.THREATS)), State.PARTIAL),
    "discussion, all four parts": (replace(OWN, course=Course.DISCUSSION), State.VALID),
}


@pytest.mark.parametrize(("record", "state"), EXAMPLES.values(), ids=EXAMPLES)
def test_what_a_record_is_worth(record: Record, state: State) -> None:
    verdict = validity(record)

    assert verdict.state is state
    assert verdict.counts is (state is State.VALID)
    assert verdict.reason.text.endswith((".", "needed."))


def test_a_hole_is_named() -> None:
    record = replace(OWN, outcomes=(Outcome.RESPONSIBILITY, Outcome.LAW, Outcome.THREATS))

    assert validity(record).reason.text == "It does not cover: Spotting a breach and acting on it."


@pytest.mark.parametrize("word", [*Course, *Outcome, *Proof], ids=str)
def test_every_choice_has_words_for_people(word: Course | Outcome | Proof) -> None:
    assert word.label[0].isupper()
