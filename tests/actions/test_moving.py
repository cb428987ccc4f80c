"""Somebody leaves in one step, stays after all, is given access; and somebody looks through who can use what."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from guardbook.actions import people
from guardbook.actions.people import Details, Leaving
from guardbook.actions.registers import entries, log_ins, moving
from guardbook.actions.registers.moving import KIT, REST, ROLES, Going
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.queries.facts import gathering
from guardbook.queries.facts.within import One
from guardbook.queries.registers import entries as questions
from guardbook.queries.registers import moving as moving_queries
from guardbook.records.models import Appointment, Person
from guardbook.rules.access import AccessRole
from guardbook.rules.assessment.suggestions import RULES, Name
from guardbook.rules.assessment.suggestions.suggestion import Asked, Outcome
from guardbook.rules.facts import AccessFacts
from guardbook.rules.people import Kind as Worker
from guardbook.rules.registers import access, systems
from guardbook.rules.registers.access import Access, Kind, Level
from guardbook.rules.registers.systems import SecondStep, System
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast, colleague
from tests.factories import roles as appointments

TODAY = date(2026, 11, 22)
CARE = System(name="Care records", used_for="Care", holds_personal=True, outside=True, second_step=SecondStep.ALL)
WHY = {"access": "Needs a handover", ROLES: "The owner decides", REST: "On Monday", KIT: "On Monday"}


def somebody(context: Context, name: str = "Ana Lopez", **more: Any) -> UUID:
    said: dict[str, Any] = {"kind": Worker.EMPLOYEE, "job_title": "Care worker", "started_on": date(2020, 6, 1)} | more
    return people.add(context, details=Details(name, **said))


def system(context: Context, name: str = "Care records") -> UUID:
    return entries.add(context, register=systems.REGISTER, entry=replace(CARE, name=name))


def log_in(context: Context, person: UUID | None, *to: UUID, **more: Any) -> UUID:
    said: dict[str, Any] = {"kind": Kind.OWN, "level": Level.CHANGE} | more
    return entries.add(context, register=access.REGISTER, entry=Access(name="ana", person=person, systems=to, **said))


def going(*done: UUID, **more: Any) -> Going:
    said: dict[str, Any] = {"left_on": date(2026, 11, 21), "done_on": TODAY, "why_open": WHY} | more
    return Going(done=frozenset(done), **said)


def suggested(context: Context) -> Outcome:
    """What the records say about leavers and their access, the staff list left aside."""
    facts = gathering.gather(One(context.organisation_id), TODAY, {})[context.organisation_id]
    return RULES[Name.LEAVERS_ACCESS](replace(facts, access=AccessFacts()), Asked()).outcome


def kept(context: Context, key: UUID) -> Access:
    return questions.one(context, access.REGISTER, key).found.entry


def test_one_step_closes_gives_back_and_hands_over(cast: Cast) -> None:
    ana, ben = somebody(cast.asha), somebody(cast.asha, "Ben Ode")
    place = system(cast.asha)
    theirs, other = log_in(cast.asha, ana, place), log_in(cast.asha, ben, place)
    entries.amend(cast.asha, register=systems.REGISTER, entry_id=place, entry=replace(CARE, owner=ana), seen_version=1)

    done = moving.leave(
        cast.asha, person_id=ana, going=going(theirs, rest_is_done=True, kit_is_back=True, takes_over=ben)
    )

    person = Person.objects.get(pk=ana)
    assert (done.closed, done.still_open) == (1, 0)
    assert (kept(cast.asha, theirs).ended_on, kept(cast.asha, other).ended_on) == (TODAY, None)
    assert (person.left_on, person.access_removed_on) == (date(2026, 11, 21), TODAY)
    assert (person.has_kit, person.kit_returned_on, person.leaving_note) == (False, None, "")
    assert questions.one(cast.asha, systems.REGISTER, place).found.entry.owner == ben


def test_what_is_left_open_needs_a_reason_once_they_have_left(cast: Cast) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha))

    with pytest.raises(Refused, match="Who can use what: say why") as refused:
        moving.leave(cast.asha, person_id=ana, going=going(why_open={}))

    assert len(refused.value.reasons) == 3
    assert kept(cast.asha, key).ended_on is None
    assert Person.objects.get(pk=ana).left_on is None


def test_a_reason_is_kept_and_goes_when_it_is_done(cast: Cast) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha))

    done = moving.leave(cast.asha, person_id=ana, going=going(note="Card sent"))
    first = Person.objects.get(pk=ana)
    moving.leave(
        cast.asha, person_id=ana, going=going(key, rest_is_done=True, kit_is_back=True, note=first.leaving_note)
    )

    person = Person.objects.get(pk=ana)
    assert done.still_open == 3
    assert (first.access_removed_on, first.has_kit, first.kit_returned_on) == (None, True, None)
    assert "Not done yet, Who can use what: Needs a handover" in first.leaving_note
    assert (person.leaving_note, person.access_removed_on) == ("Card sent", TODAY)
    assert (person.has_kit, person.kit_returned_on) == (True, TODAY)


def test_leaving_can_be_recorded_ahead_but_nothing_is_closed_ahead(cast: Cast) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha))

    moving.leave(cast.asha, person_id=ana, going=going(left_on=date(2026, 12, 1), why_open={}))
    with pytest.raises(Refused, match="still to come"):
        moving.leave(cast.asha, person_id=ana, going=going(key, done_on=date(2026, 12, 1)))

    assert Person.objects.get(pk=ana).left_on == date(2026, 12, 1)
    assert kept(cast.asha, key).ended_on is None


def test_a_date_that_cannot_be_names_the_log_in_and_undoes_all(cast: Cast) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha), granted_on=TODAY)

    with pytest.raises(Refused, match="ana: It cannot be closed before it was given"):
        moving.leave(cast.asha, person_id=ana, going=going(key, done_on=date(2026, 11, 21)))

    assert Person.objects.get(pk=ana).left_on is None


def test_nobody_takes_over_from_themselves(cast: Cast) -> None:
    ana = somebody(cast.asha)

    with pytest.raises(Refused, match="somebody else"):
        moving.leave(cast.asha, person_id=ana, going=going(takes_over=ana))


def test_only_who_may_does_it(cast: Cast) -> None:
    ana = somebody(cast.asha)

    with pytest.raises(NotPermitted):
        moving.leave(cast.rhea, person_id=ana, going=going())
    with pytest.raises(NotFound):
        moving.leave(cast.stranger(to=cast.asha), person_id=ana, going=going())
    with pytest.raises(NotFound):
        moving.leave(cast.carol, person_id=ana, going=going())


def test_roles_end_with_their_last_day_by_whoever_may_end_them(cast: Cast) -> None:
    ana = appointments.hire(cast.asha, "Ana Lopez", Post.REGISTERED_MANAGER)
    role = appointments.lead(cast.asha, ana, from_on=date(2026, 1, 5))
    helper = colleague(cast.asha, "Cora Helper", AccessRole.CONTRIBUTOR)

    with pytest.raises(NotPermitted):
        moving.leave(helper, person_id=ana, going=going(role))
    moving.leave(helper, person_id=ana, going=going())
    done = moving.leave(cast.asha, person_id=ana, going=going(role))

    assert done.closed == 1
    assert Appointment.objects.get(pk=role).until_on == date(2026, 11, 21)


def test_what_has_no_end_is_given_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any register may say who has its things; here systems do, by whoever agreed to an exception."""
    ana = somebody(cast.asha)
    monkeypatch.setattr(moving_queries, "HELD", (replace(systems.REGISTER, held_by="exception_by"),))
    one, two = (
        entries.add(cast.asha, register=systems.REGISTER, entry=replace(CARE, name=name, exception_by=ana))
        for name in ("Laptop", "Phone")
    )

    moving.leave(
        cast.asha, person_id=ana, going=going(one, rest_is_done=True, kit_is_back=True, why_open={"systems": "Lost"})
    )
    first = Person.objects.get(pk=ana)
    moving.leave(cast.asha, person_id=ana, going=going(two, rest_is_done=True, kit_is_back=True))

    assert (first.has_kit, first.kit_returned_on) == (True, None)
    assert Person.objects.get(pk=ana).kit_returned_on == TODAY
    assert questions.one(cast.asha, systems.REGISTER, two).found.entry.exception_by is None


