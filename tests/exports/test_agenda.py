"""The calendar file: read back by three readers that know nothing of each other, over both clock changes."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import icalendar
import pytest
import vobject

from guardbook.exports import agenda
from guardbook.exports.agenda import Feed
from guardbook.rules.agenda.calendars import Entry
from tests.exports import libical

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
FEED = Feed(UUID(int=7), "Rose House; “what next”, all", "https://x.example/o/7/next/", 41)
LONG = "Confirm 1.1.1: does everybody’s agreement, contract; or letter say so\\not? Grüße, 60 × £5 – ☎" * 3
CLOCKS = (date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 30), date(2026, 10, 24), date(2026, 10, 25))
DAYS = (*CLOCKS, date(2028, 2, 29), date(2026, 12, 31), date(2027, 6, 30))
ENTRIES = tuple(Entry(f"cause:{on}", on, LONG, "Line one.\nLine two, with; signs") for on in DAYS)


@pytest.fixture
def text() -> bytes:
    return agenda.calendar(FEED, ENTRIES, NOW)


def test_the_library_reads_back_what_was_written(text: bytes) -> None:
    calendar = icalendar.Calendar.from_ical(text)

    events = list(calendar.walk("VEVENT"))
    assert [each.decoded("dtstart") for each in events] == list(DAYS)
    assert [each.decoded("dtend") for each in events] == [on + timedelta(days=1) for on in DAYS]
    assert {str(each["summary"]) for each in events} == {LONG}
    assert {str(each["description"]) for each in events} == {f"{ENTRIES[0].note}\n\n{FEED.address}"}
    assert {each.decoded("dtstamp") for each in events} == {NOW}
    assert calendar.errors == []
    assert str(calendar["method"]) == "PUBLISH"


def test_somebody_elses_program_reads_the_same(text: bytes) -> None:
    calendar = vobject.readOne(text.decode())

    calendar.validate(raiseException=True)
    assert [each.dtstart.value for each in calendar.vevent_list] == list(DAYS)
    assert {each.summary.value for each in calendar.vevent_list} == {LONG}
    assert calendar.x_wr_calname.value == FEED.name


def test_the_reader_of_evolution_gnome_and_kde_reads_the_same(text: bytes) -> None:
    events = libical.events(text)

    assert [each.starts_on for each in events] == list(DAYS)
    assert [each.ends_before for each in events] == [on + timedelta(days=1) for on in DAYS]
    assert {(each.summary, each.is_whole_day, each.sequence) for each in events} == {(LONG, True, 41)}


def test_the_reader_would_have_noticed_a_fault(text: bytes) -> None:
    with pytest.raises(AssertionError):
        libical.events(text.replace(b"DTSTART;VALUE=DATE:20260329", b"DTSTART;VALUE=DATE:soon"))
    with pytest.raises(AssertionError):
        libical.events(text.replace(b"UID:", b"X-UID:"))


def test_a_whole_day_needs_no_time_zone_and_none_is_there(text: bytes) -> None:
    assert b"VTIMEZONE" not in text
    assert b"TZID" not in text
    assert text.count(b";VALUE=DATE:") == 2 * len(DAYS)


def test_lines_are_folded_and_end_as_the_standard_asks(text: bytes) -> None:
    lines = text.split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert rb"NAME:Rose House\; " in text


def test_an_entry_keeps_its_name_when_its_day_moves_and_tells_its_reader_that_it_did() -> None:
    (before,) = libical.events(agenda.calendar(FEED, [ENTRIES[0]], NOW))
    moved = Feed(FEED.organisation_id, FEED.name, FEED.address, FEED.facts_seq + 1)
    (after,) = libical.events(
        agenda.calendar(moved, [Entry(ENTRIES[0].cause, date(2026, 5, 1), LONG, "")], NOW + timedelta(hours=1))
    )

    assert before.uid == after.uid
    assert before.sequence < after.sequence


def test_names_differ_between_things_and_between_providers() -> None:
    other = Feed(UUID(int=8), FEED.name, FEED.address, 1)
    names = [each.uid for of in (FEED, other) for each in libical.events(agenda.calendar(of, ENTRIES, NOW))]

    assert len(set(names)) == 2 * len(ENTRIES)
    assert not [name for name in names if "cause" in name]


def test_an_empty_calendar_is_a_calendar() -> None:
    assert libical.events(agenda.calendar(FEED, [], NOW)) == []
    assert icalendar.Calendar.from_ical(agenda.calendar(FEED, [], NOW)).walk("VEVENT") == []
