"""No worked example of the rule book is left out."""

import re
from pathlib import Path

import pytest

from tests.kernel import test_dates
from tests.rules.training import test_coverage, test_induction, test_needs, test_validity

BOOK = Path(__file__).parents[4] / "shared" / "domain" / "rules.md"
TABLES = {
    "C-01": set(test_dates.EXAMPLES),
    "F-01": set(test_validity.EXAMPLES),
    "F-02": set(test_coverage.EXAMPLES),
    "F-03": set(test_needs.EXAMPLES),
    "F-04": set(test_induction.EXAMPLES),
}


@pytest.mark.parametrize("rule", TABLES)
def test_every_example_has_its_line(rule: str) -> None:
    if not BOOK.exists():
        pytest.skip("the rule book is not beside this checkout")

    examples = set(re.findall(rf"\| ({rule}\.e\d+) \|", BOOK.read_text(encoding="utf-8")))

    assert examples
    assert examples <= TABLES[rule]
