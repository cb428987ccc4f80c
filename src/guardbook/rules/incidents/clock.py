"""B-02: the 72 hours, from the legal start and from the earlier, cautious one.

Sources: UK GDPR Art 33(1) and (2), Art 4A. A period in hours runs through nights, weekends and bank holidays.
The alarms and the question after a day of doubt are our own choice.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from guardbook.kernel.clock import in_uk
from guardbook.rules.clocks import hours
from guardbook.rules.incidents import sources
from guardbook.rules.verdict import Confidence, Reason

ALARM_HOURS = hours.MILESTONES
DOUBT = timedelta(hours=24)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """When who knew what; every moment is aware.

    ``controller_aware_at`` is when those in charge were reasonably certain, ``first_staff_certain_at`` when
    anybody on the staff was. ``notified_at`` is when the regulator was told.
    """

    controller_aware_at: datetime | None = None
    first_staff_certain_at: datetime | None = None
    processor_aware_at: datetime | None = None
    processor_told_us_at: datetime | None = None
    suspected_at: datetime | None = None
    gap_reason: str = ""
    notified_at: datetime | None = None
    delay_reason: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """The two starts and the two deadlines in UTC, the deadlines as a UK clock shows them, and what to ask.

    ``alarms`` count from the cautious start. ``refusals`` are reasons why what was told cannot be recorded so.
    """

    legal_start: datetime | None
    legal_deadline: datetime | None
    safe_start: datetime | None
    safe_deadline: datetime | None
    legal_deadline_local: str
    safe_deadline_local: str
    starts_differ: bool
    alarms: tuple[datetime, ...]
    processor_delay_hours: int | None
    questions: tuple[str, ...]
    refusals: tuple[str, ...]
    reasons: tuple[Reason, ...]


def deadline(start: datetime) -> datetime:
    """72 elapsed hours after an aware instant, in UTC, so that no clock change makes them longer or shorter."""
    return hours.hours(hours.Facts(start)).ends_at


def clock(facts: Facts) -> Clock:
    """Both clocks of a breach. Without a moment of certainty none runs yet."""
    legal = facts.controller_aware_at or facts.processor_told_us_at or facts.first_staff_certain_at
    known = (facts.controller_aware_at, facts.first_staff_certain_at, facts.processor_told_us_at)
    safe = min((each for each in known if each is not None), default=None)
    legal_end, safe_end = (deadline(each) if each else None for each in (legal, safe))
    return Clock(
        legal_start=_utc(legal),
        legal_deadline=legal_end,
        safe_start=_utc(safe),
        safe_deadline=safe_end,
        legal_deadline_local=local(legal_end),
        safe_deadline_local=local(safe_end),
        starts_differ=legal != safe,
        alarms=tuple(safe.astimezone(UTC) + each * _HOUR for each in ALARM_HOURS) if safe else (),
        processor_delay_hours=_processor_delay(facts),
        questions=_questions(facts, safe),
        refusals=_refusals(facts, legal_end),
        reasons=_reasons(facts, legal, safe),
    )


def local(instant: datetime | None) -> str:
    """A moment as a UK clock shows it, with the zone: "Mon 2026-10-26 16:00 GMT"."""
    return f"{in_uk(instant):%a %Y-%m-%d %H:%M %Z}" if instant else ""


def _utc(instant: datetime | None) -> datetime | None:
    return instant.astimezone(UTC) if instant else None


def _processor_delay(facts: Facts) -> int | None:
    if facts.processor_aware_at is None or facts.processor_told_us_at is None:
        return None
    return int((facts.processor_told_us_at - facts.processor_aware_at) / _HOUR)


def _questions(facts: Facts, safe: datetime | None) -> tuple[str, ...]:
    asked = []
    if facts.suspected_at and safe and safe - facts.suspected_at > DOUBT and not facts.gap_reason.strip():
        asked.append("More than a day passed between the first suspicion and being sure. Say why.")
    delay = _processor_delay(facts)
    if delay is not None and delay >= 24:
        asked.append(f"Your supplier took {delay} hours to tell you. Ask why, and look at the contract.")
    if facts.notified_at and safe and facts.notified_at > deadline(safe) and not facts.delay_reason.strip():
        asked.append("Counted from when the first of you was sure, the notice came after 72 hours. Say why.")
    return tuple(asked)


def _refusals(facts: Facts, legal_end: datetime | None) -> tuple[str, ...]:
    if facts.notified_at and legal_end and facts.notified_at > legal_end and not facts.delay_reason.strip():
        return ("The regulator was told after 72 hours. Say why it took longer.",)
    return ()


def _reasons(facts: Facts, legal: datetime | None, safe: datetime | None) -> tuple[Reason, ...]:
    if legal is None or safe is None:
        text = "Nobody is sure yet that a breach happened, so the 72 hours have not begun. Find out soon."
        return (Reason(text, "B-02", Confidence.READ_SECOND, sources.AWARENESS),)
    ends = f"{in_uk(deadline(legal)):%A %H:%M}"
    text = f"The 72 hours run from when you were reasonably sure, every hour counts, and they end on {ends}."
    found = [Reason(text, "B-02", Confidence.READ, sources.UK_GDPR_33)]
    if safe != legal:
        text = (
            f"Somebody was sure earlier, on {in_uk(safe):%A at %H:%M}. A regulator may count from then: "
            f"until {in_uk(deadline(safe)):%A %H:%M}. Work to that."
        )
        found.append(Reason(text, "B-02", Confidence.DEFAULT, sources.OUR_CHOICE))
    if facts.processor_told_us_at and facts.controller_aware_at is None:
        text = "A supplier had the breach. Your own 72 hours begin when the supplier tells you."
        found.append(Reason(text, "B-02", Confidence.READ_SECOND, sources.UK_GDPR_33))
    return tuple(found)
