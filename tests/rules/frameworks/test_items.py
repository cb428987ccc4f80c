"""What a question says of itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guardbook.rules.frameworks import refs
from guardbook.rules.frameworks.items import AnswerKind, Level, NotApplicable, TypedAs
from tests.rules.frameworks.lists import KNOWN, READ, question

REFS = some.tuples(*[some.integers(1, 99)] * 3).map(lambda parts: ".".join(map(str, parts)))


def test_numbers_are_put_in_the_order_people_count() -> None:
    assert sorted(["10.1.2", "1.1.10", "2.1.1", "1.1.9"], key=refs.order) == ["1.1.9", "1.1.10", "2.1.1", "10.1.2"]


@given(REFS)
def test_a_number_belongs_to_its_standard_and_group(ref: str) -> None:
    assert refs.is_ref(ref)
    assert ref.startswith(f"{refs.assertion(ref)}.")
    assert refs.standard(ref) == refs.order(ref)[0]


@pytest.mark.parametrize("text", ["1.1", "1.1.1.1", "1.10 ", "a.b.c", "", "100.1.1"])
def test_other_things_are_not_numbers_of_questions(text: str) -> None:
    assert not refs.is_ref(text)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (NotApplicable(allowed=False), ""),
        (
            NotApplicable(True, "x", TypedAs.TICK_AND_COMMENT),
            "Tick the box, then type “Not applicable” in the comments box.",
        ),
        (NotApplicable(True, "x", TypedAs.ANSWER_TEXT), "Type “Not applicable” in the answer box."),
        (
            NotApplicable(True, "x", TypedAs.DOCUMENT_LOCATION),
            "Type “Not applicable” in the box that says where the document is kept.",
        ),
        (NotApplicable(True, "x"), "We have not seen how the portal wants this typed. Ask the toolkit helpdesk."),
    ],
    ids=["refused", "tick", "text", "document", "not seen"],
)
def test_the_portal_words_for_not_applicable(rule: NotApplicable, words: str) -> None:
    assert rule.portal_words == words


def test_a_question_knows_its_place_and_its_answers() -> None:
    item = replace(question("10.1.2"), also_accepts=(AnswerKind.DOCUMENT,))

    assert (item.standard, item.assertion, item.mandatory) == (10, "10.1", True)
    assert item.accepts == (AnswerKind.TEXT, AnswerKind.DOCUMENT)
    assert not question("1.1.6", level=Level.OPTIONAL).mandatory


def test_only_facts_that_a_question_has_are_shown_with_their_standing() -> None:
    names = [name for name, _ in replace(KNOWN, window=READ).fields()]

    assert names == ["ref", "level", "question", "answer", "not_applicable", "exemptions", "changed", "window"]
