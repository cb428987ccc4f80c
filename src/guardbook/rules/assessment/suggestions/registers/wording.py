"""The words of a suggestion about a register: why it holds or does not, and what puts it right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions.registers.claims import Claim, everything
from guardbook.rules.assessment.suggestions.registers.judging import Judged
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Kept
from guardbook.rules.registers.entries import Entry
from guardbook.rules.verdict import Confidence

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a suggestion about one claim, given what was found.

    ``met`` is the reason when it holds and ``answer`` the draft answer; ``failing`` and ``unsaid``
    say how many entries stand in the way. ``todo`` says what puts it right.
    """

    met: Callable[[Judged, Kept[Any]], str]
    answer: Callable[[Judged, Kept[Any]], str]
    failing: Callable[[Judged], str]
    todo: str
    rule: str
    confidence: Confidence = Confidence.INFERRED
    source: str = ""
    unsaid: Callable[[Judged], str] | None = None


def sentence(claim: Claim[E], words: Words, seen: Judged, kept: Kept[E]) -> str:
    """Why a claim comes to what it does."""
    if seen.outcome is Outcome.MET:
        return words.met(seen, kept)
    if seen.failing or seen.lapsed or (claim.most is not None and seen.total > claim.most):
        return words.failing(seen)
    if seen.unsaid and words.unsaid:
        return words.unsaid(seen)
    return shortfall(claim, seen, kept) or f"Something is not said yet for {seen.unsaid} {claim.register.many}."


def shortfall(claim: Claim[E], seen: Judged, kept: Kept[E]) -> str:
    """Why a list does not support an answer yet, where the reason is the list itself; "" where it is not."""
    register, more = claim.register, waiting(kept)
    if seen.total < claim.least and not seen.failing:
        if kept.number and claim.too_few:
            return f"{claim.too_few}{more}"
        return f"Nothing checked is in the register “{register.title}” yet.{more}"
    if (claim.needs_whole or not seen.total) and seen.is_old and kept.whole_on:
        last = dates.in_words(kept.whole_on)
        return f"Somebody last said that the register “{register.title}” is whole on {last}. Look through it again."
    if (claim.needs_whole or not seen.total) and not seen.is_whole:
        return f"Look through the register “{register.title}” and confirm that it is whole and right.{more}"
    return ""


def waiting(kept: Kept[E]) -> str:
    """That starter rows wait to be checked, as a sentence to put behind another; "" where none does."""
    return f" {kept.unchecked} starter rows wait for somebody to say that they are true." if kept.unchecked else ""


def names(kept: Kept[E], about: Callable[[E], bool] = everything, most: int = 12) -> str:
    """The names of the entries meant, for a draft answer, the first of them at most."""
    found = sorted({each.entry.name for each in kept.rows if about(each.entry)}, key=str.casefold)
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(found[:most]) + more
