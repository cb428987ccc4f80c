"""Every worked example of the calendar (G-01), its guards (G-02) and a status (G-03), as `ask` puts it."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from guardbook.content import duties
from guardbook.rules.duties.duty import Duty
from tests.rules.worked import differing

BOOK = Path(__file__).parents[4] / "shared" / "domain" / "rules.md"
NOW = {"as_of": "2026-11-22"}
Example = tuple[str, dict[str, Any], dict[str, Any]]
_SHAPE = TypeAdapter(Duty)


def duty(key: str, **more: Any) -> dict[str, Any]:
    """Facts about a duty of the published table, as of today unless said otherwise."""
    found = duties.find(key)
    assert found
    return {"duty": _SHAPE.dump_python(found, mode="json"), **NOW} | more


def done(on: str, **more: Any) -> list[dict[str, Any]]:
    return [{"on": on, **more}]


TICKED = {"done_on": "2026-11-20", "by": "Asha Khan", "evidence": ["file"]}
MET = {"goal": "standards_met", "year": "2025-26", "on": "2026-05-04"}

DUE: dict[str, Example] = {
    "G-01.e1": (
        "duties.next",
        duty("toolkit-publication", as_of="2027-07-01", since="2026-09-01"),
        {"state": "overdue", "due_on": "2027-06-30", "days_overdue": 1, "reasons.0.text": "30 June 2027: 1 day ago."},
    ),
    "G-01.e2": (
        "duties.next",
        duty("policy-review", done=done("2025-11-20")),
        {"state": "overdue", "due_on": "2026-11-20", "days_overdue": 2, "tell_owner": False},
    ),
    "G-01.e3": (
        "duties.next",
        duty("toolkit-publication", as_of="2027-03-02", done=done("2027-03-01")),
        {"state": "done", "due_on": "2028-06-30", "last_done_on": "2027-03-01"},
    ),
    "G-01.e4": (
        "duties.next",
        duty("restore-test", done=done("2026-08-15")),
        {"state": "overdue", "due_on": "2026-11-15", "days_overdue": 7},
    ),
    "G-01.e5": (
        "duties.next",
        duty("fee", period_starts_on="2026-12-01"),
        {"state": "due", "due_on": "2026-12-21", "starts_on": "2026-11-21"},
    ),
    "G-01.e6": (
        "duties.next",
        duty("role-confirmation", done=done("2026-01-31")),
        {"state": "done", "due_on": "2027-01-31"},
    ),
    "G-01 never done, and nobody knows since when": (
        "duties.next",
        duty("restore-test"),
        {"state": "not_started", "due_on": None, "starts_on": None, "missing_facts": ["since"]},
    ),
    "G-01 never done, taken on last month": (
        "duties.next",
        duty("restore-test", since="2026-10-22"),
        {"state": "not_started", "due_on": "2027-01-22", "reasons.0.text": "The first time is by 22 January 2027."},
    ),
    "G-01 the fee year is not known": ("duties.next", duty("fee"), {"missing_facts": ["period_starts_on"]}),
    "G-01 paid before the year began": (
        "duties.next",
        duty("fee", period_starts_on="2026-12-01", done=done("2026-11-20")),
        {"state": "done", "due_on": "2027-12-21"},
    ),
    "G-01 paid for the year before": (
        "duties.next",
        duty("fee", period_starts_on="2026-12-01", done=done("2025-12-15")),
        {"state": "due", "due_on": "2026-12-21"},
    ),
    "G-01 published late settles the year that was missed": (
        "duties.next",
        duty("toolkit-publication", as_of="2027-07-16", done=done("2027-07-15", settles="2027-06-30")),
        {"state": "done", "due_on": "2028-06-30"},
    ),
    "G-01 two years missed, the last one is told": (
        "duties.next",
        duty("toolkit-publication", as_of="2028-07-10", done=done("2026-05-04")),
        {"due_on": "2028-06-30", "days_overdue": 10},
    ),
    "G-01 done without evidence is not done": (
        "duties.next",
        duty("restore-test", done=done("2026-11-01", has_evidence=False)),
        {"state": "not_started", "last_done_on": None},
    ),
    "G-01 left out for now": (
        "duties.next",
        duty(
            "phishing-exercise",
            since="2025-01-01",
            waiver={"until": "2027-01-31", "reason": "New manager.", "approved_by": "The owner"},
            role_is_vacant=True,
        ),
        {"state": "waived", "tell_owner": False, "reasons.0.text": "The owner decided to leave it out until 31"},
    ),
    "G-01 the time to leave it out is over": (
        "duties.next",
        duty("restore-test", waiver={"until": "2026-11-21", "reason": "New.", "approved_by": "The owner"}),
        {"state": "not_started"},
    ),
    "G-01 nobody holds the role": (
        "duties.next",
        duty("policy-review", done=done("2025-12-01"), role_is_vacant=True),
        {"state": "due", "tell_owner": True, "reasons.1.text": "it goes to the owner"},
    ),
    "G-01 nobody holds the role, and nothing is due": (
        "duties.next",
        duty("policy-review", done=done("2026-11-01"), role_is_vacant=True),
        {"state": "done", "tell_owner": False},
    ),
    "G-02.e4": (
        "duties.next",
        duty("policy-review", done=done("2025-10-22")),
        {"days_overdue": 31, "tell_owner": True, "reasons.1.rule": "G-02"},
    ),
    "G-02.e4 thirty days": ("duties.next", duty("policy-review", done=done("2025-10-23")), {"tell_owner": False}),
}
TICKS: dict[str, Example] = {
    "G-02.e1": (
        "duties.tick",
        duty("continuity-exercise", done_on="2026-11-20", by="Asha Khan"),
        {"is_accepted": False, "faults.0": "Show that it was done", "serves": []},
    ),
    "G-02.e2": (
        "duties.tick",
        duty("continuity-exercise", **TICKED, also_for=["dspt/8/3.4.1"]),
        {"is_accepted": True, "serves": ["continuity-exercise", "dspt/8/3.4.1"], "settles": None},
    ),
    "G-02 a sentence is enough": (
        "duties.tick",
        duty("spot-check", **TICKED | {"evidence": [], "note": "Walked round with Ben, all was locked."}),
        {"is_accepted": True},
    ),
    "G-02 a word is not": (
        "duties.tick",
        duty("spot-check", **TICKED | {"evidence": ["note"], "note": "done"}),
        {"is_accepted": False},
    ),
    "G-02 nobody and no day": (
        "duties.tick",
        duty("spot-check", evidence=["link"]),
        {"faults": ["Say on which day it was done.", "Say who did it."]},
    ),
    "G-02 tomorrow": ("duties.tick", duty("fee", **TICKED | {"done_on": "2026-11-23"}), {"faults.0": "still to come."}),
    "G-02 a fixed date is settled": (
        "duties.tick",
        duty("toolkit-publication", **TICKED, due_on="2027-06-30"),
        {"settles": "2027-06-30"},
    ),
}
STATUS: dict[str, Example] = {
    "G-03.e1": (
        "duties.unlocks",
        NOW | {"published": MET},
        {"shown": "2025-26: Standards Met, published on 4 May 2026. Next due by 30 June 2027.", "is_current": True},
    ),
    "G-03.e2": (
        "duties.unlocks",
        NOW | {"published": MET, "words": "We are GDPR compliant because we reached Standards Met."},
        {"words_may_stand": False, "findings.*.code": {"wording"}},
    ),
    "G-03.e3": (
        "duties.unlocks",
        NOW | {"published": MET, "by_headquarters": True, "sites_added": ["Rowan House"]},
        {"findings.*.code": {"link_site"}, "findings.0.action": "Link Rowan House to the headquarters"},
    ),
    "G-03.e4": (
        "duties.unlocks",
        NOW | {"published": MET | {"goal": "approaching"}, "contract_asks": "standards_met"},
        {"findings.*.code": {"contract_risk"}, "findings.0.action": "your plan with a date", "supports": []},
    ),
    "G-03 nothing published": (
        "duties.unlocks",
        NOW | {"contract_asks": "approaching"},
        {"shown": "Nothing is published yet.", "is_current": False, "findings.*.code": {"contract_risk"}},
    ),
    "G-03 enough for the contract": (
        "duties.unlocks",
        NOW | {"published": MET, "contract_asks": "standards_met", "sites_added": ["Rowan House"]},
        {"findings": []},
    ),
    "G-03 too old": (
        "duties.unlocks",
        {"as_of": "2027-07-01", "published": MET},
        {"is_current": False},
    ),
}
EXAMPLES = {**DUE, **TICKS, **STATUS}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    assert differing(example) == {}


@pytest.mark.parametrize("rule", ["G-01", "G-02", "G-03"])
@pytest.mark.skipif(not BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing(rule: str) -> None:
    in_book = set(re.findall(rf"\| .*?({rule}\.e\d+)\b", BOOK.read_text("utf-8")))

    assert in_book
    assert in_book <= {name.split()[0] for name in EXAMPLES} | {"G-02.e3"}  # an answer's: see test_guards
