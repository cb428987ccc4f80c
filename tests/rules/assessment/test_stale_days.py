"""Each suggestion names the very day on which it changes by itself: found by walking through the days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guardbook.rules.assessment import standing
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import Item
from tests.rules.assessment.test_suggestions import CASES

LONGEST = 1200  # days walked: beyond every window there is


def first_change(item: Item, facts: Facts) -> date | None:
    """The first later day on which the outcome differs, every other record staying as it is."""
    now = standing.suggest(facts, item)
    assert now is not None
    for days in range(1, LONGEST):
        on = facts.as_of + timedelta(days=days)
        later = standing.suggest(replace(facts, as_of=on), item)
        assert later is not None
        if later.outcome is not now.outcome:
            return on
    return None


@pytest.mark.parametrize(("item", "facts"), [case[:2] for case in CASES.values()], ids=CASES.keys())
def test_a_suggestion_changes_on_the_day_it_said_and_not_before(item: Item, facts: Facts) -> None:
    suggestion = standing.suggest(facts, item)

    assert suggestion is not None
    assert suggestion.stale_on == first_change(item, facts)
