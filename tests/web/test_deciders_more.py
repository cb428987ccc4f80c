"""Working pages: risks that somebody lives with, and rows that nobody has checked yet."""

from dataclasses import replace
from datetime import date

from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries, risks, whole
from guardbook.actions.registers.risks import Decision
from guardbook.rules.registers import audits
from guardbook.rules.registers.risks import REGISTER, Impact, Likelihood, Risk, Treatment
from tests.cast import Cast

RISK = Risk(name="An old laptop", likelihood=Likelihood.UNLIKELY, impact=Impact.SMALL)


def test_an_accepted_risk_says_until_when_and_asks_again_once_it_grew(asha: Client, cast: Cast) -> None:
    here = reverse("deciding-risks", kwargs={"organisation": cast.asha.organisation_id})
    key = entries.add(cast.asha, register=REGISTER, entry=RISK)
    decision = Decision(str(cast.asha.by.user_id), "It prints labels.", date(2027, 5, 1))
    risks.accept(cast.asha, entry_id=key, decision=decision, seen_version=1)

    accepted = asha.get(here).content.decode()
    bigger = replace(RISK, likelihood=Likelihood.CERTAIN, treatment=Treatment.ACCEPT)
    entries.amend(cast.asha, register=REGISTER, entry_id=key, entry=bigger, seen_version=2)
    outgrown = asha.get(here).content.decode()

    assert "1 May 2027 (160 days left)" in accepted
    assert "Asha Owner" in accepted
    assert "Decide again" in outgrown


def test_audits_that_are_offered_wait_for_somebody_to_say_that_they_fit(asha: Client, cast: Cast) -> None:
    whole.add_starters(cast.dee, register=audits.REGISTER, keys=["leavers"])

    shown = asha.get(reverse("deciding-officer", kwargs={"organisation": cast.asha.organisation_id}))

    assert "1 to check" in shown.content.decode()
