"""B-09: the rules on network and information systems, and the Bill that would widen them.

Source: government factsheet on the Cyber Security and Resilience Bill. No Act was found when this was written.
"""

from dataclasses import dataclass

from guardbook.rules.incidents import sources
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """Whether the provider was formally named an operator of essential services, and what a supplier said of itself."""

    designated: bool = False
    supplier_in_scope: bool | None = None


@dataclass(frozen=True, slots=True)
class Nis:
    """Whether the rules apply, the track they add, and what to put into a supplier's contract."""

    applies: bool
    added_tracks: tuple[str, ...]
    contract_clauses: tuple[str, ...]
    reasons: tuple[Reason, ...]


def nis(facts: Facts) -> Nis:
    """Whether the rules on network and information systems ask for a report of their own."""
    text = (
        "You were formally named an operator of essential services, so the Department of Health and Social Care is told as well."
        if facts.designated
        else "Care providers are outside these rules unless they were formally named."
    )
    clauses = (
        ("Tell us at once of any incident on your side, and in full within 72 hours.",)
        if facts.supplier_in_scope
        else ()
    )
    return Nis(
        facts.designated,
        ("dhsc",) if facts.designated else (),
        clauses,
        (Reason(text, "B-09", Confidence.READ, sources.NIS_BILL),),
    )
