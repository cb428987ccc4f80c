"""What devices and programs share: how much they matter, how long their makers look after them, and what must stay anyway."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import support
from guardbook.rules.registers.endings import reckoning
from guardbook.rules.registers.endings.matching import match
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.registers.support import WARN_WITHIN

AGREED_FOR = 12
"""Months for which an agreement to keep something without support is good (A-12, default)."""
_LONGEST = 200


class Importance(Choice):
    """How soon care would suffer without it."""

    VITAL = "vital", "At once: care cannot run without it"
    USEFUL = "useful", "Within a day or two"
    MINOR = "minor", "Hardly"


class Needs(Choice):
    """What something depends on (item 7.1.5)."""

    POWER = "power", "Power"
    INTERNET = "internet", "The internet or the phone line"
    NETWORK = "network", "Our own network or Wi-Fi"
    SYSTEM = "system", "Another system or its data"
    SUPPLIER = "supplier", "A supplier"
    PEOPLE = "people", "Somebody who knows how"
    COOLING = "cooling", "Cooling"


class Lasting(Protocol):
    """What an entry of either register holds about support."""

    @property
    def support_until(self) -> date | None: ...
    @property
    def risk_note(self) -> str: ...
    @property
    def risk_agreed_by(self) -> UUID | None: ...
    @property
    def risk_agreed_on(self) -> date | None: ...
    @property
    def understood(self) -> str: ...
    @property
    def supported_until(self) -> date | None: ...
    @property
    def unsupported_after(self) -> date | None: ...
    @property
    def accepted_until(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was understood of a description, and the two days that say how long it is supported."""

    understood: str = ""
    supported_until: date | None = None
    unsupported_after: date | None = None


def reckoned(words: str, typed_until: date | None, reference: Reference) -> Reckoned:
    """Work out what a description means. Source: rule E-04."""
    found = match(words, reference.endings)
    reach = reckoning.reach(found, typed_until)
    return Reckoned(support.understood(found)[:_LONGEST], reach.supported_until, reach.unsupported_after)


def accepted_until(entry: Lasting) -> date | None:
    """The last day on which the agreement to keep it is good: it needs words, a person and a day."""
    if not (entry.risk_note and entry.risk_agreed_by and entry.risk_agreed_on):
        return None
    return dates.add_months(entry.risk_agreed_on, AGREED_FOR)


def is_supported(entry: Lasting, on: date) -> bool | None:
    """Whether security fixes still come; None where that cannot be told."""
    if entry.unsupported_after is not None and on > entry.unsupported_after:
        return False
    return True if entry.supported_until is not None and on <= entry.supported_until else None


def is_accepted(entry: Lasting, on: date) -> bool:
    """Whether somebody has agreed, not too long ago, to keep it without support."""
    return entry.accepted_until is not None and on <= entry.accepted_until


def gaps(entry: Lasting, on: date, version: str) -> Iterator[Gap]:
    """What is wrong or unknown about support; ``version`` names the question that asks for it.

    Source: rule E-04 and items 8.1.4 and 8.2.1.
    """
    match is_supported(entry, on):
        case True:
            yield from _soon(entry, on)
        case False:
            yield from _over(entry, on)
        case None:
            text = "We cannot tell whether it still gets security fixes. Write the name and version as it shows them."
            if entry.understood:
                text = f"{entry.understood}: our dates are too old, or do not say. Look up when support ends and type it in."
            yield Gap(text, Severity.LOW, "support_until" if entry.understood else version, support.RULE)
    typed, published = entry.support_until, entry.unsupported_after
    if typed is not None and published is not None and typed > published:
        day = dates.in_words(published)
        yield Gap(
            f"You typed a later day, but the maker's last day is {day}. We go by that.", Severity.LOW, "support_until"
        )


def _soon(entry: Lasting, on: date) -> Iterator[Gap]:
    last = entry.supported_until
    if last is not None and last == entry.unsupported_after and last - on <= timedelta(days=WARN_WITHIN):
        text = f"Security fixes end on {dates.in_words(last)}. Plan what will replace it."
        yield Gap(text, Severity.MEDIUM, rule=support.RULE)


def _over(entry: Lasting, on: date) -> Iterator[Gap]:
    since = dates.in_words(entry.unsupported_after) if entry.unsupported_after else ""
    if not is_accepted(entry, on):
        agreed = " The agreement to keep it has run out." if entry.accepted_until else ""
        text = f"No security fixes since {since}.{agreed} Replace it, or write why it must stay and have that agreed."
        yield Gap(text, Severity.HIGH, "risk_note", support.RULE)
