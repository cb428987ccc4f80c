"""Published facts that registers are judged by, handed in by whoever holds them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """What is published: today nothing; each register that needs a fact adds it here."""
