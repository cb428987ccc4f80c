"""The pages of somebody who joins, moves or leaves, and the look through who can use what."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from guardbook.actions import people
from guardbook.actions.people import Details, Leaving
from guardbook.actions.registers import entries
from guardbook.queries.access import Context
from guardbook.queries.registers import entries as questions
from guardbook.queries.registers import log_ins as log_in_queries
from guardbook.records.models import Person
from guardbook.rules.people import Kind as Worker
from guardbook.rules.registers import access, systems
from guardbook.rules.registers.access import Access, Kind, Level
from guardbook.rules.registers.systems import System
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast, user
from tests.factories import roles as appointments

TODAY = date(2026, 11, 22)
CARE = System(name="Care records", used_for="Care", holds_personal=True, outside=True)
LEFT = {"left_on-day": "21", "left_on-month": "11", "left_on-year": "2026"}
DONE = {"done_on-day": "22", "done_on-month": "11", "done_on-year": "2026"}
ALL_ELSE = {"done-rest": "on", "done-kit": "on"}


def at(context: Context, name: str, **parts: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id} | parts)


def somebody(context: Context, name: str = "Ana Lopez", **more: Any) -> UUID:
    said: dict[str, Any] = {"kind": Worker.EMPLOYEE, "job_title": "Care worker", "started_on": date(2020, 6, 1)} | more
    return people.add(context, details=Details(name, **said))


def system(context: Context, name: str = "Care records") -> UUID:
    return entries.add(context, register=systems.REGISTER, entry=replace(CARE, name=name))


def log_in(context: Context, person: UUID | None, *to: UUID, **more: Any) -> UUID:
    said: dict[str, Any] = {"name": "ana", "kind": Kind.OWN, "level": Level.CHANGE} | more
    return entries.add(context, register=access.REGISTER, entry=Access(person=person, systems=to, **said))


def ended(context: Context, key: UUID) -> date | None:
    found: Access = questions.one(context, access.REGISTER, key).found.entry
    return found.ended_on


def text(response: Any) -> str:
    return str(response.content.decode())


def test_the_checklist_shows_what_a_leaver_has_and_holds(cast: Cast, asha: Client) -> None:
    ana = appointments.hire(cast.asha, "Ana Lopez", Post.REGISTERED_MANAGER)
    appointments.lead(cast.asha, ana)
    log_in(cast.asha, ana, system(cast.asha))
    entries.add(cast.asha, register=systems.REGISTER, entry=replace(CARE, name="Rota", owner=ana))

    page = text(asha.get(at(cast.asha, "person-leaving", person_id=ana)))

    assert "Who can use what: which are closed?" in page
    assert "ana, Look and change" in page
    assert "Data Security and Protection Lead" in page
    assert "They look after: Rota." in page


def test_one_submit_closes_what_was_ticked(cast: Cast, asha: Client) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha))

    answer = asha.post(
        at(cast.asha, "person-leaving", person_id=ana),
        LEFT | DONE | ALL_ELSE | {"done-access": [str(key)]},
        follow=True,
    )

    assert "1 thing closed, given back or ended" in text(answer)
    assert ended(cast.asha, key) == TODAY
    assert Person.objects.get(pk=ana).access_removed_on == TODAY


def test_what_is_not_ticked_asks_for_a_reason_and_loses_nothing(cast: Cast, asha: Client) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha))
    here = at(cast.asha, "person-leaving", person_id=ana)

    refused = text(asha.post(here, LEFT | DONE | ALL_ELSE | {"note": "Card sent"}))
    saved = asha.post(here, LEFT | DONE | ALL_ELSE | {"why-access": "Handover on Monday"}, follow=True)

    assert "Who can use what: say why something is left open, or tick it." in refused
    assert "Card sent" in refused
    assert "Some of it is still open." in text(saved)
    assert "Their access is not recorded as removed." not in text(saved)  # the day in which to do it is not over
    assert "Handover on Monday" in text(saved)
    assert ended(cast.asha, key) is None


def test_an_empty_checklist_says_what_is_missing(cast: Cast, asha: Client) -> None:
    ana = somebody(cast.asha)

    page = text(asha.post(at(cast.asha, "person-leaving", person_id=ana), {}))

    assert "Enter last day at work" in page
    assert Person.objects.get(pk=ana).left_on is None


def test_leaving_before_starting_is_refused(cast: Cast, asha: Client) -> None:
    ana = somebody(cast.asha)
    early = {"left_on-day": "1", "left_on-month": "5", "left_on-year": "2020"}

    page = text(asha.post(at(cast.asha, "person-leaving", person_id=ana), early | DONE | ALL_ELSE))

    assert "The last day is before the start date." in page


def test_who_may_not_end_roles_says_who_will(cast: Cast, client: Client) -> None:
    from guardbook.rules.access import AccessRole
    from tests.cast import colleague

    ana = appointments.hire(cast.asha, "Ana Lopez", Post.REGISTERED_MANAGER)
    appointments.lead(cast.asha, ana, from_on=date(2026, 1, 5))
    client.force_login(user(colleague(cast.asha, "Cora Helper", AccessRole.CONTRIBUTOR)))
    here = at(cast.asha, "person-leaving", person_id=ana)

    page = text(client.get(here))
    client.post(here, LEFT | DONE | ALL_ELSE | {"why-roles": "Asha decides"})

    assert "Roles: which end?" not in page
    assert "Not done yet, Roles: Asha decides" in Person.objects.get(pk=ana).leaving_note


def test_somebody_who_did_not_leave_after_all_is_put_back(cast: Cast, asha: Client) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha), ended_on=date(2026, 11, 1))
    people.leave(cast.asha, person_id=ana, leaving=Leaving(date(2026, 11, 1)))
    here = at(cast.asha, "person-staying", person_id=ana)

    page = text(asha.get(here))
    asha.post(here, {"reopen": [str(key)]})

    assert "Which of these log-ins work again?" in page
    assert ended(cast.asha, key) is None
    assert Person.objects.get(pk=ana).left_on is None
    assert "Nothing is to be taken back" in text(asha.post(here, {}, follow=True))


def test_a_starter_is_given_what_others_with_the_job_have(cast: Cast, asha: Client) -> None:
    care, pay = system(cast.asha), system(cast.asha, "Payroll")
    for name in ("Ben Ode", "Cy Fox"):
        log_in(cast.asha, somebody(cast.asha, name), care, name=name)
    ana = somebody(cast.asha, job_title="care worker")
    here = at(cast.asha, "person-access", person_id=ana)

    page = text(asha.get(here))
    answer = asha.post(here, {f"new-{care}": "change", f"new-{pay}": "none"}, follow=True)

    assert "Usual for this job: look and change (2 people)." in page
    assert page.index("Care records") < page.index("Payroll")
    assert "1 given, 0 changed, 0 closed." in text(answer)


def test_a_mover_has_levels_changed_and_log_ins_closed(cast: Cast, asha: Client) -> None:
    ana = somebody(cast.asha, job_title="")
    raised, closed = log_in(cast.asha, ana, system(cast.asha)), log_in(cast.asha, ana, system(cast.asha, "Rota"))
    here = at(cast.asha, "person-access", person_id=ana)

    nothing = text(asha.post(here, {f"held-{raised}": "change", f"held-{closed}": "change"}))
    asha.post(here, {f"held-{raised}": "admin", f"held-{closed}": "none"})

    assert "Nothing is different from before." in nothing
    assert questions.one(cast.asha, access.REGISTER, raised).found.entry.level is Level.ADMIN
    assert ended(cast.asha, closed) == TODAY


def test_the_look_through_lists_log_ins_by_system(cast: Cast, asha: Client) -> None:
    ana = somebody(cast.asha)
    care = system(cast.asha)
    system(cast.asha, "Empty system")
    key = log_in(cast.asha, ana, care)
    log_in(cast.asha, None, name="carers", kind=Kind.SHARED)
    people.leave(cast.asha, person_id=ana, leaving=Leaving(date(2026, 11, 30)))
    here = at(cast.asha, "access-review")

    page = text(asha.get(here))
    nothing = text(asha.post(here, {"right": ["x"]}, follow=True))
    saved = text(asha.post(here, {"right": [str(key)]}, follow=True))

    assert "Never looked through yet." in page
    assert "Ana Lopez. Look and change. Last day 30 November 2026. Looked at on 22 November 2026" in page
    assert "Several people share it" in page
    assert "Empty system" in page
    assert "Tick each log-in that is still right." in nothing
    assert "1 log-in marked as still right. All of 1 system is looked through." in saved
    assert "Last looked through on 22 November 2026." in saved


def test_too_many_log_ins_are_looked_through_system_by_system(cast: Cast, asha: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(log_in_queries, "MOST", 1)
    ana, care, rota = somebody(cast.asha), system(cast.asha), system(cast.asha, "Rota")
    log_in(cast.asha, ana, care)
    key = log_in(cast.asha, ana, rota)
    here = at(cast.asha, "access-review")

    page = text(asha.get(here))
    one = text(asha.get(here, {"system": str(rota)}))

    assert "Take one system at a time." in page
    assert f"?system={rota}" in page
    assert str(key) in one
    assert str(care) not in one


def test_with_no_log_in_the_page_says_how_to_begin(cast: Cast, asha: Client) -> None:
    page = text(asha.get(at(cast.asha, "access-review")))

    assert "No log-in is listed yet" in page


def test_the_list_of_log_ins_leads_to_the_look_through_for_those_who_may(
    cast: Cast, asha: Client, client: Client
) -> None:
    here = reverse("register-list", kwargs={"organisation": cast.asha.organisation_id, "slug": "access"})

    assert at(cast.asha, "access-review") in text(asha.get(here))
    client.force_login(user(cast.rhea))
    assert at(cast.asha, "access-review") not in text(client.get(here))
