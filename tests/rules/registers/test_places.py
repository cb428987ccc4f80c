"""Paper records and buildings: what is missing from each."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.registers import paper, premises
from guardbook.rules.registers.paper import Carried, Destroyed, Locked, PaperRecord, SignedOut
from guardbook.rules.registers.premises import AtTheDoor, Building, Inside

TODAY = date(2026, 11, 22)
FILES = PaperRecord(
    name="Care files",
    place="Office",
    locked=Locked.WHEN_EMPTY,
    key_holders=("senior on shift",),
    leaves=True,
    carried=(Carried.LOCKED_BAG,),
    signed_out=SignedOut.SHEET,
    destroyed=Destroyed.CROSS_CUT,
    destroyed_by="administrator",
    is_noted=True,
)
PAPER_GAPS: dict[str, tuple[PaperRecord, str]] = {
    "nothing": (FILES, ""),
    "a company destroys it": (replace(FILES, destroyed=Destroyed.COMPANY, is_noted=None), ""),
    "it stays in": (replace(FILES, leaves=False, carried=(), signed_out=None), ""),
    "it lies open": (replace(FILES, locked=Locked.NO), "Anybody could read this"),
    "it lies open by day": (replace(FILES, locked=Locked.AT_NIGHT), "By day"),
    "nobody knows who has the key": (replace(FILES, key_holders=()), "hold the key"),
    "no bag": (replace(FILES, carried=()), "safe on the way"),
    "nobody would notice": (replace(FILES, signed_out=SignedOut.NOT_NOTED), "would notice"),
    "noting not said": (replace(FILES, signed_out=None), "Say how you note"),
    "its end not said": (replace(FILES, destroyed=None), "in the end"),
    "in the bin": (replace(FILES, destroyed=Destroyed.BIN), "could still read it"),
    "in long strips": (replace(FILES, destroyed=Destroyed.STRIP_CUT), "could still read it"),
    "its end not noted": (replace(FILES, is_noted=False), "short list"),
}
HOUSE = Building(
    name="Main house",
    at_the_door=(AtTheDoor.CODE, AtTheDoor.SIGNING_IN),
    inside=(Inside.OFFICE_LOCKED,),
    key_holders=("night senior",),
    code_changed_on=date(2026, 6, 1),
)
BUILDING_GAPS: dict[str, tuple[Building, str]] = {
    "nothing": (HOUSE, ""),
    "the door": (replace(HOUSE, at_the_door=()), "keeps strangers out"),
    "the inside": (replace(HOUSE, inside=()), "safe inside"),
    "the keys": (replace(HOUSE, key_holders=()), "hold keys"),
    "the code": (replace(HOUSE, code_changed_on=None), "last changed"),
    "no code, no day": (replace(HOUSE, at_the_door=(AtTheDoor.SIGNING_IN,), code_changed_on=None), ""),
}


@pytest.mark.parametrize(("entry", "says"), PAPER_GAPS.values(), ids=PAPER_GAPS)
def test_what_is_missing_for_a_kind_of_paper(entry: PaperRecord, says: str) -> None:
    found = " ".join(gap.text for gap in paper.REGISTER.all_gaps(entry, TODAY))

    assert says in found
    assert bool(found) is bool(says)


@pytest.mark.parametrize(("entry", "says"), BUILDING_GAPS.values(), ids=BUILDING_GAPS)
def test_what_is_missing_for_a_building(entry: Building, says: str) -> None:
    found = " ".join(gap.text for gap in premises.REGISTER.all_gaps(entry, TODAY))

    assert says in found
    assert bool(found) is bool(says)
