"""The data protection fee: which tier, how much, and by when (rule D-13).

Sources: Data Protection (Charges and Information) Regulations 2018 for the tiers and the
count of staff. The amounts change, so they are handed in as dated data.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import product

from guardbook.kernel import dates
from guardbook.rules.verdict import Confidence, Reason

REGULATIONS = "Data Protection (Charges and Information) Regulations 2018"
SMALL_TURNOVER, MEDIUM_TURNOVER = 632_000, 36_000_000
SMALL_STAFF, MEDIUM_STAFF = 10, 250
DAYS_TO_PAY = 21
_NO_END = 10**15


class Tier(StrEnum):
    """How large the payer is."""

    ONE = "tier_1"
    TWO = "tier_2"
    THREE = "tier_3"


class Liability(StrEnum):
    """Whether the fee must be paid at all."""

    PAY = "pay"
    MAYBE_EXEMPT = "maybe_exempt"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Amounts:
    """What each tier costs in pounds from a day on, and what direct debit takes off."""

    from_on: date
    tier_1: int
    tier_2: int
    tier_3: int
    direct_debit_less: int
    confidence: Confidence
    direct_debit_confidence: Confidence
    source: str

    def of(self, tier: Tier) -> int:
        """The amount for a tier, in pounds."""
        return {Tier.ONE: self.tier_1, Tier.TWO: self.tier_2, Tier.THREE: self.tier_3}[tier]


@dataclass(frozen=True, slots=True)
class Facts:
    """Who pays. ``turnover`` is in pounds, for the last financial year.

    Staff are either one average or a count for each completed month of that year. ``on_computer``
    and ``cctv`` decide whether an exemption is worth asking about. ``amounts`` are the published ones.
    """

    as_of: date
    charity: bool | None = None
    public_authority: bool | None = None
    turnover: int | None = None
    staff_average: float | None = None
    staff_each_month: tuple[int, ...] = ()
    direct_debit: bool = False
    on_computer: bool | None = None
    cctv: bool | None = None
    period_starts_on: date | None = None
    amounts: tuple[Amounts, ...] = ()

    def __post_init__(self) -> None:
        """Raise ``ValueError`` in words where a count cannot be true."""
        if self.turnover is not None and self.turnover < 0:
            raise ValueError("turnover: give a whole number of pounds, 0 or more")
        if any(count < 0 for count in self.staff_each_month) or (self.staff_average or 0) < 0:
            raise ValueError("staff: give a number of 0 or more")


@dataclass(frozen=True, slots=True)
class Fee:
    """Whether to pay, which tier, how much in pounds, and the last day to pay it.

    ``tier`` is None while a fact could still change it. ``checklist`` asks what must all be true
    for an exemption.
    """

    liability: Liability
    tier: Tier | None
    amount: int | None
    staff_average: float | None
    due_on: date | None
    reasons: tuple[Reason, ...]
    checklist: tuple[str, ...]
    missing_facts: tuple[str, ...]


CHECKLIST = (
    "Nothing about people is kept on a computer, tablet or phone, by you or by a supplier.",
    "You have no CCTV and no video doorbell.",
    "What you keep is only for your staff, your own accounts or your own advertising.",
    "Or you are not for profit, and keep only what your members need.",
)
"""What must be true for an exemption: all the keeping must be exempt, or the fee is due."""


def tier(facts: Facts) -> Fee:
    """Say which fee is due, how much it is, and by when. Source: rule D-13."""
    average = _average(facts)
    found = _tier(facts, average)
    amounts = _in_force(facts)
    cost = _cost(facts, found, amounts)
    due = None if facts.period_starts_on is None else last_day(facts.period_starts_on)
    return Fee(
        liability=_liability(facts),
        tier=found,
        amount=cost,
        staff_average=None if average is None else round(float(average), 4),
        due_on=due,
        reasons=(*_why_tier(facts, found, average), *_why_amount(facts, cost, amounts), *_why_due(due)),
        checklist=CHECKLIST if _liability(facts) is Liability.MAYBE_EXEMPT else (),
        missing_facts=_missing(facts, found, average, amounts),
    )


def last_day(period_starts_on: date) -> date:
    """The last day to pay: the first 21 days of a period count its first day (G-01.e5)."""
    return period_starts_on + timedelta(days=DAYS_TO_PAY - 1)


def next_period(runs_out_on: date | None) -> date | None:
    """The first day of the next period: the day after the last one that is paid."""
    return None if runs_out_on is None else runs_out_on + timedelta(days=1)


def last_year(first_month: int, before: date) -> date:
    """The first day of the last financial year that was over before a day. ``first_month`` is 1 to 12."""
    begins = date(before.year, first_month, 1)
    return dates.add_months(begins, -12 if begins <= before else -24)


@dataclass(frozen=True, slots=True)
class Spell:
    """The days on which somebody worked here; None is open."""

    from_on: date | None = None
    until_on: date | None = None


def each_month(spells: Iterable[Spell], year_starts_on: date, as_of: date) -> tuple[int, ...]:
    """How many people were staff in each completed month of a financial year (part-time counts as one)."""
    held = tuple(spells)
    starts = [dates.add_months(year_starts_on, month) for month in range(12)]
    ends = [dates.add_months(year_starts_on, month + 1) for month in range(12)]
    return tuple(
        sum(_is_here(spell, start, end) for spell in held)
        for start, end in zip(starts, ends, strict=True)
        if end <= as_of
    )


def _is_here(spell: Spell, start: date, end: date) -> bool:
    begun = spell.from_on is None or spell.from_on < end
    return begun and (spell.until_on is None or spell.until_on >= start)


def _average(facts: Facts) -> Fraction | None:
    if facts.staff_each_month:
        return Fraction(sum(facts.staff_each_month), len(facts.staff_each_month))
    return None if facts.staff_average is None else Fraction(str(facts.staff_average))


def _tier(facts: Facts, average: Fraction | None) -> Tier | None:
    """The tier, where nothing that is still unknown could change it."""
    possible = {
        _judge(charity, public, turnover, staff)
        for charity, public, turnover, staff in product(
            (True, False) if facts.charity is None else (facts.charity,),
            (True, False) if facts.public_authority is None else (facts.public_authority,),
            (0, _NO_END) if facts.turnover is None else (facts.turnover,),
            (Fraction(0), Fraction(_NO_END)) if average is None else (average,),
        )
    }
    return possible.pop() if len(possible) == 1 else None


def _judge(charity: bool, public: bool, turnover: int, staff: Fraction) -> Tier:
    if charity or staff <= SMALL_STAFF or (not public and turnover <= SMALL_TURNOVER):
        return Tier.ONE
    if staff <= MEDIUM_STAFF or (not public and turnover <= MEDIUM_TURNOVER):
        return Tier.TWO
    return Tier.THREE


def _liability(facts: Facts) -> Liability:
    if facts.on_computer or facts.cctv:
        return Liability.PAY
    asked = facts.on_computer is False and facts.cctv is False
    return Liability.MAYBE_EXEMPT if asked else Liability.CANNOT_TELL


def _in_force(facts: Facts) -> Amounts | None:
    on = facts.period_starts_on or facts.as_of
    known = [each for each in facts.amounts if each.from_on <= on]
    return max(known, key=lambda each: each.from_on) if known else None


def _cost(facts: Facts, found: Tier | None, amounts: Amounts | None) -> int | None:
    if found is None or amounts is None:
        return None
    return amounts.of(found) - (amounts.direct_debit_less if facts.direct_debit else 0)


def _why_tier(facts: Facts, found: Tier | None, average: Fraction | None) -> tuple[Reason, ...]:
    match found:
        case None:
            text = "What is still missing could change the tier."
        case Tier.ONE:
            text = f"Tier 1, because {_small(facts, average)}."
        case Tier.TWO:
            medium = average is not None and average <= MEDIUM_STAFF
            text = (
                f"Tier 2, because you have {MEDIUM_STAFF} staff or fewer, on average over the year."
                if medium
                else f"Tier 2, because your turnover is £{MEDIUM_TURNOVER:,} or less."
            )
        case Tier.THREE:
            text = "Tier 3, because you are over the limits of the other two."
    reasons = [Reason(text, "D-13", Confidence.READ, REGULATIONS)]
    if facts.public_authority and not facts.charity:
        text = "For a public authority only the number of staff counts, not the turnover."
        reasons.append(Reason(text, "D-13", Confidence.READ, REGULATIONS))
    return tuple(reasons)


def _small(facts: Facts, average: Fraction | None) -> str:
    if facts.charity:
        return "you are a charity"
    if average is not None and average <= SMALL_STAFF:
        return f"you have {SMALL_STAFF} staff or fewer, on average over the year"
    return f"your turnover is £{SMALL_TURNOVER:,} or less"


def _why_amount(facts: Facts, cost: int | None, amounts: Amounts | None) -> tuple[Reason, ...]:
    if cost is None or amounts is None:
        return ()
    text = f"The fee is £{cost:,}."
    if not facts.direct_debit:
        return (Reason(text, "D-13", amounts.confidence, amounts.source),)
    text += f" Direct debit takes £{amounts.direct_debit_less} off."
    return (Reason(text, "D-13", amounts.direct_debit_confidence, amounts.source),)


def _why_due(due: date | None) -> tuple[Reason, ...]:
    if due is None:
        return ()
    text = f"It is due in the first {DAYS_TO_PAY} days of your year with the regulator: by {dates.in_words(due)}."
    return (Reason(text, "D-13", Confidence.READ, REGULATIONS),)


def _missing(facts: Facts, found: Tier | None, average: Fraction | None, amounts: Amounts | None) -> tuple[str, ...]:
    open_facts = {
        "charity": facts.charity,
        "public_authority": facts.public_authority,
        "turnover": facts.turnover,
        "staff_average": average,
    }
    missing = [name for name, value in open_facts.items() if value is None] if found is None else []
    if amounts is None:
        missing.append("amounts")
    if facts.period_starts_on is None:
        missing.append("period_starts_on")
    return tuple(missing)
