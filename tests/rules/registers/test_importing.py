"""What a row says of an entry: answers, names that are certain, and what it would change."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from guardbook.rules.imports import rows
from guardbook.rules.imports.rows import Row
from guardbook.rules.registers import importing, layout
from guardbook.rules.registers.questions import Ticked
from guardbook.rules.registers.register import blank
from tests.rules.registers.everything import (
    ACME,
    ASHA,
    BEN,
    BOLT,
    HERE,
    OAK,
    OTHER_ASHA,
    OTHER_BOLT,
    REGISTER,
    Colour,
    Thing,
)

DOOR = Thing(name="Door")


def row(**cells: Any) -> Row:
    return rows.read(7, list(cells.values()), tuple(cells), layout.of(REGISTER))


def answers(current: Thing | None = None, **cells: Any) -> dict[str, Any]:
    said = importing.said(REGISTER, row(**cells), HERE, current)
    assert said.problems == ()
    return dict(said.answers)


def problems(**cells: Any) -> list[str]:
    return [problem.sentence for problem in importing.said(REGISTER, row(**cells), HERE).problems]


def test_a_cell_of_every_kind_is_an_answer() -> None:
    assert answers(
        name=" Front  door ",
        story="Old.\nHeavy.",
        bought_on="1/3/2020",
        in_use="Y",
        locked="n/a",
        colour="scarlet",
        marks="blue, red",
        rooms="3",
        price="£1,200",
        keys="Asha, Ben",
        holder="Lee, Ben",
        page="example.org",
        bought_from="Acme, Ltd",
        site="oak house",
        reference="nonsense",
    ) == {
        "name": "Front door",
        "story": "Old.\nHeavy.",
        "bought_on": date(2020, 3, 1),
        "in_use": True,
        "locked": Ticked.NOT_APPLICABLE,
        "colour": Colour.RED,
        "marks": (Colour.RED, Colour.BLUE),
        "rooms": 3,
        "price": 120_000,
        "keys": ("Asha", "Ben"),
        "holder": BEN.id,
        "page": "https://example.org",
        "bought_from": (ACME.id,),
        "site_id": OAK.id,
    }


def test_an_empty_cell_says_nothing() -> None:
    assert answers(name="Door", story="", in_use="tbc", rooms=None, holder="-") == {"name": "Door"}


@pytest.mark.parametrize(
    ("key", "cell", "said"),
    [
        ("in_use", "perhaps", "Is it in use?: “perhaps” is neither yes nor no."),
        ("colour", "green", "Colour: “green” is not one of the answers. Write one of these: Red, like a door; Blue."),
        ("rooms", "51", "How many rooms?: “51” is too large. Write 50 or less."),
        (
            "holder",
            "Ben Leigh",
            "“Ben Leigh” is not in your staff list. Did you mean Ben Lee? Write the name as it is there, or add them",
        ),
        (
            "holder",
            "asha rao",
            "More than one in your staff list is called “asha rao”: Asha Rao (cook) or Asha Rao (nurse).",
        ),
        (
            "site",
            "Elm",
            "Site: “Elm” is not in your sites. Write the name of one of your sites, or “Whole organisation”.",
        ),
        (
            "bought_from",
            "Acme, Ltd; Nut",
            "“Nut” is not in suppliers. Add it to suppliers first, or leave the cell empty.",
        ),
        ("bought_from", "Bolt", "More than one in suppliers is called “Bolt”"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(key: str, cell: str, said: str) -> None:
    (sentence,) = problems(**{key: cell})

    assert sentence.startswith("Row 7, ")
    assert said in sentence


@pytest.mark.parametrize("written", ["Whole organisation", "ALL SITES", "everywhere"])
def test_the_whole_organisation_is_no_site(written: str) -> None:
    assert answers(site=written) == {"site_id": None}


def test_a_shared_name_means_the_one_that_is_there_already() -> None:
    held = Thing(name="Door", holder=OTHER_ASHA.id, bought_from=(OTHER_BOLT.id, BOLT.id))

    found = answers(held, holder="Asha Rao", bought_from="Bolt\nBolt")

    assert found["holder"] == OTHER_ASHA.id
    assert set(found["bought_from"]) == {BOLT.id, OTHER_BOLT.id}


def test_a_person_may_be_named_by_email() -> None:
    assert answers(holder="asha@example.org") == {"holder": ASHA.id}


def test_what_the_reader_may_not_see_stays_linked() -> None:
    unseen = UUID(int=99)

    assert answers(Thing(name="Door", bought_from=(unseen,)), bought_from="Acme, Ltd") == {
        "bought_from": (ACME.id, unseen)
    }


@pytest.mark.parametrize(
    ("cell", "meant"),
    [(str(OAK.id), OAK.id), (OAK.id.hex.upper(), OAK.id), ("12", None), ("", None), ("g" * 32, None)],
)
def test_a_reference_of_ours_names_an_entry(cell: str, meant: UUID | None) -> None:
    assert importing.reference(row(reference=cell)) == meant


def test_capitals_make_no_other_entry() -> None:
    assert importing.identity(REGISTER, DOOR) == importing.identity(REGISTER, Thing(name="DOOR"))
    assert importing.is_named(REGISTER, DOOR)
    assert not importing.is_named(REGISTER, blank(Thing))


def test_what_was_said_once_fills_only_what_nobody_said() -> None:
    once = {"in_use": "yes", "colour": "red", "meaning": ""}

    assert importing.filled(REGISTER, {}, DOOR, once) == {"in_use": True}
    assert importing.filled(REGISTER, {"in_use": False}, DOOR, once) == {"in_use": False}
    assert importing.filled(REGISTER, {}, Thing(name="Door", in_use=False), once) == {}
    assert importing.filled(REGISTER, {}, DOOR, {}) == {}


def test_only_another_answer_is_a_change() -> None:
    held = Thing(
        name="Front  door",
        story="Old. \r\nHeavy.",
        keys=("Ben ", "Asha"),
        bought_from=(BOLT.id, ACME.id),
        rooms=3,
        page="https://example.org",
    )
    same = {
        "name": "Front door",
        "story": "Old. \nHeavy.",
        "keys": ("Ben", "Asha"),
        "bought_from": (ACME.id, BOLT.id),
        "rooms": 3,
        "page": "https://example.org",
        "site_id": None,
    }

    assert importing.changed(REGISTER, held, same) == {}
    assert importing.changed(REGISTER, held, {"rooms": 4, "site_id": OAK.id}) == {"rooms": 4, "site_id": OAK.id}


def test_changes_are_said_in_words() -> None:
    held = Thing(name="Door", in_use=False, colour=Colour.BLUE, holder=BEN.id, bought_from=(ACME.id,), price=500)
    new = {
        "in_use": True,
        "colour": Colour.RED,
        "marks": (Colour.BLUE,),
        "locked": Ticked.YES,
        "holder": ASHA.id,
        "bought_from": (BOLT.id,),
        "price": 1050,
        "site_id": OAK.id,
        "bought_on": date(2020, 3, 1),
    }

    assert list(importing.differences(REGISTER, held, new, HERE)) == [
        "Is it in use?: No → Yes",
        "Colour: Blue → Red, like a door",
        "Marks: nothing → Blue",
        "Is it locked?: nothing → Yes",
        "Who holds it?: Ben Lee → Asha Rao",
        "Bought from: Acme, Ltd → Bolt",
        "Price: £5 → £10.50",
        "Site: Whole organisation → Oak House",
        "Bought on: nothing → 1 March 2020",
    ]
