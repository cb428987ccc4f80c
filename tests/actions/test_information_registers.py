"""What the registers of information ask of the register engine: linked starters, refusals worked out, own times."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guardbook.actions.registers import entries, whole
from guardbook.kernel.errors import Refused
from guardbook.queries.registers import entries as questions
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked
from guardbook.rules.registers import assets, disposals, processing, retention
from guardbook.rules.registers.disposals import Disposal
from guardbook.rules.registers.register import Register
from guardbook.rules.registers.retention import Record, ScheduleLine, Trigger
from guardbook.rules.registers.terms import Unit
from tests.cast import Cast

CARE = ScheduleLine(
    name="Care records", kind=Record.CARE, starts=Trigger.CARE_ENDS, keep=8, unit=Unit.YEARS, comes_from="NHS code"
)
FILE = Disposal(name="File 0412", kind=Record.CARE, triggered_on=date(2026, 3, 14))


def starters(cast: Cast, register: Register[Any], *keys: str) -> None:
    whole.add_starters(cast.asha, register=register, keys=keys)


def only(cast: Cast, register: Register[Any]) -> Any:
    (row,) = listing.page(cast.asha, register, Asked()).found
    return questions.one(cast.asha, register, row.id)


def test_a_starter_row_is_linked_to_the_starter_rows_that_are_in_already(cast: Cast) -> None:
    starters(cast, retention.REGISTER, "care", "it_logs")
    starters(cast, assets.REGISTER, "care_system")
    starters(cast, processing.REGISTER, "care")

    use = only(cast, processing.REGISTER)

    assert {(each.question, each.name) for each in use.leads_to} == {
        ("assets", "Care records system"),
        ("retention", "Care records"),
    }
    assert not use.found.entry.is_checked


def test_a_time_shorter_than_published_is_refused_until_a_reason_is_written_down(cast: Cast) -> None:
    short = replace(CARE, keep=3)

    with pytest.raises(Refused, match="at least 8 years"):
        entries.add(cast.asha, register=retention.REGISTER, entry=short)
    entries.add(cast.asha, register=retention.REGISTER, entry=replace(short, reason="The council keeps them."))

    assert only(cast, retention.REGISTER).found.entry.measured == "shorter"


def test_the_day_to_look_is_worked_out_from_the_published_time(cast: Cast) -> None:
    entries.add(cast.asha, register=disposals.REGISTER, entry=FILE)

    assert only(cast, disposals.REGISTER).found.entry.review_on == date(2034, 3, 14)


def test_the_provider_s_own_time_comes_first(cast: Cast) -> None:
    longer = replace(CARE, keep=10, reason="Our insurer asks for it.")
    entries.add(cast.asha, register=retention.REGISTER, entry=longer)

    entries.add(cast.asha, register=disposals.REGISTER, entry=FILE)

    assert only(cast, disposals.REGISTER).found.entry.review_on == date(2036, 3, 14)


def test_a_changed_time_moves_the_day_to_look_and_so_does_its_end(cast: Cast) -> None:
    entries.add(cast.asha, register=disposals.REGISTER, entry=FILE)
    longer = replace(CARE, keep=10, reason="Our insurer asks for it.")

    key = entries.add(cast.asha, register=retention.REGISTER, entry=longer)
    assert only(cast, disposals.REGISTER).found.entry.review_on == date(2036, 3, 14)

    entries.archive(cast.asha, register=retention.REGISTER, entry_id=key, reason="Entered twice")
    assert only(cast, disposals.REGISTER).found.entry.review_on == date(2034, 3, 14)


def test_a_starter_time_counts_once_somebody_says_that_it_is_true(cast: Cast) -> None:
    entries.add(cast.asha, register=disposals.REGISTER, entry=replace(FILE, kind=Record.REFERRAL))
    starters(cast, retention.REGISTER, "referral")
    (row,) = listing.page(cast.asha, retention.REGISTER, Asked()).found
    said = replace(row.entry, keep=3, reason="We answer late.")

    entries.amend(cast.asha, register=retention.REGISTER, entry_id=row.id, entry=said, seen_version=row.number)

    assert only(cast, disposals.REGISTER).found.entry.review_on == date(2029, 3, 14)


def test_an_entry_that_could_not_be_saved_today_stops_no_refresh(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guardbook.content.keeping.times", dict)
    entries.add(cast.asha, register=retention.REGISTER, entry=replace(CARE, keep=3))
    monkeypatch.undo()

    moved = whole.work_out_again(cast.asha, register=retention.REGISTER)

    assert moved == 1
    assert "at least 8 years" in only(cast, retention.REGISTER).gaps[0].text
