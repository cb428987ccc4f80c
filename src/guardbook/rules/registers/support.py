"""Is what a description names still supported on a day, until when, and what must be asked (rule E-04)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.registers.endings import reckoning
from guardbook.rules.registers.endings.found import Part
from guardbook.rules.registers.endings.matching import Match, match
from guardbook.rules.registers.endings.published import Endings
from guardbook.rules.registers.endings.reckoning import Reach
from guardbook.rules.verdict import Confidence, Reason

WARN_WITHIN = 180
RULE = "E-04"


class Status(StrEnum):
    """Whether security fixes still come. SUPPORTED_ESU is past the general end, on fixes that are paid for or joined."""

    SUPPORTED = "SUPPORTED"
    SUPPORTED_ESU = "SUPPORTED_ESU"
    UNSUPPORTED = "UNSUPPORTED"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Facts:
    """A description in anybody's words. ``paid_until`` is a day somebody typed for longer support, or looked up."""

    text: str
    as_of: date
    paid_until: date | None = None
    endings: Endings = field(default_factory=Endings)


@dataclass(frozen=True, slots=True)
class Named:
    """One thing the description names, as it was understood; ``release`` is "" where it does not say which."""

    product: str
    release: str
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """The verdict. ``until`` is the last day that is sure; ``since`` the last day it was supported.

    ``warns`` is True within 180 days of the end. ``asks`` says what a person must look up.
    """

    status: Status
    named: tuple[Named, ...]
    understood: str
    until: date | None = None
    since: date | None = None
    days_left: int | None = None
    warns: bool = False
    asks: str = ""
    reasons: tuple[Reason, ...] = ()
    missing_facts: tuple[str, ...] = ()


def support(facts: Facts) -> Support:
    """Say whether what is described is still supported.

    Source: rule E-04, the makers' published days, and the toolkit's items 8.1.4 and 8.2.1. On the
    last day it still is. The rule book warns from 180 days before until the day before; we warn
    on the last day too.
    """
    found = match(facts.text, facts.endings)
    reach = reckoning.reach(found, facts.paid_until)
    status = _status(found, reach, facts.as_of)
    until = reach.supported_until if status in {Status.SUPPORTED, Status.SUPPORTED_ESU} else None
    days_left = (until - facts.as_of).days if until and reach.is_dated else None
    return Support(
        status,
        tuple(Named(part.product.key, part.release, part.assumed) for part in found.parts),
        understood(found),
        until=until if days_left is not None else None,
        since=reach.unsupported_after if status is Status.UNSUPPORTED else None,
        days_left=days_left,
        warns=days_left is not None and days_left <= WARN_WITHIN,
        asks=asks(found) if status is Status.UNKNOWN else "",
        reasons=(Reason(_sentence(found, reach, status), RULE, _confidence(found), _source(found)),),
        missing_facts=_missing(found) if status is Status.UNKNOWN else (),
    )


def understood(found: Match) -> str:
    """What a description was taken to mean, such as "Windows 11 24H2, taken as Home or Pro"; "" where nothing."""
    return "; ".join(_in_words(part) for part in found.parts if part.is_known)


def asks(found: Match) -> str:
    """What a person must look up so that it can be told."""
    unknown = [part for part in found.parts if not part.is_known] or list(found.parts)
    told = next((part.product.asks for part in unknown if part.product.asks), "")
    return told or "Write down the maker, the name and the version, as the device or program shows them."


def _status(found: Match, reach: Reach, on: date) -> Status:
    if reach.unsupported_after is not None and on > reach.unsupported_after:
        return Status.UNSUPPORTED
    if reach.supported_until is None or on > reach.supported_until:
        return Status.UNKNOWN
    general = reckoning.general(found).supported_until if found.parts else None
    return Status.SUPPORTED_ESU if general is not None and on > general else Status.SUPPORTED


def _in_words(part: Part) -> str:
    name = part.release if part.is_model or part.release == part.product.name else f"{part.product.name} {part.release}"
    return f"{name}, taken as {part.assumed}" if part.assumed else name


def _sentence(found: Match, reach: Reach, status: Status) -> str:
    what = understood(found) or "This"
    sure = dates.in_words(reach.supported_until) if reach.supported_until else ""
    over = dates.in_words(reach.unsupported_after) if reach.unsupported_after else ""
    match status:
        case Status.UNSUPPORTED:
            later = " If a later year of support is paid for, say until when." if _may_be_paid(found) else ""
            return f"{what} had its last security fix by {over}. Replace or update it.{later}"
        case Status.UNKNOWN:
            return f"We cannot tell from these words whether it still gets security fixes. {asks(found)}"
        case Status.SUPPORTED_ESU:
            return f"{what} gets fixes until {sure}, and only where that is paid for or joined."
        case Status.SUPPORTED:
            return f"{what} gets security fixes until {sure}." if over else _still(found, what)


def _still(found: Match, what: str) -> str:
    looked_on = dates.in_words(min(part.product.looked_on for part in found.parts))
    only_newest = " Only the newest version is sure to get every fix." if _is_behind(found) else ""
    return f"{what} still got fixes on {looked_on}, and no end was announced.{only_newest}"


def _may_be_paid(found: Match) -> bool:
    """True where the words say that longer support is paid for, and do not say for which year."""
    return any(
        part.extended is not None and any(offer.until > part.extended.until for offer in release.extended)
        for part in found.parts
        for release in part.may_be
    )


def _is_behind(found: Match) -> bool:
    """True where something with no end announced is not its maker's newest."""
    return any(
        part.may_be and part.may_be[0].is_undated and not part.is_model and part.may_be[0] != part.product.releases[0]
        for part in found.parts
    )


_WEAKEST_FIRST = (
    Confidence.UNCERTAIN,
    Confidence.MEMORY,
    Confidence.INFERRED,
    Confidence.DEFAULT,
    Confidence.READ_SECOND,
    Confidence.READ,
)


def _confidence(found: Match) -> Confidence:
    """As sure as the least sure part of the reading."""
    held = [part.confidence for part in found.parts] + [part.product.confidence for part in found.parts]
    held += [part.extended.confidence for part in found.parts if part.extended]
    if _is_behind(found) or not held:
        held.append(Confidence.UNCERTAIN)
    return min(held, key=_WEAKEST_FIRST.index)


def _source(found: Match) -> str:
    return next((part.product.source for part in found.parts if part.product.source), "")


def _missing(found: Match) -> tuple[str, ...]:
    """What would have to be known: a version that is not written, or that is newer than all that is published here."""
    if not found.parts:
        return ("what it is and which version",)
    unknown = [part for part in found.parts if not part.is_known] or list(found.parts)
    return tuple(f"which version it runs: {part.product.name}" for part in unknown)
