"""Entries of a register: put in, changed, archived, checked, and counted for answers. Suppliers stand for all."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from guardbook.actions.registers import entries, whole
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.queries.facts import registers as facts
from guardbook.queries.facts.within import One
from guardbook.queries.registers import entries as questions
from guardbook.queries.registers import listing, overview
from guardbook.queries.registers.listing import Asked, Show
from guardbook.rules.facts import Kept
from guardbook.rules.registers import suppliers
from guardbook.rules.registers.suppliers import REGISTER
from guardbook.rules.registers.suppliers.entry import Criticality, Supplier
from tests.cast import Cast

PAYROLL = Supplier(name="Harbour Payroll", does="Pays our staff", contact="01632 960123", handles_personal=True)


def kept(cast: Cast) -> Kept[Supplier]:
    return facts.registers(One(cast.asha.organisation_id))[cast.asha.organisation_id].of(REGISTER)


def test_an_entry_is_kept_as_it_was_given(cast: Cast) -> None:
    key = entries.add(cast.asha, register=REGISTER, entry=replace(PAYROLL, criticality=Criticality.HIGH))

    found = questions.one(cast.asha, REGISTER, key)

    assert found.found.entry.criticality is Criticality.HIGH
    assert found.found.entry.reviewed_on == date(2026, 11, 22)
    assert found.found.review_due_on == date(2027, 11, 22)
    assert kept(cast).number == 1


def test_an_entry_without_a_required_answer_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="What do they do for you"):
        entries.add(cast.asha, register=REGISTER, entry=replace(PAYROLL, does=""))

    assert listing.page(cast.asha, REGISTER, Asked()).total == 0


def test_an_entry_names_only_people_and_sites_that_are_here(cast: Cast) -> None:
    with pytest.raises(Refused, match="not on the staff list"):
        entries.add(cast.asha, register=REGISTER, entry=replace(PAYROLL, owner=uuid4()))
    with pytest.raises(Refused, match="not one of yours"):
        entries.add(cast.asha, register=REGISTER, entry=replace(PAYROLL, site_id=uuid4()))


def test_a_colleagues_change_is_not_overwritten(cast: Cast) -> None:
    key = entries.add(cast.asha, register=REGISTER, entry=PAYROLL)
    entries.amend(cast.mina, register=REGISTER, entry_id=key, entry=replace(PAYROLL, contact="Ms Reed"), seen_version=1)

    with pytest.raises(Conflict) as caught:
        entries.amend(cast.asha, register=REGISTER, entry_id=key, entry=PAYROLL, seen_version=1)

    assert isinstance(caught.value.theirs, entries.Theirs)
    assert isinstance(caught.value.theirs.entry, Supplier)
    assert caught.value.theirs.entry.contact == "Ms Reed"


def test_an_archived_entry_supports_nothing_and_comes_back(cast: Cast) -> None:
    key = entries.add(cast.asha, register=REGISTER, entry=PAYROLL)

    entries.archive(cast.asha, register=REGISTER, entry_id=key, reason="Contract ended")

    assert listing.page(cast.asha, REGISTER, Asked()).total == 0
    assert listing.page(cast.asha, REGISTER, Asked(show=Show.ARCHIVED)).total == 1
    with pytest.raises(Refused, match="archived"):
        entries.review(cast.asha, register=REGISTER, entry_id=key)
    entries.restore(cast.asha, register=REGISTER, entry_id=key)
    assert kept(cast).number == 1


def test_a_register_is_confirmed_only_as_what_it_is(cast: Cast) -> None:
    with pytest.raises(Refused, match="nothing in the register"):
        whole.confirm(cast.asha, register=REGISTER, is_none=False)
    whole.confirm(cast.asha, register=REGISTER, is_none=True)
    assert kept(cast).is_none

    entries.add(cast.asha, register=REGISTER, entry=PAYROLL)
    with pytest.raises(Refused, match="There are suppliers"):
        whole.confirm(cast.asha, register=REGISTER, is_none=True)
    whole.confirm(cast.asha, register=REGISTER, is_none=False)

    assert kept(cast).whole_on == date(2026, 11, 22)
    assert not kept(cast).is_none


def test_a_reader_sees_and_changes_nothing(cast: Cast) -> None:
    key = entries.add(cast.asha, register=REGISTER, entry=PAYROLL)

    assert questions.one(cast.rhea, REGISTER, key).found.entry.name == "Harbour Payroll"
    with pytest.raises(NotPermitted):
        entries.add(cast.rhea, register=REGISTER, entry=PAYROLL)
    with pytest.raises(NotFound):
        questions.one(cast.stranger(to=cast.asha), REGISTER, key)
    with pytest.raises(NotFound):
        entries.archive(cast.carol, register=REGISTER, entry_id=key, reason="Mine now")


def test_what_needs_a_look_is_counted_and_told(cast: Cast) -> None:
    entries.add(cast.asha, register=REGISTER, entry=replace(PAYROLL, contact=""))
    entries.add(cast.asha, register=REGISTER, entry=replace(PAYROLL, handles_personal=False))

    (state,) = [each for each in overview.states(cast.asha) if each.register is suppliers.REGISTER]
    (waits,) = overview.waiting(cast.asha, 10)

    assert (state.total, state.attention, state.unchecked) == (2, 1, 0)
    assert "name and number" in waits.why
    assert listing.page(cast.asha, REGISTER, Asked(show=Show.ATTENTION)).total == 1
