"""A walk-round beside the form: what its page wrote survives the form, and is counted by site."""

from dataclasses import replace
from datetime import date

from guardbook.actions import organisations
from guardbook.actions.registers import entries
from guardbook.queries.registers import counting, reading
from guardbook.queries.registers import entries as questions
from guardbook.rules.registers import walk_round
from guardbook.rules.registers.spot_checks import REGISTER, SpotCheck
from guardbook.rules.registers.walk_round import Answer, Finding
from tests.cast import Cast

ANSWERS = walk_round.to_text((Answer("post", Finding.OK), Answer("printer", Finding.NOT_OK)))
ROUND = SpotCheck(name="Ground floor", done_on=date(2026, 11, 3), answers=ANSWERS)


def test_a_change_on_the_form_keeps_what_was_found_on_the_way(cast: Cast) -> None:
    key = entries.add(cast.asha, register=REGISTER, entry=ROUND)

    typed = SpotCheck(name="Ground floor", done_on=date(2026, 11, 4))
    entries.amend(cast.asha, register=REGISTER, entry_id=key, entry=typed, seen_version=1)

    entry = questions.one(cast.asha, REGISTER, key).found.entry
    assert entry.answers == ANSWERS
    assert (entry.ok, entry.not_ok, entry.unowned) == (1, 1, 1)


def test_walk_rounds_are_counted_by_site(cast: Cast) -> None:
    site = organisations.add_site(cast.asha, name="The Annexe")
    entries.add(cast.asha, register=REGISTER, entry=replace(ROUND, site_id=site))
    entries.add(cast.asha, register=REGISTER, entry=ROUND)

    rows = counting.counted(cast.asha, reading.named("spot-checks"))

    assert {row.entry.site_id for row in rows} == {site, None}
