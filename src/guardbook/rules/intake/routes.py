"""Whether somebody who tells of a worry must be shown whom to turn to outside, because nobody else here will read it.

Source: a worker may tell the regulator or another person the law lists (Employment Rights Act 1996, section 43F).
"""

from dataclasses import dataclass

from guardbook.rules.intake.reports import About
from guardbook.rules.verdict import Confidence, Reason

SOURCE = "Employment Rights Act 1996, section 43F"


@dataclass(frozen=True, slots=True)
class Facts:
    """Who it is about, and how many people other than the one named will read it. ``named_reads`` None: not known."""

    about: About
    readers_besides: int
    is_named: bool = False
    named_reads: bool | None = None


@dataclass(frozen=True, slots=True)
class Routes:
    """Whether outside routes come first (else they stand below), and why."""

    come_first: bool
    reason: Reason


def routes(facts: Facts) -> Routes:
    """Say whether outside routes come first."""
    if facts.readers_besides == 0 and facts.named_reads:
        return _said("Only the person you named reads reports here, so nobody here will see yours.", come_first=True)
    if facts.readers_besides == 0:
        return _said("Nobody here is set up to read reports yet.", come_first=True)
    if facts.is_named:
        return _said("The person you named does not see your report. Others here do.", come_first=False)
    if facts.about is About.READER:
        return _said(
            "Guardbook does not know who it is about, so that person may read it. You can tell somebody outside.",
            come_first=True,
        )
    return _said("You can always tell somebody outside as well.", come_first=False)


def _said(text: str, *, come_first: bool) -> Routes:
    return Routes(come_first, Reason(text, "intake.routes", Confidence.INFERRED, SOURCE))
