"""Every worked example of the rule book's part B, asked as ``guardbook ask`` asks it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from guardbook.content import ask
from tests.rules.incidents.examples import EXAMPLES, Example

RULE_BOOK = Path(__file__).parents[4] / "shared" / "domain" / "rules.md"


def at(found: Any, path: str) -> Any:
    """The value at a dotted path; a star gathers over a list, and a place beyond its end is None."""
    step, _, rest = path.partition(".")
    if step == "*":
        return [at(one, rest) for one in found]
    members = dict(enumerate(found)) if isinstance(found, list) else found
    value = members.get(int(step) if isinstance(found, list) else step)
    return at(value, rest) if rest else value


def agrees(found: Any, expected: Any) -> bool:
    """A set asks for its members among the found, words for themselves within a sentence, else the same."""
    if isinstance(expected, set):
        return expected <= set(found)
    if isinstance(expected, str) and isinstance(found, str):
        return expected in found if " " in expected else expected == found
    return bool(found == expected)


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    rule, facts, expected = example

    verdict = ask.answer(rule, json.dumps(facts))

    differing = {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)}
    assert differing == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(r"^\| (B-\d\d\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    here = {name.split()[0] for name in EXAMPLES}

    assert len(in_book) > 50
    assert here == in_book
