"""How long a record is kept: comparisons with what is published, and what holds whatever the dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers import keeping
from guardbook.rules.registers.keeping import Clock, Facts, Hold, Measured, Standing
from guardbook.rules.registers.terms import MOST, Birthday, Period, Term, Unit
from guardbook.rules.verdict import Confidence

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
PERIODS = st.builds(Period, st.integers(0, 50), st.sampled_from([Unit.DAYS, Unit.MONTHS, Unit.YEARS]))
TERMS = st.builds(
    Term, st.none() | PERIODS, st.none() | PERIODS, st.none() | st.sampled_from(Birthday), st.just(Confidence.MEMORY)
)
CLOCKS = st.builds(Clock, DAYS, st.none() | DAYS, st.none() | DAYS, st.none() | DAYS)
HOLDS = st.lists(st.sampled_from(Hold), min_size=1, unique=True).map(tuple)

YEARS_8, YEARS_6, YEARS_3 = (Period(number, Unit.YEARS) for number in (8, 6, 3))
FOR_EVER = Period(0, Unit.FOR_EVER)
UNTIL, SOONER = Birthday.UNTIL, Birthday.SOONER
MEASURED = {
    "as published": (Term(YEARS_8), Term(YEARS_8), Measured.FITS),
    "the same in months": (Term(Period(96, Unit.MONTHS)), Term(YEARS_8), Measured.FITS),
    "shorter": (Term(YEARS_3), Term(YEARS_8), Measured.SHORTER),
    "no time": (Term(), Term(YEARS_8), Measured.SHORTER),
    "longer": (Term(Period(10, Unit.YEARS)), Term(YEARS_8), Measured.EXTENDED),
    "for ever": (Term(FOR_EVER), Term(YEARS_8), Measured.FOR_EVER),
    "longer than it may be": (Term(Period(400, Unit.DAYS)), Term(None, Period(30, Unit.DAYS)), Measured.TOO_LONG),
    "within the most": (Term(Period(14, Unit.DAYS)), Term(None, Period(30, Unit.DAYS)), Measured.FITS),
    "75 as published": (Term(None, birthday=UNTIL), Term(None, birthday=UNTIL), Measured.FITS),
    "6 years in place of 75": (Term(YEARS_6), Term(None, birthday=UNTIL), Measured.SHORTER),
    "75 in place of 8 years": (Term(None, birthday=UNTIL), Term(YEARS_8), Measured.SHORTER),
    "the sooner in place of 8 years": (Term(YEARS_8, birthday=SOONER), Term(YEARS_8), Measured.SHORTER),
    "the sooner as published": (Term(YEARS_6, birthday=SOONER), Term(YEARS_6, birthday=SOONER), Measured.FITS),
    "75 in place of the sooner": (Term(None, birthday=UNTIL), Term(YEARS_6, birthday=SOONER), Measured.FITS),
    "6 years in place of the sooner": (Term(YEARS_6), Term(YEARS_6, birthday=SOONER), Measured.FITS),
    "nothing published": (Term(YEARS_3), Term(), Measured.FITS),
}
WORDS = {
    "8 years": YEARS_8,
    "1 year": Period(1, Unit.YEARS),
    "30 days": Period(30, Unit.DAYS),
    "for ever": FOR_EVER,
    "at least 8 years": Term(YEARS_8),
    "at most 30 days": Term(None, Period(30, Unit.DAYS)),
    "until the person's 75th birthday": Term(birthday=UNTIL),
    "at least 6 years, or until the person's 75th birthday if that is sooner": Term(YEARS_6, birthday=SOONER),
}
LEFT = date(2026, 4, 30)
ENDS = {
    "sooner is the birthday": (Term(YEARS_6, birthday=SOONER), date(2028, 5, 2), date(2028, 5, 2)),
    "sooner is six years": (Term(YEARS_6, birthday=SOONER), date(2040, 5, 2), date(2032, 4, 30)),
    "sooner, birthday not said": (Term(YEARS_6, birthday=SOONER), None, date(2032, 4, 30)),
    "until a birthday not said": (Term(birthday=UNTIL), None, None),
    "75 before leaving": (Term(birthday=UNTIL), date(2025, 5, 2), LEFT),
    "for ever": (Term(FOR_EVER), None, None),
    "days": (Term(None, Period(30, Unit.DAYS)), None, date(2026, 5, 30)),
}


@pytest.mark.parametrize(("own", "published", "measured"), MEASURED.values(), ids=MEASURED)
def test_a_time_is_measured_against_the_published_one(own: Term, published: Term, measured: Measured) -> None:
    assert keeping.measure(own, published) is measured


@pytest.mark.parametrize(("text", "time"), WORDS.items(), ids=WORDS)
def test_a_time_reads_as_people_write_it(text: str, time: Period | Term) -> None:
    assert time.in_words == text


@pytest.mark.parametrize(("term", "turns_75_on", "ends_on"), ENDS.values(), ids=ENDS)
def test_a_75th_birthday_ends_the_time_as_published(term: Term, turns_75_on: date | None, ends_on: date | None) -> None:
    assert keeping.review_on(Clock(LEFT, turns_75_on=turns_75_on), term) == ends_on


@pytest.mark.parametrize("unit", Unit)
def test_a_period_has_an_end_in_sight(unit: Unit) -> None:
    with pytest.raises(ValueError, match="whole number"):
        Period(MOST[unit] + 1, unit)
    with pytest.raises(ValueError, match="whole number"):
        Period(-1, unit)


def test_a_date_that_is_missing_is_named() -> None:
    nothing = keeping.keep(Facts(LEFT, published=Term(birthday=UNTIL)))
    in_use = keeping.keep(Facts(LEFT, Clock(used_again_on=LEFT)))

    assert nothing.missing_facts == ("triggered_on", "turns_75_on")
    assert nothing.standing is Standing.UNKNOWN
    assert in_use.missing_facts == ()


def test_a_decision_to_keep_longer_moves_the_day() -> None:
    clock = Clock(LEFT, keep_until=date(2040, 1, 1))

    assert keeping.review_on(clock, Term(YEARS_8)) == date(2040, 1, 1)
    assert keeping.review_on(clock, Term()) == date(2040, 1, 1)
    assert keeping.must_go_on(clock, Term(None, Period(30, Unit.DAYS))) is None


def test_no_decision_stands_in_for_a_time_that_cannot_be_worked_out() -> None:
    clock = Clock(LEFT, keep_until=date(2030, 1, 1))

    assert keeping.review_on(clock, Term(birthday=UNTIL)) is None
    assert keeping.review_on(clock, Term(FOR_EVER)) is None


def test_a_time_longer_than_published_wants_a_reason() -> None:
    facts = Facts(LEFT, Clock(LEFT), own=Term(Period(10, Unit.YEARS)), published=Term(YEARS_8))

    assert [each.question for each in keeping.keep(facts).findings] == ["reason"]
    assert keeping.keep(replace(facts, reason="Our insurer asks for it.")).findings == ()


def test_a_time_without_end_is_found_and_one_that_nobody_published_may_stand() -> None:
    for_ever = keeping.keep(Facts(LEFT, Clock(LEFT), own=Term(FOR_EVER), published=Term(YEARS_8)))
    own = keeping.keep(Facts(LEFT, Clock(LEFT), own=Term(YEARS_3)))

    assert "for ever" in for_ever.findings[0].text
    assert own.time_may_stand
    assert own.review_on == date(2029, 4, 30)


@given(CLOCKS, TERMS)
def test_the_day_to_look_is_never_before_the_clock_starts(clock: Clock, term: Term) -> None:
    due = keeping.review_on(clock, term)

    assert due is None or clock.triggered_on is None or due >= clock.triggered_on


@given(CLOCKS, TERMS, HOLDS, DAYS)
def test_a_hold_always_stops_disposal(clock: Clock, term: Term, holds: tuple[Hold, ...], on: date) -> None:
    found = keeping.keep(Facts(on, clock, published=term, holds=holds))

    assert not found.may_be_destroyed
    assert found.findings == ()


@given(CLOCKS, TERMS, DAYS)
def test_only_what_is_due_may_be_destroyed(clock: Clock, term: Term, on: date) -> None:
    found = keeping.keep(Facts(on, clock, published=term))

    due = found.review_on is not None and found.review_on <= on and not clock.is_in_use
    assert found.may_be_destroyed is due


@given(CLOCKS, TERMS, PERIODS, st.integers(0, 50))
def test_a_longer_period_never_brings_the_day_forward(clock: Clock, term: Term, period: Period, more: int) -> None:
    before = keeping.review_on(clock, replace(term, least=period))
    after = keeping.review_on(clock, replace(term, least=replace(period, number=period.number + more)))

    assert (before is None) is (after is None)
    assert before is None or after is None or before <= after


@given(CLOCKS, TERMS, st.integers(0, 4000))
def test_keeping_longer_never_brings_the_day_forward(clock: Clock, term: Term, more: int) -> None:
    before = keeping.review_on(clock, term)
    if before is None:
        return  # there is no day to bring forward

    after = keeping.review_on(replace(clock, keep_until=before + timedelta(days=more)), term)

    assert after is not None
    assert after >= before


@given(PERIODS, PERIODS)
def test_only_a_reason_lets_a_shorter_time_stand(own: Period, published: Period) -> None:
    facts = Facts(LEFT, Clock(LEFT), own=Term(own), published=Term(published))

    assert keeping.keep(facts).time_may_stand is (keeping.length(own) >= keeping.length(published))
    assert keeping.keep(replace(facts, reason="Written down.")).time_may_stand