def test_who_stays_gets_back_the_log_ins_that_leaving_closed(cast: Cast) -> None:
    ana = somebody(cast.asha)
    place = system(cast.asha)
    old = log_in(cast.asha, ana, place, ended_on=date(2026, 5, 1))
    ticked, left = log_in(cast.asha, ana, place), log_in(cast.asha, ana, place)
    moving.leave(cast.asha, person_id=ana, going=going(ticked, left))

    moving.stay(cast.asha, person_id=ana, reopen=frozenset({old, ticked, uuid4()}))

    assert kept(cast.asha, ticked).ended_on is None
    assert kept(cast.asha, left).ended_on == TODAY
    assert kept(cast.asha, old).ended_on == date(2026, 5, 1)
    assert Person.objects.get(pk=ana).left_on is None


def test_who_stays_need_not_get_anything_back(cast: Cast) -> None:
    ana = somebody(cast.asha)
    moving.leave(cast.asha, person_id=ana, going=going())

    moving.stay(cast.asha, person_id=ana, reopen=frozenset())

    assert Person.objects.get(pk=ana).left_on is None


def test_who_has_not_left_cannot_be_put_back(cast: Cast) -> None:
    ana = somebody(cast.asha)

    with pytest.raises(Refused, match="Nothing is to be taken back"):
        moving.stay(cast.asha, person_id=ana, reopen=frozenset())
    with pytest.raises(NotPermitted):
        moving.stay(cast.rhea, person_id=ana, reopen=frozenset())


