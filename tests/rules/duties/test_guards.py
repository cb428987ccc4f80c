"""What the table of duties holds, when each concerns a provider, and that dates never slip."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import duties, packs
from guardbook.rules.assessment import standing
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.standing import Latest, Said
from guardbook.rules.assessment.states import State as AnswerState
from guardbook.rules.duties import due, ticking, unlocks
from guardbook.rules.duties.due import Done, Facts, State
from guardbook.rules.duties.duty import Anchor, Condition, Duty, Situation, concerns
from guardbook.rules.duties.ticking import WaiverFacts
from guardbook.rules.frameworks.items import AnswerKind
from guardbook.rules.registers import catalogue
from guardbook.rules.roles.vocabulary import Role
from tests.rules.assessment.examples import PLAIN, SOUND

TODAY = date(2026, 11, 22)
TABLE = duties.published()
DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize("duty", TABLE, ids=lambda duty: duty.key)
def test_each_duty_serves_something_that_is_there(duty: Duty) -> None:
    asked = {item.ref for item in packs.load("dspt", "8").items}

    assert set(duty.items) <= asked
    assert {duty.register, *duty.whole} <= {"", *catalogue.BY_SLUG}
    assert duty.role in {"", *Role}
    assert duty.evidence.endswith(".")
    assert duty.lead_days < duty.months * 30


def test_a_duty_that_nobody_knows_is_not_found() -> None:
    assert duties.find("cake") is None


FAULTY = {
    "fixed without a day": ({"anchor": "fixed"}, "has a day of the year"),
    "a day without a fixed anchor": ({"fixed_on": "06-30"}, "has a day of the year"),
    "fixed every month": ({"anchor": "fixed", "fixed_on": "06-30", "months": 1}, "every 12 months"),
    "a day that is none": ({"anchor": "fixed", "fixed_on": "06-31"}, "day is out of range"),
    "never": ({"months": 0}, "from 1 to 24"),
}
LINE = "name: Walk, why: It helps., lead_days: 7, minutes: 5, evidence: A note., confidence: default, source: Our own"


@pytest.mark.parametrize(("more", "fault"), FAULTY.values(), ids=FAULTY)
def test_a_line_that_contradicts_itself_is_refused(more: dict[str, object], fault: str, tmp_path: Path) -> None:
    said = {"months": 12} | more
    parts = ", ".join(
        f'{name}: "{value}"' if name == "fixed_on" else f"{name}: {value}" for name, value in said.items()
    )
    file = tmp_path / "duties.yaml"
    file.write_text(f"duties: [{{key: walk, {LINE}, {parts}}}]", "utf-8")

    with pytest.raises(ValueError, match=fault):
        duties.read(file)


def test_two_duties_with_one_key_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "duties.yaml"
    file.write_text("duties:\n" + f"  - {{key: walk, months: 12, {LINE}}}\n" * 2, "utf-8")

    with pytest.raises(ValueError, match="the same key"):
        duties.read(file)


def test_a_duty_concerns_only_whom_it_should() -> None:
    nobody = Situation()
    everybody = Situation(
        has_dpo=True,
        has_guardian=True,
        has_impact_assessment=True,
        has_cyber_essentials=True,
        has_own_mail=True,
        chosen=frozenset({"phishing-exercise"}),
    )

    assert all(concerns(duty, everybody) for duty in TABLE)
    assert {duty.only_if for duty in TABLE if concerns(duty, nobody) is None} == set(Condition) - {
        Condition.ALWAYS,
        Condition.CHOSEN,
    }
    assert [duty.key for duty in TABLE if concerns(duty, nobody) is False] == ["phishing-exercise"]


def test_every_word_that_people_see_is_there() -> None:
    assert all(state.label for state in State)
    assert all(condition.label for condition in Condition if condition is not Condition.ALWAYS)


WAIVERS = {
    "good": (WaiverFacts(TODAY, date(2027, 1, 31), "The manager is new.", "The owner"), ()),
    "a year": (WaiverFacts(TODAY, date(2027, 11, 22), "The manager is new.", "The owner"), ()),
    "too long": (WaiverFacts(TODAY, date(2027, 11, 23), "The manager is new.", "The owner"), ("22 November 2027",)),
    "today": (WaiverFacts(TODAY, TODAY, "The manager is new.", "The owner"), ("a day after today",)),
    "nothing said": (WaiverFacts(TODAY), ("until which day", "why it is left out", "who decided")),
}


@pytest.mark.parametrize(("facts", "faults"), WAIVERS.values(), ids=WAIVERS)
def test_leaving_out_needs_a_day_a_reason_and_somebody_who_decided(facts: WaiverFacts, faults: tuple[str, ...]) -> None:
    found = ticking.waiver_faults(facts)

    assert len(found) == len(faults)
    assert all(part in sentence for part, sentence in zip(faults, found, strict=True))


@given(st.sampled_from(TABLE), DAYS, DAYS, st.lists(DAYS, max_size=4))
def test_what_is_done_is_due_again_within_one_period(duty: Duty, as_of: date, since: date, days: list[date]) -> None:
    facts = Facts(duty, as_of, tuple(Done(on) for on in days), since, period_starts_on=since)

    found = due.next_due(facts)

    assert found.due_on is not None
    assert (found.state is State.OVERDUE) is (found.due_on < as_of)
    assert found.state is not State.DONE or found.last_done_on is not None
    if found.state is State.DONE and duty.anchor is Anchor.LAST_DONE:
        assert found.due_on - (found.last_done_on or as_of) <= timedelta(days=31 * duty.months)


@given(st.integers(0, 364), st.integers(0, 364))
def test_doing_it_early_never_moves_a_fixed_date(one: int, other: int) -> None:
    publication = duties.find("toolkit-publication")
    assert publication
    days = (date(2026, 7, 1) + timedelta(days=each) for each in (one, other))

    found = due.next_due(Facts(publication, date(2027, 6, 30), tuple(Done(on) for on in days)))

    assert (found.state, found.due_on) == (State.DONE, date(2028, 6, 30))


WORDS = {
    "Standards Met supports our work on data protection.": True,
    "It never proves that we follow the law.": True,
    "This is not proof. We know that.": True,
    "We comply with the UK GDPR.": False,
    "This proves that we follow the law.": False,
    "It is not old. It guarantees your data is safe.": False,
    "Fully compliant!": False,
    "": True,
}


@pytest.mark.parametrize("words", WORDS)
def test_words_that_say_too_much_of_a_status_are_caught(words: str) -> None:
    assert unlocks.unlocks(unlocks.Facts(TODAY, words=words)).words_may_stand is WORDS[words]


def test_last_years_answer_does_not_count_until_somebody_confirms_it() -> None:
    """Example G-02.e3: an unconfirmed answer at submission is a warning."""
    carried = Latest(Said.CARRIED, Answer(AnswerKind.CONFIRM, yes=True), TODAY)

    found = standing.evaluate(SOUND, replace(PLAIN, rule=None), carried)

    assert found.state is AnswerState.SUGGESTED
    assert not found.counts
    assert "last year's words, not confirmed" in found.why
