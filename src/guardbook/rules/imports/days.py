"""Dates as people write them in spreadsheets: day first, in words, or as Excel's count of days."""

import calendar
import re
from datetime import date, datetime, timedelta

from guardbook.kernel.reading import Unreadable, shorten

HOW = "Write the date in full, like 27 3 2026."
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_FIRST, _LAST = date(1927, 1, 1), date(2100, 12, 31)
_LAST_SERIAL = (_LAST - _EXCEL_DAY_ZERO).days
_THIS_CENTURY = 69  # two digits below this are 20xx: nobody on a staff list started in 1968

_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[ ,]+")
_TIME = re.compile(r"[ t]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?z?$")
_SERIAL = re.compile(r"^[0-9]{5}(\.[0-9]+)?$")
_YEAR_FIRST = re.compile(r"^(?P<year>[0-9]{4})[-/. ]+(?P<month>[0-9]{1,2})[-/. ]+(?P<day>[0-9]{1,2})$")
_DAY_FIRST = re.compile(r"^(?P<day>[0-9]{1,2})[-/. ]+(?P<month>[0-9]{1,2})[-/. ]+(?P<year>[0-9]{4}|[0-9]{2})$")
_WORD_SECOND = re.compile(
    r"^(?P<day>[0-9]{1,2})(st|nd|rd|th)?[-/. ]*(of )?(?P<word>[a-z]{3,9})[-/., ]*(?P<year>[0-9]{4}|[0-9]{2})$"
)
_WORD_FIRST = re.compile(r"^(?P<word>[a-z]{3,9})[-/. ]+(?P<day>[0-9]{1,2})(st|nd|rd|th)?[-/., ]+(?P<year>[0-9]{4})$")
_MONTHS = tuple(name.casefold() for name in calendar.month_name)


def read(cell: object) -> date:
    """Return the date a cell means. Raises Unreadable with a sentence that says how to write it."""
    if isinstance(cell, datetime):
        return _in_range(cell.date(), str(cell.date()))
    if isinstance(cell, date):
        return _in_range(cell, str(cell))
    if isinstance(cell, bool):
        raise Unreadable(f"A date is needed here, not yes or no. {HOW}")
    if isinstance(cell, int | float):
        return _from_serial(float(cell), str(cell))
    return _from_words(str(cell))


def _from_words(written: str) -> date:
    shown = " ".join(written.split())
    text = _TIME.sub("", _WEEKDAY.sub("", shown.casefold())).strip()
    if _SERIAL.match(text):
        return _from_serial(float(text), shown)
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _WORD_SECOND, _WORD_FIRST):
        if (found := pattern.match(text)) is not None:
            parts = found.groupdict()
            month = _month(parts["word"], shown) if "word" in parts else int(parts["month"])
            return _on(_year(parts["year"]), month, int(parts["day"]), shown)
    raise Unreadable(f"“{shorten(shown)}” is not a date we can read. {HOW}")


def _on(year: int, month: int, day: int, shown: str) -> date:
    if not 1 <= month <= 12:
        raise Unreadable(f"“{shorten(shown)}” has no month {month}. Put the day first. {HOW}")
    last = calendar.monthrange(year, month)[1] if year else 31
    if not 1 <= day <= last:
        raise Unreadable(
            f"“{shorten(shown)}” does not exist: {calendar.month_name[month]} {year} has {last} days. {HOW}"
        )
    if not year:
        raise Unreadable(f"“{shorten(shown)}” has no year we can read. {HOW}")
    return _in_range(date(year, month, day), shown)


def _month(word: str, shown: str) -> int:
    short = "sep" if word == "sept" else word
    for number, name in enumerate(_MONTHS):
        if number and (name == short or name[:3] == short):
            return number
    raise Unreadable(f"“{shorten(shown)}” has no month we know. {HOW}")


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return 2000 + year if year < _THIS_CENTURY else 1900 + year


def _from_serial(serial: float, shown: str) -> date:
    if not 1 <= serial <= _LAST_SERIAL:
        raise Unreadable(f"“{shorten(shown)}” is not a date we can read. {HOW}")
    return _in_range(_EXCEL_DAY_ZERO + timedelta(days=int(serial)), shown)


def _in_range(day: date, shown: str) -> date:
    if not _FIRST <= day <= _LAST:
        raise Unreadable(f"“{shorten(shown)}” is not a year we can believe. {HOW}")
    return day