def test_what_somebody_can_use_is_set_in_one_go(cast: Cast) -> None:
    ana = somebody(cast.asha)
    care, rota, pay = (system(cast.asha, name) for name in ("Care records", "Rota", "Payroll"))
    raised, closed, same = log_in(cast.asha, ana, care), log_in(cast.asha, ana, pay), log_in(cast.asha, ana, pay)

    held = {raised: Level.ADMIN, closed: None, same: Level.CHANGE}
    done = log_ins.set_for(cast.asha, person_id=ana, held=held, new={rota: Level.LOOK})

    assert (done.given, done.changed, done.closed) == (1, 1, 1)
    assert kept(cast.asha, raised).level is Level.ADMIN
    assert kept(cast.asha, closed).ended_on == TODAY
    (given,) = (each for each in moving_queries.things(cast.asha, ana) if each.leads_to == ("Rota",))
    assert (given.entry.name, given.entry.level, given.entry.granted_on) == ("Ana Lopez", Level.LOOK, TODAY)


def test_access_is_given_only_to_who_is_here_in_systems_that_are(cast: Cast) -> None:
    ana, ben = somebody(cast.asha), somebody(cast.asha, "Ben Ode")
    place = system(cast.asha)
    of_ben = log_in(cast.asha, ben, place)

    with pytest.raises(Refused, match="Nothing is different"):
        log_ins.set_for(cast.asha, person_id=ana, held={}, new={})
    with pytest.raises(NotFound):
        log_ins.set_for(cast.asha, person_id=ana, held={}, new={uuid4(): Level.LOOK})
    with pytest.raises(NotFound):
        log_ins.set_for(cast.asha, person_id=ana, held={of_ben: None}, new={})
    with pytest.raises(NotPermitted):
        log_ins.set_for(cast.rhea, person_id=ana, held={}, new={place: Level.LOOK})
    people.leave(cast.asha, person_id=ana, leaving=Leaving(date(2026, 11, 1)))
    with pytest.raises(Refused, match="They have left"):
        log_ins.set_for(cast.asha, person_id=ana, held={}, new={place: Level.LOOK})


def test_a_closed_log_in_is_not_closed_twice(cast: Cast) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha), ended_on=date(2026, 5, 1))

    with pytest.raises(Refused, match="Nothing is different"):
        log_ins.set_for(cast.asha, person_id=ana, held={key: None}, new={})


def test_a_system_is_looked_through_when_all_its_log_ins_are_right(cast: Cast) -> None:
    ana = somebody(cast.asha)
    care, rota = system(cast.asha), system(cast.asha, "Rota")
    both, only_rota = log_in(cast.asha, ana, care, rota), log_in(cast.asha, ana, rota)
    log_in(cast.asha, ana, care, ended_on=date(2026, 5, 1))

    first = log_ins.look_through(cast.mina, right=[both])
    second = log_ins.look_through(cast.mina, right=[both, only_rota])

    assert (first.log_ins, first.systems, second.log_ins, second.systems) == (1, 1, 2, 2)
    assert questions.one(cast.asha, systems.REGISTER, rota).found.entry.access_reviewed_on == TODAY
    assert kept(cast.asha, both).reviewed_on == TODAY


def test_looking_through_takes_something_to_tick(cast: Cast) -> None:
    key = log_in(cast.asha, somebody(cast.asha), system(cast.asha), ended_on=date(2026, 5, 1))

    with pytest.raises(Refused, match="Tick each"):
        log_ins.look_through(cast.asha, right=[])
    with pytest.raises(Refused, match="open any more"):
        log_ins.look_through(cast.asha, right=[key])
    with pytest.raises(NotPermitted):
        log_ins.look_through(cast.rhea, right=[key])


def test_the_log_in_of_somebody_who_left_keeps_the_answer_open_until_it_is_closed(cast: Cast) -> None:
    ana = somebody(cast.asha)
    key = log_in(cast.asha, ana, system(cast.asha))
    moving.leave(cast.asha, person_id=ana, going=going(left_on=date(2026, 11, 1)))

    before = suggested(cast.asha)
    moving.leave(cast.asha, person_id=ana, going=going(key, left_on=date(2026, 11, 1)))

    assert before is Outcome.NOT_MET
    assert suggested(cast.asha) is Outcome.CANNOT_TELL
