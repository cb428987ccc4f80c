"""The map of data flows: everybody has a place, nobody stands on anybody, and the table says the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers.flow_map import MOST_PARTNERS, Box, FlowMap, flow_map
from guardbook.rules.registers.flows import Direction, Flow, Frequency, Method, Partner
from guardbook.rules.registers.information import Data
from guardbook.rules.registers.lawful_basis import Basis

TODAY = date(2026, 11, 22)
CHARTS = Flow(
    name="Medicine charts",
    partner="Market Street Pharmacy",
    partner_kind=Partner.HEALTH,
    direction=Direction.OUT,
    data=(Data.CARE,),
    why="To get the right medicines",
    bases=(Basis.CONTRACT, Basis.LEGAL),
    method=Method.NHSMAIL,
    frequency=Frequency.MONTHLY,
    is_protected=True,
    agreement="Letter of 2024",
)
FLOWS = st.lists(
    st.builds(
        Flow,
        name=st.text(max_size=20),
        partner=st.text(max_size=60),
        direction=st.none() | st.sampled_from(Direction),
        data=st.sampled_from([(), (Data.CARE,)]),
        method=st.none() | st.sampled_from(Method),
        is_protected=st.none() | st.booleans(),
    ),
    max_size=60,
)
NAMES = {
    "GP": ("GP",),
    "The pharmacy that is next to the old market hall": ("The pharmacy that is next to", "the old market hall"),
    "Llanfairpwllgwyngyllgogerychwyrndrobwll": ("Llanfairpwllgwyngyllgogeryc…",),
    "One two three four five six seven eight nine ten eleven twelve": (
        "One two three four five six",
        "seven eight nine ten eleven…",
    ),
    "": (),
}


def many(number: int) -> list[Flow]:
    return [replace(CHARTS, partner=f"Partner {place:02}") for place in range(number)]


def boxes(drawn: FlowMap) -> list[Box]:
    return [drawn.us, *(each.box for each in drawn.nodes)]


def overlap(one: Box, other: Box) -> bool:
    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (apart or one.y + one.height <= other.y or other.y + other.height <= one.y)


@given(FLOWS)
def test_nobody_stands_on_anybody_and_all_is_in_the_picture(found: Sequence[Flow]) -> None:
    drawn = flow_map(found, TODAY)

    assert not [pair for pair in combinations(boxes(drawn), 2) if overlap(*pair)]
    assert all(each.x >= 0 and each.x + each.width <= drawn.width for each in boxes(drawn))
    assert all(each.y >= 0 and each.y + each.height <= drawn.height for each in boxes(drawn))
    assert len(drawn.nodes) <= MOST_PARTNERS


@given(FLOWS)
def test_every_flow_is_in_the_table_and_in_one_box(found: Sequence[Flow]) -> None:
    drawn = flow_map(found, TODAY)

    assert len(drawn.lines) == len(found) == sum(each.flows for each in drawn.nodes)
    assert sum(bool(each.unsafe) for each in drawn.lines) == sum(each.unsafe for each in drawn.nodes)


@given(FLOWS, st.randoms(use_true_random=False))
def test_the_same_flows_give_the_same_map(found: list[Flow], order: Random) -> None:
    mixed = list(found)
    order.shuffle(mixed)

    assert flow_map(mixed, TODAY) == flow_map(found, TODAY)


@given(FLOWS)
def test_every_arrow_joins_our_box_and_theirs(found: Sequence[Flow]) -> None:
    drawn = flow_map(found, TODAY)

    for arrow, node in zip(drawn.arrows, drawn.nodes, strict=True):
        assert arrow.y1 == arrow.y2 == node.box.middle[1]
        assert drawn.us.y <= arrow.y1 <= drawn.us.y + drawn.us.height
        assert arrow.x1 in {drawn.us.x, drawn.us.x + drawn.us.width}
        assert arrow.x2 in {node.box.x, node.box.x + node.box.width}
        assert arrow.is_out or arrow.is_in


def test_one_partner_has_one_box_however_the_name_is_written() -> None:
    back = replace(CHARTS, name="Prescriptions", partner=" market street pharmacy ", direction=Direction.IN)

    drawn = flow_map([CHARTS, back], TODAY)

    assert [(each.partner, each.flows) for each in drawn.nodes] == [("Market Street Pharmacy", 2)]
    assert (drawn.arrows[0].is_out, drawn.arrows[0].is_in) == (True, True)


def test_a_flow_that_is_not_safe_is_told_in_words() -> None:
    drawn = flow_map([replace(CHARTS, method=Method.PLAIN_EMAIL)], TODAY)

    assert drawn.nodes[0].box.lines == ("Market Street Pharmacy", "1 flow, 1 not safe")
    assert drawn.arrows[0].is_unsafe
    assert "NHSmail" in drawn.lines[0].unsafe[0].text


def test_a_line_of_the_table_says_all_of_a_flow() -> None:
    line = flow_map([CHARTS], TODAY).lines[0]

    assert (line.partner, line.direction, line.what) == ("Market Street Pharmacy", "From us to them", "Medicine charts")
    assert line.allowed_by == "A contract with the person (b); A law tells us to (c)"
    assert (line.method, line.frequency, line.protected) == ("NHSmail", "Every month", "Yes")
    assert (line.country, line.agreement, line.unsafe) == ("United Kingdom", "Letter of 2024", ())


def test_what_nobody_said_is_told_as_that() -> None:
    line = flow_map([Flow(name="Something", partner="Somebody")], TODAY).lines[0]

    assert (line.direction, line.method, line.protected, line.frequency) == ("Not said", "Not said", "Not said", "")


@pytest.mark.parametrize(("partners", "shown", "last"), [(40, 40, "Partner 39"), (41, 40, "2 others")])
def test_too_many_partners_share_the_last_box(partners: int, shown: int, last: str) -> None:
    drawn = flow_map(many(partners), TODAY)

    assert len(drawn.nodes) == shown
    assert drawn.nodes[-1].partner == last
    assert len(drawn.lines) == partners


@pytest.mark.parametrize(("name", "lines"), NAMES.items(), ids=["short", "two lines", "one word", "too long", "none"])
def test_a_name_is_cut_to_fit_its_box(name: str, lines: tuple[str, ...]) -> None:
    drawn = flow_map([replace(CHARTS, partner=name)], TODAY)

    assert drawn.nodes[0].box.lines == (*lines, "1 flow")
    assert all(len(each) <= 28 for each in drawn.nodes[0].box.lines)


def test_our_own_name_is_cut_to_fit_its_narrower_box() -> None:
    drawn = flow_map([], TODAY, us="The Rosemary Care Partnership of Northshire")

    assert drawn.us.lines == ("The Rosemary Care", "Partnership of…")


def test_nothing_to_draw_is_an_empty_map() -> None:
    drawn = flow_map([], TODAY, us="Rosemary Care")

    assert drawn.us.lines == ("Rosemary Care",)
    assert (drawn.nodes, drawn.arrows, drawn.lines) == ((), (), ())
    assert drawn.height > 0
