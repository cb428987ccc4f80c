"""The logs of the people who decide: what may not be saved, and what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers import (
    advice,
    audit_findings,
    audits,
    caldicott,
    contributions,
    observations,
    regulator,
)
from guardbook.rules.registers.advice import OfficerAdvice
from guardbook.rules.registers.audit_findings import AuditFinding, Weight
from guardbook.rules.registers.audits import OfficerAudit
from guardbook.rules.registers.caldicott import CaldicottDecision, Outcome, Principle
from guardbook.rules.registers.contributions import Answer, Contribution, Step
from guardbook.rules.registers.observations import Observation
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Severity
from guardbook.rules.registers.regulator import Decider, RegulatorContact
from tests.rules.registers.published import REFERENCE

DAY = date(2026, 11, 22)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
ASKED = OfficerAdvice(name="Camera", kind=advice.Kind.ASKED, asked_on=BEFORE, asked_by="The manager")
TOLD = replace(ASKED, kind=advice.Kind.INSTRUCTION, asked="Say that it is fine")
FINDING = AuditFinding(name="Log-ins", found_on=BEFORE, weight=Weight.SERIOUS)
AGREED = replace(FINDING, answer=audit_findings.Answer.AGREED, answered_by="The manager")
NOTICE = RegulatorContact(name="Diary", kind=regulator.Kind.NOTICE, contacted_on=BEFORE, notes="Told")
QUESTION = CaldicottDecision(name="May the police see it?", asked_on=BEFORE, asked_by="The deputy")
DECIDED = replace(
    QUESTION,
    principles=(Principle.JUSTIFY,),
    outcome=Outcome.PART,
    decision="One page",
    reason="A crime",
    decided_on=DAY,
    decided_by="The nurse",
    told_on=DAY,
)
NOTICED = Observation(name="Sheets", kind=observations.Kind.BETTER, seen_on=BEFORE)

GAPS: dict[str, tuple[Any, Any, list[tuple[Severity, str]]]] = {
    "something good": (observations, replace(NOTICED, kind=observations.Kind.GOOD), []),
    "something better, nothing done": (observations, NOTICED, [(Severity.MEDIUM, "done")]),
    "something better, done": (observations, replace(NOTICED, done="Moved"), [(Severity.LOW, "settled_on")]),
    "a question": (advice, ASKED, [(Severity.MEDIUM, "advice")]),
    "a question by nobody": (
        advice,
        replace(ASKED, asked_by=""),
        [(Severity.LOW, "asked_by"), (Severity.MEDIUM, "advice")],
    ),
    "a late question": (advice, replace(ASKED, wanted_by=BEFORE), [(Severity.HIGH, "advice")]),
    "advice not answered": (advice, replace(ASKED, advised_on=DAY, advice="No"), [(Severity.MEDIUM, "")]),
    "advice answered": (advice, replace(ASKED, advised_on=DAY, advice="No", answer="followed"), []),
    "an instruction": (advice, TOLD, [(Severity.HIGH, "withdrawn_on")]),
    "an instruction taken back": (advice, replace(TOLD, withdrawn_on=DAY), []),
    "an audit without a day": (audits, OfficerAudit(name="Phones"), [(Severity.LOW, "planned_on")]),
    "an audit to come": (audits, OfficerAudit(name="Phones", planned_on=AFTER), []),
    "a late audit": (audits, OfficerAudit(name="Phones", planned_on=BEFORE), [(Severity.MEDIUM, "done_on")]),
    "an audit without a result": (audits, OfficerAudit(name="Phones", done_on=BEFORE), [(Severity.MEDIUM, "result")]),
    "a whole audit": (
        audits,
        OfficerAudit(name="Phones", done_on=BEFORE, result=audits.Result.GOOD, summary="Fine"),
        [],
    ),
    "a finding": (audit_findings, FINDING, [(Severity.HIGH, "answer")]),
    "a finding they do not agree with": (
        audit_findings,
        replace(AGREED, answer=audit_findings.Answer.NOT_AGREED, actions="No"),
        [(Severity.HIGH, "checked_on")],
    ),
    "a finding without a day": (audit_findings, AGREED, [(Severity.MEDIUM, "due_on")]),
    "a finding in time": (audit_findings, replace(AGREED, due_on=AFTER), []),
    "a late finding": (
        audit_findings,
        replace(AGREED, due_on=BEFORE, weight=Weight.SMALL),
        [(Severity.MEDIUM, "done_on")],
    ),
    "a finding that is done": (audit_findings, replace(AGREED, done_on=DAY), [(Severity.LOW, "checked_on")]),
    "a notice nobody decided": (regulator, NOTICE, [(Severity.HIGH, "decided_by")]),
    "a notice the owner decided": (
        regulator,
        replace(NOTICE, decided_by="Edmund", decided_as=Decider.OWNER),
        [],
    ),
    "a contact without words": (
        regulator,
        replace(NOTICE, kind=regulator.Kind.ADVICE, notes=""),
        [(Severity.LOW, "notes")],
    ),
    "a reply that is late": (
        regulator,
        replace(NOTICE, kind=regulator.Kind.ADVICE, reply_by=BEFORE),
        [(Severity.HIGH, "reply_by")],
    ),
    "a question that waits": (caldicott, QUESTION, [(Severity.MEDIUM, "decision")]),
    "a question that waits too long": (
        caldicott,
        replace(QUESTION, needed_by=BEFORE),
        [(Severity.HIGH, "decision")],
    ),
    "a decision": (caldicott, DECIDED, []),
    "a decision nobody was told": (caldicott, replace(DECIDED, told_on=None), [(Severity.MEDIUM, "told_on")]),
    "a decision by nobody": (caldicott, replace(DECIDED, decided_by=""), [(Severity.LOW, "decided_by")]),
}
REFUSED: dict[str, tuple[Any, Any, str]] = {
    "an instruction without words": (advice, replace(TOLD, asked=""), "what they said"),
    "advice without a day": (advice, replace(ASKED, advice="No"), "both the advice and its day"),
    "advice before the question": (
        advice,
        replace(ASKED, advice="No", advised_on=BEFORE - timedelta(days=1)),
        "cannot come before",
    ),
    "a result without a day": (audits, OfficerAudit(name="x", result=audits.Result.GOOD), "the day on which"),
    "an answer by nobody": (audit_findings, replace(AGREED, answered_by=""), "who answered"),
    "not agreed without why": (
        audit_findings,
        replace(AGREED, answer=audit_findings.Answer.NOT_AGREED),
        "why they do not agree",
    ),
    "closed before it is answered": (audit_findings, replace(FINDING, checked_on=DAY), "once the service has answered"),
    "closed before it is done": (audit_findings, replace(AGREED, checked_on=DAY), "once it is done"),
    "a notice the officer decided": (regulator, replace(NOTICE, decided_as=Decider.OFFICER), "The service decides"),
    "A-06.e5, a decision without a principle": (
        caldicott,
        replace(DECIDED, principles=()),
        "Choose at least one Caldicott principle",
    ),
    "half a decision": (caldicott, replace(QUESTION, outcome=Outcome.YES), "Write what was decided"),
    "a decision before the question": (
        caldicott,
        replace(DECIDED, decided_on=BEFORE - timedelta(days=1)),
        "before it was asked",
    ),
}


@pytest.mark.parametrize(("of", "entry", "expected"), GAPS.values(), ids=GAPS)
def test_what_is_missing(of: Any, entry: Any, expected: list[tuple[Severity, str]]) -> None:
    assert [(gap.severity, gap.question) for gap in of.gaps(entry, DAY)] == expected
    assert not list(of.REGISTER.refuses(entry))


@pytest.mark.parametrize(("of", "entry", "why"), REFUSED.values(), ids=REFUSED)
def test_what_may_not_be_saved(of: Any, entry: Any, why: str) -> None:
    assert why in " ".join(of.refuses(entry))


def test_all_eight_principles_have_words_of_ours() -> None:
    assert [each.value for each in Principle] == [f"P{number}" for number in range(1, 9)]
    assert all(len(each.label) > 10 for each in Principle)


_DAYS = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 12, 31)))


def _changes() -> st.SearchStrategy[Contribution]:
    words = st.sampled_from(["", "Words"])
    return st.builds(
        Contribution,
        name=st.just("Shut the door"),
        why=st.just("It is heard"),
        proposed_on=_DAYS,
        asked=words,
        asked_on=_DAYS,
        answer=st.sampled_from([None, *Answer]),
        answered_on=_DAYS,
        because=words,
        by_on=_DAYS,
        in_place_on=_DAYS,
        checked_on=_DAYS,
        found=words,
    )


@given(_changes())
def test_a_change_that_may_be_saved_has_come_by_every_step_before(change: Contribution) -> None:
    if list(contributions.refuses(change)):
        return
    settled = contributions.settle(change, REFERENCE)

    steps = list(_steps(change))
    assert steps == sorted(steps)
    assert (settled.ended_on is not None) == (settled.step in {Step.DECLINED, Step.CHECKED})
    assert bool(list(contributions.gaps(change, DAY))) == (settled.ended_on is None)


def _steps(change: Contribution) -> Iterator[date]:
    if change.answer is not None:
        yield from (each for each in (change.proposed_on, change.asked_on, change.answered_on) if each)
    if change.checked_on:
        assert change.in_place_on
        assert change.answer is Answer.AGREED


def test_a_later_day_may_not_come_before_an_earlier_one() -> None:
    wrong = Contribution(name="x", why="y", proposed_on=DAY, asked="z", asked_on=BEFORE)

    assert "not in order" in " ".join(contributions.refuses(wrong))
    assert isinstance(REFERENCE, Reference)
