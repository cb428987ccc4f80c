"""What can be told, in the words of the person who tells it, who may read it, and what can become of it.

Sources: near misses are to be logged as breaches are (rule B-01); a request or a complaint counts however it
arrives (rules C-01 and C-08).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.access import Permission
from guardbook.rules.registers.questions import Choice

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Letters and figures that nobody mistakes for each other, on paper or over the phone."""


class Kind(StrEnum):
    """What the law calls it, once somebody has told it."""

    WORRY = "worry"
    REQUEST = "request"
    COMPLAINT = "complaint"

    @property
    def label(self) -> str:
        """The words people see."""
        return {
            Kind.WORRY: "A mistake, a near miss or a worry",
            Kind.REQUEST: "A request about information",
            Kind.COMPLAINT: "A complaint about information",
        }[self]

    @property
    def needs(self) -> Permission:
        """What somebody must be allowed to see, to read it."""
        return Permission.INCIDENT_VIEW if self is Kind.WORRY else Permission.REQUEST_VIEW


class Sort(StrEnum):
    """What it is in plain words, as the form offers it."""

    MISTAKE = "mistake"
    NEAR_MISS = "near_miss"
    CONCERN = "concern"
    COPY = "copy"
    CORRECT = "correct"
    ERASE = "erase"
    STOP = "stop"
    MOVE = "move"
    MACHINE = "machine"
    COMPLAINT = "complaint"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The words people see."""
        return _SORTS[self][0]

    @property
    def kind(self) -> Kind:
        """The kind of report that it is."""
        return _SORTS[self][1]


_SORTS: Mapping[Sort, tuple[str, Kind]] = {
    Sort.MISTAKE: ("Something went wrong", Kind.WORRY),
    Sort.NEAR_MISS: ("Something nearly went wrong", Kind.WORRY),
    Sort.CONCERN: ("I am worried about something", Kind.WORRY),
    Sort.COPY: ("I want a copy of information", Kind.REQUEST),
    Sort.CORRECT: ("Something you hold is wrong or out of date", Kind.REQUEST),
    Sort.ERASE: ("I want something deleted", Kind.REQUEST),
    Sort.STOP: ("I want you to stop using something, or use it less", Kind.REQUEST),
    Sort.MOVE: ("I want something sent to another service", Kind.REQUEST),
    Sort.MACHINE: ("A computer decided something, and I want a person to look", Kind.REQUEST),
    Sort.COMPLAINT: ("I am unhappy with how you used information", Kind.COMPLAINT),
    Sort.OTHER: ("Something else about information", Kind.REQUEST),
}


class Purpose(Choice):
    """What an address is for: staff and visitors telling of mistakes, or the public asking for their rights."""

    MISTAKES = "mistakes", "Mistakes, near misses and worries"
    PUBLIC = "public", "Requests and complaints about information"


class CameBy(Choice):
    """How it reached us."""

    ADDRESS = "address", "Without signing in"
    SIGNED_IN = "signed_in", "Signed in"
    PAPER = "paper", "On paper, typed in by a colleague"


class About(Choice):
    """Whether it is about somebody who works here, as the reporter says."""

    NOBODY = "nobody", "No"
    STAFF = "staff", "Yes, somebody who works here"
    READER = "reader", "Yes, a manager or somebody who may read this"
    UNSURE = "unsure", "Not sure"


class When(Choice):
    """About what time of day it happened."""

    NIGHT = "night", "At night"
    MORNING = "morning", "In the morning"
    AFTERNOON = "afternoon", "In the afternoon"
    EVENING = "evening", "In the evening"
    UNKNOWN = "unknown", "I don't know"


class Became(StrEnum):
    """What was made of it."""

    INCIDENT = "incident"
    REQUEST = "request"
    COMPLAINT = "complaint"


class State(Choice):
    """Where a report stands. Only one that waits can be decided on, and nothing brings a decided one back."""

    WAITING = "waiting", "Waiting"
    TAKEN = "taken", "Being worked on"
    JOINED = "joined", "Joined to another"
    CLOSED = "closed", "Closed"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody wants to make of a report: its state now, the state wanted, and what the reporter will be told."""

    state: State
    wanted: State
    outcome: str = ""
    is_the_same: bool = False


def faults(of: Decision) -> tuple[str, ...]:
    """Why a report cannot be decided on so; nothing where it can."""
    if of.state is not State.WAITING:
        return (f"Somebody has dealt with this report already: {of.state.label.lower()}.",)
    match of.wanted:
        case State.WAITING:
            return ("A report that was read cannot go back to waiting.",)
        case State.TAKEN:
            return ()
        case State.JOINED:
            return ("A report cannot be joined to itself.",) if of.is_the_same else ()
        case State.CLOSED:
            return () if of.outcome.strip() else ("Say what was done. The person who told you can read it.",)


def plain(typed: str) -> str:
    """A number or code as it is kept, whatever hyphens, spaces and capitals somebody typed."""
    return "".join(char for char in typed.lower() if char in ALPHABET)


def in_fours(kept: str) -> str:
    """A number or code as people read it: four at a time, in capitals."""
    return "-".join(kept[start : start + 4] for start in range(0, len(kept), 4)).upper()
