"""Worked examples of the rule book: put to a rule as ``guardbook ask`` does, and compared with what must come out."""

import json
from pathlib import Path
from typing import Any

from guardbook.content import ask

RULE_BOOK = Path(__file__).parents[3] / "shared" / "domain" / "rules.md"
Example = tuple[str, dict[str, Any], dict[str, Any]]


def differing(example: Example) -> dict[str, Any]:
    """What the rule answers otherwise than the example says, by its path."""
    rule, facts, expected = example
    verdict = ask.answer(rule, json.dumps(facts))
    return {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)}


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
