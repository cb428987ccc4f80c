"""Starter rows are whole, in plain words, and could be saved as they are."""

import pytest

from guardbook.content import registers
from guardbook.rules.registers import catalogue, checking
from tests.content.test_readability import WHOLE, grade

SLUGS = sorted(slug for slug in catalogue.BY_SLUG if registers.starters(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_starter_row_may_be_added_as_it_stands(slug: str) -> None:
    register = catalogue.BY_SLUG[slug]

    faults = {
        row.key: checking.faults(register, register.entry(**row.answers, is_checked=False))
        for row in registers.starters(slug)
    }

    assert not {key: found for key, found in faults.items() if found}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_notes_on_starter_rows_read_easily(slug: str) -> None:
    assert grade(" ".join(row.note for row in registers.starters(slug))) <= WHOLE


def test_a_care_provider_is_offered_its_usual_suppliers_and_systems() -> None:
    assert len(registers.starters("suppliers")) > 25
    assert len(registers.starters("systems")) > 20
