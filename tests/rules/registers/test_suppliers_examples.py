"""Every worked example of D-07, D-08, D-09 and E-09, asked as ``guardbook ask`` asks it."""

import json
import re
from pathlib import Path

import pytest

from guardbook.content import ask
from tests.rules.registers.examples_suppliers import EXAMPLES, Example
from tests.rules.roles.test_examples import agrees, at

RULE_BOOK = Path(__file__).parents[4] / "shared" / "domain" / "rules.md"
ELSEWHERE = {"E-09.e2"}  # a laptop: the register of devices answers it


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    rule, facts, expected = example

    verdict = ask.answer(rule, json.dumps(facts))

    differing = {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)}
    assert differing == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
@pytest.mark.parametrize("rule", ["D-07", "D-08", "D-09", "E-09"])
def test_no_example_of_the_rule_book_is_missing(rule: str) -> None:
    in_book = set(re.findall(rf"^\| ({rule}\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    here = {name.split()[0] for name in EXAMPLES}

    assert in_book
    assert in_book - ELSEWHERE <= here
