"""Every worked example of the rules about time, asked as ``guardbook ask`` asks it."""

import re

import pytest

from tests.rules.clocks.examples import EXAMPLES
from tests.rules.worked import RULE_BOOK, Example, differing

OURS = r"^\| ((?:C-01|C-02|C-08|C-09)\.e\d+) \|"
OF_WORDS = {"C-08.e8"}  # a text that is two complaints: tests/rules/rights


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_clock_answers_as_the_rule_book_says(example: Example) -> None:
    assert differing(example) == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(OURS, RULE_BOOK.read_text(), re.MULTILINE))

    assert len(in_book) == 36
    assert set(EXAMPLES) == in_book - OF_WORDS
