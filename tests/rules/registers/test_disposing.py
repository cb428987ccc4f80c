"""Records go when their time is over, nothing holds them and somebody decided so; never before, and never by themselves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers import disposals, disposing
from guardbook.rules.registers.disposals import Decision, Disposal, How
from guardbook.rules.registers.disposing import Decided, Gone
from guardbook.rules.registers.keeping import Hold, Standing
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.retention import Record, ScheduleLine, Trigger
from guardbook.rules.registers.terms import Birthday, Period, Term, Unit

TODAY = date(2026, 11, 22)
EIGHT_YEARS = Term(Period(8, Unit.YEARS))
AT_MOST_30_DAYS = Term(None, Period(30, Unit.DAYS))
APPLICANT = Term(Period(6, Unit.MONTHS), Period(12, Unit.MONTHS))
PUBLISHED = {"care": EIGHT_YEARS, "cctv": AT_MOST_30_DAYS, "applicant": APPLICANT}
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def batch(kind: Record = Record.CARE, since: date | None = date(2018, 11, 22), **more: object) -> Disposal:
    """A batch with its days worked out by the published time."""
    made = Disposal(name="File 0412", kind=kind, triggered_on=since)
    return disposals.settle(replace(made, **more), Reference(keeping=PUBLISHED))  # type: ignore[arg-type]  # any answers


def published(entry: Disposal) -> Term:
    return PUBLISHED.get(entry.kind or "", Term())


DUE = batch()
RUNNING = batch(since=date(2019, 11, 22))
HELD = batch(holds=(Hold.POLICE,))
IN_USE = batch(used_again_on=date(2025, 1, 1))
UNKNOWN = batch(kind=Record.OTHER)
RECORDINGS = batch(Record.CCTV, date(2026, 11, 20))
TO_SHRED = replace(DUE, decision=Decision.DESTROY, decided_on=TODAY)
TO_PASS_ON = replace(DUE, decision=Decision.PASS_ON, decided_on=TODAY)
SHREDDED = replace(TO_SHRED, went_on=TODAY, how=How.SHREDDED)
STANDING = {
    Standing.DUE: DUE,
    Standing.RUNNING: RUNNING,
    Standing.HELD: HELD,
    Standing.IN_USE: IN_USE,
    Standing.UNKNOWN: UNKNOWN,
}
MAY_NOT_GO = {
    "running": (RUNNING, "must be kept until 22 November 2027"),
    "on hold": (HELD, "on hold"),
    "in use again": (IN_USE, "in use again"),
    "no time known": (UNKNOWN, "not known yet how long"),
    "kept for longer": (batch(keep_until=date(2027, 1, 1)), "must be kept until 1 January 2027"),
    "gone already": (SHREDDED, "gone already"),
}


@pytest.mark.parametrize("standing", STANDING)
def test_where_a_batch_stands(standing: Standing) -> None:
    entry = STANDING[standing]

    assert disposing.standing(entry, published(entry), TODAY) is standing


@pytest.mark.parametrize(("entry", "why"), MAY_NOT_GO.values(), ids=MAY_NOT_GO)
@pytest.mark.parametrize("decision", [Decision.DESTROY, Decision.PASS_ON])
def test_what_may_not_go_is_refused_in_words(entry: Disposal, why: str, decision: Decision) -> None:
    (said,) = disposing.why_not_decided(entry, Decided(decision), published(entry), TODAY)

    assert why in said


@pytest.mark.parametrize("decision", [Decision.DESTROY, Decision.PASS_ON])
@pytest.mark.parametrize("entry", [DUE, RECORDINGS], ids=["time is over", "only a longest time"])
def test_what_is_due_may_go(entry: Disposal, decision: Decision) -> None:
    assert not list(disposing.why_not_decided(entry, Decided(decision), published(entry), TODAY))

    after = disposing.decided(entry, Decided(decision), TODAY)
    assert (after.decision, after.decided_on, after.keep_until) == (decision, TODAY, None)
    assert disposing.is_to_go(after)


def test_a_time_of_one_s_own_as_long_as_the_longest_is_no_leave_to_go_early() -> None:
    own = ScheduleLine(
        name="Applications", kind=Record.APPLICANT, starts=Trigger.RECEIVED, keep=12, unit=Unit.MONTHS, comes_from="Us"
    )
    entry = disposals.settle(
        Disposal(name="Applications 2026", kind=Record.APPLICANT, triggered_on=date(2026, 10, 1)),
        Reference(keeping=PUBLISHED, own={"retention": (own,)}),
    )
    assert entry.review_on == entry.must_go_on

    assert disposing.standing(entry, APPLICANT, TODAY) is Standing.RUNNING


@pytest.mark.parametrize("term", [EIGHT_YEARS, Term(), APPLICANT, Term(None, Period(1, Unit.YEARS), Birthday.SOONER)])
def test_only_what_has_just_a_longest_time_may_go_early(term: Term) -> None:
    assert not disposing.may_go_early(term)
    assert disposing.may_go_early(AT_MOST_30_DAYS)


@pytest.mark.parametrize("entry", [DUE, RUNNING, HELD, UNKNOWN], ids=["due", "running", "held", "unknown"])
def test_anything_may_be_kept_for_longer_with_a_day_and_a_reason(entry: Disposal) -> None:
    said = Decided(Decision.KEEP, date(2028, 1, 1), " Our insurer asks. ")

    assert not list(disposing.why_not_decided(entry, said, EIGHT_YEARS, TODAY))
    after = disposing.decided(entry, said, TODAY)
    assert (after.keep_until, after.why_longer) == (date(2028, 1, 1), "Our insurer asks.")
    assert not disposing.is_to_go(after)


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        (Decided(Decision.KEEP), ["until when", "why"]),
        (Decided(Decision.KEEP, TODAY, "Our insurer asks."), ["until when"]),
        (Decided(Decision.KEEP, date(2028, 1, 1), "  "), ["why"]),
    ],
    ids=["nothing said", "not in the future", "no reason"],
)
def test_keeping_longer_needs_a_day_to_come_and_a_reason(said: Decided, faults: list[str]) -> None:
    found = list(disposing.why_not_decided(DUE, said, EIGHT_YEARS, TODAY))

    assert [fault in sentence for fault, sentence in zip(faults, found, strict=True)] == [True] * len(faults)


@pytest.mark.parametrize(
    ("entry", "said", "why"),
    [
        (DUE, Gone(TODAY, How.SHREDDED), "First decide"),
        (replace(DUE, decision=Decision.KEEP), Gone(TODAY, How.SHREDDED), "First decide"),
        (SHREDDED, Gone(TODAY, How.SHREDDED), "gone already"),
        (TO_SHRED, Gone(TODAY), "how they were destroyed"),
        (TO_SHRED, Gone(TODAY, How.PASSED_ON), "how they were destroyed"),
        (TO_SHRED, Gone(date(2026, 11, 23), How.SHREDDED), "in the future"),
        (TO_SHRED, Gone(date(2026, 11, 21), How.SHREDDED), "must be kept until 22 November 2026"),
        (replace(TO_SHRED, holds=(Hold.CLAIM,)), Gone(TODAY, How.SHREDDED), "on hold"),
    ],
    ids=["nobody decided", "to be kept", "gone", "not how", "passed on", "tomorrow", "too early", "on hold"],
)
def test_why_it_is_not_written_down_that_they_went(entry: Disposal, said: Gone, why: str) -> None:
    (found,) = disposing.why_not_gone(entry, said, published(entry), TODAY)

    assert why in found


@pytest.mark.parametrize(
    ("entry", "said", "how", "is_destroyed"),
    [
        (TO_SHRED, Gone(TODAY, How.COMPANY, " C 17 "), How.COMPANY, True),
        (TO_PASS_ON, Gone(TODAY), How.PASSED_ON, False),
    ],
    ids=["destroyed", "passed on"],
)
def test_it_is_written_down_that_they_went(entry: Disposal, said: Gone, how: How, is_destroyed: bool) -> None:
    assert not list(disposing.why_not_gone(entry, said, EIGHT_YEARS, TODAY))

    after = disposing.gone(entry, said)
    assert (after.went_on, after.how, after.certificate) == (TODAY, how, said.certificate.strip())
    assert disposing.is_destroyed(after) is is_destroyed
    assert not disposing.is_destroyed(entry)


@pytest.mark.parametrize(
    ("entry", "early"),
    [
        (SHREDDED, False),
        (replace(SHREDDED, went_on=date(2026, 11, 21)), True),
        (replace(RECORDINGS, went_on=TODAY), False),
        (DUE, False),
        (replace(UNKNOWN, went_on=TODAY), False),
    ],
    ids=["on the day", "a day before", "only a longest time", "still here", "no time known"],
)
def test_whether_they_went_before_their_time(entry: Disposal, early: bool) -> None:
    assert disposing.went_early(entry, published(entry)) is early


@given(DAYS, DAYS, st.none() | DAYS, st.booleans(), st.sampled_from([Decision.DESTROY, Decision.PASS_ON]))
def test_nothing_goes_before_its_time_whatever_is_typed(
    since: date, on: date, keep_until: date | None, held: bool, decision: Decision
) -> None:
    entry = batch(since=since, keep_until=keep_until, holds=(Hold.OTHER,) if held else ())
    refused = list(disposing.why_not_decided(entry, Decided(decision), EIGHT_YEARS, on))

    over = EIGHT_YEARS.usual is not None and (EIGHT_YEARS.usual.ends(since) or date.max) <= on
    longer = keep_until is not None and keep_until > on
    assert bool(refused) is (held or longer or not over)


@given(DAYS, st.integers(min_value=1, max_value=3000))
def test_writing_down_a_day_before_the_time_was_over_is_refused(since: date, days: int) -> None:
    entry = replace(batch(since=since), decision=Decision.DESTROY)
    assert entry.review_on is not None
    went = Gone(entry.review_on - timedelta(days=days), How.SHREDDED)

    assert list(disposing.why_not_gone(entry, went, EIGHT_YEARS, date(2060, 1, 1)))
