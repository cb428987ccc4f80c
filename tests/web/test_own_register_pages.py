"""Pages that only one register has: accepting a risk, who has read a policy, walking round."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guardbook.actions import organisations, people
from guardbook.actions.registers import acceptances, entries
from guardbook.actions.roles import appointing
from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.content import walk_round as content
from guardbook.queries.access import Context
from guardbook.queries.registers import acceptances as reading
from guardbook.queries.registers import entries as questions
from guardbook.queries.registers import listing
from guardbook.records import scope
from guardbook.records.registers import table
from guardbook.rules.access import AccessRole
from guardbook.rules.people import Kind
from guardbook.rules.registers import policies, risks, spot_checks
from guardbook.rules.registers.policies import Policy
from guardbook.rules.registers.policy_words import DocumentKind, Topic
from guardbook.rules.registers.risks import Impact, Likelihood, Risk, Treatment
from guardbook.rules.registers.spot_checks import SpotCheck
from guardbook.rules.roles.vocabulary import EvidenceKind, Post, Role
from tests.cast import Cast, colleague, user
from tests.factories import roles
from tests.outside import samples

TODAY = date(2026, 11, 22)
RISK = Risk(name="Old router", likelihood=Likelihood.CERTAIN, impact=Impact.SEVERE, treatment=Treatment.REDUCE)
POLICY = Policy(
    name="Breach steps", kind=DocumentKind.PROCEDURE, covers=(Topic.BREACHES,), version="3",
    approved_by="Manager", approved_on=date(2026, 3, 4), kept="Blue folder", link="https://rose.example/breach",
)  # fmt: skip


def at(context: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


def text(response: Any) -> str:
    return str(response.content.decode())


def boxes(name: str, day: date) -> dict[str, int]:
    return {f"{name}-{part}": getattr(day, part) for part in ("day", "month", "year")}


@pytest.fixture
def risk(cast: Cast) -> UUID:
    return entries.add(cast.asha, register=risks.REGISTER, entry=RISK)


@pytest.fixture
def policy(cast: Cast) -> UUID:
    return entries.add(cast.asha, register=policies.REGISTER, entry=POLICY)


@pytest.fixture
def walk(cast: Cast) -> UUID:
    return entries.add(cast.asha, register=spot_checks.REGISTER, entry=SpotCheck(name="Ground floor", done_on=TODAY))


def hired(cast: Cast, name: str) -> UUID:
    return people.add(cast.asha, details=people.Details(name=name, kind=Kind.EMPLOYEE, job_title="carer"))


def entry_page(client: Client, cast: Cast, slug: str, key: UUID) -> str:
    return text(client.get(at(cast.asha, "register-entry", slug=slug, entry_id=key)))


def accepting(cast: Cast, **more: Any) -> dict[str, Any]:
    said = {"decider": str(cast.asha.by.user_id), "reason": "A new one comes.", "seen_version": "1"}
    return said | boxes("until", date(2027, 5, 31)) | more


def test_a_risk_is_accepted_on_its_page(asha: Client, cast: Cast, risk: UUID) -> None:
    here = at(cast.asha, "risk-accept", entry_id=risk)
    assert "High: 25 of 25" in entry_page(asha, cast, "risks", risk)
    assert "Asha Owner, owner" in text(asha.get(here))

    response = asha.post(here, accepting(cast))

    assert response.status_code == 302
    shown = entry_page(asha, cast, "risks", risk)
    assert "By Asha Owner on 22 November 2026, until 31 May 2027." in shown
    assert "In order" in shown


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"reason": ""}, "Say why you can live with it"),
        (boxes("until", date(2028, 1, 1)), "Choose a day within a year"),
        ({"decider": "me"}, "Choose one of the answers on this page"),
        ({"seen_version": "0"}, "A colleague changed this risk meanwhile"),
        ({"seen_version": "x"}, "A colleague changed this risk meanwhile"),
    ],
    ids=["no reason", "too long", "nobody we know", "not seen", "nonsense"],
)
def test_a_refusal_says_what_is_missing(asha: Client, cast: Cast, risk: UUID, more: dict[str, Any], says: str) -> None:
    response = asha.post(at(cast.asha, "risk-accept", entry_id=risk), accepting(cast, **more))

    assert response.status_code == 200
    assert "There is a problem" in text(response)
    assert says in text(response)


@pytest.mark.parametrize(
    ("impact", "size"), [(Impact.SMALL, "Medium: 10 of 25"), (Impact.TINY, "Low: 5 of 25")], ids=["medium", "low"]
)
def test_a_smaller_risk_is_shown_as_what_it_is(asha: Client, cast: Cast, impact: Impact, size: str) -> None:
    key = entries.add(cast.asha, register=risks.REGISTER, entry=replace(RISK, impact=impact))

    assert size in entry_page(asha, cast, "risks", key)


def test_the_page_says_who_may_decide_and_how_big_it_is(asha: Client, cast: Cast, risk: UUID) -> None:
    here = at(cast.asha, "risk-accept", entry_id=risk)
    assert "This risk is 25 of 25. Only the Lead or an owner" in text(asha.get(here))

    roles.say(cast.asha)
    person = roles.hire(cast.asha, "Sona Siro", Post.DIRECTOR)
    terms = Terms(TODAY, evidence_kind=EvidenceKind.APPOINTMENT_LETTER)
    candidate = Candidate(person_id=person)
    appointing.appoint(cast.asha, role=Role.SIRO, candidate=candidate, terms=terms, answers=Answers())
    with scope.writing("action"):
        table(risks.REGISTER).objects.filter(pk=risk).update(score=None)  # type: ignore[misc]  # made from a description

    shown = text(asha.get(here))
    assert "Sona Siro, Senior Information Risk Owner" in shown
    assert "only they may accept" in shown
    assert "Not worked out yet" in entry_page(asha, cast, "risks", risk)


def test_a_contributor_is_not_offered_the_decision(still_clock: None, client: Client, cast: Cast, risk: UUID) -> None:
    client.force_login(user(colleague(cast.asha, "Cleo Contributor", AccessRole.CONTRIBUTOR)))

    assert "Live with it" not in entry_page(client, cast, "risks", risk)
    assert client.get(at(cast.asha, "risk-accept", entry_id=risk)).status_code == 403


def test_a_sheet_is_recorded_and_the_figure_told(asha: Client, cast: Cast, policy: UUID) -> None:
    ada, _ = hired(cast, "Ada"), hired(cast, "Bo")
    here = at(cast.asha, "policy-readers", entry_id=policy)
    assert "0 of 2 staff have accepted version 3" in text(asha.get(here))

    asha.post(here, {"person": [str(ada)], **boxes("signed_on", TODAY)})

    shown = text(asha.get(here))
    assert "1 of 2 staff have accepted version 3" in shown
    assert "Signed sheet, recorded by Asha Owner" in shown
    assert "1 of 2 staff have accepted version 3" in entry_page(asha, cast, "policies", policy)
    asha.post(at(cast.asha, "policy-take-off", entry_id=policy), {"person": [str(ada)]})
    assert "0 of 2 staff" in text(asha.get(here))


def test_a_sheet_without_a_day_keeps_the_ticks(asha: Client, cast: Cast, policy: UUID) -> None:
    ada = hired(cast, "Ada")
    here = at(cast.asha, "policy-readers", entry_id=policy)

    response = text(asha.post(here, {"person": [str(ada)]}))
    too_late = text(asha.post(here, {"person": [str(ada)], **boxes("signed_on", date(2027, 1, 1))}))

    assert "Give the day on which they signed" in response
    assert f'value="{ada}" checked' in response
    assert "still to come" in too_late
    assert asha.post(here, {"person": ["Ada"], **boxes("signed_on", TODAY)}).status_code == 404


def test_names_are_looked_for_and_everybody_is_said(asha: Client, cast: Cast, policy: UUID) -> None:
    ada, bo = hired(cast, "Ada"), hired(cast, "Bo")
    here = at(cast.asha, "policy-readers", entry_id=policy)

    found = text(asha.get(here, {"search": "ada"}))
    assert "Ada, carer" in found
    assert "Bo, carer" not in found

    acceptances.record_sheet(cast.asha, policy_id=policy, people=[ada, bo], on=TODAY)
    assert "Everybody has accepted it" in text(asha.get(here))


def test_a_reader_sees_who_has_not_and_a_draft_asks_nobody(
    still_clock: None, client: Client, cast: Cast, policy: UUID
) -> None:
    hired(cast, "Ada")
    draft = entries.add(cast.asha, register=policies.REGISTER, entry=replace(POLICY, approved_on=None))
    client.force_login(user(cast.rhea))

    shown = text(client.get(at(cast.asha, "policy-readers", entry_id=policy)))
    assert "Ada, carer" in shown
    assert "Who signed?" not in shown
    assert "Nobody has agreed this version yet" in text(client.get(at(cast.asha, "policy-readers", entry_id=draft)))
    assert "Accepted by staff" not in entry_page(client, cast, "policies", draft)


def test_somebody_says_who_they_are_and_what_they_have_read(
    still_clock: None, client: Client, cast: Cast, policy: UUID
) -> None:
    client.force_login(user(cast.ben))
    here = at(cast.asha, "to-read")
    assert "Ask your manager" in text(client.get(here))

    ben = hired(cast, "Ben Staff")
    assert "Is that you?" in text(client.get(here))
    client.post(at(cast.asha, "name-claim", person_id=ben))
    shown = text(client.get(here))
    assert "https://rose.example/breach" in shown
    assert "Blue folder" in shown
    client.post(at(cast.asha, "policy-read", entry_id=policy))

    assert "You have accepted it" in text(client.get(here))
    assert "Said so themselves" in _readers(cast, policy)


def _readers(cast: Cast, policy: UUID) -> str:
    other = Client()
    other.force_login(user(cast.asha))
    return text(other.get(at(cast.asha, "policy-readers", entry_id=policy)))


def test_there_may_be_nothing_to_read_and_a_refusal_is_told(still_clock: None, client: Client, cast: Cast) -> None:
    client.force_login(user(cast.ben))
    acceptances.claim_name(cast.ben, person_id=hired(cast, "Ben Staff"))
    draft = entries.add(cast.asha, register=policies.REGISTER, entry=replace(POLICY, approved_on=None))

    refused = client.post(at(cast.asha, "policy-read", entry_id=draft), follow=True)

    assert "There is nothing to read yet" in text(refused)
    assert "Nobody has agreed this version yet" in text(refused)
    assert reading.mine(cast.ben).documents == ()


def test_a_walk_round_goes_from_stop_to_stop(asha: Client, cast: Cast) -> None:
    assert "Walk round now" in text(asha.get(at(cast.asha, "register-list", slug="spot-checks")))
    response = asha.post(at(cast.asha, "walk-start"), {"name": "Ground floor"})

    for stop in content.stops():
        page = text(asha.get(response["Location"]))
        assert stop.title in page
        response = asha.post(response["Location"], {look.key: "ok" for look in stop.looks})

    shown = text(asha.get(response["Location"]))
    assert "25 of 25 OK (100%)" in shown
    assert "Note who agreed it" in shown


def test_a_walk_round_is_at_a_site_where_there_are_several(asha: Client, cast: Cast) -> None:
    site = organisations.add_site(cast.asha, name="The Annexe")

    asha.post(at(cast.asha, "walk-start"), {"name": "Office", "site": str(site)})

    (found,) = listing.page(cast.asha, spot_checks.REGISTER, listing.Asked()).found
    assert (found.site, found.entry.done_on) == ("The Annexe", TODAY)


def test_a_walk_round_needs_a_name_and_stops_that_exist(asha: Client, cast: Cast, walk: UUID) -> None:
    assert "Say what you will look at" in text(asha.post(at(cast.asha, "walk-start"), {"name": ""}))
    assert asha.get(at(cast.asha, "walk-stop", entry_id=walk, stop="moon")).status_code == 404
    assert asha.get(at(cast.asha, "walk-fault", entry_id=walk, look="badges")).status_code == 404


def noted(client: Client, cast: Cast, walk: UUID) -> None:
    client.post(at(cast.asha, "walk-stop", entry_id=walk, stop="front_door"), {"badges": "not_ok", "post": "ok"})


def test_a_fault_gets_an_action_a_person_and_a_day(asha: Client, cast: Cast, walk: UUID) -> None:
    una = hired(cast, "Una")
    noted(asha, cast, walk)
    overview, fault = at(cast.asha, "walk", entry_id=walk), at(cast.asha, "walk-fault", entry_id=walk, look="badges")
    assert "To decide" in text(asha.get(overview))
    assert "1 of 2 OK (50%)" in text(asha.get(overview))

    assert "Say who will do it" in text(asha.post(fault, {"action": "Order badges"}))
    asha.post(fault, {"action": "Order badges", "owner": str(una), **boxes("due_on", date(2026, 12, 1))})

    shown = text(asha.get(overview))
    assert "Order badges. Una, by 1 December 2026" in shown
    assert "In hand" in shown
    assert "Still to put right" in entry_page(asha, cast, "spot-checks", walk)
    asha.post(fault, {"action": "Ordered", "is_done": "on"})
    assert "Put right" in text(asha.get(overview))


def test_a_photo_needs_the_word_that_it_shows_nobody(asha: Client, cast: Cast, walk: UUID) -> None:
    noted(asha, cast, walk)
    here = at(cast.asha, "walk-photo", entry_id=walk, look="badges")

    def send(**more: str) -> Any:
        photo = SimpleUploadedFile("door.png", samples.picture("PNG"), "image/png")
        return asha.post(here, {"photo": photo, **more}, follow=True)

    assert "No people, no names, no records" in text(asha.get(here))
    assert "Look at the photo first" in text(send())
    assert "Take or choose a photo" in text(asha.post(here, {"shows_nobody": "on"}))
    assert "The photo is kept" in text(send(shows_nobody="on"))
    assert "door.png" in entry_page(asha, cast, "spot-checks", walk)


def test_a_reader_sees_how_it_went_and_changes_nothing(
    still_clock: None, client: Client, cast: Cast, walk: UUID
) -> None:
    client.force_login(user(cast.asha))
    noted(client, cast, walk)
    client.force_login(user(cast.rhea))

    shown = text(client.get(at(cast.asha, "walk", entry_id=walk)))

    assert "1 of 2 OK (50%)" in shown
    assert "/faults/" not in shown
    assert client.get(at(cast.asha, "walk-stop", entry_id=walk, stop="office")).status_code == 403


def test_an_archived_walk_round_says_so(asha: Client, cast: Cast, walk: UUID) -> None:
    noted(asha, cast, walk)
    entries.archive(cast.asha, register=spot_checks.REGISTER, entry_id=walk, reason="Entered twice")

    stop = asha.post(at(cast.asha, "walk-stop", entry_id=walk, stop="office"), {"waste": "ok"})
    fault = asha.post(at(cast.asha, "walk-fault", entry_id=walk, look="badges"), {"action": "x", "is_done": "on"})

    assert "This is archived" in text(stop)
    assert "This is archived" in text(fault)
    assert questions.one(cast.asha, spot_checks.REGISTER, walk).found.entry.ok == 1
