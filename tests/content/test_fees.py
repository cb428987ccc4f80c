"""The amounts of the data protection fee are dated, and say how well they are known."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from guardbook.content import fees
from guardbook.rules.verdict import Confidence


def test_the_amounts_of_2025_are_the_newest_we_know() -> None:
    newest = fees.published()[-1]

    assert (newest.from_on, newest.tier_1, newest.tier_2, newest.tier_3) == (date(2025, 2, 17), 52, 78, 3763)
    assert (newest.confidence, newest.direct_debit_confidence) == (Confidence.READ, Confidence.READ_SECOND)


def test_a_word_that_means_nothing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "fees.yaml"
    file.write_text("fees: [{from_on: 2025-02-17, tier_9: 1}]", "utf-8")

    with pytest.raises(ValidationError, match="tier_9"):
        fees.read(file)
