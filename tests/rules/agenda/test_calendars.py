"""What goes into a calendar: days to come and what is lately overdue, each once, in our own words."""

from datetime import timedelta

from guardbook.rules.agenda import calendars
from guardbook.rules.agenda.calendars import Whose
from guardbook.rules.agenda.todo import Consequence
from tests.rules.agenda.examples import TODAY, todo


def test_only_what_has_a_day_goes_in_the_earliest_first() -> None:
    late = todo(cause="b", due_on=TODAY - calendars.KEPT)
    things = [todo(cause="a", due_on=TODAY), todo(), late, todo(cause="c", due_on=late.due_on - timedelta(days=1))]  # type: ignore[operator]  # it has a day

    assert [each.cause for each in calendars.entries(things, TODAY)] == ["b", "a"]


def test_an_entry_carries_our_words_alone() -> None:
    secret = todo(text="Move Mrs Example's file", why="Her son asked", outside="A task", due_on=TODAY, minutes=5)

    (entry,) = calendars.entries([secret], TODAY)

    assert (entry.title, entry.note) == ("A task", "Nothing breaks if this waits a little. It takes about 5 minutes.")


def test_what_is_overdue_does_not_say_so_in_a_calendar_that_may_be_old() -> None:
    (entry,) = calendars.entries([todo(consequence=Consequence.OVERDUE, due_on=TODAY)], TODAY)

    assert entry.note == ""


def test_a_secret_is_known_again_and_each_calendar_has_a_name() -> None:
    assert calendars.digest("a") == calendars.digest("a") != calendars.digest("b")
    assert {each.label for each in Whose} == {"Everything here", "Only what is mine"}
