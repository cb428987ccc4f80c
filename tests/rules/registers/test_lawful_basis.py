"""The guards on a lawful basis beyond the worked examples: each says what is wrong, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers.information import SPECIAL, Data
from guardbook.rules.registers.lawful_basis import (
    Basis,
    Condition,
    Outcome,
    Paragraph,
    Use,
    Work,
    lawful_basis,
    needs_policy,
)
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Severity

C, P = Condition, Paragraph
CASES = {
    "no basis": (Use(work=Work.RUNNING, data=(Data.CONTACT,)), ["no_basis"]),
    "names on a contract": (Use(work=Work.RUNNING, data=(Data.CONTACT,), bases=(Basis.CONTRACT,)), []),
    "criminal records without Article 10": (
        Use(work=Work.CRIMINAL_CHECKS, data=(Data.CRIMINAL,), bases=(Basis.LEGAL,)),
        ["no_article_10"],
    ),
    "Article 10 is no second reason for health": (
        Use(data=(Data.CARE,), bases=(Basis.LEGAL,), conditions=(C.CRIMINAL,), paragraphs=(P.HEALTH_CARE,)),
        ["no_article_9"],
    ),
    "recognised interest for safeguarding": (Use(work=Work.SAFEGUARDING, bases=(Basis.RECOGNISED,)), []),
    "recognised interest for something else": (Use(work=Work.OTHER, bases=(Basis.RECOGNISED,)), ["recognised_unclear"]),
    "recognised interest, nothing said": (Use(bases=(Basis.RECOGNISED,)), ["recognised_unclear"]),
    "public interest wants Part 2": (
        Use(bases=(Basis.LEGAL,), conditions=(C.PUBLIC_INTEREST,), paragraphs=(P.HEALTH_CARE,), has_policy=True),
        ["no_paragraph"],
    ),
    "health care wants Part 1": (Use(bases=(Basis.LEGAL,), conditions=(C.HEALTH_CARE,)), ["no_paragraph"]),
    "saving a life wants no paragraph": (Use(bases=(Basis.VITAL,), conditions=(C.VITAL,)), []),
    "consent without notes": (Use(work=Work.MARKETING, bases=(Basis.CONSENT,)), ["no_consent_notes"]),
    "explicit consent without notes": (
        Use(bases=(Basis.LEGAL,), conditions=(C.EXPLICIT_CONSENT,)),
        ["no_consent_notes"],
    ),
    "legitimate interests weighed": (Use(bases=(Basis.LEGITIMATE,), has_balancing_test=True), []),
}
POLICY = {
    "safeguarding": (Use(conditions=(C.PUBLIC_INTEREST,), paragraphs=(P.SAFEGUARDING,)), True),
    "employment, paragraph not said": (Use(conditions=(C.EMPLOYMENT,)), True),
    "public interest, paragraph not said": (Use(conditions=(C.PUBLIC_INTEREST,)), True),
    "health care": (Use(conditions=(C.HEALTH_CARE,), paragraphs=(P.HEALTH_CARE,)), False),
    "research": (Use(conditions=(C.RESEARCH,), paragraphs=(P.RESEARCH,)), False),
    "criminal checks, paragraph not said": (Use(conditions=(C.CRIMINAL,)), True),
    "criminal checks for employment": (Use(conditions=(C.CRIMINAL,), paragraphs=(P.EMPLOYMENT,)), True),
    "criminal records for health care": (Use(conditions=(C.CRIMINAL,), paragraphs=(P.HEALTH_CARE,)), False),
    "nothing": (Use(), False),
}


def some_of(vocabulary: type[Choice]) -> st.SearchStrategy:
    return st.lists(st.sampled_from(list(vocabulary)), unique=True).map(tuple)


USES = st.builds(
    Use,
    work=st.none() | st.sampled_from(Work),
    data=some_of(Data),
    bases=some_of(Basis),
    conditions=some_of(Condition),
    paragraphs=some_of(Paragraph),
)


@pytest.mark.parametrize(("use", "codes"), CASES.values(), ids=CASES)
def test_a_guard_speaks_only_when_something_is_wrong(use: Use, codes: list[str]) -> None:
    found = lawful_basis(use)

    assert [each.code for each in found.guards] == codes


@pytest.mark.parametrize(("use", "needed"), POLICY.values(), ids=POLICY)
def test_a_policy_document_is_needed_where_schedule_1_says(use: Use, needed: bool) -> None:
    assert needs_policy(use) is needed


@given(USES)
def test_special_data_never_passes_without_a_second_reason(use: Use) -> None:
    codes = {each.code for each in lawful_basis(use).guards}

    bare = bool(SPECIAL & set(use.data)) and not set(use.conditions) - {Condition.CRIMINAL}
    assert ("no_article_9" in codes) is bare


@given(USES)
def test_what_may_not_stand_is_high_and_all_else_may(use: Use) -> None:
    found = lawful_basis(use)

    rejected = [each for each in found.guards if each.outcome is Outcome.REJECT]
    assert found.may_stand is not bool(rejected)
    assert all(each.gap.severity is Severity.HIGH for each in rejected)
    assert all(each.gap.rule and each.gap.source for each in found.guards)
