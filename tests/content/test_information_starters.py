"""Starter rows about information: links lead to each other, and the law allows each."""

from datetime import date
from typing import Any

import pytest

from guardbook.content import reference, registers
from guardbook.rules.registers import catalogue, flows, lawful_basis, processing
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Severity

TODAY = date(2026, 11, 22)
SLUGS = ("processing", "assets", "flows", "retention")
ROWS = [(slug, each) for slug in SLUGS for each in registers.starters(slug)]
IDS = [f"{slug} {each.key}" for slug, each in ROWS]
# What a provider must say or get for itself: no starter row can know it. Links are made when rows are added.
OWN = {"papers", "leaves_uk", "security", "owner", "access_reviewed_on", "agreement", "is_protected"}
LINKED = {"assets", "retention", "bases"}


def made(slug: str, starter: registers.Starter) -> Any:
    return catalogue.BY_SLUG[slug].entry(**starter.answers)


@pytest.mark.parametrize(("slug", "starter"), ROWS, ids=IDS)
def test_a_starter_row_lacks_only_what_a_provider_knows_for_itself(slug: str, starter: registers.Starter) -> None:
    register = catalogue.BY_SLUG[slug]
    entry = register.settle(made(slug, starter), reference.current())

    gaps = list(register.gaps(entry, TODAY))

    assert {each.question for each in gaps} <= OWN | LINKED
    assert Severity.HIGH not in {each.severity for each in gaps}


@pytest.mark.parametrize(("slug", "starter"), ROWS, ids=IDS)
def test_a_starter_row_leads_to_starter_rows_that_there_are(slug: str, starter: registers.Starter) -> None:
    for name, keys in starter.leads_to.items():
        question = catalogue.BY_SLUG[slug].question(name)
        assert question is not None
        assert question.kind is Kind.LINKS
        assert set(keys) <= {each.key for each in registers.starters(question.to)}


def test_there_are_the_25_activities_of_the_rule_book() -> None:
    found = registers.starters("processing")

    assert len(found) == 25
    assert {each.confidence.needs_checking for each in found} == {True}


@pytest.mark.parametrize("starter", registers.starters("processing"), ids=lambda each: each.key)
def test_a_starter_activity_has_every_reason_the_law_asks_for(starter: registers.Starter) -> None:
    use = processing.use_of(made("processing", starter))

    codes = {each.code for each in lawful_basis.lawful_basis(use).guards}

    assert codes <= {"no_balancing_test", "no_policy_document", "no_consent_notes"}


def test_every_flow_has_its_reason_from_the_use_it_is_part_of() -> None:
    assert all(each.leads_to["processing"] for each in registers.starters(flows.REGISTER.slug))
