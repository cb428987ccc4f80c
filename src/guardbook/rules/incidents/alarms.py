"""Which reminder of a running clock is due: each once, and only the latest where several were missed.

The times (24, 48, 60 and 72 hours after the cautious start) are our own choice (B-02).
"""

from dataclasses import dataclass
from datetime import datetime

from guardbook.kernel.clock import in_uk
from guardbook.kernel.dates import in_words
from guardbook.rules.incidents.clock import ALARM_HOURS, Clock


@dataclass(frozen=True, slots=True)
class Due:
    """The reminder to send, and those that are passed over because a later one is due already."""

    hours: int
    passed_over: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, ready for the outbox. It says nothing of what happened, and names nobody."""

    subject: str
    body: str


def due(of: Clock, sent: frozenset[int], now: datetime) -> Due | None:
    """What is due to somebody who was sent these already; None where nothing is."""
    passed = [hours for hours, at in zip(ALARM_HOURS, of.alarms, strict=False) if at <= now]
    open_ones = [hours for hours in passed if hours not in sent]
    if not open_ones or open_ones[-1] < max(sent, default=0):
        return None
    return Due(open_ones[-1], tuple(open_ones[:-1]))


def letter(reference: str, organisation: str, hours: int, ends_at: datetime, page: str) -> Letter:
    """Write the reminder."""
    local = in_uk(ends_at)
    ends = f"{local:%A} {in_words(local.date())} at {local:%H:%M}"
    if hours >= max(ALARM_HOURS):
        subject = f"The 72 hours have passed: {reference}"
        what = "Tell the regulator at once all the same, and write down why it took longer."
    else:
        subject = f"{max(ALARM_HOURS) - hours} hours left: {reference}"
        what = "Decide who is told. Send the regulator what you know; the rest may follow."
    body = (
        f"Hello,\n\nThe clock of an incident at {organisation} is running: {reference}.\n"
        f"{hours} hours have passed. The regulator must be told by {ends}.\n\n{what}\n\nOpen it here:\n{page}\n"
    )
    return Letter(subject, body)
