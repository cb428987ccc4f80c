"""Every worked example of rules C-03 to C-08 about requests, asked as ``guardbook ask`` asks it."""

import re
from typing import Any

import pytest

from tests.rules.worked import RULE_BOOK, differing

Example = tuple[str, dict[str, Any], dict[str, Any]]
OURS = r"^\| ((?:C-03|C-04|C-05|C-06|C-07)\.e\d+|C-08\.e8) \|"
NOW = {"as_of": "2026-11-22"}
ACCEPTED = {
    "is_written": True,
    "power": "Care Act 2014, section 42",
    "necessity": "The care plan and the body map, to see what happened.",
    "article_9": "Schedule 1 paragraph 18",
}


def says(text: str, **expected: Any) -> Example:
    return "rights.classify", {"text": text}, expected


EXAMPLES: dict[str, Example] = {
    "C-03.e1": (
        "rights.extension",
        {"reason": "workload", "words": "manager on leave", "notice_on": "2026-09-20", "notice_by": "2026-10-05"},
        {"answer": "NO", "reason.text": "somebody on leave, is no reason"},
    ),
    "C-03.e2": (
        "clocks.request",
        {"received_on": "2026-09-03", "as_of": "2026-10-06", "extension_notice_on": "2026-10-06"},
        {"is_extended": False, "legal": "2026-10-05", "findings.0.text": "the first deadline stands"},
    ),
    "C-03.e2 as a step": (
        "rights.extension",
        {"reason": "complex", "words": "Four volumes", "notice_on": "2026-10-06", "notice_by": "2026-10-05"},
        {"answer": "NO", "reason.text": "The first deadline stands"},
    ),
    "C-03.e3": (
        "rights.identity",
        {"doubt": "known", "received_on": "2026-11-02", "asked_on": "2026-11-22"},
        {"answer": "WARN", "reason.text": "likely not justified"},
    ),
    "C-03.e4": (
        "rights.pause",
        {"right": "ACCESS", "purpose": "format", "is_large": True},
        {"answer": "NO", "reason.text": "it runs on"},
    ),
    "C-03.e5": ("rights.pause", {"right": "ACCESS", "purpose": "find", "is_large": True}, {"answer": "YES"}),
    "C-04.e1": says("send me everything you have on mum", rights=["access"], is_for_somebody=True),
    "C-04.e2": (
        "rights.classify",
        {"text": "delete my notes"},
        {"rights": ["erasure"], "reasons.0.text": "You will likely refuse with reasons"},
    ),
    "C-04.e3": (
        "rights.classify",
        {"text": "Can I see my file, love?", "is_spoken": True},
        {"rights": ["access"], "reasons.0.text": "Write down when, and who heard it."},
    ),
    "C-04.e4": (
        "rights.classify",
        {"text": "stop emailing newsletters"},
        {"rights": ["objection"], "reasons.0.text": "An objection to marketing always succeeds."},
    ),
    "C-04.e5": says("you breached my privacy", rights=[], is_data_complaint=True, may_be_breach=True),
    "C-05.e1": (
        "rights.authority",
        {"requester": "relative", "capacity": "HAS"},
        {"standing": "ASK_PERSON", "clock_runs": False, "reason.text": "The clock runs only if they give"},
    ),
    "C-05.e2": (
        "rights.authority",
        {"requester": "attorney_health", "capacity": "LACKS", "is_shown": True},
        {"standing": "ACCEPT", "clock_runs": True, "route": "RIGHTS"},
    ),
    "C-05.e3": (
        "rights.authority",
        {"requester": "attorney_finance", "wanted": "CARE", "is_shown": True},
        {"standing": "GUARDIAN", "clock_runs": False},
    ),
    "C-05.e4": ("rights.authority", {"requester": "executor"}, {"route": "HEALTH_RECORDS", "clock_runs": False}),
    "C-05.e5": (
        "rights.authority",
        {"requester": "police"},
        {"route": "DISCLOSURE", "needed": "a written request that names the power used", "clock_runs": False},
    ),
    "C-06.e1": (
        "rights.exemption",
        {"exemption": "social_work", **NOW},
        {"answer": "WARN", "reason.text": "likely not on that list"},
    ),
    "C-06.e2": ("rights.exemption", {"exemption": "health_harm", **NOW}, {"answer": "NO"}),
    "C-06.e3": (
        "rights.exemption",
        {"exemption": "health_harm", "opinion_on": "2026-03-22", "opinion_by": "Dr Shah", **NOW},
        {"answer": "NO", "reason.text": "Ask for a new one."},
    ),
    "C-06.e4": (
        "rights.exemption",
        {"exemption": "third_party", **NOW},
        {"answer": "YES", "reason.text": "Cover what is about the other person"},
    ),
    "C-06.e5": (
        "rights.exemption",
        {"exemption": "excessive", "earlier_same": 2, "reason": "The same, twice this month.", **NOW},
        {"answer": "YES", "reason.text": "You may refuse, or charge"},
    ),
    "C-06.e6": (
        "rights.hold",
        {"is_due": True, "open_requests": 1},
        {"answer": "NO", "reason.text": "Keep them until"},
    ),
    "C-07.e1": (
        "rights.disclosure",
        {"asker": "council", **NOW, **ACCEPTED, "basis": "legal_duty"},
        {"duty": "MAY", "tell_guardian": True, "usual_basis": "legal_duty", "missing": []},
    ),
    "C-07.e2": (
        "rights.disclosure",
        {"asker": "police", **NOW, **ACCEPTED, "necessity": "", "basis": "recognised", "condition": "crime"},
        {"duty": "MAY", "reasons.0.text": "you are not obliged", "missing.0": "why each part is needed"},
    ),
    "C-07.e3": (
        "rights.disclosure",
        {"asker": "court", "has_order": True, **NOW},
        {"duty": "MUST", "usual_basis": "legal_duty"},
    ),
    "C-07.e4": ("rights.disclosure", {"asker": "journalist", **NOW}, {"duty": "REFUSE", "tell_guardian": False}),
    "C-07.e5": (
        "rights.disclosure",
        {"asker": "health", **NOW, **ACCEPTED, "basis": "recognised", "condition": "care"},
        {"missing.0": "Giving everyday care is none of them."},
    ),
    "C-08.e8": says(
        "carers are late and you read my letters", is_data_complaint=True, is_care_complaint=True, rights=[]
    ),
}
MORE: dict[str, Example] = {
    "a habit": (
        "rights.identity",
        {"doubt": "habit", "received_on": "2026-11-02", "asked_on": "2026-11-02"},
        {"answer": "WARN"},
    ),
    "asked promptly": (
        "rights.identity",
        {"doubt": "stranger", "received_on": "2026-11-02", "asked_on": "2026-11-03"},
        {"answer": "YES"},
    ),
    "asked late": (
        "rights.identity",
        {"doubt": "authority", "received_on": "2026-11-02", "asked_on": "2026-11-12"},
        {"answer": "WARN", "reason.text": "You ask late."},
    ),
    "no pause for erasure": (
        "rights.pause",
        {"right": "ERASURE", "purpose": "find", "is_large": True},
        {"answer": "NO"},
    ),
    "a pause over a little": (
        "rights.pause",
        {"right": "ACCESS", "purpose": "find", "is_large": False},
        {"answer": "WARN"},
    ),
    "longer to ask": (
        "rights.extension",
        {"reason": "unclear", "words": "x", "notice_on": "2026-09-20", "notice_by": "2026-10-05"},
        {"answer": "NO"},
    ),
    "longer without words": (
        "rights.extension",
        {"reason": "many", "words": " ", "notice_on": "2026-09-20", "notice_by": "2026-10-05"},
        {"answer": "NO", "reason.text": "must give the reasons"},
    ),
    "longer": (
        "rights.extension",
        {"reason": "many", "words": "Five requests", "notice_on": "2026-10-05", "notice_by": "2026-10-05"},
        {"answer": "YES"},
    ),
    "a normal copy": ("rights.fee", {"ground": "normal"}, {"answer": "NO"}),
    "further copies": ("rights.fee", {"ground": "copies"}, {"answer": "YES"}),
    "excessive without words": ("rights.fee", {"ground": "excessive"}, {"answer": "NO"}),
    "excessive": ("rights.fee", {"ground": "excessive", "words": "The same again"}, {"answer": "YES"}),
    "somebody died": says("My late mother was with you, may I see her notes?", rights=["deceased"]),
    "put right": says("my date of birth is wrong", rights=["rectification"]),
    "nothing clear": says("hello, are you well?", rights=[], is_data_complaint=False),
    "the person": ("rights.authority", {"requester": "person"}, {"standing": "ACCEPT"}),
    "a solicitor with paper": (
        "rights.authority",
        {"requester": "representative", "is_shown": True},
        {"standing": "ACCEPT"},
    ),
    "a solicitor without": ("rights.authority", {"requester": "representative"}, {"standing": "CHECK"}),
    "an attorney, but the person can": (
        "rights.authority",
        {"requester": "attorney_health", "capacity": "HAS", "is_shown": True},
        {"standing": "ASK_PERSON"},
    ),
    "an attorney, nobody knows": ("rights.authority", {"requester": "attorney_health"}, {"standing": "CHECK"}),
    "an attorney for money about money": (
        "rights.authority",
        {"requester": "attorney_finance", "wanted": "MONEY", "is_shown": True},
        {"standing": "ACCEPT"},
    ),
    "a deputy": ("rights.authority", {"requester": "deputy"}, {"standing": "CHECK"}),
    "next of kin": ("rights.authority", {"requester": "relative", "capacity": "LACKS"}, {"standing": "REFUSE"}),
    "a journalist asks": ("rights.authority", {"requester": "other"}, {"standing": "REFUSE"}),
    "a council asks": ("rights.authority", {"requester": "official"}, {"route": "DISCLOSURE"}),
    "harm, a fresh opinion": (
        "rights.exemption",
        {"exemption": "health_harm", "opinion_on": "2026-05-22", "opinion_by": "Dr Shah", **NOW},
        {"answer": "YES"},
    ),
    "harm, an opinion from tomorrow": (
        "rights.exemption",
        {"exemption": "health_harm", "opinion_on": "2026-11-23", "opinion_by": "Dr Shah", **NOW},
        {"answer": "NO"},
    ),
    "a council's social work": (
        "rights.exemption",
        {"exemption": "social_work", "is_council": True, **NOW},
        {"answer": "YES"},
    ),
    "the neighbour agrees": (
        "rights.exemption",
        {"exemption": "third_party", "has_consent": True, **NOW},
        {"answer": "NO"},
    ),
    "excessive, no words": ("rights.exemption", {"exemption": "excessive", **NOW}, {"answer": "NO"}),
    "excessive the first time": (
        "rights.exemption",
        {"exemption": "excessive", "reason": "long", **NOW},
        {"answer": "WARN"},
    ),
    "privilege, no words": ("rights.exemption", {"exemption": "privilege", **NOW}, {"answer": "NO"}),
    "privilege": ("rights.exemption", {"exemption": "privilege", "reason": "Our solicitor", **NOW}, {"answer": "YES"}),
    "nothing open, due": ("rights.hold", {"is_due": True, "open_requests": 0}, {"answer": "YES"}),
    "nothing open, not due": ("rights.hold", {"is_due": False, "open_requests": 0}, {"answer": "NO"}),
    "a court without an order": ("rights.disclosure", {"asker": "court", **NOW}, {"duty": "MAY"}),
    "a regulator": (
        "rights.disclosure",
        {"asker": "regulator", **NOW},
        {"duty": "MAY", "missing.1": "which law or power"},
    ),
    "weighed interests": (
        "rights.disclosure",
        {"asker": "other", **NOW, "has_order": True, "basis": "interests", "is_health_data": False},
        {"duty": "MUST", "reasons.1.text": "Weigh their interest"},
    ),
    "recognised before its day": (
        "rights.disclosure",
        {"asker": "police", **ACCEPTED, "as_of": "2026-01-31", "basis": "recognised", "condition": "crime"},
        {"missing.0": "were not in force on that day", "reasons.1.text": "no balance to weigh"},
    ),
}


@pytest.mark.parametrize("example", (EXAMPLES | MORE).values(), ids=EXAMPLES | MORE)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    assert differing(example) == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(OURS, RULE_BOOK.read_text(), re.MULTILINE))

    assert len(in_book) == 27
    assert {name.split()[0] for name in EXAMPLES} == in_book
