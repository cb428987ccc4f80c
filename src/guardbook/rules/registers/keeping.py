"""How long a record is kept, and when to look whether it may go: the engine behind the retention schedule (rule D-11).

Periods are what is published at least, or at most; the numbers are data and come in as arguments. The
clock starts when a record stops being used, starts again when it comes back into use, and stands
still for nobody's convenience: only a hold stops disposal.

Source: NHS Records Management Code of Practice, as Digital Care Hub abridges it for adult social care.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.registers.terms import CODE, Birthday, Period, Term, Unit
from guardbook.rules.verdict import Confidence

_FROM = date(2001, 1, 1)  # lengths are compared from one fixed day, so that 12 months are a year and 365 days


class Hold(Choice):
    """Why a record that is due may not be destroyed."""

    POLICE = "police", "The police or a court asked for it"
    CLAIM = "claim", "There is a claim or a complaint"
    INQUIRY = "inquiry", "A public inquiry may need it"
    REQUEST = "request", "Somebody has asked to see it"
    OTHER = "other", "Another reason"


class Measured(Choice):
    """How a provider's own time compares with the published one."""

    FITS = "fits", "As published"
    SHORTER = "shorter", "Shorter than published"
    EXTENDED = "extended", "Longer than published"
    TOO_LONG = "too_long", "Longer than it may be"
    FOR_EVER = "for_ever", "For ever"


class Standing(Choice):
    """Where a record stands on a day."""

    IN_USE = "in_use", "In use again"
    RUNNING = "running", "To be kept"
    DUE = "due", "Due for review"
    HELD = "held", "Due, but on hold"
    UNKNOWN = "unknown", "Not known yet"


@dataclass(frozen=True, slots=True)
class Clock:
    """What starts, restarts and lengthens the time of one record or batch.

    ``triggered_on`` is when it stopped being used; ``used_again_on`` when it came back into use, which
    stops the clock until a later ``triggered_on``. ``keep_until`` is a decision to keep it longer.
    """

    triggered_on: date | None = None
    used_again_on: date | None = None
    turns_75_on: date | None = None
    keep_until: date | None = None

    @property
    def is_in_use(self) -> bool:
        """Whether it came back into use after it last stopped."""
        return self.used_again_on is not None and (self.triggered_on is None or self.used_again_on >= self.triggered_on)


def review_on(clock: Clock, term: Term) -> date | None:
    """The day to look whether a record may go (D-11); None while it is in use, for ever, or a date is missing."""
    if clock.is_in_use or clock.triggered_on is None:
        return None
    found = _end(clock.triggered_on, term, clock.turns_75_on)
    if clock.keep_until is None:
        return found
    if found is None:  # where a time is published but cannot be worked out, no decision may stand in for it
        return max(clock.triggered_on, clock.keep_until) if term.is_empty else None
    return max(found, clock.keep_until)


def must_go_on(clock: Clock, term: Term) -> date | None:
    """The last day a record may be kept, where there is a longest time; a hold or a decision to keep comes before it."""
    if clock.is_in_use or clock.triggered_on is None or term.most is None or clock.keep_until is not None:
        return None
    return term.most.ends(clock.triggered_on)


def standing(clock: Clock, term: Term, holds: tuple[Hold, ...], on: date) -> Standing:
    """Where a record stands on a day. Only DUE may be destroyed, after its owner has looked."""
    if clock.is_in_use:
        return Standing.IN_USE
    due = review_on(clock, term)
    if due is None:
        return Standing.UNKNOWN
    if due > on:
        return Standing.RUNNING
    return Standing.HELD if holds else Standing.DUE


def measure(own: Term, published: Term) -> Measured:
    """How a provider's own time (its ``least`` and ``birthday``) compares with the published one."""
    keep = own.least
    if keep is not None and keep.unit is Unit.FOR_EVER:
        return Measured.FOR_EVER
    if _ends_sooner(own, published):
        return Measured.SHORTER
    if keep is None or own.birthday is Birthday.UNTIL:
        return Measured.FITS
    if published.most is not None and length(keep) > length(published.most):
        return Measured.TOO_LONG
    return Measured.EXTENDED if length(keep) > length(published.least or keep) else Measured.FITS


def is_allowed(measured: Measured, reason: str) -> bool:
    """Whether a time may be set: one shorter than published only with a reason that is written down."""
    return measured is not Measured.SHORTER or bool(reason.strip())


