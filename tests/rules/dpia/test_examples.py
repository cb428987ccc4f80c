"""Every worked example of the rule book's D-04, D-05 and D-06, asked as ``guardbook ask`` asks it."""

import re

import pytest

from tests.rules.dpia.examples import EXAMPLES
from tests.rules.worked import RULE_BOOK, Example, differing


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    assert differing(example) == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(r"^\| (D-0[456]\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    here = {name.split()[0] for name in EXAMPLES}

    assert len(in_book) == 18
    assert here == in_book
