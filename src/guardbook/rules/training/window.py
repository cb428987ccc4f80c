"""How long a completed training counts: twelve months back, or the toolkit year (rule F-02)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates

_DAY = timedelta(days=1)


class Mode(StrEnum):
    """The two ways to count back."""

    ROLLING = "rolling"
    TOOLKIT_YEAR = "toolkit_year"


@dataclass(frozen=True, slots=True)
class Window:
    """The period in which a completion counts; a toolkit year runs from 1 July to 30 June."""

    mode: Mode = Mode.ROLLING
    months: int = 12

    def opens_after(self, as_of: date) -> date:
        """Return the last day that is already too old; the window is (this day, as_of]."""
        match self.mode:
            case Mode.ROLLING:
                return dates.add_months(as_of, -self.months)
            case Mode.TOOLKIT_YEAR:
                year = as_of.year if as_of.month >= 7 else as_of.year - 1
                return date(year, 6, 30)

    def counts(self, completed_on: date, as_of: date) -> bool:
        """Return whether a completion on that day counts on ``as_of``."""
        return self.opens_after(as_of) < completed_on <= as_of

    def lapses_on(self, completed_on: date) -> date:
        """Return the first day on which this completion no longer counts."""
        match self.mode:
            case Mode.ROLLING:
                lapses = dates.add_months(completed_on, self.months)
                # 29 February has no twin a year on: it counts through 28 February.
                return lapses if self.opens_after(lapses) >= completed_on else lapses + _DAY
            case Mode.TOOLKIT_YEAR:
                year = completed_on.year + 1 if completed_on.month >= 7 else completed_on.year
                return date(year, 7, 1)
