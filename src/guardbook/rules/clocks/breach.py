"""The 72 hours for telling the regulator about a breach: by the letter, and by the earliest start anybody could argue."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from guardbook.rules.clocks import hours
from guardbook.rules.verdict import Confidence, Reason

ALLOWED = 72
LONG_LOOK = timedelta(hours=24)
SOURCE = "UK GDPR Article 33(1) and (2)"


@dataclass(frozen=True, slots=True)
class Facts:
    """Who knew when. Every instant carries its time zone; those that did not happen are left out.

    ``aware_at`` is when the provider was reasonably certain; ``staff_certain_at`` when the first person at work was.
    """

    aware_at: datetime | None = None
    suspected_at: datetime | None = None
    staff_certain_at: datetime | None = None
    processor_aware_at: datetime | None = None
    processor_told_us_at: datetime | None = None
    gap_reason: str = ""
    notified_at: datetime | None = None
    delay_reason: str = ""

    def __post_init__(self) -> None:
        if self.aware_at is None and self.processor_told_us_at is None:
            raise ValueError("aware_at: say when you knew, or when your supplier told you")


@dataclass(frozen=True, slots=True)
class BreachClock:
    """Both ends side by side; the headline and the reminders run from ``safe``."""

    legal: hours.HourClock
    safe: hours.HourClock
    steps: tuple[str, ...]
    findings: tuple[Reason, ...]
    is_in_order: bool
    supplier_took_hours: float | None = None
    notified_after_hours: float | None = None


def breach(facts: Facts) -> BreachClock:
    """Reckon when the regulator must have been told (B-02; Articles 33(1), 33(2))."""
    known = [facts.aware_at, facts.processor_told_us_at, facts.staff_certain_at]
    starts = [each for each in known if each is not None]
    legal, safe = (hours.hours(hours.Facts(start, ALLOWED)) for start in (starts[0], min(starts)))
    after = _between(legal.started_at, facts.notified_at)
    late = tuple(_late(facts, legal, safe))
    return BreachClock(
        legal,
        safe,
        tuple(_steps(legal, safe)),
        (*_gaps(facts, legal.started_at), *late),
        is_in_order=not late,
        supplier_took_hours=_between(facts.processor_aware_at, facts.processor_told_us_at),
        notified_after_hours=after,
    )


def _steps(legal: hours.HourClock, safe: hours.HourClock) -> Iterator[str]:
    yield from safe.steps
    if legal.started_at != safe.started_at:
        yield (
            f"By the letter it may be argued that the clock started on {hours.said(legal.started_at)} and ends on "
            f"{legal.words}. Work to the earlier end."
        )


def _gaps(facts: Facts, legal_start: datetime) -> Iterator[Reason]:
    took = _between(facts.processor_aware_at, facts.processor_told_us_at)
    if took is not None and took > 0:
        yield _said(
            f"Your supplier knew {took:g} hours before they told you. They must tell you without undue delay: ask why."
        )
    if facts.suspected_at and legal_start - facts.suspected_at > LONG_LOOK and not facts.gap_reason.strip():
        yield Reason(
            "More than 24 hours passed between the first suspicion and being sure. Write down what you did in between.",
            "B-02",
            Confidence.DEFAULT,
        )


def _late(facts: Facts, legal: hours.HourClock, safe: hours.HourClock) -> Iterator[Reason]:
    if facts.notified_at is None or facts.notified_at <= safe.ends_at or facts.delay_reason.strip():
        return
    known = "you knew" if facts.notified_at > legal.ends_at else "the first person at work was sure"
    yield _said(f"The regulator was told more than {ALLOWED} hours after {known}, so the notice must say why.")


def _between(first: datetime | None, then: datetime | None) -> float | None:
    return None if first is None or then is None else (then - first) / timedelta(hours=1)


def _said(text: str) -> Reason:
    return Reason(text, "B-02", Confidence.READ, SOURCE)
