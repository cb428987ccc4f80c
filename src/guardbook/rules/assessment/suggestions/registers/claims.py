"""What an answer claims of a register: which entries it speaks of, and what must hold of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, Generic, TypeVar

from guardbook.rules.facts import day_after
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)
WHOLE_FOR = 12
"""Months for which somebody's word that a register is whole and right is good (G-01, default)."""


class Says(IntEnum):
    """What one entry says to a claim on a day. LAPSED fails only because a date has passed."""

    NOTHING = 0
    HOLDS = 1
    UNSAID = 2
    LAPSED = 3
    FAILS = 4


def everything(_entry: Any) -> bool:
    """For ``about``: every entry is meant."""
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
    about: Callable[[E], bool] = everything
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

    def heard(self, entry: E, on: date) -> Says:
        """What one entry says to this claim on a day."""
        if not self.speaks_of(entry, on):
            return Says.NOTHING
        held = self.holds(entry, on)
        if held:
            return Says.HOLDS
        if held is None:
            return Says.UNSAID
        return Says.LAPSED if self.lapses(entry, on) else Says.FAILS


def over_after(last_day: Callable[[E], date | None]) -> Callable[[E], Iterator[date]]:
    """For ``also_moves``: the day after the last day on which an entry holds, where it has one."""

    def moves(entry: E) -> Iterator[date]:
        found = last_day(entry)
        if found is not None:
            yield day_after(found)

    return moves
