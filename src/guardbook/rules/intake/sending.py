"""Whether what somebody sends without signing in is taken now, asked for once more, or has to wait. Nothing is thrown away.

Our own defaults. A machine that fills in forms is stopped by a second press of the button, never a person by a puzzle.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from guardbook.rules.verdict import Confidence, Reason

QUICKEST = timedelta(seconds=3)
"""Nobody reads a page and writes what happened in less."""
LONGEST = timedelta(hours=24)
"""How long a page may stay open before it has to be sent twice."""
PER_HOUR_FROM_ONE_PLACE = 20
"""A home shares one network address: enough for a bad day there, too little for a machine."""
PER_HOUR_TO_ONE_ADDRESS = 60


class Answer(StrEnum):
    """What is done with what was sent."""

    TAKE = "take"
    AGAIN = "again"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Facts:
    """How it was sent. ``open_for_seconds`` None: the page carries no time that we wrote."""

    open_for_seconds: int | None
    hidden_box_is_filled: bool = False
    sent_from_this_place: int = 0
    sent_to_this_address: int = 0


@dataclass(frozen=True, slots=True)
class Sending:
    """What is done, and why."""

    answer: Answer
    reason: Reason


def sending(facts: Facts) -> Sending:
    """Say whether it is taken. Whatever the answer, the page keeps what was typed."""
    if facts.sent_from_this_place >= PER_HOUR_FROM_ONE_PLACE or facts.sent_to_this_address >= PER_HOUR_TO_ONE_ADDRESS:
        return _said(
            Answer.WAIT,
            "Many reports were sent in the last hour, so this one has to wait. What you wrote is still here. "
            "Send it again in an hour, tell a manager, or ring.",
        )
    seconds = facts.open_for_seconds
    if facts.hidden_box_is_filled or seconds is None or seconds < QUICKEST.total_seconds():
        return _said(Answer.AGAIN, "Please press the button once more. What you wrote is still here.")
    if seconds > LONGEST.total_seconds():
        return _said(
            Answer.AGAIN, "This page was open for a long time. Please press the button once more. Nothing is lost."
        )
    return _said(Answer.TAKE, "Sent.")


def _said(answer: Answer, text: str) -> Sending:
    return Sending(answer, Reason(text, "intake.sending", Confidence.DEFAULT, "Our own default"))
