"""The worked examples of the rule book's part B, by id: the rule asked, its facts, what must come out."""

from typing import Any

from tests.rules.worked import Example

ALL_SIX = {
    "nature": "A laptop was stolen.",
    "people": "60 people we support",
    "records": "60 care plans",
    "contact": "Asha Lead, 01632 960000",
    "consequences": "Distress",
    "measures": "Passwords changed",
}
AWARE = {"aware_at": "2026-11-20T17:30:00Z"}
LAPTOP = {"data": ["care"], "holder": "criminal", "people": 60, "vulnerable": True}
NO_ONE_LEFT = {
    "regulator_decided": False,
    "individuals_decided": False,
    "rationale": "It came back unread.",
    "lessons": "Check the address.",
}
READY = {"decider_authorised": True, "rationale": "Harm is unlikely."}


def aware(at: str) -> dict[str, Any]:
    """Those in charge were sure at a moment."""
    return {"controller_aware_at": at}


def scored(likelihood: int, impact: int, vulnerable: str, **more: Any) -> dict[str, Any]:
    """Two scores of the grid."""
    return {"likelihood": likelihood, "impact": impact, "vulnerable": vulnerable == "yes", **more}


CLASSES: dict[str, Example] = {
    "B-01.e1": (
        "incidents.class",
        {"about": "LIVING", "kinds": ["confidentiality"]},
        {"event_class": "PERSONAL_DATA_BREACH", "kinds": ["confidentiality"], "clock_runs": True},
    ),
    "B-01.e2": (
        "incidents.class",
        {"about": "LIVING", "kinds": ["availability"], "maybe": ["confidentiality"]},
        {"event_class": "PERSONAL_DATA_BREACH", "kinds": ["availability"], "maybe": ["confidentiality"]},
    ),
    "B-01.e3": (
        "incidents.class",
        {"about": "LIVING", "kinds": ["integrity"]},
        {"event_class": "PERSONAL_DATA_BREACH", "kinds": ["integrity"]},
    ),
    "B-01.e4": (
        "incidents.class",
        {"about": "LIVING", "data_affected": False},
        {"event_class": "NEAR_MISS", "clock_runs": False},
    ),
    "B-01.e5": (
        "incidents.class",
        {"about": "LIVING", "kinds": ["availability"], "unreadable": True},
        {"event_class": "PERSONAL_DATA_BREACH", "low_risk_likely": True},
    ),
    "B-01.e6": (
        "incidents.class",
        {"about": "LIVING", "kinds": ["availability"]},
        {"event_class": "PERSONAL_DATA_BREACH"},
    ),
    "B-01.e7": (
        "incidents.class",
        {"about": "DECEASED_ONLY", "kinds": ["availability"]},
        {"event_class": "CONFIDENTIALITY_INCIDENT", "clock_runs": False, "reason.confidence": "memory"},
    ),
    "B-01.e8": ("incidents.class", {"about": "NOBODY"}, {"event_class": "SECURITY_INCIDENT", "clock_runs": False}),
}
CLOCKS: dict[str, Example] = {
    "B-02.e1": (
        "incidents.clock",
        aware("2026-11-20T17:30:00Z"),
        {"legal_deadline_local": "Mon 2026-11-23 17:30 GMT", "starts_differ": False},
    ),
    "B-02.e2": (
        "incidents.clock",
        aware("2026-10-23T17:00:00+01:00"),
        {"legal_deadline_local": "Mon 2026-10-26 16:00 GMT"},
    ),
    "B-02.e3": ("incidents.clock", aware("2026-03-27T17:00:00Z"), {"legal_deadline_local": "Mon 2026-03-30 18:00 BST"}),
    "B-02.e4": ("incidents.clock", aware("2026-12-24T16:00:00Z"), {"legal_deadline_local": "Sun 2026-12-27 16:00 GMT"}),
    "B-02.e5": (
        "incidents.clock",
        aware("2026-04-02T09:15:00+01:00"),
        {"legal_deadline_local": "Sun 2026-04-05 09:15 BST"},
    ),
    "B-02.e6": (
        "incidents.clock",
        {"processor_aware_at": "2026-11-16T09:00:00Z", "processor_told_us_at": "2026-11-18T14:00:00Z"},
        {
            "legal_start": "2026-11-18T14:00:00Z",
            "processor_delay_hours": 53,
            "questions": {"Your supplier took 53 hours to tell you. Ask why, and look at the contract."},
        },
    ),
    "B-02.e7": (
        "incidents.clock",
        {"controller_aware_at": "2026-11-16T09:00:00Z", "first_staff_certain_at": "2026-11-14T02:00:00Z"},
        {
            "legal_start": "2026-11-16T09:00:00Z",
            "safe_start": "2026-11-14T02:00:00Z",
            "safe_deadline_local": "Tue 2026-11-17 02:00 GMT",
            "legal_deadline_local": "Thu 2026-11-19 09:00 GMT",
            "starts_differ": True,
        },
    ),
    "B-02.e8": (
        "incidents.clock",
        aware("2026-11-20T17:30:00Z") | {"notified_at": "2026-11-24T01:30:00Z"},
        {"refusals.0": "The regulator was told after 72 hours. Say why it took longer."},
    ),
}
DUTIES: dict[str, Example] = {
    "B-03.e1": (
        "incidents.duty",
        {"data": ["names"], "holder": "colleague", "recovered": True},
        {"regulator": "NO", "individuals": "NO", "rationale_needed": True, "record_needed": True},
    ),
    "B-03.e2": (
        "incidents.duty",
        {"data": ["care"], "holder": "outsider", "recovered": True, "vulnerable": True},
        {"risk": "RISK_UNLIKELY", "is_suggested": True, "second_view": True},
    ),
    "B-03.e3": ("incidents.duty", LAPTOP, {"risk": "HIGH_RISK", "regulator": "YES", "individuals": "YES"}),
    "B-03.e4": (
        "incidents.duty",
        LAPTOP | {"unreadable": True},
        {"regulator": "NO", "individuals": "EXEMPT", "exemption": "34(3)(a)"},
    ),
    "B-03.e5": (
        "incidents.duty",
        {"data": ["contact"], "holder": "dangerous", "safety_risk": True},
        {"regulator": "YES", "individuals": "YES", "prompts": ["safeguarding", "police"]},
    ),
    "B-03.e6": (
        "incidents.duty",
        {"data": ["care"], "holder": "criminal", "recovered": True},
        {"risk": "RISK", "regulator": "YES", "individuals": "DEPENDS"},
    ),
    "B-03.e7": (
        "incidents.duty",
        {"data": ["bank"], "holder": "criminal", "people": 12},
        {"regulator": "YES", "individuals": "YES"},
    ),
}
GRID: dict[str, Example] = {
    "B-04.e1": ("incidents.grid", scored(1, 1, "no"), {"grid_says": "NOT_REPORTABLE", "score": 1}),
    "B-04.e2": (
        "incidents.grid",
        scored(1, 1, "yes"),
        {"likelihood": 2, "impact": 2, "score": 4, "grid_says": "NOT_REPORTABLE"},
    ),
    "B-04.e3": ("incidents.grid", scored(3, 2, "no"), {"grid_says": "REGULATOR", "score": 6}),
    "B-04.e4": (
        "incidents.grid",
        scored(2, 5, "no"),
        {"score": 10, "grid_says": "NOT_REPORTABLE", "prompts.0": "Judge the risk by the law (Art 33)"},
    ),
    "B-04.e5": ("incidents.grid", scored(3, 4, "yes"), {"grid_says": "REGULATOR_AND_DEPARTMENT"}),
    "B-04.e6": ("incidents.grid", scored(5, 3, "yes"), {"grid_says": "REGULATOR"}),
    "B-04.e7": ("incidents.grid", scored(5, 5, "no"), {"grid_says": "REGULATOR_AND_DEPARTMENT"}),
    "B-04.e8": ("incidents.grid", scored(3, 1, "yes"), {"impact": 2, "grid_says": "REGULATOR"}),
    "B-04.e9": (
        "incidents.grid",
        scored(2, 2, "yes", manual="RISK"),
        {"grid_says": "NOT_REPORTABLE", "report_to_regulator": True},
    ),
}
NOTICES: dict[str, Example] = {
    "B-05.e1": ("incidents.notice", ALL_SIX, {"kind": "COMPLETE", "outstanding": [], "follow_up": False}),
    "B-05.e2": (
        "incidents.notice",
        ALL_SIX | AWARE | {"people": "unknown yet", "records": "", "submitted_at": "2026-11-23T15:30:00Z"},
        {"kind": "INITIAL", "outstanding": ["people", "records"], "follow_up": True, "is_late": False},
    ),
    "B-05.e3": (
        "incidents.notice",
        ALL_SIX | {"contact": ""},
        {"kind": "REFUSED", "refusals.0": "Fill in “Whom the regulator can ask”."},
    ),
    "B-05.e4": (
        "incidents.notice",
        ALL_SIX | AWARE | {"submitted_at": "2026-11-24T11:30:00Z"},
        {"kind": "REFUSED", "is_late": True, "refusals.0": "More than 72 hours have passed."},
    ),
    "B-05.e5": ("incidents.notice", ALL_SIX | {"sent_before": 1}, {"kind": "COMPLETE", "follow_up": False}),
}
RECORDS: dict[str, Example] = {
    "B-06.e1": (
        "incidents.closing",
        NO_ONE_LEFT | {"individuals_decided": None},
        {"allowed": False, "missing.0": "Decide whether the people affected are told."},
    ),
    "B-06.e2": (
        "incidents.correction",
        {
            "name": "certain_at",
            "old": "Monday 09:00",
            "new": "Saturday 02:00",
            "reason": "The night carer knew.",
            "revision": 3,
        },
        {"allowed": True, "kept": "Monday 09:00", "revision": 4},
    ),
    "B-06.e2 without a reason": (
        "incidents.correction",
        {"name": "certain_at", "old": "Monday 09:00", "new": "Saturday 02:00"},
        {"allowed": False, "revision": 1},
    ),
    "B-06.e3": (
        "incidents.step",
        {"state": "ASSESSED", "event": "decide_not", "decider_authorised": True},
        {"allowed": False, "state": "ASSESSED", "refusals.0": "Write down why it was decided so."},
    ),
    "B-06.e4": (
        "incidents.list",
        {"reader": "regulator"},
        {
            "columns": {"regulator_decision", "individuals_decision", "facts", "effects", "remedial_action"},
            "left_out": ["notes", "named_people", "reporter"],
        },
    ),
}
STEPS: dict[str, Example] = {
    "B-07.e1": (
        "incidents.step",
        {"state": "LOGGED", "event": "decide_not", **READY},
        {"allowed": False, "state": "LOGGED", "refusals.0": "It is not time for this yet"},
    ),
    "B-07.e2": (
        "incidents.step",
        {
            "state": "REPORTABLE",
            "event": "close",
            "event_class": "PERSONAL_DATA_BREACH",
            **NO_ONE_LEFT,
            "tracks": {"regulator": "NEEDED"},
        },
        {"allowed": False, "refusals.0": "Still to tell: Data protection regulator."},
    ),
    "B-07.e3": (
        "incidents.step",
        {
            "state": "NOT_REPORTABLE",
            "event": "new_facts",
            "new_facts": "A copy is for sale.",
            "certain_at": "2026-10-01T09:00:00Z",
            "new_facts_at": "2026-11-20T08:00:00Z",
            "now": "2026-11-22T10:00:00Z",
        },
        {
            "allowed": True,
            "state": "ASSESSED",
            "deadline": "2026-10-04T09:00:00Z",
            "deadline_passed": True,
            "new_facts_at": "2026-11-20T08:00:00Z",
        },
    ),
    "B-07.e4": (
        "incidents.step",
        {"state": "ASSESSED", "event": "decide_not", **READY, "dpo_exists": True},
        {
            "allowed": False,
            "refusals.0": "You have a Data Protection Officer. Record the advice, or why there is none.",
        },
    ),
    "B-07.e4 with a reason": (
        "incidents.step",
        {"state": "ASSESSED", "event": "decide_not", **READY, "dpo_exists": True, "dpo_unavailable": "On leave."},
        {"allowed": True, "state": "NOT_REPORTABLE"},
    ),
    "B-07.e5": (
        "incidents.step",
        {
            "state": "CLOSED",
            "event": "reopen",
            "new_facts": "The paper was found.",
            "reference": "INC-4",
            "revision": 9,
        },
        {"allowed": True, "state": "REOPENED", "reference": "INC-4", "revision": 10},
    ),
}
OTHERS: dict[str, Example] = {
    "B-08.e1": ("incidents.cqc", {}, {"needed": False}),
    "B-08.e2": ("incidents.cqc", {"safe_care_threatened": True}, {"needed": True, "paragraphs": ["(g)"]}),
    "B-08.e3": ("incidents.cqc", {"police_involved": True}, {"needed": True, "paragraphs": ["(f)"]}),
    "B-08.e4": (
        "incidents.cqc",
        {"police_involved": True, "nhs_body": True},
        {"needed": False, "not_applicable": ["(f)"]},
    ),
    "B-08.e5": (
        "incidents.cqc",
        {"abuse_allegation": True},
        {"needed": True, "paragraphs": ["(e)"], "safeguarding": True},
    ),
    "B-08.e6": ("incidents.cqc", {"safe_care_threatened": False}, {"needed": False, "record_reasoning": True}),
    "B-09.e1": ("incidents.nis", {}, {"applies": False, "added_tracks": []}),
    "B-09.e2": ("incidents.nis", {"designated": True}, {"applies": True, "added_tracks": ["dhsc"]}),
    "B-09.e3": (
        "incidents.nis",
        {"supplier_in_scope": True},
        {"applies": False, "contract_clauses.0": "Tell us at once of any incident"},
    ),
    "B-10.e1": (
        "incidents.others",
        {"part": "our_supplier"},
        {"regulator_by_us": True, "needed": ["controllers"]},
    ),
    "B-10.e2": (
        "incidents.others",
        {"part": "for_another"},
        {"regulator_by_us": False, "needed": ["controllers"], "tracks.4.reason.text": "for it to decide"},
    ),
    "B-10.e3": (
        "incidents.others",
        {"fraud": True},
        {"needed": ["police", "insurer"], "tracks.2.how": "Ring Report Fraud on 0300 123 2040"},
    ),
    "B-10.e4": (
        "incidents.others",
        {"nhsmail_account": True},
        {
            "needed": ["nhsmail"],
            "tasks": ["Reset the password of the NHSmail account.", "Set up its second step of signing in again."],
        },
    ),
}
EXAMPLES: dict[str, Example] = CLASSES | CLOCKS | DUTIES | GRID | NOTICES | RECORDS | STEPS | OTHERS