def objections(measured: Measured, published: str, known: Confidence, reason: str) -> Iterator[Gap]:
    """What speaks against a time that was set (D-11). ``published`` says in words what it was measured against."""
    said = f"The published schedule says: {published}."
    explained = bool(reason.strip())
    match measured:
        case Measured.SHORTER if not explained:
            text = f"{said} Do not keep it for less, unless you write down why."
            yield Gap(text, Severity.HIGH, "keep", "D-11", known, CODE)
        case Measured.FOR_EVER:
            text = "Nothing about people may be kept for ever. Set a time."
            yield Gap(text, Severity.MEDIUM, "keep", "D-11", Confidence.MEMORY, "UK GDPR, Article 5(1)(e)")
        case Measured.TOO_LONG if not explained:
            text = f"{said} Keep it only as long as you need it, or write down why you need it longer."
            yield Gap(text, Severity.MEDIUM, "keep", "D-11", known, CODE)
        case Measured.EXTENDED if not explained:
            yield Gap(f"{said} Write down why you keep it longer.", Severity.LOW, "reason", "D-11", known, CODE)
        case _:
            return


@dataclass(frozen=True, slots=True)
class Facts:
    """One record or batch: the provider's own time where it set one, the published time, and what has happened.

    ``reason`` is why the own time differs from the published one.
    """

    as_of: date
    clock: Clock = field(default_factory=Clock)
    own: Term | None = None
    published: Term | None = None
    holds: tuple[Hold, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Keeping:
    """When to look, whether the record may be destroyed today, whether the time may stand, and what speaks against it."""

    standing: Standing
    review_on: date | None
    must_go_on: date | None
    may_be_destroyed: bool
    time_may_stand: bool
    findings: tuple[Gap, ...]
    missing_facts: tuple[str, ...]


def keep(facts: Facts) -> Keeping:
    """How long one record is kept, and what may be done with it on the day given (D-11)."""
    published = facts.published or Term()
    own = facts.own or published
    term = replace(published, least=own.least, birthday=own.birthday)
    measured = measure(own, published) if facts.own and facts.published else Measured.FITS
    stands = standing(facts.clock, term, facts.holds, facts.as_of)
    last_day = must_go_on(facts.clock, term)
    return Keeping(
        standing=stands,
        review_on=review_on(facts.clock, term),
        must_go_on=last_day,
        may_be_destroyed=stands is Standing.DUE,
        time_may_stand=is_allowed(measured, facts.reason),
        findings=(
            *objections(measured, published.in_words, published.confidence, facts.reason),
            *_overstayed(last_day, facts),
        ),
        missing_facts=tuple(_missing(facts.clock, term)),
    )


def _overstayed(last_day: date | None, facts: Facts) -> Iterator[Gap]:
    if last_day is not None and last_day < facts.as_of and not facts.holds:
        text = f"This should have gone by {dates.in_words(last_day)}. Destroy it safely, or say why not."
        known = facts.published.confidence if facts.published else Confidence.DEFAULT
        yield Gap(text, Severity.HIGH, "went_on", "D-11", known, CODE)


def _missing(clock: Clock, term: Term) -> Iterator[str]:
    if clock.is_in_use:
        return
    if clock.triggered_on is None:
        yield "triggered_on"
    if term.birthday is not None and clock.turns_75_on is None:
        yield "turns_75_on"


def _end(triggered_on: date, term: Term, turns_75_on: date | None) -> date | None:
    after = term.usual.ends(triggered_on) if term.usual else None
    birthday = max(triggered_on, turns_75_on) if turns_75_on else None
    match term.birthday:
        case None:
            return after
        case Birthday.UNTIL:
            return birthday
        case Birthday.SOONER:
            return min((each for each in (after, birthday) if each is not None), default=None)


def _ends_sooner(own: Term, published: Term) -> bool:
    """Whether a provider's own time may end before the published one does."""
    match published.birthday, own.birthday:
        case Birthday.UNTIL, _:
            return own.birthday is not Birthday.UNTIL
        case Birthday.SOONER, Birthday.UNTIL:
            return False
        case None, Birthday():
            return True
        case _:
            return published.least is not None and (own.least is None or length(own.least) < length(published.least))


def length(period: Period) -> int:
    """About how many days a period has, so that two can be compared."""
    end = period.ends(_FROM)
    return (end - _FROM).days if end else (date.max - _FROM).days
