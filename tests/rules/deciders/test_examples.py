"""The rules about the people who decide, asked as ``guardbook ask`` asks them."""

import json
from typing import Any

import pytest

from guardbook.content import ask
from tests.rules.worked import agrees, at

Example = tuple[str, dict[str, Any], dict[str, Any]]
CHANGE = {"name": "Shut the door", "why": "It is heard", "proposed_on": "2026-05-01"}
ASKED = CHANGE | {"asked": "The deputy", "asked_on": "2026-05-02"}
AGREED = ASKED | {"answer": "agreed", "answered_on": "2026-05-03"}
DONE = AGREED | {"in_place_on": "2026-05-10"}
RISKS = {"as_of": "2026-11-22", "risks": 12, "high": 3, "confirmed_on": "2026-10-01"}

EXAMPLES: dict[str, Example] = {
    "A-04.e5 as the log has it": (
        "deciders.independence",
        {"instructions": 1},
        {"outcome": "FAIL", "findings.0.code": "instructed"},
    ),
    "A-04.e5 taken back": (
        "deciders.independence",
        {"withdrawn": 1},
        {"outcome": "OK_WITH_NOTE", "findings.0.code": "withdrawn"},
    ),
    "A-04 role ends within 90 days of advice against": (
        "deciders.independence",
        {"adverse_advice_on": "2026-09-01", "role_ended_on": "2026-11-20"},
        {"outcome": "WARN", "findings.0.code": "dismissal"},
    ),
    "A-04 role ends long after advice against": (
        "deciders.independence",
        {"adverse_advice_on": "2026-01-01", "role_ended_on": "2026-11-20"},
        {"outcome": "OK", "findings": []},
    ),
    "A-04 advice not followed without a reason": (
        "deciders.independence",
        {"without_reason": 1},
        {"outcome": "WARN", "findings.0.code": "unexplained"},
    ),
    "A-04 nothing on file": ("deciders.independence", {}, {"outcome": "OK", "findings": []}),
    "conflict 4: the officer decides a notice": (
        "deciders.notice",
        {"decided_as": "officer", "sent_by": "OFFICER"},
        {"may_go": False, "reason.rule": "A-04"},
    ),
    "conflict 4: the manager decides, the officer sends": (
        "deciders.notice",
        {"decided_as": "manager", "sent_by": "OFFICER"},
        {"may_go": True, "reason.text": "The officer may send it for you."},
    ),
    "conflict 4: the manager decides and sends": (
        "deciders.notice",
        {"decided_as": "manager"},
        {"may_go": True, "reason.text": "Somebody of the service sends it."},
    ),
    "conflict 4: nobody decided": (
        "deciders.notice",
        {"decided_as": None},
        {"may_go": False, "reason.text": "Say who decided"},
    ),
    "A-08 proposed": (
        "deciders.change",
        {"change": CHANGE, "as_of": "2026-06-01"},
        {"step": "proposed", "next": "Ask whoever decides this at the service.", "faults": []},
    ),
    "A-08 asked": ("deciders.change", {"change": ASKED, "as_of": "2026-06-01"}, {"step": "asked", "faults": []}),
    "A-08 agreed": ("deciders.change", {"change": AGREED, "as_of": "2026-06-01"}, {"step": "agreed", "faults": []}),
    "A-08 agreed and late": (
        "deciders.change",
        {"change": AGREED | {"by_on": "2026-05-20"}, "as_of": "2026-06-01"},
        {"step": "agreed", "next": "It was to be in place by 20 May 2026."},
    ),
    "A-08 in place": ("deciders.change", {"change": DONE, "as_of": "2026-06-01"}, {"step": "in_place"}),
    "A-08 checked": (
        "deciders.change",
        {"change": DONE | {"checked_on": "2026-06-01", "found": "It is shut."}, "as_of": "2026-06-01"},
        {"step": "checked", "next": "", "faults": []},
    ),
    "A-08 declined with a reason": (
        "deciders.change",
        {"change": AGREED | {"answer": "declined", "because": "No office."}, "as_of": "2026-06-01"},
        {"step": "declined", "next": "", "faults": []},
    ),
    "A-08 declined without a reason": (
        "deciders.change",
        {"change": AGREED | {"answer": "declined"}, "as_of": "2026-06-01"},
        {"faults": ["Say why it was declined."]},
    ),
    "A-08 checked before it was in place": (
        "deciders.change",
        {"change": AGREED | {"checked_on": "2026-06-01", "found": "Nothing"}, "as_of": "2026-06-01"},
        {"faults": ["It can only be checked once it is in place."]},
    ),
    "A-12 the risk owner signs": (
        "deciders.statement",
        RISKS | {"signs_as": "SIRO", "siro_appointed": True, "accepted": 1},
        {"may_sign": True, "refusals": [], "not_in_order": []},
    ),
    "A-12 the Lead signs where there is no risk owner": (
        "deciders.statement",
        RISKS | {"signs_as": "DSP_LEAD"},
        {"may_sign": True},
    ),
    "A-12 the Lead may not sign for the risk owner": (
        "deciders.statement",
        RISKS | {"signs_as": "DSP_LEAD", "siro_appointed": True},
        {"may_sign": False, "refusals.0.text": "Only the Senior Information Risk Owner may sign this."},
    ),
    "A-12 nobody signs for nobody": (
        "deciders.statement",
        RISKS | {"signs_as": "NOBODY"},
        {"may_sign": False, "refusals.0.text": "Only the Lead or an owner may sign this"},
    ),
    "A-12 an empty register cannot be signed for": (
        "deciders.statement",
        {"as_of": "2026-11-22", "signs_as": "OWNER"},
        {"may_sign": False, "refusals.0.text": "There is nothing in the register of risks yet."},
    ),
    "A-12 what is not in order is said": (
        "deciders.statement",
        {"as_of": "2026-11-22", "signs_as": "OWNER", "risks": 1, "high": 1, "unplanned": 1, "outlived": 2},
        {
            "may_sign": True,
            "not_in_order": [
                "Nobody works yet on 1 big risk.",
                "2 decisions to live with a risk must be taken again.",
                "Nobody has gone through the whole register in the last year.",
            ],
        },
    ),
    "A-08 a report with nothing recorded": (
        "deciders.play",
        {"as_of": "2026-11-22"},
        {"headline": "2 things need senior managers.", "reason.rule": "A-08"},
    ),
    "A-08 a report with everything in order": (
        "deciders.play",
        {"as_of": "2026-11-22", "questions_done": 46, "questions_all": 46, "trained": 19, "staff": 20},
        {"headline": "Nothing needs senior managers this month.", "asks": []},
    ),
    "A-08 a report with one thing to act on": (
        "deciders.play",
        {
            "as_of": "2026-11-22",
            "questions_done": 40,
            "questions_all": 46,
            "closes_on": "2027-06-30",
            "trained": 18,
            "staff": 20,
            "events": {"breaches_open": 1, "requests_late": 0},
        },
        {
            "headline": "One thing needs senior managers.",
            "asks": ["Staff with training that counts (95% is asked): 18 of 20"],
            "figures.*.key": {"breaches_open", "requests_late"},
        },
    ),
    "A-08 a toolkit that has closed": (
        "deciders.play",
        {"as_of": "2027-07-01", "closes_on": "2027-06-30"},
        {"figures.1.says": "ACT"},
    ),
}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_written(example: Example) -> None:
    rule, facts, expected = example

    verdict = ask.answer(rule, json.dumps(facts))

    assert {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)} == {}
