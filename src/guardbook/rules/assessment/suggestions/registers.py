"""How a suggestion reads a register: is the list whole and looked at, and does each entry hold?

Every suggestion about a register is made of ``Claim``s put to ``judge``, so that all of them
treat an empty list, an old list and a thing nobody has said in the same way.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions.suggestion import Outcome, Rows, Selector, Suggestion
from guardbook.rules.facts import Facts, Kept, day_after
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register
from guardbook.rules.verdict import Confidence, Reason

E = TypeVar("E", bound=Entry)
WHOLE_FOR = 12
"""Months for which somebody's word that a register is whole and right is good (G-01, default)."""


def _all(_entry: Any) -> bool:
    return True


def _true(_entry: Any, _on: date) -> bool | None:
    return True


@dataclass(frozen=True, slots=True)
class Claim(Generic[E]):
    """What an answer claims of a register.

    ``about`` picks the entries it speaks of. ``holds`` says of one of them on a day: True, False, or
    None where nobody has said. ``lapses`` marks entries whose failure is only a date that has passed.
    ``least`` is how many entries there must be: 0 where having none is a good answer, which then
    needs somebody's word that the register is whole. ``needs_whole`` asks for that word in any case.
    ``too_few`` is what to say where the register holds entries, but too few of those it speaks of.
    ``most`` is how many there may be. ``none_is_no``: too few in a register that somebody said is
    whole is a no, not a doubt. ``also_moves`` gives days on which an entry changes beside its own dates.
    ``with_history`` speaks of what is over as well, such as devices that were disposed of.
    """

    register: Register[E]
    about: Callable[[E], bool] = _all
    holds: Callable[[E, date], bool | None] = _true
    lapses: Callable[[E, date], bool] = lambda _entry, _on: False
    least: int = 1
    most: int | None = None
    none_is_no: bool = False
    needs_whole: bool = True
    whole_for: int = WHOLE_FOR
    too_few: str = ""
    also_moves: Callable[[E], Iterator[date]] = lambda _entry: iter(())
    with_history: bool = False

    def speaks_of(self, entry: E, on: date) -> bool:
        """True where the entry is meant on a day, and is not history unless that is meant too."""
        return self.about(entry) and (self.with_history or not self.register.is_over(entry, on))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries are meant, and how many of them fail, say nothing, or have only passed a date."""

    total: int = 0
    failing: int = 0
    unsaid: int = 0
    lapsed: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """How a claim fares on a day: the outcome, and how many entries are meant, fail, or say nothing."""

    outcome: Outcome
    total: int
    failing: int
    unsaid: int
    lapsed: int
    is_old: bool
    is_whole: bool


def judge(facts: Facts, claim: Claim[E], on: date) -> Judged:
    """Put one claim to the register on a day."""
    kept = facts.registers.of(claim.register)
    return _judged(claim, kept, on, _tally(claim, kept.rows, on, Tally()))


def _tally(claim: Claim[E], rows: Iterable[Counted[E]], on: date, so_far: Tally) -> Tally:
    """Count what entries come to on a day, on top of what is counted already."""
    total, failing, unsaid, lapsed = so_far.total, so_far.failing, so_far.unsaid, so_far.lapsed
    for each in rows:
        if not claim.speaks_of(each.entry, on):
            continue
        total += each.number
        held = claim.holds(each.entry, on)
        if held is None:
            unsaid += each.number
        elif not held and claim.lapses(each.entry, on):
            lapsed += each.number
        elif not held:
            failing += each.number
    return Tally(total, failing, unsaid, lapsed)


def _judged(claim: Claim[E], kept: Kept[E], on: date, tally: Tally) -> Judged:
    old = kept.whole_on is not None and dates.add_months(kept.whole_on, claim.whole_for) < on
    is_whole = kept.whole_on is not None and not old
    seen = Judged(Outcome.MET, tally.total, tally.failing, tally.unsaid, tally.lapsed, old, is_whole)
    outcome = _outcome(claim, kept, seen)
    return seen if outcome is Outcome.MET else replace(seen, outcome=outcome)


def _outcome(claim: Claim[E], kept: Kept[E], seen: Judged) -> Outcome:
    if seen.failing or (claim.most is not None and seen.total > claim.most):
        return Outcome.NOT_MET
    if claim.none_is_no and seen.total < claim.least and seen.is_whole:
        return Outcome.NOT_MET
    asks_whole = claim.needs_whole or (claim.least == 0 and seen.total == 0)
    if seen.lapsed or (asks_whole and seen.is_old):
        return Outcome.LAPSED
    too_few = seen.total < claim.least and not (claim.least == 0 and kept.is_none)
    if seen.unsaid or too_few or (asks_whole and not seen.is_whole):
        return Outcome.CANNOT_TELL
    return Outcome.MET


def over_after(last_day: Callable[[E], date | None]) -> Callable[[E], Iterator[date]]:
    """For ``also_moves``: the day after the last day on which an entry holds, where it has one."""

    def moves(entry: E) -> Iterator[date]:
        found = last_day(entry)
        if found is not None:
            yield day_after(found)

    return moves


_ORDER = {Outcome.NOT_MET: 0, Outcome.LAPSED: 1, Outcome.CANNOT_TELL: 2, Outcome.MET: 3}


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcome of several claims that must all hold: the worst of them."""
    return min(outcomes, key=_ORDER.__getitem__)


