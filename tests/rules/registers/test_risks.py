"""Risks: the score, what is missing, and when a decision to live with one no longer counts."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers import risk_acceptance, risks
from guardbook.rules.registers.entries import SOMEBODY, Counted
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Severity
from guardbook.rules.registers.risk_acceptance import Accepter, Facts
from guardbook.rules.registers.risks import REGISTER, Impact, Likelihood, Risk, Treatment

TODAY = date(2026, 11, 22)
TOMORROW, YESTERDAY = date(2026, 11, 23), date(2026, 11, 21)
RISK = Risk(
    name="An email goes to the wrong family",
    likelihood=Likelihood.POSSIBLE,
    impact=Impact.UPSETTING,
    treatment=Treatment.REDUCE,
    actions="Show staff how to check the name.",
    owner=SOMEBODY,
    due_on=date(2026, 12, 1),
)
ACCEPTED = replace(
    RISK, treatment=Treatment.ACCEPT, accepted_on=date(2026, 6, 1), accepted_until=TODAY, accepted_score=9
)
GAPS: dict[str, tuple[Risk, str]] = {
    "nothing": (RISK, ""),
    "accepted until today": (ACCEPTED, ""),
    "accepted, and ran out": (replace(ACCEPTED, accepted_until=YESTERDAY), "accepted until 21 November 2026"),
    "accepted, and grew": (replace(ACCEPTED, impact=Impact.SEVERE), "bigger now"),
    "accepted, and shrank": (replace(ACCEPTED, impact=Impact.TINY), ""),
    "accepted by nobody": (replace(RISK, treatment=Treatment.ACCEPT), "Nobody has accepted it yet"),
    "not decided": (replace(RISK, treatment=None), "Decide what to do"),
    "no plan": (replace(RISK, actions=" "), "Say what more"),
    "nobody": (replace(RISK, owner=None), "Name somebody"),
    "overdue": (replace(RISK, due_on=YESTERDAY), "to be done by 21 November 2026"),
    "due today": (replace(RISK, due_on=TODAY), ""),
    "no due day": (replace(RISK, due_on=None), ""),
}


def settled(entry: Risk) -> Risk:
    return REGISTER.settle(entry, Reference())


@pytest.mark.parametrize(("entry", "says"), GAPS.values(), ids=GAPS)
def test_what_is_missing_for_a_risk(entry: Risk, says: str) -> None:
    found = " ".join(gap.text for gap in REGISTER.all_gaps(settled(entry), TODAY))

    assert says in found
    assert bool(found) is bool(says)


@pytest.mark.parametrize(
    ("likelihood", "impact", "severity"),
    [
        (Likelihood.CERTAIN, Impact.UPSETTING, Severity.HIGH),
        (Likelihood.UNLIKELY, Impact.HARMFUL, Severity.MEDIUM),
        (Likelihood.RARE, Impact.SEVERE, Severity.LOW),
    ],
)
def test_a_gap_matters_as_much_as_its_risk(likelihood: Likelihood, impact: Impact, severity: Severity) -> None:
    entry = settled(replace(RISK, likelihood=likelihood, impact=impact, actions=""))

    assert [gap.severity for gap in risks.gaps(entry, TODAY)] == [severity]


def test_an_acceptance_of_a_large_risk_that_ran_out_is_urgent() -> None:
    entry = settled(replace(ACCEPTED, likelihood=Likelihood.CERTAIN, accepted_score=15, accepted_until=YESTERDAY))

    assert next(risks.gaps(entry, TODAY)).severity is Severity.HIGH


@given(likelihood=st.sampled_from(Likelihood), impact=st.sampled_from(Impact))
def test_a_score_grows_with_both_words(likelihood: Likelihood, impact: Impact) -> None:
    found = risks.score(likelihood, impact)

    assert found is not None
    assert 1 <= found <= 25
    worse = [each for each in Impact if list(Impact).index(each) > list(Impact).index(impact)]
    assert all((risks.score(likelihood, each) or 0) > found for each in worse)


def test_every_pair_of_words_has_a_score() -> None:
    scores = {risks.score(*pair) for pair in product(Likelihood, Impact)}

    assert min(each for each in scores if each) == 1
    assert max(each for each in scores if each) == 25
    assert risks.score(None, Impact.TINY) is None
    assert risks.score(Likelihood.RARE, None) is None


def test_a_large_risk_is_looked_at_twice_a_year() -> None:
    large = settled(replace(RISK, likelihood=Likelihood.CERTAIN))

    assert REGISTER.review_months(large) == 6
    assert REGISTER.review_months(settled(RISK)) == 12


def test_only_the_biggest_have_a_line_for_the_toolkit() -> None:
    assert settled(RISK).headline == ""
    assert settled(replace(RISK, is_top=True)).headline == f"{RISK.name}: {RISK.actions}"
    assert settled(RISK).is_planned
    assert not settled(replace(RISK, owner=None)).is_planned


def test_deciding_to_do_something_ends_the_acceptance() -> None:
    again = settled(replace(ACCEPTED, treatment=Treatment.REDUCE))

    assert not again.is_accepted(TODAY)
    assert (again.accepted_on, again.accepted_score) == (None, None)


def test_four_biggest_risks_are_one_too_many() -> None:
    top = replace(RISK, is_top=True)

    assert not list(risks.findings([Counted(top, 3), Counted(RISK, 9)], TODAY))
    (found,) = risks.findings([Counted(top, 4)], TODAY)
    assert found.text == "4 risks are marked as your three biggest. Keep three."


SAID = Facts(score=12, accepted_by=Accepter.OWNER, as_of=TODAY, reason="The fix comes in May.", until=date(2027, 5, 31))
ACCEPTANCES: dict[str, tuple[Facts, str]] = {
    "the owner": (SAID, ""),
    "the lead": (replace(SAID, accepted_by=Accepter.DSP_LEAD), ""),
    "the risk owner": (replace(SAID, accepted_by=Accepter.SIRO, siro_appointed=True), ""),
    "the owner beside a risk owner": (replace(SAID, siro_appointed=True), "Senior Information Risk Owner"),
    "a risk owner who is none": (replace(SAID, accepted_by=Accepter.SIRO), "the Lead or the owner"),
    "a carer": (replace(SAID, accepted_by=Accepter.NOBODY), "the Lead or the owner"),
    "no reason": (replace(SAID, reason="  "), "Say why"),
    "for ever": (replace(SAID, until=None), "last day"),
    "until today": (replace(SAID, until=TODAY), "in the future"),
    "until tomorrow": (replace(SAID, until=TOMORROW), ""),
    "a year": (replace(SAID, until=date(2027, 11, 22)), ""),
    "a year and a day": (replace(SAID, until=date(2027, 11, 23)), "22 November 2027 at the latest"),
}


@pytest.mark.parametrize(("facts", "says"), ACCEPTANCES.values(), ids=ACCEPTANCES)
def test_who_may_accept_a_risk_and_how(facts: Facts, says: str) -> None:
    found = risk_acceptance.acceptance(facts)

    assert found.accepted is not bool(says)
    assert says in " ".join(reason.text for reason in found.reasons)


@pytest.mark.parametrize("score", [0, 26])
def test_a_score_off_the_scale_is_refused(score: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 25"):
        replace(SAID, score=score)
