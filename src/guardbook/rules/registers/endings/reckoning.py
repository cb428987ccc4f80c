"""How long what a description names is supported, as two days that hold whatever day it is asked about.

On or before the first day it is sure to be supported; after the second it is sure not to be;
between them nobody can tell from the words. A description of several things is as safe as the
least safe of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers.endings.found import Part
from guardbook.rules.registers.endings.matching import Match
from guardbook.rules.registers.endings.published import Release

UNDATED_FOR = 12
"""Months for which "still supported, no end announced" may be relied on after it was looked up (ours, default)."""


@dataclass(frozen=True, slots=True)
class Reach:
    """``supported_until`` None: on no day is it sure. ``unsupported_after`` None: on no day is it sure not to be."""

    supported_until: date | None = None
    unsupported_after: date | None = None

    @property
    def is_dated(self) -> bool:
        """True where the end is a published day, and not only the day until which we may rely on what we know."""
        return self.supported_until is not None and self.supported_until == self.unsupported_after

    def longer(self, until: date | None) -> "Reach":
        """The same with support that lasts until a later day."""
        if until is None:
            return self
        return Reach(
            max(until, self.supported_until or until),
            None if self.unsupported_after is None else max(until, self.unsupported_after),
        )


def reach(match: Match, paid_until: date | None = None) -> Reach:
    """How long all that is named is supported.

    ``paid_until`` is a day a person typed: longer support that is paid for, or an end that they
    looked up. It fills in what nothing published says, and reaches past a published end only
    where the maker sells longer support, and no further than that.
    """
    alone = not any(part.is_known and not part.is_model for part in match.parts)
    found = [_with_typed(part, of_part(part, alone=alone), paid_until) for part in match.parts]
    if not found:
        return Reach(paid_until, paid_until)
    return Reach(_least(each.supported_until for each in found), _soonest(each.unsupported_after for each in found))


def general(match: Match) -> Reach:
    """How long all that is named is supported without anything paid for."""
    alone = not any(part.is_known and not part.is_model for part in match.parts)
    found = [of_part(part, alone=alone, paid=False) for part in match.parts]
    return Reach(_least(each.supported_until for each in found), _soonest(each.unsupported_after for each in found))


def of_part(part: Part, *, alone: bool, paid: bool = True) -> Reach:
    """How long one product is supported. A model with no end announced, ``alone`` without its system, tells nothing."""
    good_until = dates.add_months(part.product.looked_on, UNDATED_FOR)
    if part.is_known and part.product.updates_itself and not _dated(part.may_be):
        return Reach(good_until, None)
    if not part.may_be:
        return Reach()
    relied = None if part.is_model and alone else good_until
    found = [_of_release(each, part, relied) for each in part.may_be]
    whole = Reach(_least(each.supported_until for each in found), _latest(each.unsupported_after for each in found))
    return whole.longer(part.extended.until if part.extended and paid else None)


def _of_release(release: Release, part: Part, relied: date | None) -> Reach:
    if release.is_over:
        return Reach(None, part.product.looked_on)
    if release.ends_on is None:
        return Reach(relied, None)
    return Reach(release.ends_on, release.ends_on)


def _with_typed(part: Part, found: Reach, typed: date | None) -> Reach:
    if typed is None:
        return found
    if found.unsupported_after is None:
        return Reach(typed, typed)
    sold = [offer.until for release in part.may_be for offer in release.extended]
    return found.longer(min(typed, max(sold))) if sold else found


def _dated(releases: tuple[Release, ...]) -> bool:
    return any(each.ends_on is not None or each.is_over for each in releases)


def _least(days: Iterable[date | None]) -> date | None:
    """The first of the days; not sure of one is not sure of all."""
    held = list(days)
    known = [each for each in held if each is not None]
    return min(known) if known and len(known) == len(held) else None


def _soonest(days: Iterable[date | None]) -> date | None:
    """The first day after which something is sure not to be supported."""
    return min((each for each in days if each is not None), default=None)


def _latest(days: Iterable[date | None]) -> date | None:
    """The last of the days, where every one has a day: all that it may be must be over."""
    held = list(days)
    known = [each for each in held if each is not None]
    return max(known) if len(known) == len(held) else None
