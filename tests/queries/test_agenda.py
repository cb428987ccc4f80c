"""The list as it is gathered: everything is on it, nobody sees what they may not open, and it costs the same for all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guardbook.actions import people
from guardbook.actions.assessment import proving
from guardbook.actions.assessment.answering import Place
from guardbook.actions.registers import entries, whole
from guardbook.content import registers as content
from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.kernel.identifiers import uuid7
from guardbook.queries import access
from guardbook.queries.access import Context
from guardbook.queries.agenda import feeds, listing, members, reminding
from guardbook.records import scope
from guardbook.records.models import Evidence, Grant, Profile, User
from guardbook.rules.access import AccessRole
from guardbook.rules.agenda.reminders import Choice
from guardbook.rules.agenda.todo import Consequence
from guardbook.rules.people import Kind
from guardbook.rules.registers import suppliers
from guardbook.rules.registers.suppliers.entry import Supplier
from tests.cast import Cast, user_id
from tests.factories import agenda as factory
from tests.factories import assessment

TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)


def asked(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def causes(context: Context) -> list[str]:
    return [each.todo.cause for each in listing.agenda(context).listed]


def test_the_list_begins_with_who_the_service_is_and_its_staff(cast: Cast) -> None:
    assert [each.todo.cause for each in listing.agenda(cast.carol).now] == [
        "service:questions",
        "staff:first",
        "start:dspt:8",
    ]


def test_the_worst_comes_first_and_each_thing_once(cast: Cast) -> None:
    factory.contradicted(cast.asha)
    factory.task(cast.asha)

    found = causes(cast.asha)

    assert found.index("question:dspt:8:2.2.1") < found.index("staff:agreement")
    assert len(found) == len(set(found))


def test_what_somebody_may_not_open_is_not_on_their_list(cast: Cast) -> None:
    factory.task(cast.asha)

    assert {"service:questions", "staff:first"} <= set(causes(cast.asha))
    assert set(causes(cast.rhea)) == {each for each in causes(cast.asha) if each.startswith(("task:", "duty:"))}
    with pytest.raises(NotPermitted):
        listing.agenda(cast.ben)


def test_what_runs_out_is_on_the_list(cast: Cast) -> None:
    assessment.staffed(cast.asha.organisation_id)
    assessment.started(cast.asha)
    proving.attach(cast.asha, place=Place("dspt", "8", "1.1.1"), proofs=proving.Proofs(kept_at="The safe"))
    with scope.writing("action"):
        Evidence.objects.update(expires_on=TOMORROW)
        Profile.objects.of(cast.asha.organisation_id).update(
            ico_expires_on=TOMORROW, cyber_essentials_until=TOMORROW, cyber_essentials_plus_until=None
        )

    found = {each.todo.cause.partition(":")[0]: each.todo for each in listing.agenda(cast.asha).now}

    assert {"fee", "certificate", "proof"} <= found.keys()
    assert found["proof"].place.parts == ("dspt", "8", "1.1.1")
    assert found["fee"].consequence is Consequence.EXPIRING


def test_the_worst_entries_are_named_and_the_rest_counted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "WORST", 1)
    bare = Supplier(name="Harbour Payroll", does="Pays our staff", contact="01632 960123", handles_personal=True)
    for name in ("Harbour Payroll", "Mrs Example's agency"):
        entries.add(cast.asha, register=suppliers.REGISTER, entry=replace(bare, name=name))
    key = content.starters("suppliers")[0].key
    whole.add_starters(cast.asha, register=suppliers.REGISTER, keys=[key])

    found = {each.todo.cause.rpartition(":")[2]: each.todo for each in listing.agenda(cast.asha).now}

    (named,) = [each for each in found.values() if each.cause.startswith("entry:suppliers:")]
    assert named.text == "Suppliers: put right “Harbour Payroll”"
    assert named.why
    assert found["more"].text == "Suppliers: put right 1 entry more"
    assert found["unchecked"].text == "Suppliers: say whether 1 entry of ours is true here"


def test_the_list_costs_the_same_however_much_there_is(cast: Cast) -> None:
    factory.contradicted(cast.asha)
    before = asked(lambda: listing.agenda(cast.asha))
    for number in range(12):
        factory.task(cast.asha, f"Task {number}", TODAY, user_id(cast.mina))
        people.add(cast.asha, details=people.Details(f"New {number}", Kind.EMPLOYEE, "carer"))

    after = asked(lambda: listing.agenda(cast.asha))

    assert after == before <= 32


def test_the_people_to_ask_are_those_who_see_the_list(cast: Cast) -> None:
    found = members.members(cast.asha)

    assert {each.name for each in found} == {
        "Asha Owner",
        "Cole Contributor",
        "Dee Officer",
        "Gail Guardian",
        "Mina Manager",
        "Rhea Reader",
        "Sid Risk",
    }
    assert asked(lambda: members.members(cast.asha)) == 1


def test_two_grants_of_one_person_add_up_and_the_first_says_since_when(cast: Cast) -> None:
    with scope.writing("action"):
        Grant.objects.create(
            organisation_id=cast.asha.organisation_id,
            user_id=user_id(cast.rhea),
            access_role=AccessRole.MANAGER,
            from_at=cast.asha.now + timedelta(days=1),
        )

    rhea = next(each for each in members.members(cast.asha) if each.user_id == user_id(cast.rhea))

    assert rhea.roles == {AccessRole.READER, AccessRole.MANAGER}
    assert rhea.since == cast.asha.now


def test_nobody_without_an_email_address_is_reminded(cast: Cast) -> None:
    with scope.writing("action"):
        User.objects.filter(pk=user_id(cast.mina)).update(email=None)

    found = members.recipients(members.members(cast.asha), {user_id(cast.rhea): (Choice.OFF, cast.asha.now)})

    assert {each.user_id: each.choice for each in found} == {
        **{user_id(each): Choice.EACH for each in (cast.asha, cast.cole, cast.dee, cast.gail, cast.sid)},
        user_id(cast.rhea): Choice.OFF,
    }


def test_a_provider_waits_until_it_was_looked_through_and_when_its_facts_move(cast: Cast) -> None:
    from guardbook.actions.agenda import reminding as acting

    found = {each.organisation_id: each for each in reminding.waiting(TODAY)}
    for each in found.values():
        acting.note_round(each, TODAY)
    after = reminding.waiting(TODAY)
    factory.task(cast.asha)
    moved = [each.name for each in reminding.waiting(TODAY)]

    assert {each.name for each in found.values()} == {"Rose House", "Other Care"}
    assert after == []
    assert moved == ["Rose House"]
    assert len(reminding.waiting(TOMORROW)) == 2


def test_a_machine_has_no_choice_of_its_own(cast: Cast) -> None:
    system = access.system("Reminders", cast.asha.organisation_id, cast.asha.now)

    assert reminding.choice(system) is Choice.OFF
    assert feeds.own(system) == {}
    assert reminding.choice(cast.asha) is Choice.EACH


def test_what_is_not_on_the_list_is_not_there(cast: Cast) -> None:
    with pytest.raises(NotFound):
        listing.agenda(cast.asha).one(f"task:{uuid7()}")
    assert listing.agenda(cast.asha).of(None) == ()
