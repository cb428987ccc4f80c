"""The map of what goes to and from others: a drawing with links, what is unsafe, and a table that says the same."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries
from guardbook.queries.registers import flows as questions
from guardbook.rules.registers import processing
from guardbook.rules.registers.flows import REGISTER, Direction, Flow, Method
from guardbook.rules.registers.information import Data
from tests.cast import Cast, user
from tests.web.browser import Scheme, faults, overflow, show, started, window
from tests.web.test_registers import at, example, text

Counted = Callable[[int], AbstractContextManager[object]]
CHARTS = Flow(
    name="Medicine charts",
    partner="Market Street Pharmacy",
    direction=Direction.OUT,
    data=(Data.CARE,),
    method=Method.NHSMAIL,
    is_protected=True,
)
SUMMARIES = replace(CHARTS, name="Care summaries", partner="Dr Smith & Sons", method=Method.PLAIN_EMAIL)
PRESCRIPTIONS = replace(CHARTS, name="Prescriptions", direction=Direction.IN)


def address(cast: Cast) -> str:
    return reverse("flow-map", kwargs={"organisation": cast.asha.organisation_id})


def added(cast: Cast, *found: Flow) -> list[UUID]:
    return [entries.add(cast.asha, register=REGISTER, entry=each) for each in found]


def test_everybody_is_drawn_with_a_link_and_every_flow_is_in_the_table(asha: Client, cast: Cast) -> None:
    charts, summaries, _ = added(cast, CHARTS, SUMMARIES, PRESCRIPTIONS)

    shown = text(asha.get(address(cast)))
    drawing, table = shown.split("<svg role")[1].split("</svg>")

    assert re.findall(r'aria-label="([^"]+)"', drawing) == [
        "Dr Smith &amp; Sons: 1 flow, 1 not safe",
        "Market Street Pharmacy: 2 flows",
    ]
    assert f'href="{at(cast.asha, "entry", REGISTER, entry_id=summaries)}"' in drawing
    assert "?search=Market+Street+Pharmacy" in drawing
    assert at(cast.asha, "entry", REGISTER, entry_id=charts) in table
    assert ["Medicine charts" in table, "Prescriptions" in table, "Care summaries" in table] == [True] * 3


def test_what_is_unsafe_is_told_above_the_map_the_worst_first(asha: Client, cast: Cast) -> None:
    added(cast, replace(CHARTS, name="A chat", method=Method.CHAT), SUMMARIES)

    above = text(asha.get(address(cast))).split("<svg role")[0]

    assert above.index("Use NHSmail or another secure email") < above.index("goes through a messaging app")


def test_a_flow_says_which_use_of_information_it_is_part_of(asha: Client, cast: Cast) -> None:
    use = entries.add(cast.asha, register=processing.REGISTER, entry=example(processing.REGISTER, "Giving care"))
    added(cast, replace(CHARTS, processing=(use,)), replace(SUMMARIES, is_protected=None))

    shown = text(asha.get(address(cast)))

    assert "Giving care" in shown
    assert "1 flow does not say yet whether it is safe on the way" in shown


def test_an_empty_list_leads_to_its_first_flow(asha: Client, cast: Cast) -> None:
    shown = text(asha.get(address(cast)))

    assert "Nothing to draw yet" in shown
    assert at(cast.asha, "add", REGISTER) in shown
    assert "gb-map" not in shown


def test_what_is_archived_or_not_checked_is_not_drawn(asha: Client, cast: Cast) -> None:
    gone, _ = added(cast, CHARTS, SUMMARIES)
    entries.archive(cast.asha, register=REGISTER, entry_id=gone, reason="Gone")

    assert "Market Street Pharmacy" not in text(asha.get(address(cast)))


def test_the_list_leads_to_the_map(asha: Client, cast: Cast) -> None:
    assert address(cast) in text(asha.get(at(cast.asha, "list", REGISTER)))


def test_a_reader_may_look_and_strangers_and_staff_may_not(still_clock: None, client: Client, cast: Cast) -> None:
    for who, status in ((cast.rhea, 200), (cast.carol, 404), (cast.ben, 403)):
        client.force_login(user(who))
        assert client.get(address(cast)).status_code == status


def test_it_is_gathered_in_four_queries_however_long(cast: Cast, django_assert_num_queries: Counted) -> None:
    added(cast, *(replace(CHARTS, name=f"Flow {number}") for number in range(6)))

    with django_assert_num_queries(4):
        found = questions.flowing(cast.asha)

    assert len(found.found) == 6


@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_a_screen_and_axe_finds_nothing(
    asha: Client, cast: Cast, width: int, scheme: Scheme
) -> None:
    added(cast, CHARTS, SUMMARIES, PRESCRIPTIONS)
    shown = text(asha.get(address(cast)))

    with started() as browser, window(browser, width, scheme) as page:
        complaints = show(page, shown)
        assert (complaints, faults(page), overflow(page)) == ([], [], 0)
        size = page.evaluate(
            "(() => { const words = document.querySelector('.gb-map text');"
            " return parseFloat(getComputedStyle(words).fontSize) * words.getScreenCTM().a; })()"
        )
        assert size >= 14
