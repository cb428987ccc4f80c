"""A division's bank holidays as a value, and how far into the future they are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

BANK_HOLIDAYS = "bank_holidays"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The bank holidays of one division, complete from ``covers_from`` to ``covers_until``.

    Both ends are included. Outside them nothing is known: a date reckoned there carries
    the missing fact ``bank_holidays``.
    """

    division: str
    titles: Mapping[date, str]
    covers_from: date
    covers_until: date

    def title_on(self, day: date) -> str | None:
        """Return the name of the bank holiday on this day, or None."""
        return self.titles.get(day)

    def covers(self, day: date) -> bool:
        """Return whether we know if this day is a bank holiday."""
        return self.covers_from <= day <= self.covers_until