def _days_of(claim: Claim[E], entry: E) -> Iterator[date]:
    """The days on which one entry may change what it says to a claim."""
    for name in _days_counted(claim.register.entry, claim.register.counted, claim.register.derived):  # type: ignore[arg-type]  # a class can be a key
        held = getattr(entry, name)
        if isinstance(held, date):
            yield held
            yield day_after(held)
    yield from claim.also_moves(entry)


@cache
def _days_counted(entry: Hashable, counted: tuple[str, ...], derived: tuple[str, ...]) -> tuple[str, ...]:
    """The counted columns that may hold a date."""
    asked = [each.name for each in questions.of(entry) if each.kind is Kind.DAY]
    return tuple(name for name in (*asked, *derived) if name in counted)


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


def suggestion(facts: Facts, claim: Claim[E], words: Words) -> Suggestion:
    """The suggestion for an answer that rests on one claim, judged on the day of publication."""
    found = _now(facts, claim, words)
    return replace(found, stale_on=_changes_on(facts, (claim,), found.outcome))


def _now(facts: Facts, claim: Claim[E], words: Words) -> Suggestion:
    """What one claim comes to, without the day on which that changes."""
    on = facts.judged_on
    seen, kept = judge(facts, claim, on), facts.registers.of(claim.register)
    met = seen.outcome is Outcome.MET
    return Suggestion(
        seen.outcome,
        Reason(_sentence(claim, words, seen, kept), words.rule, words.confidence, words.source),
        facts.as_of,
        answer=words.answer(seen, kept) if met else "",
        to_do=() if met else (words.todo,),
        selectors=(selector(claim, seen, on),),
    )


@dataclass(frozen=True, slots=True)
class _Ahead(Generic[E]):
    """One claim from a day on: the entries whose days are past, counted once, and those that still have days ahead."""

    claim: Claim[E]
    kept: Kept[E]
    settled: Tally
    moving: tuple[Counted[E], ...]
    days: frozenset[date]

    @classmethod
    def of(cls, facts: Facts, claim: Claim[E], since: date) -> "_Ahead[E]":
        """Part the entries of a claim's register; an entry without days ahead says the same for ever."""
        kept = facts.registers.of(claim.register)
        over = day_after(dates.add_months(kept.whole_on, claim.whole_for)) if kept.whole_on else since
        settled: list[Counted[E]] = []
        moving: list[Counted[E]] = []
        days = {over}
        for row in kept.rows:
            own = [day for day in _days_of(claim, row.entry) if day > since]
            days.update(own)
            (moving if own else settled).append(row)
        ahead = frozenset(day for day in days if day > since)
        return cls(claim, kept, _tally(claim, settled, since, Tally()), tuple(moving), ahead)

    def outcome(self, on: date) -> Outcome:
        """What the claim comes to on a later day."""
        return _judged(self.claim, self.kept, on, _tally(self.claim, self.moving, on, self.settled)).outcome


def _changes_on(facts: Facts, claims: Sequence[Claim[Any]], now: Outcome) -> date | None:
    """The next day on which claims that must all hold come to another outcome than ``now``."""
    ahead = [_Ahead.of(facts, claim, facts.judged_on) for claim in claims]
    days = sorted(frozenset().union(*(each.days for each in ahead)))
    return next((day for day in days if worst([each.outcome(day) for each in ahead]) is not now), None)


def together(facts: Facts, *parts: tuple[Claim[Any], Words]) -> Suggestion:
    """The suggestion for an answer that rests on several claims, all of which must hold."""
    found = [_now(facts, claim, words) for claim, words in parts]
    outcome = worst([each.outcome for each in found])
    decisive = [each for each in found if each.outcome is outcome]
    return Suggestion(
        outcome,
        replace(decisive[0].reason, text=" ".join(dict.fromkeys(each.reason.text for each in decisive)).strip()),
        facts.as_of,
        answer=" ".join(each.answer for each in found if each.answer) if outcome is Outcome.MET else "",
        to_do=tuple(dict.fromkeys(todo for each in found for todo in each.to_do)),
        selectors=tuple(
            shown for each in sorted(found, key=lambda one: one.outcome is not outcome) for shown in each.selectors
        ),
        stale_on=_changes_on(facts, [claim for claim, _ in parts], outcome),
    )


def selector(claim: Claim[E], seen: Judged, on: date) -> Selector:
    """Which entries to show: those that stand in the way, or where none does, all that are meant."""

    def in_the_way(entry: E, day: date) -> bool:
        return claim.speaks_of(entry, day) and claim.holds(entry, day) is not True

    title, meant = claim.register.title, claim.speaks_of
    if not (seen.failing or seen.unsaid or seen.lapsed):
        return Selector(Rows.REGISTER, on, claim.register.slug, title, meant, meant)
    return Selector(Rows.REGISTER, on, claim.register.slug, f"{title}: to put right", in_the_way, meant)


def _sentence(claim: Claim[E], words: Words, seen: Judged, kept: Kept[E]) -> str:
    if seen.outcome is Outcome.MET:
        return words.met(seen, kept)
    if seen.failing or seen.lapsed or (claim.most is not None and seen.total > claim.most):
        return words.failing(seen)
    if seen.unsaid and words.unsaid:
        return words.unsaid(seen)
    return shortfall(claim, seen, kept) or f"Something is not said yet for {seen.unsaid} {claim.register.many}."


def names(kept: Kept[E], about: Callable[[E], bool] = _all, most: int = 12) -> str:
    """The names of the entries meant, for a draft answer, the first of them at most."""
    found = sorted({each.entry.name for each in kept.rows if about(each.entry)}, key=str.casefold)
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(found[:most]) + more
