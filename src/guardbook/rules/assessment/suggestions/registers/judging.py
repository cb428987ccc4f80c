"""Puts claims to a register: is the list whole and looked at, does each entry hold, and until when?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions.registers.claims import Claim, Says
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts, day_after
from guardbook.rules.registers.entries import Entry

E = TypeVar("E", bound=Entry)
_ORDER = {Outcome.NOT_MET: 0, Outcome.LAPSED: 1, Outcome.CANNOT_TELL: 2, Outcome.MET: 3}


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


class Reading(Generic[E]):
    """One claim put to one register, and moved on from day to day.

    It holds what each entry says, and how many say the same. On a later day only those entries are
    asked again whose own days have come, so that looking years ahead costs little.
    """

    __slots__ = ("_last_day", "_numbers", "_said", "claim", "kept", "on")

    def __init__(self, facts: Facts, claim: Claim[E], on: date) -> None:
        self.claim, self.kept, self.on = claim, facts.registers.of(claim.register), on
        whole_on = self.kept.whole_on
        self._last_day = dates.add_months(whole_on, claim.whole_for) if whole_on else None
        self._said = [claim.heard(row.entry, on) for row in self.kept.rows]
        self._numbers = [0] * len(Says)
        for row, said in zip(self.kept.rows, self._said, strict=True):
            self._numbers[said] += row.number

    def judged(self) -> Judged:
        """How the claim fares on the day reached."""
        _, holds, unsaid, lapsed, fails = self._numbers
        total = holds + unsaid + lapsed + fails
        return Judged(self.outcome(), total, fails, unsaid, lapsed, self._is_old, self._is_whole)

    def outcome(self) -> Outcome:
        """What the claim comes to on the day reached."""
        claim, is_whole = self.claim, self._is_whole
        _, holds, unsaid, lapsed, fails = self._numbers
        total = holds + unsaid + lapsed + fails
        if fails or (claim.most is not None and total > claim.most):
            return Outcome.NOT_MET
        if claim.none_is_no and total < claim.least and is_whole:
            return Outcome.NOT_MET
        asks_whole = claim.needs_whole or (claim.least == 0 and total == 0)
        if lapsed or (asks_whole and self._is_old):
            return Outcome.LAPSED
        too_few = total < claim.least and not (claim.least == 0 and self.kept.is_none)
        if unsaid or too_few or (asks_whole and not is_whole):
            return Outcome.CANNOT_TELL
        return Outcome.MET

    def put_ahead(self, coming: "Coming") -> None:
        """Write down every later day on which the claim may come to something else.

        An entry that is not meant today never is: ``about`` knows no day, and what is over stays over.
        """
        if self._last_day is not None and day_after(self._last_day) > self.on:
            coming[day_after(self._last_day)].append((self, None))
        for at, row in enumerate(self.kept.rows):
            if self._said[at] is not Says.NOTHING:
                for day in (*row.days, *self.claim.also_moves(row.entry)):
                    if day > self.on:
                        coming[day].append((self, at))

    def move(self, on: date, at: int | None) -> None:
        """Go on to a later day, on which the entry in this place may say something else."""
        self.on = on
        if at is not None:
            row, before = self.kept.rows[at], self._said[at]
            now = self._said[at] = self.claim.heard(row.entry, on)
            self._numbers[before] -= row.number
            self._numbers[now] += row.number

    @property
    def _is_old(self) -> bool:
        return self._last_day is not None and self._last_day < self.on

    @property
    def _is_whole(self) -> bool:
        return self._last_day is not None and not self._is_old


Coming = defaultdict[date, list[tuple[Reading[Any], int | None]]]
"""What comes on each later day: which reading may change, and the place of the entry that does it."""


def judge(facts: Facts, claim: Claim[E], on: date) -> Judged:
    """Put one claim to its register on a day."""
    return Reading(facts, claim, on).judged()


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcome of several claims that must all hold: the worst of them."""
    return min(outcomes, key=_ORDER.__getitem__)


def changes_on(readings: Sequence[Reading[Any]], now: Outcome) -> date | None:
    """The next day on which claims that must all hold come to another outcome than ``now``; moves the readings on."""
    coming: Coming = defaultdict(list)
    for reading in readings:
        reading.put_ahead(coming)
    outcomes = {reading: reading.outcome() for reading in readings}
    for day in sorted(coming):
        for reading, at in coming[day]:
            reading.move(day, at)
        for reading, _ in coming[day]:
            outcomes[reading] = reading.outcome()
        if worst(tuple(outcomes.values())) is not now:
            return day
    return None
