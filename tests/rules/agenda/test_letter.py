"""The words of a reminder: what is due when, and how to stop it; nothing that anybody typed but the provider's name."""

from datetime import date

import pytest

from guardbook.rules.agenda import letter as letters
from guardbook.rules.agenda.letter import Line, Links

TODAY = date(2026, 11, 22)
LINKS = Links("https://x.example/list", "https://x.example/choice", "https://x.example/off")


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        (date(2026, 12, 22), "Due in 30 days"),
        (date(2026, 11, 23), "Due tomorrow"),
        (TODAY, "Due today"),
        (date(2026, 11, 21), "Overdue since yesterday"),
        (date(2026, 11, 15), "Overdue by 7 days"),
    ],
)
def test_one_thing_says_when_in_its_subject(due_on: date, words: str) -> None:
    written = letters.letter([Line("Pay the fee", due_on, 15)], "Rose House", TODAY, LINKS)

    assert written.subject == f"{words}: Pay the fee"
    assert "About 15 minutes." in written.body
    assert "waits at Rose House" in written.body


def test_several_things_come_in_the_order_of_their_days() -> None:
    lines = [Line("Later", date(2026, 12, 1)), Line("First", date(2026, 11, 20)), Line("Also", date(2026, 12, 1))]

    written = letters.letter(lines, "Rose House", TODAY, LINKS)

    assert written.subject == "3 things to do, the first overdue by 2 days"
    places = [written.body.index(each) for each in ("- First", "- Also", "- Later")]
    assert places == sorted(places)


def test_every_letter_says_how_to_stop_it() -> None:
    written = letters.letter([Line("Pay the fee", TODAY)], "Rose House", TODAY, LINKS)

    assert all(link in written.body for link in (LINKS.list, LINKS.choice, LINKS.off))


def test_a_long_subject_is_cut() -> None:
    written = letters.letter([Line("word " * 60, TODAY)], "Rose House", TODAY, LINKS)

    assert len(written.subject) <= 120
