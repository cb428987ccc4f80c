"""Living with a risk: who may decide it is looked up in the roles of today (rule A-12)."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from guardbook.actions.registers import entries, risks, whole
from guardbook.actions.registers.risks import Decision
from guardbook.actions.roles import appointing
from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import deciding, listing
from guardbook.queries.registers import entries as questions
from guardbook.queries.registers.listing import Asked, Show
from guardbook.records import scope
from guardbook.records.models import AuditEvent
from guardbook.records.registers import table
from guardbook.rules.access import AccessRole
from guardbook.rules.registers.risk_acceptance import Accepter
from guardbook.rules.registers.risks import REGISTER, Impact, Likelihood, Risk, Treatment
from guardbook.rules.roles.vocabulary import EvidenceKind, Post, Role
from tests.cast import Cast, colleague
from tests.factories import roles as factory

RISK = Risk(name="The router is old", likelihood=Likelihood.LIKELY, impact=Impact.SEVERE, treatment=Treatment.REDUCE)
UNTIL = date(2027, 5, 31)


@pytest.fixture
def risk(cast: Cast) -> UUID:
    return entries.add(cast.asha, register=REGISTER, entry=RISK)


def kept(context: Context, key: UUID) -> Risk:
    return questions.one(context, REGISTER, key).found.entry


def decided(context: Context, **more: Any) -> Decision:
    """A decision of whoever acts, with some of it changed."""
    return replace(Decision(str(context.by.user_id), "A new one comes in May.", UNTIL), **more)


def siro(cast: Cast, name: str = "Sona Siro") -> UUID:
    person = factory.hire(cast.asha, name, Post.DIRECTOR)
    terms = Terms(factory.TODAY, evidence_kind=EvidenceKind.APPOINTMENT_LETTER)
    appointing.appoint(cast.asha, role=Role.SIRO, candidate=Candidate(person_id=person), terms=terms, answers=Answers())
    return person


def test_an_owner_accepts_a_risk_until_a_day(cast: Cast, risk: UUID) -> None:
    risks.accept(cast.asha, entry_id=risk, decision=decided(cast.asha), seen_version=1)

    entry = kept(cast.asha, risk)
    assert (entry.treatment, entry.accepted_by, entry.accepted_as) == (Treatment.ACCEPT, "Asha Owner", "OWNER")
    assert (entry.accepted_until, entry.accepted_score, entry.accepted_because) == (
        UNTIL,
        20,
        "A new one comes in May.",
    )
    assert entry.is_accepted(date(2026, 11, 22))
    assert AuditEvent.objects.filter(event="registers.risk.accepted").count() == 1


def test_a_change_of_the_words_keeps_the_decision_and_another_treatment_ends_it(cast: Cast, risk: UUID) -> None:
    risks.accept(cast.asha, entry_id=risk, decision=decided(cast.asha), seen_version=1)

    words = replace(RISK, name="The router is very old", treatment=Treatment.ACCEPT)
    entries.amend(cast.asha, register=REGISTER, entry_id=risk, entry=words, seen_version=2)
    assert kept(cast.asha, risk).accepted_until == UNTIL

    entries.amend(cast.asha, register=REGISTER, entry_id=risk, entry=RISK, seen_version=3)
    assert kept(cast.asha, risk).accepted_until is None


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"until": None}, "last day"),
        ({"until": date(2027, 12, 1)}, "within a year"),
        ({"reason": " "}, "Say why"),
        ({"decider": str(uuid4())}, "Only the Lead or the owner"),
    ],
    ids=["no end", "too long", "no reason", "somebody else"],
)
def test_a_decision_that_does_not_say_enough_is_refused(
    cast: Cast, risk: UUID, more: dict[str, Any], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        risks.accept(cast.asha, entry_id=risk, decision=decided(cast.asha, **more), seen_version=1)

    assert kept(cast.asha, risk).accepted_until is None


def test_a_manager_who_is_no_lead_may_not_decide_but_records_the_owners_word(cast: Cast, risk: UUID) -> None:
    with pytest.raises(Refused, match="Only the Lead or the owner"):
        risks.accept(cast.mina, entry_id=risk, decision=decided(cast.mina), seen_version=1)
    with pytest.raises(Refused, match="how you know that Asha Owner decided"):
        risks.accept(cast.mina, entry_id=risk, decision=decided(cast.asha), seen_version=1)

    risks.accept(cast.mina, entry_id=risk, decision=decided(cast.asha, how="Minutes of 3 March."), seen_version=1)

    assert kept(cast.asha, risk).accepted_because == "A new one comes in May. Minutes of 3 March."


def test_the_lead_may_decide_and_so_may_an_owner_on_the_staff_list(cast: Cast) -> None:
    factory.say(cast.asha)
    lead, owner = (
        factory.hire(cast.asha, "Lena Lead", Post.REGISTERED_MANAGER),
        factory.hire(cast.asha, "Olu Owner", Post.OWNER),
    )
    factory.lead(cast.asha, lead)

    found = deciding.deciders(cast.asha)

    assert {(each.name, each.decides_as) for each in found.people} == {
        ("Lena Lead", Accepter.DSP_LEAD),
        ("Olu Owner", Accepter.OWNER),
        ("Asha Owner", Accepter.OWNER),
    }
    assert found.named(str(owner)) is not None
    assert not found.siro_appointed


def test_with_a_risk_owner_only_they_decide(cast: Cast, risk: UUID) -> None:
    factory.say(cast.asha)
    person = siro(cast)

    with pytest.raises(Refused, match="Senior Information Risk Owner"):
        risks.accept(cast.asha, entry_id=risk, decision=decided(cast.asha), seen_version=1)
    word = decided(cast.asha, decider=str(person), how="By email today.")
    risks.accept(cast.asha, entry_id=risk, decision=word, seen_version=1)

    assert kept(cast.asha, risk).accepted_as == "SIRO"


def test_what_is_not_scored_archived_or_not_true_here_cannot_be_accepted(cast: Cast, risk: UUID) -> None:
    whole.add_starters(cast.asha, register=REGISTER, keys=["paper_on_bus"])
    (starter,) = listing.page(cast.asha, REGISTER, Asked(show=Show.UNCHECKED)).found
    with pytest.raises(Refused, match="true of your service"):
        risks.accept(cast.asha, entry_id=starter.id, decision=decided(cast.asha), seen_version=1)

    with scope.writing("action"):
        table(REGISTER).objects.filter(pk=risk).update(score=None)  # type: ignore[misc]  # made from a description
    with pytest.raises(Refused, match="how likely"):
        risks.accept(cast.asha, entry_id=risk, decision=decided(cast.asha), seen_version=1)

    entries.archive(cast.asha, register=REGISTER, entry_id=risk, reason="Gone")
    with pytest.raises(Refused, match="archived"):
        risks.accept(cast.asha, entry_id=risk, decision=decided(cast.asha), seen_version=2)


def test_a_colleagues_change_has_to_be_seen_first(cast: Cast, risk: UUID) -> None:
    entries.amend(cast.mina, register=REGISTER, entry_id=risk, entry=RISK, seen_version=1)

    with pytest.raises(Conflict):
        risks.accept(cast.asha, entry_id=risk, decision=decided(cast.asha), seen_version=1)


def test_a_carer_and_a_stranger_do_not_get_as_far(cast: Cast, risk: UUID) -> None:
    contributor = colleague(cast.asha, "Cleo Contributor", AccessRole.CONTRIBUTOR)

    for context in (contributor, cast.ben):
        with pytest.raises(NotPermitted):
            risks.accept(context, entry_id=risk, decision=decided(cast.asha), seen_version=1)
    with pytest.raises(NotFound):
        risks.accept(cast.stranger(to=cast.asha), entry_id=risk, decision=decided(cast.asha), seen_version=1)
    with pytest.raises(NotFound):
        risks.accept(cast.carol, entry_id=risk, decision=decided(cast.carol), seen_version=1)
