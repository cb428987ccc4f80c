"""The vocabulary every verdict shares: how sure we are, why, and where it comes from."""

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How well a fact is known; carried from the rule book into everything shown."""

    READ = "read"
    READ_SECOND = "read-2nd"
    INFERRED = "inferred"
    MEMORY = "memory"
    UNCERTAIN = "uncertain"
    DEFAULT = "default"

    @property
    def needs_checking(self) -> bool:
        """True where a person should verify the fact against the original."""
        return self in {Confidence.MEMORY, Confidence.UNCERTAIN, Confidence.INFERRED}


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence a manager reads, with the rule it comes from.

    ``rule`` is an identifier of the rule book ("A-01"); ``source`` is an address or a
    title a person can look up.
    """

    text: str
    rule: str
    confidence: Confidence
    source: str = ""
