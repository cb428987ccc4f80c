"""Every worked example about what is held, why it is allowed and how long, asked as ``guardbook ask`` asks it."""

import json
import re
from pathlib import Path

import pytest

from guardbook.content import ask
from tests.rules.registers.examples_information import EXAMPLES, Example
from tests.rules.roles.test_examples import agrees, at

RULE_BOOK = Path(__file__).parents[4] / "shared" / "domain" / "rules.md"


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    rule, facts, expected = example

    verdict = ask.answer(rule, json.dumps(facts))

    differing = {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)}
    assert differing == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(r"^\| (D-(?:01|02|03|11)\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    here = {name.split()[0] for name in EXAMPLES}

    assert len(in_book) == 27
    assert here == in_book
