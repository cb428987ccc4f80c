"""The rows that a suggestion shows are among those it rests on."""

import pytest

from guardbook.rules.assessment import standing
from guardbook.rules.assessment.suggestions.suggestion import Rows
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import Item
from guardbook.rules.registers import catalogue
from tests.rules.assessment.test_suggestions import CASES


@pytest.mark.parametrize(("item", "facts"), [case[:2] for case in CASES.values()], ids=CASES.keys())
def test_what_is_shown_is_what_the_answer_rests_on(item: Item, facts: Facts) -> None:
    suggestion = standing.suggest(facts, item)
    assert suggestion is not None

    for selector in suggestion.selectors:
        held = facts.registers.of(catalogue.BY_SLUG[selector.register]).rows if selector.register else ()
        for row in held:
            assert selector.rests(row.entry, selector.on) or not selector.picks(row.entry, selector.on)
        assert (selector.rows is Rows.REGISTER) is bool(selector.register)
        assert selector.register or selector.picks(None, selector.on)
