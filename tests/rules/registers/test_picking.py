"""What a typed name means: only a name that is certain is taken."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers import picking
from guardbook.rules.registers.picking import Known, Names

ASHA = Known(UUID(int=1), "Asha Rao", "care worker", also=("asha@example.org", "E17"))
COOK = Known(UUID(int=2), "Asha  RAO", "cook")
BEN = Known(UUID(int=3), "Ben O'Neil")
MARY = Known(UUID(int=4), "Smith-Jones, Mary")
ACME = Known(UUID(int=5), "Acme Care Systems, Ltd, UK")
NAMES = Names([ASHA, COOK, BEN, MARY, ACME])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("ben o'neil", BEN, id="capitals"),
        pytest.param("  Ben\u00a0 O\u2019Neil ", BEN, id="spaces and a curly quote"),
        pytest.param("O'Neil, Ben", BEN, id="surname first"),
        pytest.param("Mary Smith-Jones", MARY, id="stored with the surname first"),
        pytest.param("Mary Smith\u2011Jones", MARY, id="another hyphen"),
        pytest.param("smith-jones, mary", MARY, id="as stored"),
        pytest.param("Asha Rao (cook)", COOK, id="told from a namesake"),
        pytest.param("ASHA@example.org", ASHA, id="email address"),
        pytest.param("e17", ASHA, id="number"),
        pytest.param("acme care systems, ltd, uk", ACME, id="commas of its own"),
    ],
)
def test_a_certain_name_is_taken(typed: str, meant: Known) -> None:
    assert NAMES.find(typed).sure == meant


def test_namesakes_are_offered_and_none_is_taken() -> None:
    found = NAMES.find("Rao, Asha")

    assert found.sure is None
    assert found.nearest == (ASHA, COOK)
    assert found.sentence("your staff list") == (
        "More than one in your staff list is called “Rao, Asha”: Asha Rao (care worker) or Asha  RAO (cook). Say which."
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("Ben O'Neill", BEN, id="a letter too many"),
        pytest.param("Bne ONeil", BEN, id="letters swapped"),
        pytest.param("Ben", BEN, id="first name only"),
        pytest.param("B O'Neil", BEN, id="initial"),
        pytest.param("Smith-Jones", MARY, id="surname only"),
        pytest.param("Mrs Mary Smith-Jones", MARY, id="a title"),
        pytest.param("Acme", ACME, id="the beginning"),
        pytest.param("Acme Care System", ACME, id="a letter too few"),
    ],
)
def test_a_name_nearly_right_is_offered_and_never_taken(typed: str, first: Known) -> None:
    found = NAMES.find(typed)

    assert found.sure is None
    assert found.nearest[0] == first
    assert found.sentence("your staff list").startswith(f"“{typed}” is not in your staff list. Did you mean ")


@pytest.mark.parametrize("typed", ["Zebedee", "???", "", "Q"])
def test_a_name_like_none_offers_none(typed: str) -> None:
    found = NAMES.find(typed)

    assert (found.sure, found.nearest) == (None, ())
    assert found.sentence("the list") == f"“{typed}” is not in the list."


def test_no_more_than_five_are_offered() -> None:
    assert len(Names([Known(UUID(int=n), f"Ward {n}") for n in range(99)]).find("Ward").nearest) == 5


@given(st.lists(st.text(max_size=20), max_size=8), st.text(max_size=30))
def test_whatever_is_typed_only_a_name_held_once_is_taken(held: list[str], typed: str) -> None:
    known = [Known(UUID(int=n), name) for n, name in enumerate(held)]
    found = Names(known).find(typed)

    same = [one for one in known if picking.key(one.name) == picking.key(typed)]
    if found.sure:
        assert same in ([found.sure], [])
    if len(same) > 1:
        assert found.is_shared
    assert found.sentence("the list")
