"""The calendar reader inside Evolution, GNOME Calendar and KDE, asked through its own library."""

import ctypes
import ctypes.util
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_EVENT = 4  # ICAL_VEVENT_COMPONENT of libical 3


class _Time(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "daylight")),
        ("zone", ctypes.c_void_p),
    ]


@dataclass(frozen=True, slots=True)
class Event:
    """One entry as the reader understands it."""

    uid: str
    summary: str
    starts_on: date
    ends_before: date
    is_whole_day: bool
    sequence: int


def events(text: bytes) -> list[Event]:
    """Read a calendar; every entry in it. Fails where the reader finds anything wrong."""
    library = _library()
    calendar = library.icalparser_parse_string(text)
    assert calendar, "not a calendar"
    try:
        assert library.icalcomponent_count_errors(calendar) == 0
        assert library.icalrestriction_check(calendar) == 1, "breaks the rules of its method"
        return list(_events(library, calendar))
    finally:
        library.icalcomponent_free(calendar)


def _events(library: ctypes.CDLL, calendar: int) -> Iterator[Event]:
    found = library.icalcomponent_get_first_component(calendar, _EVENT)
    while found:
        starts, ends = library.icalcomponent_get_dtstart(found), library.icalcomponent_get_dtend(found)
        yield Event(
            uid=library.icalcomponent_get_uid(found).decode(),
            summary=library.icalcomponent_get_summary(found).decode(),
            starts_on=date(starts.year, starts.month, starts.day),
            ends_before=date(ends.year, ends.month, ends.day),
            is_whole_day=bool(starts.is_date and ends.is_date),
            sequence=library.icalcomponent_get_sequence(found),
        )
        found = library.icalcomponent_get_next_component(calendar, _EVENT)


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(ctypes.util.find_library("ical") or "libical.so.3")
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, gives, takes in (
        ("icalparser_parse_string", pointer, [text]),
        ("icalcomponent_count_errors", number, [pointer]),
        ("icalrestriction_check", number, [pointer]),
        ("icalcomponent_free", None, [pointer]),
        ("icalcomponent_get_first_component", pointer, [pointer, number]),
        ("icalcomponent_get_next_component", pointer, [pointer, number]),
        ("icalcomponent_get_uid", text, [pointer]),
        ("icalcomponent_get_summary", text, [pointer]),
        ("icalcomponent_get_dtstart", _Time, [pointer]),
        ("icalcomponent_get_dtend", _Time, [pointer]),
        ("icalcomponent_get_sequence", number, [pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    return library
