"""The worked examples of rules D-01, D-02, D-03 and D-11: the rule asked, its facts, what must come out."""

from typing import Any

Example = tuple[str, dict[str, Any], dict[str, Any]]

NOW = {"as_of": "2026-11-22"}
ONE = "00000000-0000-0000-0000-000000000001"
CARE = {
    "name": "Care planning",
    "part": "ours",
    "work": "care",
    "purpose": "To give care safely.",
    "people": ["supported"],
    "data": ["contact", "care"],
    "bases": ["b"],
    "conditions": ["9-h"],
    "paragraphs": ["2"],
    "recipients": ["The GP"],
    "leaves_uk": False,
    "security": "Locked and encrypted.",
    "assets": [ONE],
    "retention": [ONE],
    "reviewed_on": "2026-09-01",
}
FOLDERS = {
    "name": "Care folders",
    "kind": "paper",
    "where": "The office",
    "data": ["care"],
    "guarded_by": ["locked"],
    "owner": ONE,
    "access_reviewed_on": "2026-09-01",
    "retention": [ONE],
    "reviewed_on": "2026-09-01",
}
CHARTS = {
    "name": "Medicine charts",
    "partner": "Market Street Pharmacy",
    "direction": "out",
    "data": ["care"],
    "bases": ["b"],
    "method": "nhsmail",
    "is_protected": True,
    "reviewed_on": "2026-09-01",
}
EIGHT_YEARS = {"least": {"number": 8, "unit": "years"}, "confidence": "read-2nd"}
STAFF_FILE = {"least": {"number": 6, "unit": "years"}}
LEFT = {"triggered_on": "2026-04-30", "turns_75_on": "2035-05-02"}


def use(**said: Any) -> dict[str, Any]:
    """Giving care on a contract, with all it needs, unless said otherwise."""
    return {"work": "care", "data": ["care"], "bases": ["b"], "conditions": ["9-h"], "paragraphs": ["2"]} | said


