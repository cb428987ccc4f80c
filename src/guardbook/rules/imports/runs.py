"""How far an import has got; nothing is kept of it until it is applied, and then all at once."""

from enum import StrEnum


class State(StrEnum):
    """Where an import stands."""

    READING = "reading"
    MATCHING = "matching"
    CHECKING = "checking"
    READY = "ready"
    APPLIED = "applied"
    ABANDONED = "abandoned"

    @property
    def is_open(self) -> bool:
        """True while somebody can still go on with it."""
        return self in {State.MATCHING, State.CHECKING, State.READY}


class Decision(StrEnum):
    """What somebody says about a row that may or may not be a person we know."""

    SAME = "same"
    NEW = "new"
    LEAVE_OUT = "leave_out"
