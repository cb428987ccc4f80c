"""A link to what is archived, or to what nobody has checked, counts for nothing, and costs no further statement."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Q

from guardbook.actions import people
from guardbook.actions.people import Details
from guardbook.actions.registers import entries, whole
from guardbook.queries.registers import counting, listing
from guardbook.queries.registers import entries as questions
from guardbook.queries.registers.entries import Whole
from guardbook.queries.registers.listing import Asked, Show
from guardbook.records.models import RegisterLink
from guardbook.rules.people import Kind as PersonKind
from guardbook.rules.registers import assets, catalogue, retention
from guardbook.rules.registers.assets import Asset, Guarded, Kind
from guardbook.rules.registers.information import Data
from guardbook.rules.registers.retention import Record, ScheduleLine, Trigger
from guardbook.rules.registers.terms import Unit
from tests.cast import Cast

LINE = ScheduleLine(
    name="Rotas", kind=Record.ROSTER, starts=Trigger.MADE, keep=6, unit=Unit.YEARS, comes_from="NHS code"
)
PLACE = Asset(
    name="Rota folder",
    kind=Kind.PAPER,
    data=(Data.CONTACT,),
    where="The office",
    guarded_by=(Guarded.LOCKED,),
    access_reviewed_on=date(2026, 11, 1),
)
UNTIMED = "Say how long you keep what is in it: choose a keeping time."
Counted = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def line(cast: Cast) -> UUID:
    return entries.add(cast.asha, register=retention.REGISTER, entry=LINE)


@pytest.fixture
def place(cast: Cast, line: UUID) -> UUID:
    """A place with nothing to put right."""
    owner = people.add(cast.asha, details=Details("Priya Shah", PersonKind.EMPLOYEE))
    entry = replace(PLACE, owner=owner, retention=(line,))
    return entries.add(cast.asha, register=assets.REGISTER, entry=entry)


def counts(cast: Cast) -> bool:
    """Whether the one place counts as one with a keeping time."""
    (found,) = counting.counted(cast.asha, assets.REGISTER)
    return bool(found.entry.retention)


def archived(cast: Cast, line: UUID) -> None:
    entries.archive(cast.asha, register=retention.REGISTER, entry_id=line, reason="Entered twice")


def one(cast: Cast, place: UUID) -> Whole[Any]:
    return questions.one(cast.asha, assets.REGISTER, place)


def waiting(cast: Cast) -> list[str]:
    """What the list says is missing in the places that the register says have something to put right."""
    found = listing.page(cast.asha, assets.REGISTER, Asked(show=Show.ATTENTION)).found
    return [gap.text for each in found for gap in assets.REGISTER.all_gaps(each.entry, cast.asha.now.date())]


def test_a_link_counts_while_what_it_leads_to_stands(cast: Cast, line: UUID, place: UUID) -> None:
    assert counts(cast)
    assert waiting(cast) == []

    archived(cast, line)
    assert not counts(cast)
    assert waiting(cast) == [UNTIMED]

    entries.restore(cast.asha, register=retention.REGISTER, entry_id=line)
    assert counts(cast)
    assert waiting(cast) == []


def test_the_page_of_an_entry_still_shows_what_it_led_to(cast: Cast, line: UUID, place: UUID) -> None:
    archived(cast, line)

    found = one(cast, place)

    assert [(each.name, each.stands) for each in found.leads_to] == [("Rotas", False)]
    assert [each.text for each in found.gaps] == [UNTIMED]


def test_looking_at_an_entry_loses_no_link_to_what_is_archived(cast: Cast, line: UUID, place: UUID) -> None:
    archived(cast, line)

    entries.review(cast.asha, register=assets.REGISTER, entry_id=place)
    entries.restore(cast.asha, register=retention.REGISTER, entry_id=line)

    assert one(cast, place).found.entry.retention == (line,)
    assert RegisterLink.objects.filter(entry_id=place).count() == 1


def test_a_link_to_a_starter_row_that_nobody_has_checked_supports_no_answer(cast: Cast) -> None:
    whole.add_starters(cast.asha, register=retention.REGISTER, keys=["care"])
    (row,) = listing.page(cast.asha, retention.REGISTER, Asked()).found
    entries.add(cast.asha, register=assets.REGISTER, entry=replace(PLACE, retention=(row.id,)))
    assert not counts(cast)

    entries.amend(cast.asha, register=retention.REGISTER, entry_id=row.id, entry=row.entry, seen_version=row.number)

    assert counts(cast)


def test_a_starter_row_that_is_not_true_here_is_no_place_to_lead_to(cast: Cast) -> None:
    whole.add_starters(cast.asha, register=retention.REGISTER, keys=["care"])
    (row,) = listing.page(cast.asha, retention.REGISTER, Asked()).found
    entries.add(cast.asha, register=assets.REGISTER, entry=replace(PLACE, retention=(row.id,)))

    entries.settle_starters(cast.asha, register=retention.REGISTER, true=[], not_true=[row.id])

    assert UNTIMED in waiting(cast)


def test_all_registers_are_still_counted_in_one_statement(
    cast: Cast, place: UUID, django_assert_num_queries: Counted
) -> None:
    with django_assert_num_queries(1):
        counting.tallies(Q(organisation_id=cast.asha.organisation_id), catalogue.ALL)


@pytest.mark.parametrize("size", [1, 12])
def test_a_page_of_a_list_takes_three_queries_whatever_its_length(
    cast: Cast, line: UUID, django_assert_num_queries: Counted, size: int
) -> None:
    for number in range(size):
        entry = replace(PLACE, name=f"Folder {number}", retention=(line,))
        entries.add(cast.asha, register=assets.REGISTER, entry=entry)

    with django_assert_num_queries(3):
        found = listing.page(cast.asha, assets.REGISTER, Asked())

    assert [each.entry.retention for each in found.found] == [(line,)] * size
