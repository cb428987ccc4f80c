"""By when a request about somebody's own data must be answered, with pauses, a longer time and how we got there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.kernel.dates import Step, in_words
from guardbook.rules.clocks import counting
from guardbook.rules.clocks.counting import Span
from guardbook.rules.clocks.law import InForce, Topic
from guardbook.rules.clocks.published import NOTHING, Published
from guardbook.rules.verdict import Confidence, Reason

_DAY = timedelta(days=1)
INTERNAL_DAYS = 28
REMIND_DAYS = 14
SHORT, LONG = 1, 3
SOURCE = "UK GDPR Articles 12(3) and 12A"


class Right(StrEnum):
    """The right that is used. Only access stops the clock for a question about what is wanted."""

    ACCESS = "ACCESS"
    RECTIFICATION = "RECTIFICATION"
    ERASURE = "ERASURE"
    RESTRICTION = "RESTRICTION"
    PORTABILITY = "PORTABILITY"
    OBJECTION = "OBJECTION"
    AUTOMATED_DECISIONS = "AUTOMATED_DECISIONS"


class Regime(StrEnum):
    """The words of the law that hold for this request, by the day on which it came."""

    BEFORE_ARTICLE_12A = "BEFORE_ARTICLE_12A"
    ARTICLE_12A = "ARTICLE_12A"


class Running(StrEnum):
    """What the clock is doing."""

    RUNNING = "RUNNING"
    PAUSED = "PAUSED"
    NOT_STARTED = "NOT_STARTED"


@dataclass(frozen=True, slots=True)
class Question:
    """A question about which information is wanted; the day of the answer is None while it is open."""

    asked_on: date
    answered_on: date | None = None

    def __post_init__(self) -> None:
        if self.answered_on is not None and self.answered_on < self.asked_on:
            raise ValueError("answered_on: the answer cannot come before the question")


@dataclass(frozen=True, slots=True)
class Facts:
    """The days that decide. ``as_of`` is today: an open question is reckoned as if it were answered today."""

    received_on: date
    as_of: date
    right: Right = Right.ACCESS
    identity_asked_on: date | None = None
    identity_shown_on: date | None = None
    fee_asked_on: date | None = None
    fee_paid_on: date | None = None
    questions: tuple[Question, ...] = ()
    extension_notice_on: date | None = None
    published: Published = NOTHING


@dataclass(frozen=True, slots=True)
class Count:
    """One way of counting to one day."""

    on: date
    steps: tuple[Step, ...]
    missing_facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestClock:
    """Both days side by side. ``legal`` is None until the month has begun; ``safe`` is always there."""

    running: Running
    regime: Regime
    started_on: date | None
    legal: date | None
    safe: date
    internal_target: date
    notice_by: date | None
    notice_safe: date
    is_extended: bool
    paused_days: int
    remind_on: date | None
    decide_on: date | None
    headline: str
    steps: tuple[Step, ...]
    findings: tuple[Reason, ...]
    missing_facts: tuple[str, ...]


def request(facts: Facts) -> RequestClock:
    """Reckon the last day to answer a request (C-02; Articles 12(3), 12A; old text before 5 February 2026)."""
    regime, start = _regime(facts), _start(facts)
    from_day, pauses = start or facts.received_on, _pauses(facts)
    notice, notice_safe = _counts(facts, from_day, SHORT, pauses)
    is_extended = facts.extension_notice_on is not None and facts.extension_notice_on <= notice.on
    legal, safe = _counts(facts, from_day, LONG if is_extended else SHORT, pauses)
    open_since = _open_since(facts, start)
    running = Running.NOT_STARTED if start is None else Running.PAUSED if open_since else Running.RUNNING
    return RequestClock(
        running,
        regime,
        start,
        legal.on if start else None,
        safe.on,
        min(safe.on, from_day + timedelta(days=INTERNAL_DAYS)),
        notice.on if start else None,
        notice_safe.on,
        is_extended,
        counting.days_in_union(_counted(pauses, from_day)),
        open_since + timedelta(days=REMIND_DAYS) if open_since else None,
        dates.add_months(open_since, 1) if open_since else None,
        _headline(running, legal, safe, facts.as_of),
        (*_beginning(facts, regime, start), *legal.steps),
        tuple(_findings(facts, notice, is_extended)),
        counting.without_doubles(_law_missing(facts), legal.missing_facts, safe.missing_facts, notice.missing_facts),
    )


def pauses_clock(right: Right, regime: Regime) -> bool:
    """Whether a question about what is wanted stops the clock (Article 12A(5): access only)."""
    return right is Right.ACCESS and regime is Regime.ARTICLE_12A


def _regime(facts: Facts) -> Regime:
    held = facts.published.law.on(Topic.TIME_LIMITS, facts.received_on)
    return Regime.ARTICLE_12A if held is InForce.YES else Regime.BEFORE_ARTICLE_12A


def _law_missing(facts: Facts) -> tuple[str, ...]:
    unknown = facts.published.law.on(Topic.TIME_LIMITS, facts.received_on) is InForce.UNKNOWN
    return ("law",) if unknown else ()


def _start(facts: Facts) -> date | None:
    """The relevant time (Article 12A(3)): the last of the request, who they are, and the fee; None while one is open."""
    if _regime(facts) is Regime.BEFORE_ARTICLE_12A:
        return facts.received_on
    if facts.identity_asked_on and not facts.identity_shown_on:
        return None
    if facts.fee_asked_on and not facts.fee_paid_on:
        return None
    days = (facts.received_on, facts.identity_shown_on, facts.fee_paid_on if facts.fee_asked_on else None)
    return max(day for day in days if day is not None)


def _pauses(facts: Facts) -> tuple[Span, ...]:
    if not pauses_clock(facts.right, _regime(facts)):
        return ()
    return tuple(Span(each.asked_on, each.answered_on or max(each.asked_on, facts.as_of)) for each in facts.questions)


def _open_since(facts: Facts, start: date | None) -> date | None:
    if start is None or not pauses_clock(facts.right, _regime(facts)):
        return None
    return min((each.asked_on for each in facts.questions if each.answered_on is None), default=None)


def _counted(pauses: tuple[Span, ...], start: date) -> list[Span]:
    """Only the days after the start count; the first day never does (Article 12A(4))."""
    return [Span(max(each.first, start + _DAY), each.last) for each in pauses if each.last > start]


def _cautious(pauses: tuple[Span, ...], start: date) -> int:
    """The shorter count of the pauses: from question to answer, without the day of asking."""
    return sum((each.last - max(each.first, start)).days for each in counting.joined(pauses) if each.last > start)


def _counts(facts: Facts, start: date, months: int, pauses: tuple[Span, ...]) -> tuple[Count, Count]:
    """The day by the letter, with its working, and the cautious day."""
    calendar, plain = facts.published.calendar, dates.add_months(start, months)
    paused = counting.days_in_union(_counted(pauses, start))
    reached = plain + timedelta(days=paused)
    legal = dates.roll(reached, calendar)
    safe = counting.back(plain + timedelta(days=_cautious(pauses, start)), calendar)
    steps = [Step(plain, f"{'One month' if months == SHORT else 'Three months'} is {counting.weekday(plain)}.")]
    if paused:
        days = f"{paused} day{'' if paused == 1 else 's'}"
        steps.append(Step(reached, f"The clock stood still for {days}, so it is {counting.weekday(reached)}."))
    return Count(legal.on, (*steps, *legal.steps), legal.missing_facts), Count(safe.on, safe.steps, safe.missing_facts)


def _beginning(facts: Facts, regime: Regime, start: date | None) -> Iterator[Step]:
    yield Step(facts.received_on, f"Received {counting.weekday(facts.received_on)}.")
    if regime is Regime.BEFORE_ARTICLE_12A:
        text = "It came before Article 12A was in force, so the month runs from that day and no question stops it."
        yield Step(facts.received_on, text)
    elif start is None:
        text = "You asked who they are, or for a fee, and wait for it. The month begins when it comes. If the question \
was not needed, it began when the request came, so we count from there to be safe."
        yield Step(facts.received_on, text)
    elif start != facts.received_on:
        what = "they showed who they are" if start == facts.identity_shown_on else "the fee was paid"
        yield Step(start, f"The month began when {what}: {counting.weekday(start)}.")
    if facts.questions and not pauses_clock(facts.right, regime):
        yield Step(facts.received_on, "Your questions about what is wanted do not stop this clock.")


def _findings(facts: Facts, notice: Count, is_extended: bool) -> Iterator[Reason]:  # one fact of two
    if facts.extension_notice_on is not None and not is_extended:
        yield Reason(
            f"The notice of more time went out on {in_words(facts.extension_notice_on)}, after its last day, "
            f"{in_words(notice.on)}. It does not count: the first deadline stands.",
            "C-03",
            Confidence.READ,
            SOURCE,
        )


def _headline(running: Running, legal: Count, safe: Count, today: date) -> str:
    match running:
        case Running.NOT_STARTED:
            return f"The month has not begun. To be safe, answer by {counting.weekday(safe.on)}."
        case Running.PAUSED:
            return f"The clock is paused. If they answer today, the last day is {counting.weekday(legal.on)}."
        case Running.RUNNING if today > legal.on:
            return f"The last day was {counting.weekday(legal.on)}. Answer now, and say sorry for the delay."
        case Running.RUNNING:
            return f"Answer by {counting.weekday(safe.on)}. The last day by law is {counting.weekday(legal.on)}."
