"""Every worked example of the rule book's D-04, D-05 and D-06, asked as ``guardbook ask`` asks it."""

import json
import re

import pytest

from guardbook.content import ask
from tests.rules.dpia.examples import EXAMPLES, Example
from tests.rules.roles.test_examples import RULE_BOOK, agrees, at


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    rule, facts, expected = example

    verdict = ask.answer(rule, json.dumps(facts))

    differing = {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)}
    assert differing == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(r"^\| (D-0[456]\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    here = {name.split()[0] for name in EXAMPLES}

    assert len(in_book) == 18
    assert here == in_book
