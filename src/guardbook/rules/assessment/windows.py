"""Whether a date still counts for a question, and the day from which it no longer does."""

from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules.frameworks.items import Window, WindowKind


def holds(window: Window, on: date, judged_on: date) -> bool:
    """True when something dated ``on`` is inside the window on the day of judgement.

    Months count back from that day, which itself is left out at the far end (as rule F-02 does
    for training). A window that is only good practice always holds.
    """
    if window.good_practice:
        return True
    match window.kind:
        case WindowKind.MONTHS_BACK:
            return window.months is None or on > dates.add_months(judged_on, -window.months)
        case WindowKind.SINCE:
            return window.since_on is None or on >= window.since_on
        case WindowKind.LIVE:
            return on >= judged_on


def passes_on(window: Window, on: date) -> date | None:
    """The first day of judgement on which ``on`` is outside the window; None where time never undoes it."""
    if window.good_practice:
        return None
    match window.kind:
        case WindowKind.MONTHS_BACK:
            if window.months is None:
                return None
            first = dates.add_months(on, window.months)
            # 29 February has no twin a year on, so its last good day is 28 February.
            return first if not holds(window, on, first) else first + timedelta(days=1)
        case WindowKind.SINCE:
            return None
        case WindowKind.LIVE:
            return on + timedelta(days=1)
