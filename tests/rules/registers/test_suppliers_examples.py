"""Every worked example of D-07, D-08, D-09 and E-09, asked as ``guardbook ask`` asks it."""

import re

import pytest

from tests.rules.registers.examples_suppliers import EXAMPLES, Example
from tests.rules.worked import RULE_BOOK, differing

ELSEWHERE = {"E-09.e2"}  # a laptop: the register of devices answers it


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    assert differing(example) == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
@pytest.mark.parametrize("rule", ["D-07", "D-08", "D-09", "E-09"])
def test_no_example_of_the_rule_book_is_missing(rule: str) -> None:
    in_book = set(re.findall(rf"^\| ({rule}\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    here = {name.split()[0] for name in EXAMPLES}

    assert in_book
    assert in_book - ELSEWHERE <= here
