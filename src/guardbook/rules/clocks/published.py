"""What is published and every clock needs: the bank holidays and the dated law, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guardbook.kernel.calendars import Calendar
from guardbook.rules.clocks.law import NO_LAW, Law

_NO_DAYS: Mapping[date, str] = {}
NO_CALENDAR = Calendar("", _NO_DAYS, date.max, date.min)
"""Covers no day, so that a date reckoned by it always says that the bank holidays are missing."""


@dataclass(frozen=True, slots=True)
class Published:
    """Given to a clock as a fact. Empty, a clock still answers, and says what it could not know."""

    calendar: Calendar = NO_CALENDAR
    law: Law = NO_LAW


NOTHING = Published()
