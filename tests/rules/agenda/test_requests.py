"""What running requests ask to be done, as things to do."""

from datetime import date

import pytest

from guardbook.rules.agenda import requests
from guardbook.rules.agenda.requests import Running
from guardbook.rules.agenda.todo import Consequence
from guardbook.rules.rights.standing import Due
from tests.rules.agenda.examples import TODAY

KEY = "0193"


def test_a_legal_day_comes_before_everything_and_names_nobody() -> None:
    due = Due("answer", "Answer the request", date(2026, 12, 2), date(2026, 12, 7))

    (todo,) = requests.requests([Running(KEY, "R-2026-3", due)], TODAY)

    assert todo.consequence is Consequence.LEGAL_CLOCK
    assert (todo.text, todo.outside, todo.due_on) == ("R-2026-3: answer the request", todo.text, date(2026, 12, 2))
    assert todo.why == "Work to 2 December 2026. The last day by law is 7 December 2026."
    assert not todo.tells_owner


@pytest.mark.parametrize(("legal", "told"), [(date(2026, 11, 20), True), (date(2026, 12, 7), False)])
def test_the_owner_hears_of_a_day_that_was_missed(legal: date, told: bool) -> None:
    (todo,) = requests.requests([Running(KEY, "R-2026-3", Due("answer", "Answer", legal, legal))], TODAY)

    assert todo.tells_owner is told


def test_what_no_law_dates_is_a_gap_until_its_day() -> None:
    (todo,) = requests.requests([Running(KEY, "C-2026-1", Due("progress", "Tell them", date(2026, 12, 20)))], TODAY)

    assert todo.consequence is Consequence.GAP


def test_the_last_day_for_a_notice_shows_a_week_ahead() -> None:
    due = Due("notice", "The last day to say", date(2026, 12, 10), date(2026, 12, 10))

    (todo,) = requests.requests([Running(KEY, "R-2026-3", due)], TODAY)

    assert todo.opens_on == date(2026, 12, 3)
