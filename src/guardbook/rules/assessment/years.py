"""Toolkit years: which one a day belongs to, what is due next, and what a publication is worth."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.assessment.status import Goal, Published
from guardbook.rules.frameworks.packs import Framework


class Publication(StrEnum):
    """What is known of this year's publication."""

    NOT_FROZEN = "not_frozen"
    FROZEN = "frozen"
    ON_PORTAL = "on_portal"


@dataclass(frozen=True, slots=True)
class Due:
    """The next publication to make, and the one that was missed, if any."""

    year: str
    on: date
    days_left: int
    missed_year: str = ""
    days_overdue: int = 0


def year_of(on: date) -> str:
    """The toolkit year a day falls in (1 July to 30 June): "2026-27" for 22 November 2026."""
    start = on.year if on.month >= 7 else on.year - 1
    return f"{start}-{(start + 1) % 100:02}"


def closes_on(year: str) -> date:
    """The last day to publish for a toolkit year: 30 June (rule G-01)."""
    return date(int(year[:4]) + 1, 6, 30)


def after(year: str) -> str:
    """The toolkit year that follows."""
    return year_of(dates.add_months(closes_on(year), 1))


def before(year: str) -> str:
    """The toolkit year that went before."""
    return year_of(dates.add_months(closes_on(year), -12))


def due(published: Iterable[Published], as_of: date) -> Due:
    """What is to be published next, and by when.

    Source: rules G-01 (a fixed anchor: publishing early moves nothing) and G-03. Approaching
    Standards does not settle a year: the full publication is still to come.
    """
    settled = {each.year for each in published if each.goal is not Goal.APPROACHING}
    year = year_of(as_of)
    while year in settled:
        year = after(year)
    last = before(year_of(as_of))
    missed = last if last not in settled else ""
    return Due(
        year,
        closes_on(year),
        (closes_on(year) - as_of).days,
        missed,
        (as_of - closes_on(last)).days if missed else 0,
    )


@dataclass(frozen=True, slots=True)
class History:
    """What was published on the portal, and the day to judge (UK date)."""

    as_of: date
    published: tuple[Published, ...] = ()


def next_due(history: History) -> Due:
    """What is to be published next, and what was missed (rules G-01 and G-03)."""
    return due(history.published, history.as_of)


def worth(published: Published) -> str:
    """What may be said of a publication, in the order G-03 asks: year, status, next due."""
    next_due = closes_on(after(published.year))
    return (
        f"{published.year}: {published.goal.label}, published on {dates.in_words(published.on)}. "
        f"Next due by {dates.in_words(next_due)}."
    )


def closed_notice(framework: Framework, as_of: date) -> tuple[str, ...]:
    """What to know when our newest list is for a year that has closed; empty while it is open."""
    newest = next((each for each in framework.deadlines if each.version == framework.newest), None)
    if newest is None or newest.on >= as_of:
        return ()
    coming = framework.next_deadline(as_of)
    sentences = [
        f"The {newest.year} toolkit closed on {dates.in_words(newest.on)}.",
        f"Our list of questions is the one for {newest.year}.",
    ]
    if coming is not None:
        sure = " as far as we know" if coming.known.confidence.needs_checking else ""
        sentences.append(f"The {coming.year} toolkit closes on {dates.in_words(coming.on)}{sure}.")
    if framework.next_version:
        sentences.append(framework.next_version)
    return tuple(sentences)


def publication(*, frozen: bool, on_portal: Published | None, year: str) -> tuple[Publication, str]:
    """Where this year's publication stands, and the sentence for the home page."""
    if on_portal is not None and on_portal.year == year:
        return Publication.ON_PORTAL, worth(on_portal)
    if frozen:
        return Publication.FROZEN, "Frozen here. Not yet published on the NHS portal."
    return Publication.NOT_FROZEN, "Not yet published on the NHS portal."
