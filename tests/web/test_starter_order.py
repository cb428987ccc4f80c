"""The starter page says which lists to fill first, while they are empty."""

from django.test import Client

from guardbook.actions.registers import entries, whole
from guardbook.content import registers as content
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked
from guardbook.rules.registers import assets, processing, retention
from tests.cast import Cast
from tests.web.test_registers import at, text

SENTENCE = "and we link the rows for you"


def test_uses_of_information_come_after_places_and_keeping_times() -> None:
    assert content.comes_after("processing") == (assets.REGISTER, retention.REGISTER)
    assert content.comes_after("retention") == ()


def test_empty_lists_that_rows_lead_to_are_named_with_links(asha: Client, cast: Cast) -> None:
    shown = text(asha.get(at(cast.asha, "starters", processing.REGISTER)))

    assert SENTENCE in shown
    assert f'href="{at(cast.asha, "starters", assets.REGISTER)}"' in shown
    assert f'href="{at(cast.asha, "starters", retention.REGISTER)}"' in shown


def test_once_they_are_filled_nothing_is_said(asha: Client, cast: Cast) -> None:
    whole.add_starters(cast.asha, register=assets.REGISTER, keys=["care_system"])
    whole.add_starters(cast.asha, register=retention.REGISTER, keys=["care"])

    assert SENTENCE not in text(asha.get(at(cast.asha, "starters", processing.REGISTER)))


def test_a_list_whose_entries_are_all_archived_is_empty(asha: Client, cast: Cast) -> None:
    whole.add_starters(cast.asha, register=assets.REGISTER, keys=["care_system"])
    whole.add_starters(cast.asha, register=retention.REGISTER, keys=["care"])
    (row,) = listing.page(cast.asha, retention.REGISTER, Asked()).found
    entries.archive(cast.asha, register=retention.REGISTER, entry_id=row.id, reason="Entered twice")

    shown = text(asha.get(at(cast.asha, "starters", processing.REGISTER)))

    assert f'href="{at(cast.asha, "starters", retention.REGISTER)}"' in shown
    assert f'href="{at(cast.asha, "starters", assets.REGISTER)}"' not in shown
