"""What follows from the ten questions, the judgement and the decision, beyond the examples of the rule book."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import incidents as content
from guardbook.rules.agenda import incidents as agenda
from guardbook.rules.agenda.todo import Consequence
from guardbook.rules.incidents import classing, clock, cqc, decision, drawing, duty, grid, notice, others, triage
from guardbook.rules.incidents.duty import Data, Holder, Told
from guardbook.rules.incidents.others import Part
from guardbook.rules.incidents.triage import Also, Answers, How, What, Whose
from guardbook.rules.incidents.vocabulary import About, Class, Exemption, Kind, Risk, State, Track, TrackState

GRID = content.grid()
LOW, HIGH = grid.Facts(1, 1, vulnerable=False, grid=GRID), grid.Facts(3, 3, vulnerable=True, grid=GRID)
ON = date(2026, 11, 22)


def decided(risk: Risk, scores: grid.Facts = LOW, **more: Any) -> decision.Decided:
    values: dict[str, Any] = {"report": True, "tell_people": True, "rationale": "As judged."}
    judged = duty.Facts(risk=risk, unreadable=more.pop("unreadable", False))
    return decision.decision(decision.Facts(judged, replace(scores, manual=risk), **(values | more)))


def test_a_use_on_purpose_is_no_breach() -> None:
    assert classing.classed(classing.Facts(About.LIVING, security_failure=False)).event_class is Class.DP_INFRINGEMENT


def test_while_nobody_is_sure_no_clock_runs() -> None:
    found = clock.clock(clock.Facts())

    assert found.safe_deadline is None
    assert "Nobody is sure yet" in found.reasons[0].text


def test_a_report_to_report_fraud_counts_as_the_police() -> None:
    assert cqc.cqc(cqc.Facts(report_fraud=True)).paragraphs == ("(f)",)


@pytest.mark.parametrize(
    ("facts", "risk"),
    [
        (duty.Facts(care_affected=True), Risk.HIGH_RISK),
        (duty.Facts(identifiable=False), Risk.RISK_UNLIKELY),
        (duty.Facts(data=frozenset({Data.NAMES}), holder=Holder.COLLEAGUE), Risk.RISK_UNLIKELY),
        (duty.Facts(data=frozenset({Data.CARE}), holder=Holder.COLLEAGUE), Risk.RISK),
        (duty.Facts(data=frozenset({Data.NAMES}), holder=Holder.UNKNOWN), Risk.RISK),
    ],
)
def test_the_prompts_suggest_a_risk(facts: duty.Facts, risk: Risk) -> None:
    assert duty.duty(facts).risk is risk


def test_an_exemption_excuses_only_from_a_high_risk() -> None:
    claimed = duty.Facts(risk=Risk.HIGH_RISK, exemption=Exemption.DISPROPORTIONATE)

    assert duty.duty(claimed).individuals is Told.EXEMPT
    assert duty.duty(replace(claimed, risk=Risk.RISK)).individuals is Told.NO


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 1), (1, 6)])
def test_a_score_is_from_one_to_five(likelihood: int, impact: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 5"):
        grid.Facts(likelihood, impact, vulnerable=False)


def test_without_a_grid_nothing_is_judged() -> None:
    with pytest.raises(ValueError, match="Give the grid"):
        grid.severity(grid.Facts(1, 1, vulnerable=False))


@given(st.integers(1, 5), st.integers(1, 5), st.booleans(), st.sampled_from([None, *Risk]))
def test_the_product_of_the_scores_decides_nothing(
    likelihood: int, impact: int, vulnerable: bool, risk: Risk | None
) -> None:
    found = grid.severity(grid.Facts(likelihood, impact, vulnerable, risk, GRID))

    assert found.regulator_by_grid is (found.likelihood >= 3 and found.impact >= 2)
    assert found.report_to_regulator or risk in {None, Risk.RISK_UNLIKELY}


@pytest.mark.parametrize(
    ("risk", "scores", "more", "refusal"),
    [
        (Risk.RISK, LOW, {"report": False}, "Then the regulator is told"),
        (Risk.RISK_UNLIKELY, HIGH, {"report": False}, "Then the regulator is told"),
        (Risk.HIGH_RISK, LOW, {"tell_people": False}, "which exception"),
        (Risk.RISK, LOW, {"ours": False}, "for it to decide"),
        (Risk.RISK, LOW, {"rationale": ""}, "why you decide so"),
    ],
)
def test_a_decision_below_the_law_is_refused(
    risk: Risk, scores: grid.Facts, more: dict[str, Any], refusal: str
) -> None:
    found = decided(risk, scores, **more)

    assert not found.allowed
    assert refusal in found.refusals[0]


@pytest.mark.parametrize(
    ("risk", "more", "states"),
    [
        (Risk.RISK, {}, "NEEDED NEEDED"),
        (Risk.RISK, {"tell_people": False}, "NEEDED NOT_NEEDED"),
        (Risk.RISK_UNLIKELY, {"report": False, "tell_people": False}, "NOT_NEEDED NOT_NEEDED"),
        (Risk.HIGH_RISK, {"tell_people": False, "exemption": Exemption.LATER_STEPS}, "NEEDED EXEMPT"),
        (Risk.RISK_UNLIKELY, {"report": False, "tell_people": False, "unreadable": True}, "NOT_NEEDED EXEMPT"),
    ],
)
def test_a_decision_settles_its_lines(risk: Risk, more: dict[str, Any], states: str) -> None:
    found = decided(risk, **more)

    assert found.allowed
    assert " ".join(found.tracks[track][0] for track in (Track.REGULATOR, Track.INDIVIDUALS)) == states


@pytest.mark.parametrize(
    ("answers", "needed"),
    [
        (
            Answers(frozenset({Whose.SUPPORTED}), frozenset({What.SEEN}), danger=True, paid=False),
            {Track.SAFEGUARDING, Track.POLICE},
        ),
        (
            Answers(frozenset({Whose.STAFF}), frozenset({What.SEEN}), part=Part.TOGETHER),
            {Track.STAFF, Track.CONTROLLERS},
        ),
        (
            Answers(frozenset({Whose.SUPPORTED}), frozenset({What.CHANGED}), also=frozenset({Also.CARE_UNSAFE})),
            {Track.CQC, Track.COMMISSIONER},
        ),
        (
            Answers(frozenset({Whose.STAFF}), frozenset({What.OUT_OF_REACH}), how=frozenset({How.CYBER})),
            {Track.POLICE, Track.INSURER, Track.CQC},
        ),
    ],
)
def test_ten_answers_say_who_is_told(answers: Answers, needed: set[Track]) -> None:
    found = triage.triage(answers)

    assert needed <= {each.track for each in found.tracks if each.state is TrackState.NEEDED}
    assert all(each.how for each in found.tracks if each.track in needed)


@pytest.mark.parametrize(
    ("answers", "event_class"),
    [
        (Answers(), Class.PERSONAL_DATA_BREACH),
        (Answers(whose=frozenset({Whose.DEAD}), what=frozenset({What.LOST})), Class.CONFIDENTIALITY_INCIDENT),
        (Answers(whose=frozenset({Whose.NOBODY}), what=frozenset({What.LOST})), Class.SECURITY_INCIDENT),
        (Answers(what=frozenset({What.ON_PURPOSE})), Class.DP_INFRINGEMENT),
        (Answers(what=frozenset({What.STOPPED})), Class.NEAR_MISS),
    ],
)
def test_ten_answers_say_what_it_is(answers: Answers, event_class: Class) -> None:
    found = triage.triage(answers)

    assert found.event_class is event_class
    assert found.clock_runs is (event_class is Class.PERSONAL_DATA_BREACH)
    assert found.of(Track.REGULATOR).state is (TrackState.NEEDED if found.clock_runs else TrackState.NOT_NEEDED)


def test_another_organisations_data_starts_no_clock_of_ours() -> None:
    found = triage.triage(Answers(frozenset({Whose.SUPPORTED}), frozenset({What.SEEN}), part=Part.FOR_ANOTHER))

    assert not found.clock_runs
    assert "it decides" in found.of(Track.REGULATOR).reason.text


def test_bank_details_and_false_emails_say_what_to_do_at_once() -> None:
    found = others.others(others.Facts(data=frozenset({Data.BANK}), suspicious_email=True))

    assert [("159" in task, "7726" in task) for task in found.tasks] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "each", [*Class, *Kind, *Risk, *Exemption, *State, *Track, *TrackState, *Data, *Holder, *Part, *notice.Kind]
)
def test_every_word_of_the_code_has_words_for_people(each: Any) -> None:
    assert each.label
    assert getattr(each, "rank", 0) >= 0


def test_words_of_a_notice_are_judged_as_they_stand() -> None:
    assert notice.notice(notice.of_words({"nature": "A bag", "contact": "Asha"})).kind is notice.Kind.INITIAL


def test_the_drawing_holds_every_state() -> None:
    assert all(state in drawing.markdown() for state in State)


def test_an_installation_keeps_its_own_grid(tmp_path: Path) -> None:
    assert content.grid(tmp_path) == GRID
    (tmp_path / content.OWN).write_text("floor: 3", "utf-8")

    with pytest.raises(content.BadGrid, match="cannot be read"):
        content.grid(tmp_path)


@pytest.mark.parametrize(
    ("more", "consequence", "words"),
    [
        ({"ends_on": ON, "ends": "Sunday"}, Consequence.LEGAL_CLOCK, "by Sunday"),
        ({"is_sorted": False}, Consequence.GAP, "answer ten questions"),
        ({"to_tell": 1}, Consequence.GAP, "still to be told"),
        ({"to_tell": 2}, Consequence.GAP, "still to be told"),
        ({}, Consequence.REST, "closing"),
    ],
)
def test_an_open_incident_is_on_the_list(more: dict[str, Any], consequence: Consequence, words: str) -> None:
    values: dict[str, Any] = {"is_sorted": True, "to_tell": 0, "since": ON}
    (todo,) = agenda.incidents([agenda.Open("1", "INC-1", **(values | more))], [], ON)

    assert todo.consequence is consequence
    assert words in todo.text


def test_an_action_is_on_the_list_until_it_is_done() -> None:
    (todo,) = agenda.incidents([], [agenda.Action("2", "1", "INC-1", ON)], ON)

    assert (todo.due_on, todo.consequence) == (ON, Consequence.EXPIRING)
