"""The schedule and what it says of records to destroy: refusals, gaps, and the days worked out."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.registers import disposals, retention
from guardbook.rules.registers.disposals import Decision, Disposal, How
from guardbook.rules.registers.keeping import Hold
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Severity
from guardbook.rules.registers.retention import Record, ScheduleLine, Trigger
from guardbook.rules.registers.terms import Birthday, Period, Term, Unit

TODAY = date(2026, 11, 22)
PUBLISHED = {
    "care": Term(Period(8, Unit.YEARS)),
    "staff_file_alone": Term(birthday=Birthday.UNTIL),
    "cctv": Term(None, Period(30, Unit.DAYS)),
    "applicant": Term(Period(6, Unit.MONTHS), Period(12, Unit.MONTHS)),
}
REFERENCE = Reference(keeping=PUBLISHED)
CARE = ScheduleLine(
    name="Care records", kind=Record.CARE, starts=Trigger.CARE_ENDS, keep=8, unit=Unit.YEARS, comes_from="NHS code"
)
FOR_EVER = replace(CARE, keep=None, unit=Unit.FOR_EVER)
LINES = {
    "as published": (CARE, []),
    "no time": (replace(CARE, keep=None), ["keep"]),
    "a number of nothing": (replace(CARE, unit=None), ["keep"]),
    "shorter": (replace(CARE, keep=3), ["keep"]),
    "shorter with a reason": (replace(CARE, keep=3, reason="The council keeps them."), []),
    "longer": (replace(CARE, keep=9), ["reason"]),
    "for ever": (FOR_EVER, ["keep"]),
    "too long a time": (replace(CARE, keep=101), ["keep"]),
    "from nowhere": (replace(CARE, comes_from=""), ["comes_from"]),
    "not published": (replace(CARE, kind=Record.OTHER, keep=1), []),
    "camera recordings": (replace(CARE, kind=Record.CCTV, keep=400, unit=Unit.DAYS), ["keep"]),
}
FILE = Disposal(name="File 0412", kind=Record.CARE, triggered_on=date(2026, 3, 14))
DUE = replace(FILE, triggered_on=date(2018, 11, 22))
GONE = replace(DUE, decision=Decision.DESTROY, went_on=TODAY, how=How.SHREDDED)
STAFF = replace(FILE, kind=Record.STAFF_FILE_ALONE)
RECORDINGS = replace(FILE, kind=Record.CCTV, triggered_on=date(2026, 10, 1))
BATCHES = {
    "to be kept": (FILE, []),
    "clock not started": (replace(FILE, triggered_on=None), [("triggered_on", "medium")]),
    "in use again": (replace(FILE, used_again_on=date(2030, 6, 1)), []),
    "due today": (DUE, [("decision", "medium")]),
    "due, on hold": (replace(DUE, holds=(Hold.POLICE,)), [("holds", "info")]),
    "due, decided": (replace(DUE, decision=Decision.DESTROY), [("decision", "medium")]),
    "kept longer": (replace(DUE, keep_until=date(2030, 1, 1), why_longer="A claim is likely."), []),
    "kept longer without a reason": (replace(DUE, keep_until=date(2030, 1, 1)), [("why_longer", "medium")]),
    "staff, no birthday": (STAFF, [("turns_75_on", "medium")]),
    "staff": (replace(STAFF, turns_75_on=date(2035, 5, 2)), []),
    "recordings too old": (RECORDINGS, [("went_on", "high")]),
    "recordings on hold": (replace(RECORDINGS, holds=(Hold.CLAIM,)), [("holds", "info")]),
    "gone": (GONE, []),
    "gone, not how": (replace(GONE, how=None), [("how", "medium")]),
    "gone with a company": (replace(GONE, how=How.COMPANY), [("certificate", "medium")]),
    "gone with a company and certificate": (replace(GONE, how=How.COMPANY, certificate="No. 7"), []),
    "gone too soon": (replace(GONE, triggered_on=date(2020, 1, 1)), [("went_on", "high")]),
    "recordings gone early": (replace(RECORDINGS, went_on=date(2026, 10, 5), how=How.DELETED), []),
    "kind not published": (replace(FILE, kind=Record.OTHER), [("turns_75_on", "medium")]),
}


@pytest.mark.parametrize(("line", "about"), LINES.values(), ids=LINES)
def test_a_line_says_what_is_missing_or_doubtful(line: ScheduleLine, about: list[str]) -> None:
    settled = retention.settle(line, REFERENCE)

    assert [each.question for each in retention.gaps(settled, TODAY)] == about


@pytest.mark.parametrize(("batch", "about"), BATCHES.values(), ids=BATCHES)
def test_a_batch_says_what_is_to_be_done(batch: Disposal, about: list[tuple[str, str]]) -> None:
    settled = disposals.settle(batch, REFERENCE)

    assert [(each.question, each.severity) for each in disposals.gaps(settled, TODAY)] == about


def test_a_shorter_time_is_refused_without_a_reason() -> None:
    short = retention.settle(replace(CARE, keep=3), REFERENCE)

    assert "at least 8 years" in next(retention.refuses(short))
    assert not list(retention.refuses(replace(short, reason="The council keeps them.")))
    assert "at most 100 years" in next(retention.refuses(replace(CARE, keep=101)))
    assert not list(retention.refuses(retention.settle(FOR_EVER, REFERENCE)))


def test_records_on_hold_may_not_go() -> None:
    held = replace(DUE, holds=(Hold.REQUEST,))

    assert list(disposals.refuses(replace(held, went_on=TODAY)))
    assert list(disposals.refuses(replace(held, decision=Decision.PASS_ON)))
    assert not list(disposals.refuses(replace(held, decision=Decision.KEEP)))


def test_a_date_of_birth_is_refused() -> None:
    born = replace(STAFF, triggered_on=date(2026, 4, 30), turns_75_on=date(1960, 5, 2))

    assert "date of birth" in next(disposals.refuses(born))
    assert not list(disposals.refuses(replace(born, turns_75_on=date(2035, 5, 2))))
    assert not list(disposals.refuses(replace(born, turns_75_on=date(2017, 5, 2))))


def test_a_batch_tells_when_it_wants_a_look_years_ahead() -> None:
    found = disposals.REGISTER.attention(disposals.settle(FILE, REFERENCE), TODAY)

    assert found is not None
    assert found.on == date(2034, 3, 14)
    assert found.gap.severity is Severity.MEDIUM


def test_the_provider_s_own_time_comes_before_the_published_one() -> None:
    own = Reference(PUBLISHED, {"retention": (replace(CARE, keep=10, reason="Our insurer asks for it."),)})
    unpublished = Reference({}, {"retention": (replace(CARE, keep=3),)})

    assert disposals.settle(FILE, own).review_on == date(2036, 3, 14)
    assert disposals.settle(FILE, unpublished).review_on == date(2029, 3, 14)
    assert disposals.settle(FILE, Reference()).review_on is None


def test_of_two_times_for_one_kind_the_longer_counts() -> None:
    until_75 = replace(CARE, keep=None, birthday=Birthday.UNTIL)
    lines = (replace(CARE, keep=10), CARE, until_75, replace(CARE, keep=20))

    assert retention.terms_of(lines[:2]) == {"care": Term(Period(10, Unit.YEARS))}
    assert retention.terms_of(reversed(lines[:2])) == {"care": Term(Period(10, Unit.YEARS))}
    assert retention.terms_of(lines) == {"care": Term(birthday=Birthday.UNTIL)}
    assert retention.terms_of([replace(until_75, birthday=Birthday.SOONER), CARE]) == {
        "care": Term(Period(8, Unit.YEARS))
    }


@pytest.mark.parametrize(
    "line",
    [
        replace(CARE, kind=Record.OTHER),
        replace(CARE, kind=None),
        replace(CARE, is_checked=False),
        replace(CARE, keep=None),
    ],
    ids=["another kind", "no kind", "not checked here", "no time"],
)
def test_a_line_that_sets_no_time_sets_none(line: ScheduleLine) -> None:
    assert retention.terms_of([line]) == {}


def test_a_time_stands_unless_it_is_for_ever_or_too_short() -> None:
    assert retention.has_time(retention.settle(CARE, REFERENCE))
    assert retention.has_time(CARE)
    assert not retention.has_time(FOR_EVER)
    assert not retention.has_time(retention.settle(replace(CARE, keep=3), REFERENCE))
    assert not retention.has_time(replace(CARE, keep=None))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (CARE, "Care records: 8 years after care ends, or the person dies"),
        (replace(CARE, keep=1, starts=None), "Care records: 1 year"),
        (replace(CARE, keep=None, unit=Unit.FOR_EVER), "Care records: for ever"),
        (replace(CARE, keep=None, unit=None), "Care records"),
        (replace(CARE, keep=None, birthday=Birthday.UNTIL), "Care records: until the person's 75th birthday"),
        (
            replace(CARE, keep=6, starts=Trigger.LEAVING, birthday=Birthday.SOONER),
            "Care records: 6 years after the person leaves, or until the person's 75th birthday if that is sooner",
        ),
    ],
    ids=["after a trigger", "no trigger", "for ever", "no time", "birthday", "the sooner of two"],
)
def test_a_line_is_read_in_one_go(line: ScheduleLine, said: str) -> None:
    assert retention.in_words(line) == said