def record(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Rows of a register, looked at today."""
    return NOW | {"rows": list(rows)} | more


def years(number: int) -> dict[str, Any]:
    """At least so many years."""
    return {"least": {"number": number, "unit": "years"}}


def kept(published: dict[str, Any], clock: dict[str, Any], **more: Any) -> dict[str, Any]:
    """One record by the published time."""
    return NOW | {"published": published, "clock": clock} | more


PROCESSING: dict[str, Example] = {
    "D-01.e1": ("registers.processing", record(staff=8, people_supported=5), {"is_required": True}),
    "D-01.e2": (
        "registers.processing",
        record(CARE | {"purpose": ""}),
        {"rows.0.may_be_saved": False, "rows.0.refused.0": "Why do you need the information?"},
    ),
    "D-01.e3": (
        "registers.processing",
        record(CARE | {"conditions": [], "paragraphs": []}),
        {"rows.0.may_be_saved": True, "rows.0.gaps.0.question": "conditions", "rows.0.gaps.0.severity": "high"},
    ),
    "D-01.e4": (
        "registers.processing",
        record(CARE | {"retention": []}),
        {"rows.0.may_be_saved": True, "rows.0.gaps.*.severity": ["low"], "rows.0.gaps.0.question": "retention"},
    ),
    "D-01.e5": (
        "registers.processing",
        record(CARE, works_for=["Sister Care Ltd"]),
        {"findings.0.text": "Sister Care Ltd (Article 30(2))"},
    ),
    "D-01.e6": (
        "registers.processing",
        record(CARE | {"reviewed_on": "2025-10-22"}),
        {"rows.0.gaps.0.text": "A look was due on 22 October 2026", "rows.0.gaps.0.rule": "G-01"},
    ),
}
ASSETS: dict[str, Example] = {
    "D-02.e1": (
        "registers.assets",
        record(FOLDERS, in_use=["WhatsApp group for handover"]),
        {"findings.*.rule": ["D-02"], "findings.0.text": "WhatsApp group for handover is used for work"},
    ),
    "D-02.e2": (
        "registers.assets",
        record(FOLDERS | {"owner_leaves_on": "2026-11-21"}),
        {"rows.0.gaps.*.question": ["owner"], "rows.0.gaps.0.text": "left on 21 November 2026"},
    ),
    "D-02.e3": (
        "registers.flows",
        record(CHARTS | {"method": "plain_email"}),
        {"rows.0.gaps.*.severity": ["high"], "rows.0.gaps.0.question": "method"},
    ),
    "D-02.e4": (
        "registers.assets",
        record(FOLDERS | {"name": "Archive boxes", "retention": []}),
        {"rows.0.gaps.*.question": ["retention"], "rows.0.gaps.0.rule": "D-02"},
    ),
}
BASES: dict[str, Example] = {
    "D-03.e1": (
        "registers.lawful_basis",
        use(bases=["a"], has_consent_notes=True),
        {"may_stand": True, "guards.*.code": ["consent_for_care"], "guards.*.outcome": ["warn"]},
    ),
    "D-03.e2": (
        "registers.lawful_basis",
        use(conditions=[], paragraphs=[]),
        {"may_stand": True, "guards.*.code": ["no_article_9"], "guards.*.outcome": ["finding"]},
    ),
    "D-03.e3": (
        "registers.lawful_basis",
        use(work="employment", conditions=["9-b"], paragraphs=["1"]),
        {"guards.*.code": ["no_policy_document"], "guards.*.outcome": ["finding"]},
    ),
    "D-03.e4": (
        "registers.lawful_basis",
        use(bases=["f"], is_public_task=True, has_balancing_test=True),
        {"may_stand": False, "guards.*.code": ["legitimate_public_task"]},
    ),
    "D-03.e5": (
        "registers.lawful_basis",
        use(bases=["f"]),
        {"may_stand": True, "guards.*.code": ["no_balancing_test"], "guards.*.outcome": ["finding"]},
    ),
    "D-03.e6": (
        "registers.lawful_basis",
        {"work": "marketing", "data": ["contact"], "bases": ["ea"]},
        {"may_stand": False, "guards.*.code": ["recognised_not_listed"]},
    ),
    "D-03.e7": (
        "registers.lawful_basis",
        {
            "work": "criminal_checks",
            "data": ["criminal"],
            "bases": ["c"],
            "conditions": ["10"],
            "paragraphs": ["1"],
            "has_policy": True,
            "is_kept_for_ever": True,
        },
        {"guards.*.code": ["kept_for_ever"], "guards.0.gap.rule": "D-11"},
    ),
}
KEEPING: dict[str, Example] = {
    "D-11.e1": (
        "registers.retention",
        kept(EIGHT_YEARS, {"triggered_on": "2026-03-14"}),
        {"review_on": "2034-03-14", "standing": "running"},
    ),
    "D-11.e2": ("registers.retention", kept(EIGHT_YEARS, {"triggered_on": "2024-02-29"}), {"review_on": "2032-02-29"}),
    "D-11.e3": ("registers.retention", kept(years(10), {"triggered_on": "2024-02-29"}), {"review_on": "2034-02-28"}),
    "D-11.e4": (
        "registers.retention",
        kept(EIGHT_YEARS, {"triggered_on": "2026-03-14", "used_again_on": "2030-06-01"}, as_of="2030-07-01"),
        {"review_on": None, "standing": "in_use", "may_be_destroyed": False},
    ),
    "D-11.e5 main file": ("registers.retention", kept(STAFF_FILE, LEFT), {"review_on": "2032-04-30"}),
    "D-11.e5 summary": ("registers.retention", kept({"birthday": "until"}, LEFT), {"review_on": "2035-05-02"}),
    "D-11.e6": ("registers.retention", kept({"birthday": "until"}, LEFT), {"review_on": "2035-05-02"}),
    "D-11.e7": (
        "registers.retention",
        kept(EIGHT_YEARS, {"triggered_on": "2018-03-14"}, holds=["police"]),
        {"standing": "held", "may_be_destroyed": False},
    ),
    "D-11.e8": (
        "registers.retention",
        kept(EIGHT_YEARS, {"triggered_on": "2026-03-14"}, own=years(3)),
        {"time_may_stand": False, "findings.0.severity": "high", "findings.0.confidence": "read-2nd"},
    ),
    "D-11.e8 with a reason": (
        "registers.retention",
        kept(EIGHT_YEARS, {"triggered_on": "2026-03-14"}, own=years(3), reason="The council keeps the record."),
        {"time_may_stand": True, "findings": [], "review_on": "2029-03-14"},
    ),
    "D-11.e9": (
        "registers.retention",
        kept({"most": {"number": 30, "unit": "days"}}, {}, own={"least": {"number": 400, "unit": "days"}}),
        {"time_may_stand": True, "findings.0.text": "at most 30 days", "findings.0.severity": "medium"},
    ),
    "D-11.e10": (
        "registers.retention",
        kept({"most": {"number": 6, "unit": "months"}}, {"triggered_on": "2026-04-22"}),
        {"must_go_on": "2026-10-22", "findings.0.text": "should have gone by 22 October 2026"},
    ),
}
EXAMPLES = PROCESSING | ASSETS | BASES | KEEPING
