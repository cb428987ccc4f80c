"""Every worked example of the rules about time, asked as ``guardbook ask`` asks it."""

import json
import re
from pathlib import Path

import pytest

from guardbook.content import ask
from tests.rules.clocks.examples import EXAMPLES, Example
from tests.rules.roles.test_examples import agrees, at

RULE_BOOK = Path(__file__).parents[4] / "shared" / "domain" / "rules.md"
OURS = r"^\| ((?:C-01|C-02|C-08|C-09)\.e\d+) \|"
OF_WORDS = {"C-08.e8"}  # a text that is two complaints: tests/rules/rights


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_clock_answers_as_the_rule_book_says(example: Example) -> None:
    rule, facts, expected = example

    verdict = ask.answer(rule, json.dumps(facts))

    differing = {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)}
    assert differing == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(OURS, RULE_BOOK.read_text(), re.MULTILINE))

    assert len(in_book) == 36
    assert set(EXAMPLES) == in_book - OF_WORDS
