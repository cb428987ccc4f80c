"""Deciding what becomes of records that are no longer in use, and writing down that they went (rule D-11).

Nothing goes by itself: somebody looks and decides, a hold stops it, and nothing goes before its time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers import disposals
from guardbook.rules.registers.disposals import Decision, Disposal, How
from guardbook.rules.registers.keeping import Standing
from guardbook.rules.registers.terms import Term

DESTROYED = (How.SHREDDED, How.COMPANY, How.DELETED, How.WIPED)
"""How records can be destroyed."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody decided. ``keep_until`` and ``why_longer`` are about records that are kept for longer."""

    decision: Decision
    keep_until: date | None = None
    why_longer: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """When and how records went. ``how`` None is for those that were passed on."""

    went_on: date
    how: How | None = None
    certificate: str = ""


def standing(entry: Disposal, published: Term, on: date) -> Standing:
    """Where a batch stands on a day, by the day worked out for it. Only what is due may go.

    ``published`` is the time published for its kind, an empty one where there is none.
    """
    if disposals.clock_of(entry).is_in_use:
        return Standing.IN_USE
    if entry.review_on is None:
        return Standing.UNKNOWN
    if entry.review_on > on and not may_go_early(published):
        return Standing.RUNNING
    return Standing.HELD if entry.holds else Standing.DUE


def is_to_go(entry: Disposal) -> bool:
    """Whether somebody decided that a batch goes, and it is still here."""
    return entry.went_on is None and entry.decision in {Decision.DESTROY, Decision.PASS_ON}


def is_destroyed(entry: Disposal) -> bool:
    """Whether a batch was destroyed, so that there can be a certificate of it."""
    return entry.went_on is not None and entry.how in DESTROYED


def may_go_early(published: Term) -> bool:
    """Whether only a longest time is published, such as for camera recordings: they may go on any day before."""
    return published.most is not None and published.least is None and published.birthday is None


def went_early(entry: Disposal, published: Term) -> bool:
    """Whether a batch went before its time was over."""
    if entry.went_on is None or entry.review_on is None or may_go_early(published):
        return False
    return entry.went_on < entry.review_on


def decided(entry: Disposal, said: Decided, on: date) -> Disposal:
    """The batch with what was decided on a day."""
    if said.decision is Decision.KEEP:
        entry = replace(entry, keep_until=said.keep_until, why_longer=said.why_longer.strip())
    return replace(entry, decision=said.decision, decided_on=on)


def why_not_decided(entry: Disposal, said: Decided, published: Term, on: date) -> Iterator[str]:
    """Why a decision cannot stand, in sentences. Source: rule D-11."""
    if entry.went_on is not None:
        yield "These records have gone already."
    elif said.decision is Decision.KEEP:
        yield from _why_not_kept(said, on)
    else:
        yield from _why_not_to_go(entry, published, on)


def gone(entry: Disposal, said: Gone) -> Disposal:
    """The batch with when and how it went."""
    how = How.PASSED_ON if entry.decision is Decision.PASS_ON else said.how
    return replace(entry, went_on=said.went_on, how=how, certificate=said.certificate.strip() or entry.certificate)


def why_not_gone(entry: Disposal, said: Gone, published: Term, on: date) -> Iterator[str]:
    """Why it cannot be written down that a batch went, in sentences. Source: rule D-11."""
    if not is_to_go(entry):
        already = entry.went_on is not None
        yield "These records have gone already." if already else "First decide that these records go."
        return
    if entry.decision is Decision.DESTROY and said.how not in DESTROYED:
        yield "Say how they were destroyed."
    if said.went_on > on:
        yield "Write this down once they have gone. The day cannot be in the future."
        return
    yield from _why_not_to_go(entry, published, said.went_on)


def _why_not_kept(said: Decided, on: date) -> Iterator[str]:
    if said.keep_until is None or said.keep_until <= on:
        yield "Say until when you keep them: a day that is still to come."
    if not said.why_longer.strip():
        yield "Write down why you keep them for longer."


def _why_not_to_go(entry: Disposal, published: Term, on: date) -> Iterator[str]:
    match standing(entry, published, on):
        case Standing.IN_USE:
            yield "These records are in use again, so they may not go."
        case Standing.UNKNOWN:
            yield "It is not known yet how long they must be kept, so they may not go. Fill that in first."
        case Standing.RUNNING if entry.review_on is not None:
            yield f"They must be kept until {dates.in_words(entry.review_on)}. They may not go before."
        case Standing.HELD:
            yield "These records are on hold, so they may not go. If the hold is over, take it off first."
        case _:
            return
