"""How long the regulator may take to advise on a plan that stays risky, so that nobody starts before."""

from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.kernel.dates import Step, in_words
from guardbook.rules.clocks import counting, month
from guardbook.rules.clocks.published import NOTHING, Published
from guardbook.rules.verdict import Confidence, Reason

WEEKS, MORE_WEEKS = 8, 14


@dataclass(frozen=True, slots=True)
class Facts:
    """When the regulator received the whole request, what they said about more time, and days they waited for us."""

    received_on: date
    extended_on: date | None = None
    waited_for_us_days: int = 0
    published: Published = NOTHING

    def __post_init__(self) -> None:
        if self.waited_for_us_days < 0:
            raise ValueError("waited_for_us_days: give a whole number of 0 or more")


@dataclass(frozen=True, slots=True)
class Consultation:
    """The last day by which they should have written; ``longest`` if they take the six weeks more."""

    answer_by: date
    longest: date
    extension_by: date
    steps: tuple[Step, ...]
    reason: Reason
    missing_facts: tuple[str, ...]


def consultation(facts: Facts) -> Consultation:
    """Reckon the regulator's time for prior consultation (UK GDPR Article 36(2): 8 weeks, and 6 more).

    Waiting for information stops it. The rule book gives no example, so the figures wait to be checked.
    """
    calendar = facts.published.calendar
    waited = timedelta(days=facts.waited_for_us_days)
    weeks = WEEKS if facts.extended_on is None else MORE_WEEKS
    counted = facts.received_on + timedelta(weeks=weeks) + waited
    by, longest = (
        dates.roll(day, calendar) for day in (counted, facts.received_on + timedelta(weeks=MORE_WEEKS) + waited)
    )
    notice = month.month(month.Facts(facts.received_on, published=facts.published))
    steps = [
        Step(facts.received_on, f"Received by the regulator on {counting.weekday(facts.received_on)}."),
        Step(counted, f"{weeks} weeks{_with(facts)} is {counting.weekday(counted)}."),
        *by.steps,
    ]
    text = (
        f"Do not start before they have written, or before {in_words(by.on)} has passed. They may take until "
        f"{in_words(longest.on)} if they say so by {in_words(notice.legal)}."
    )
    reason = Reason(text, "D-05", Confidence.MEMORY, "UK GDPR Article 36(2)")
    missing = counting.without_doubles(by.missing_facts, longest.missing_facts)
    return Consultation(by.on, longest.on, notice.legal, tuple(steps), reason, missing)


def _with(facts: Facts) -> str:
    waited = facts.waited_for_us_days
    return f" and {waited} day{'' if waited == 1 else 's'} in which they waited for you" if waited else ""
