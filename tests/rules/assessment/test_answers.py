"""What is wrong with an answer, in words, and what to look at again before it is copied out."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.assessment import answers
from guardbook.rules.assessment.answers import Answer, AnswerFacts
from guardbook.rules.frameworks.items import (
    AnswerKind,
    Covers,
    Item,
    NotApplicable,
    Threshold,
    Unit,
    Window,
    WindowKind,
)
from tests.rules.assessment.examples import PLAIN, TODAY, WHO_LEADS, YEAR_BACK

CONFIRM, TEXT, DOCUMENT, DATE, NUMBER = AnswerKind
WORDS = replace(PLAIN, answer=TEXT, also_accepts=(DOCUMENT,))
MUST = replace(WORDS, not_applicable=NotApplicable(allowed=False))
DATED = replace(PLAIN, answer=DATE, window=YEAR_BACK)
RENEWED = replace(PLAIN, answer=DATE, window=Window(WindowKind.LIVE, Covers.EVIDENCE, "on the day"))
FIGURE = replace(PLAIN, answer=NUMBER, threshold=Threshold(95, Unit.PERCENT, "95%"))
WHICH_TEAM = "Say who, not which team"

CASES = {
    "ticked": (PLAIN, Answer(CONFIRM, yes=True), ""),
    "not ticked": (PLAIN, Answer(CONFIRM), "Tick the box"),
    "another kind": (PLAIN, Answer(TEXT, text="yes"), "answered with a tick"),
    "words": (WORDS, Answer(TEXT, text="Lockable cabinets, and the office is locked at night."), ""),
    "no words": (WORDS, Answer(TEXT, text="  "), "Write your answer."),
    "says n/a": (WORDS, Answer(TEXT, text="N/A"), "choose “does not apply”"),
    "says n/a where it must be answered": (MUST, Answer(TEXT, text="Not applicable."), "must be answered"),
    "placeholder": (WORDS, Answer(TEXT, text="TBC"), "Write the answer itself"),
    "too long": (WORDS, Answer(TEXT, text="a" * 4001), "4,000 characters or fewer. You have 4,001"),
    "a team": (WHO_LEADS, Answer(TEXT, text="The management team"), WHICH_TEAM),
    "a post": (WHO_LEADS, Answer(TEXT, text="The registered manager, with the team"), ""),
    "a name": (WHO_LEADS, Answer(TEXT, text="Asha Khan and her staff"), ""),
    "a team where nobody asked who": (WORDS, Answer(TEXT, text="The whole team locks up"), ""),
    "a blank left open": (
        WORDS,
        Answer(TEXT, text="Agreed on [date] by us."),
        "Fill in the part in square brackets: [date]",
    ),
    "our own example": (WORDS, Answer(TEXT, text="Rowan House locks its office."), "still holds our example"),
    "a file": (WORDS, Answer(DOCUMENT, files=1), ""),
    "a place": (WORDS, Answer(DOCUMENT, place="Office, blue folder"), ""),
    "no document": (WORDS, Answer(DOCUMENT, place=" ? "), "Add the document"),
    "a date in time": (DATED, Answer(DATE, on=date(2026, 1, 1)), ""),
    "no date": (DATED, Answer(DATE), "Enter the date in full, like 27 3 2026."),
    "a date too old": (DATED, Answer(DATE, on=date(2025, 11, 22)), "outside the window: in the last 12 months"),
    "a date to come": (DATED, Answer(DATE, on=date(2026, 11, 23)), "not in the future"),
    "a renewal to come": (RENEWED, Answer(DATE, on=date(2027, 3, 1)), ""),
    "a renewal gone": (RENEWED, Answer(DATE, on=date(2026, 3, 1)), "outside the window"),
    "a number": (FIGURE, Answer(NUMBER, number=95), ""),
    "a low number": (FIGURE, Answer(NUMBER, number=94), "at least 95%"),
    "no number": (FIGURE, Answer(NUMBER), "whole number"),
    "does not apply": (WORDS, Answer(TEXT, not_applicable_because="no work phones"), ""),
    "does not apply, one word": (WORDS, Answer(TEXT, not_applicable_because="no"), "in a few words"),
    "does not apply, not accepted": (MUST, Answer(TEXT, not_applicable_because="we are small"), "must be answered"),
}


@pytest.mark.parametrize(("item", "answer", "fault"), CASES.values(), ids=CASES.keys())
def test_what_is_wrong_with_an_answer(item: Item, answer: Answer, fault: str) -> None:
    faults = answers.check_answer(AnswerFacts(item, answer, TODAY, TODAY, ("Rowan House",)))

    assert [fault in each for each in faults] == ([True] if fault else [])


@pytest.mark.parametrize(
    "text",
    [
        "Resident Mary Jones kept her file in the lounge.",
        "We moved the notes of service user: Mr Patel",
        "Mrs Brown fell and her record was lost",
        "The file of 943 476 5919 was lost",
        "Staff number AB 12 34 56 C",
        "Born on 3 May 1931",
    ],
    ids=["I-02.e1", "title", "story", "NHS number", "National Insurance", "birth date"],
)
def test_details_of_people_are_pointed_out(text: str) -> None:
    answer = Answer(TEXT, text=text)

    assert answers.words(answer).look_again == answers.warnings(answer) != ()
    assert not answers.check_answer(AnswerFacts(WORDS, answer, TODAY, TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "Our registered manager is Asha Khan. Ring 0303 123 1113.",
        "Residents are told in a leaflet. Staff are told at induction.",
        "Registration ZA123456 runs until 31 March 2027.",
    ],
)
def test_ordinary_answers_raise_no_alarm(text: str) -> None:
    assert answers.warnings(Answer(TEXT, text=text)) == ()
