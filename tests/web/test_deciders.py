"""The working pages of the people who decide: what they show, and to whom."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Q
from django.test import Client
from django.urls import reverse

from guardbook.actions.deciders import advising, asking, reports
from guardbook.actions.deciders.advising import Said
from guardbook.actions.deciders.asking import Asked, Whom
from guardbook.actions.deciders.reports import Signed
from guardbook.actions.registers import entries
from guardbook.actions.roles import appointing
from guardbook.actions.roles.appointing import Candidate, Terms
from guardbook.content import champion
from guardbook.queries.access import Context
from guardbook.queries.deciders import reporting, working
from guardbook.records.models import SensitiveRead
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.registers import (
    advice,
    audit_findings,
    audits,
    caldicott,
    contributions,
    observations,
    regulator,
    risks,
)
from guardbook.rules.registers.advice import Answer, OfficerAdvice
from guardbook.rules.registers.risks import Impact, Likelihood, Risk
from guardbook.rules.roles.vocabulary import Post, Role
from tests.cast import Cast, user
from tests.factories import roles as factory

DAY = date(2026, 11, 20)
PAGES = (
    "deciding",
    "deciding-lead",
    "deciding-officer",
    "deciding-guardian",
    "deciding-risks",
    "champion",
    "deciding-reports",
)
ADVICE = OfficerAdvice(
    name="Camera in the lounge",
    kind=advice.Kind.ASKED,
    asked_on=DAY,
    asked_by="The manager",
    advised_on=DAY,
    advice="Turn it off",
)


def at(ctx: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": ctx.organisation_id, **more})


def text(response: Any) -> str:
    return str(response.content.decode())


def signed_in(client: Client, ctx: Context) -> Client:
    client.force_login(user(ctx))
    return client


def advised(cast: Cast) -> UUID:
    return entries.add(cast.dee, register=advice.REGISTER, entry=ADVICE)


def something_everywhere(cast: Cast) -> None:
    """One of everything, open and done."""
    told = OfficerAdvice(
        name="A lost diary", kind=advice.Kind.INSTRUCTION, asked_on=DAY, asked_by="The owner", asked="Say no"
    )
    entries.add(cast.dee, register=advice.REGISTER, entry=told)
    advising.answer(
        cast.asha, entry_id=advised(cast), said=Said(Answer.NOT_FOLLOWED, "Two falls", "Asha"), seen_version=1
    )
    asking.ask(cast.ben, whom=Whom.OFFICER, asked=Asked("May a rota show birthdays?"))
    asking.ask(cast.ben, whom=Whom.GUARDIAN, asked=Asked("May I tell the daughter?", needed_by=date(2026, 11, 30)))
    audit = entries.add(
        cast.dee,
        register=audits.REGISTER,
        entry=audits.OfficerAudit(name="Leavers", done_on=DAY, result=audits.Result.SMALL, summary="Two open"),
    )
    entries.add(cast.dee, register=audits.REGISTER, entry=audits.OfficerAudit(name="Phones", planned_on=DAY))
    finding = audit_findings.AuditFinding(
        name="Two log-ins", audit=(audit,), found_on=DAY, weight=audit_findings.Weight.SMALL
    )
    entries.add(cast.dee, register=audit_findings.REGISTER, entry=finding)
    contact = regulator.RegulatorContact(name="The diary", kind=regulator.Kind.ADVICE, contacted_on=DAY)
    entries.add(cast.dee, register=regulator.REGISTER, entry=contact)
    something_of_the_others(cast)


def something_of_the_others(cast: Cast) -> None:
    """What the Guardian, the Lead and the risk owner keep, and a report of each kind."""
    decided = caldicott.CaldicottDecision(
        name="May the police see it?",
        asked_on=DAY,
        asked_by="The deputy",
        principles=(caldicott.Principle.MINIMUM,),
        decision="One page",
        reason="A crime",
        decided_on=DAY,
    )
    entries.add(cast.gail, register=caldicott.REGISTER, entry=decided)
    for number, kind in enumerate(observations.Kind):
        noticed = observations.Observation(name=f"Noticed {number}", kind=kind, seen_on=DAY, for_seniors=True)
        entries.add(cast.mina, register=observations.REGISTER, entry=noticed)
    change = contributions.Contribution(name="Shut the door", why="It is heard", proposed_on=DAY)
    entries.add(cast.cole, register=contributions.REGISTER, entry=change)
    for likelihood in (Likelihood.RARE, Likelihood.POSSIBLE, Likelihood.CERTAIN):
        risk = Risk(name=f"Risk {likelihood}", likelihood=likelihood, impact=Impact.HARMFUL)
        entries.add(cast.asha, register=risks.REGISTER, entry=risk)
    reports.keep(cast.mina, kind=Kind.MONTHLY)
    reports.keep(cast.dee, kind=Kind.OFFICER)
    reports.keep(cast.asha, kind=Kind.STATEMENT, signed=Signed(str(cast.asha.by.user_id)))


SHOWN = {
    "deciding": ("Data Protection Officer", "Champion’s pack"),
    "deciding-lead": ("Noticed 1", "Shut the door", "Somebody asks for information", "Make a new one", "Needs you"),
    "deciding-officer": (
        "May a rota show birthdays?", "Two falls", "Leavers", "Two log-ins", "The diary",
        "Somebody told the officer what to conclude", "What the officer watches", "What we do with information",
    ),
    "deciding-guardian": ("May I tell the daughter?", "Use as little as will do", "Principle 8", "Appoint a Guardian"),
    "deciding-risks": ("Risk certain", "High: 20", "Yearly statement"),
    "champion": ("January", "This month"),
    "deciding-reports": ("Monthly reports", "22 November 2026"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "words"), SHOWN.items(), ids=SHOWN)
def test_a_page_shows_what_there_is(asha: Client, cast: Cast, name: str, words: tuple[str, ...]) -> None:
    something_everywhere(cast)

    shown = text(asha.get(at(cast.asha, name)))

    assert [each for each in words if each not in shown] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_nothing_in_it_says_so(asha: Client, cast: Cast, name: str) -> None:
    response = asha.get(at(cast.asha, name))

    assert response.status_code == 200
    assert "None yet" not in text(response) or name == "deciding-lead"


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("who", "status"),
    [("asha", 200), ("mina", 200), ("dee", 200), ("gail", 200), ("sid", 200), ("rhea", 403), ("cole", 403),
     ("ben", 403), ("carol", 404)],
)  # fmt: skip
def test_who_may_open_a_working_page(
    still_clock: None, client: Client, cast: Cast, name: str, who: str, status: int
) -> None:
    assert signed_in(client, getattr(cast, who)).get(at(cast.asha, name)).status_code == status


@pytest.mark.parametrize("register", [advice.REGISTER, caldicott.REGISTER], ids=lambda each: each.slug)
@pytest.mark.parametrize("who", ["rhea", "cole", "ben"])
def test_a_log_that_is_not_theirs_is_shut_in_every_way(
    still_clock: None, client: Client, cast: Cast, register: Any, who: str
) -> None:
    something_everywhere(cast)
    (key,) = [each.id for each in working.some(cast.asha, register, Q(), "name")][:1]
    signed_in(client, getattr(cast, who))
    here = {"slug": register.slug}

    for name, more in (
        ("register-list", {}), ("register-entry", {"entry_id": key}), ("register-change", {"entry_id": key}),
        ("register-add", {}), ("register-export", {"form": "csv"}), ("register-confirm", {}),
        ("register-import", {}), ("register-starters", {}),
    ):  # fmt: skip
        assert client.get(at(cast.asha, name, **here, **more)).status_code == 403, name
    journal = client.get(at(cast.asha, "journal"))
    assert journal.status_code == 403 or "Two falls" not in text(journal)
    assert client.get(at(cast.asha, "history", subject_id=key)).status_code in {403, 404}


def test_opening_and_downloading_advice_is_noted(still_clock: None, client: Client, cast: Cast) -> None:
    key = advised(cast)
    signed_in(client, cast.dee)

    client.get(at(cast.dee, "register-entry", slug="advice", entry_id=key))
    client.get(at(cast.dee, "register-export", slug="advice", form="csv"))

    assert list(SensitiveRead.objects.values_list("by_name", "subject_id")) == [("Dee Officer", key)] * 2


def test_opening_what_everybody_sees_is_not_noted(asha: Client, cast: Cast) -> None:
    entry = Risk(name="Phishing", likelihood=Likelihood.RARE, impact=Impact.SMALL)
    key = entries.add(cast.asha, register=risks.REGISTER, entry=entry)

    asha.get(at(cast.asha, "register-entry", slug="risks", entry_id=key))

    assert SensitiveRead.objects.count() == 0


def test_nothing_is_attached_to_advice_because_everybody_would_see_it(asha: Client, cast: Cast) -> None:
    key = advised(cast)

    assert "Attach" not in text(asha.get(at(cast.asha, "register-entry", slug="advice", entry_id=key)))
    sent = asha.post(at(cast.asha, "register-attach", slug="advice", entry_id=key), {"kept_at": "Folder"})
    assert sent.status_code == 404


def test_the_officer_keeps_the_log_and_sees_no_button_to_decide(still_clock: None, client: Client, cast: Cast) -> None:
    key = advised(cast)
    signed_in(client, cast.dee)

    entry = text(client.get(at(cast.dee, "register-entry", slug="advice", entry_id=key)))
    page = text(client.get(at(cast.dee, "deciding-officer")))

    assert "Say whether it is followed" not in entry
    assert "Change" in entry
    assert "Write down advice" in page
    assert ">Decide<" not in text(client.get(at(cast.dee, "deciding-guardian")))
    assert "Make a new one" not in text(client.get(at(cast.dee, "deciding-lead")))
    assert "Make a new one" not in text(client.get(at(cast.dee, "deciding-risks")))
    for name, more in (
        ("advice-answer", {"entry_id": key}),
        ("deciding-report-make", {"kind": "monthly"}),
        ("deciding-report-make", {"kind": "statement"}),
    ):
        assert client.get(at(cast.dee, name, **more)).status_code == 403
        assert client.post(at(cast.dee, name, **more)).status_code == 403


def test_the_service_answers_advice_on_a_form(asha: Client, cast: Cast) -> None:
    key = advised(cast)
    here = at(cast.asha, "advice-answer", entry_id=key)
    assert "Say whether it is followed" in text(asha.get(at(cast.asha, "register-entry", slug="advice", entry_id=key)))

    assert "Turn it off" in text(asha.get(here))
    assert "Choose what you decided" in text(asha.post(here, {}))
    refused = asha.post(here, {"answer": "not_followed", "decided_by": "Asha", "seen_version": "1"})
    assert "Say why the advice is not followed" in text(refused)
    stale = asha.post(here, {"answer": "followed", "decided_by": "Asha", "seen_version": "x"})
    assert "A colleague changed this meanwhile" in text(stale)
    done = asha.post(here, {"answer": "followed", "decided_by": "Asha", "seen_version": "1"})

    assert done.status_code == 302
    assert "Followed. Asha decided it on 22 November 2026" in text(asha.get(done["Location"]))


def test_a_form_about_advice_that_is_not_given_says_so(asha: Client, cast: Cast) -> None:
    key = asking.ask(cast.ben, whom=Whom.OFFICER, asked=Asked("May I?"))

    assert "has not advised yet" in text(asha.get(at(cast.asha, "advice-answer", entry_id=key)))


@pytest.mark.parametrize("who", ["ben", "cole", "asha"])
@pytest.mark.parametrize("whom", Whom)
def test_anybody_asks_on_a_form_and_is_thanked(
    still_clock: None, client: Client, cast: Cast, who: str, whom: Whom
) -> None:
    here = at(cast.asha, "deciding-ask", whom=whom.value)
    signed_in(client, getattr(cast, who))

    assert "Write your question" in text(client.post(here, {}))
    late = {"question": "May I?", "needed_by-day": "1", "needed_by-month": "1", "needed_by-year": "2026"}
    assert "from today on" in text(client.post(here, late))
    assert "May I?" in text(client.post(here, late))
    sent = client.post(here, {"question": "May I tell the daughter?"}, follow=True)

    assert sent.status_code == 200
    assert "Thank you. Your question waits" in text(sent)


def test_somebody_who_is_not_here_cannot_be_asked(asha: Client, cast: Cast) -> None:
    assert asha.get(at(cast.asha, "deciding-ask", whom="nobody")).status_code == 404


# ---- reports ----


@pytest.mark.parametrize("kind", Kind)
def test_a_report_is_looked_at_kept_shown_and_downloaded(asha: Client, cast: Cast, kind: Kind) -> None:
    entries.add(
        cast.asha,
        register=risks.REGISTER,
        entry=Risk(name="Phishing", likelihood=Likelihood.LIKELY, impact=Impact.HARMFUL),
    )
    here = at(cast.asha, "deciding-report-make", kind=kind.value)
    assert "This is how it would stand today" in text(asha.get(here))

    sent = asha.post(here, {"own_words": "We are on time.", "decider": str(cast.asha.by.user_id)})

    assert sent.status_code == 302, text(sent)
    shown = text(asha.get(sent["Location"]))
    assert "We are on time." in shown
    assert "Made on 22 November 2026 at 10:00 by Asha Owner" in shown
    (kept,) = reporting.kept(cast.asha, kind)
    for form in ("docx", "pdf"):
        file = asha.get(at(cast.asha, "deciding-report-download", kept_id=kept.id, form=form))
        assert f"{kind}-report-2026-11-22.{form}" in file["Content-Disposition"]
    assert asha.get(at(cast.asha, "deciding-report-download", kept_id=kept.id, form="odt")).status_code == 404


def test_a_statement_nobody_signs_is_refused_in_words(asha: Client, cast: Cast) -> None:
    here = at(cast.asha, "deciding-report-make", kind="statement")

    assert "Choose who signs it" in text(asha.post(here, {"own_words": "Mine"}))
    refused = text(asha.post(here, {"own_words": "Mine", "decider": str(cast.asha.by.user_id)}))
    assert "There is nothing in the register of risks yet" in refused
    assert "Mine" in refused


def test_a_report_of_another_kind_is_not_found(asha: Client, cast: Cast) -> None:
    assert asha.get(at(cast.asha, "deciding-report-make", kind="weekly")).status_code == 404


# ---- the champion's pack, the register, and the ways in ----


def test_a_month_has_a_talk_a_poster_and_a_quiz_to_print(asha: Client, cast: Cast) -> None:
    topic = champion.of_month(4)

    shown = text(asha.get(at(cast.asha, "champion-topic", topic=topic.slug)))

    assert topic.poster.heading in shown
    assert all(each.question in shown for each in topic.quiz)
    for part, form in (("pack", "docx"), ("poster", "pdf")):
        got = asha.get(at(cast.asha, "champion-download", topic=topic.slug, part=part, form=form))
        assert f"{part}-paper.{form}" in got["Content-Disposition"]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("champion-topic", {"topic": "nothing"}),
        ("champion-download", {"topic": "paper", "part": "nothing", "form": "pdf"}),
        ("champion-download", {"topic": "paper", "part": "pack", "form": "odt"}),
    ],
)
def test_what_is_not_in_the_pack_is_not_found(asha: Client, cast: Cast, name: str, more: dict[str, str]) -> None:
    assert asha.get(at(cast.asha, name, **more)).status_code == 404


def test_the_guardians_entry_for_the_register_comes_from_the_appointment(asha: Client, cast: Cast) -> None:
    leila = Candidate(person_id=factory.hire(cast.asha, "Leila Haddad", Post.DIRECTOR))
    appointing.appoint(cast.asha, role=Role.CALDICOTT_GUARDIAN, candidate=leila, terms=Terms(factory.TODAY))

    assert "Leila Haddad is Caldicott Guardian." in text(asha.get(at(cast.asha, "deciding-guardian")))
    got = asha.get(at(cast.asha, "guardian-entry", form="docx"))
    assert "caldicott-guardian-register.docx" in got["Content-Disposition"]


def test_the_roles_page_leads_to_each_working_page_for_those_who_may(
    still_clock: None, client: Client, cast: Cast
) -> None:
    links = [at(cast.asha, name) for name in PAGES[1:5]]

    for_dee = text(signed_in(client, cast.dee).get(at(cast.asha, "roles")))
    for_rhea = text(signed_in(client, cast.rhea).get(at(cast.asha, "roles")))

    assert all(each in for_dee for each in links)
    assert not any(each in for_rhea for each in links)


@pytest.mark.parametrize(
    ("who", "name"), [("dee", "deciding-officer"), ("gail", "deciding-guardian"), ("sid", "deciding-risks")]
)
def test_home_leads_to_ones_own_working_page(
    still_clock: None, client: Client, cast: Cast, who: str, name: str
) -> None:
    home = text(signed_in(client, getattr(cast, who)).get(at(cast.asha, "home")))

    assert at(cast.asha, name) in home
    assert "Your working page as" not in text(signed_in(client, cast.rhea).get(at(cast.asha, "home")))
