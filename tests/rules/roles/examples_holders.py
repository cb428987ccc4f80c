"""The worked examples about the people who hold roles, rule book A-07 to A-13, one entry per id."""

from typing import Any

from guardbook.rules.roles.job_description import sections_of
from guardbook.rules.roles.vocabulary import Role

Example = tuple[str, dict[str, Any], dict[str, Any]]

NOW = {"as_of": "2026-11-22"}
HOME = {
    "owned_by": "INDEPENDENT",
    "sites": 2,
    "regions": 1,
    "dedicated": [],
    "record_volume": "SMALL",
    "monitoring": [],
}
COMPLETE = {
    "role": "dsp_lead",
    "person": "Asha Patel",
    "posts": ["REGISTERED_MANAGER"],
    "starts_on": "2026-11-02",
    "evidence": ["APPOINTMENT_LETTER"],
    "accepted_on": "2026-11-03",
    "accountable": ["Asha Patel"],
}
LEAVES = {"role": "dsp_lead", "need": "REQUIRED", "as_of": "2026-12-01", "left_on": "2026-11-30"}
CONFIRMED = {"confirmed_on": "2025-11-22"}
SEVEN = {
    "end_date",
    "handover",
    "toolkit_profile",
    "caldicott_register",
    "regulator_record",
    "privacy_notices",
    "breach_plan",
}


def written(role: Role, **changed: str | None) -> dict[str, Any]:
    """A full job description with some sections changed, or left out."""
    sections = {str(one): "Words of this section" for one in sections_of(role)} | changed
    return {"role": role.value, "sections": {name: text for name, text in sections.items() if text is not None}}


def holds(*roles: str, posts: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """What one person holds."""
    return {"roles": list(roles), "posts": list(posts), **more}


def reviewed(role: str, **more: Any) -> dict[str, Any]:
    """A role confirmed a while ago."""
    return {"role": role, **CONFIRMED, **NOW, **more}


HOLDERS: dict[str, Example] = {
    "A-07.e1": ("roles.combinations", holds("dsp_lead", "siro", posts=("OWNER",)), {"outcome": "OK"}),
    "A-07.e2": (
        "roles.combinations",
        holds("dsp_lead", "caldicott_guardian", posts=("REGISTERED_MANAGER",)),
        {"outcome": "OK"},
    ),
    "A-07.e3": (
        "roles.combinations",
        holds("dsp_lead", "caldicott_guardian", "siro", posts=("REGISTERED_MANAGER",)),
        {"outcome": "WARN_STRONG", "explanation_required": True},
    ),
    "A-07.e4": (
        "roles.combinations",
        holds("dsp_lead", "dpo", posts=("OTHER_MANAGER",), decides_purposes_or_means=True),
        {"outcome": "BLOCK"},
    ),
    "A-07.e5": (
        "roles.combinations",
        holds(
            "dsp_lead", "dpo", posts=("COMPLIANCE_OFFICER",), decides_purposes_or_means=False, assessment_recorded=True
        ),
        {"outcome": "OK_WITH_NOTE"},
    ),
    "A-07.e6": (
        "roles.combinations",
        holds("dpo", "caldicott_guardian", posts=("CONSULTANT",)),
        {"outcome": "WARN"},
    ),
    "A-07.e6 with an assessment": (
        "roles.combinations",
        holds("dpo", "caldicott_guardian", posts=("CONSULTANT",), assessment_recorded=True),
        {"outcome": "OK_WITH_NOTE"},
    ),
    "A-07.e7": (
        "roles.combinations",
        holds("siro", "dpo", posts=("CHIEF_FINANCIAL_OFFICER",)),
        {"outcome": "BLOCK"},
    ),
    "A-08.e1": (
        "roles.appointment",
        {"role": "dsp_lead", "person": "Asha Patel"},
        {
            "complete": False,
            "missing": {"evidence: a job description, minutes or an appointment letter", "acceptance by the person"},
        },
    ),
    "A-08.e2": ("roles.appointment", COMPLETE, {"complete": True, "missing": []}),
    "A-08.e3": (
        "roles.appointment",
        COMPLETE | {"accountable": ["Asha Patel", "Ben Cole"]},
        {"complete": False, "faults.0": "Only one person can be the accountable lead"},
    ),
    "A-08.e4": (
        "roles.appointment",
        COMPLETE | {"posts": ["IT_APPRENTICE"]},
        {"outcome": "WARN", "findings.0.code": "seniority"},
    ),
    "A-08.e5": (
        "roles.appointment",
        COMPLETE | {"shares": [{"part": "R5", "person": "Ben Cole"}, {"part": "R4", "person": "Asha Patel"}]},
        {
            "complete": True,
            "outcome": "OK",
            "answer_text": "Asha Patel is accountable as Data Security and Protection Lead."
            " Ben Cole: report what they see, and ideas, to senior managers."
            " Asha Patel: help to shape the service's data procedures.",
        },
    ),
    "A-09.e1": (
        "roles.vacancy",
        LEAVES,
        {
            "vacant_from": "2026-12-01",
            "findings.0.severity": "high",
            "findings.0.due_on": "2026-12-01",
            "tasks.*.code": SEVEN,
            "tasks.7": None,
        },
    ),
    "A-09.e2": (
        "roles.vacancy",
        {
            "role": "caldicott_guardian",
            "need": "REQUIRED",
            "deputy": True,
            "absence": {"starts_on": "2026-11-01", "ends_on": "2026-12-10"},
            **NOW,
        },
        {"standing": "ACTING", "cqc_notice_by": None, "findings": []},
    ),
    "A-09.e3": (
        "roles.vacancy",
        {
            "role": "dsp_lead",
            "need": "REQUIRED",
            "is_registered_manager": True,
            "absence": {"starts_on": "2027-02-01", "ends_on": "2027-03-02"},
            **NOW,
        },
        {"cqc_notice_by": "2027-01-04", "findings.0.code": "acting_needed"},
    ),
    "A-09.e4": (
        "roles.vacancy",
        {"role": "dpo", "need": "NOT_NEEDED", "as_of": "2026-12-01", "left_on": "2026-11-30"},
        {"findings": [], "tasks.*.code": {"decide_to_continue", "privacy_notices"}},
    ),
    "A-10.e1": (
        "roles.job_description",
        written(Role.DSP_LEAD, limits_and_where_to_get_advice=None),
        {"valid": False, "missing_sections": ["limits_and_where_to_get_advice"]},
    ),
    "A-10.e2": (
        "roles.job_description",
        written(Role.DPO, responsibilities="The officer will decide which systems we use."),
        {"valid": False, "faults.0": "will decide which systems we use"},
    ),
    "A-10.e3": (
        "roles.job_description",
        written(Role.CALDICOTT_GUARDIAN, register_duty=None),
        {"valid": False, "missing_sections": ["register_duty"]},
    ),
    "A-11.e1": (
        "roles.title",
        {"title": "Data Protection Officer", "role": "dsp_lead"},
        {"accepted": False, "suggestions.0": "Data Security and Protection Lead"},
    ),
    "A-11.e2": ("roles.title", {"title": "Registered Manager & DPO", "role": "dsp_lead"}, {"accepted": False}),
    "A-11.e3": ("roles.title", {"title": "Data Protection Lead", "role": "dsp_lead"}, {"accepted": True}),
    "A-11.e4": ("roles.title", {"title": "Dpodcast Host", "role": "dsp_lead"}, {"accepted": True}),
    "A-11.e5": (
        "roles.document",
        {"text": "For questions, contact our DPO.", "dpo_appointed": False},
        {"outcome": "FAIL", "found": ["DPO"], "findings.0.code": "names_officer"},
    ),
    "A-12.e1": (
        "risks.acceptance",
        {"score": 20, "accepted_by": "NOBODY", "siro_appointed": False, **NOW},
        {"accepted": False, "authority": {"DSP_LEAD", "OWNER"}},
    ),
    "A-12.e2": ("roles.siro", {"posts": ["SHIFT_LEADER"], **NOW}, {"outcome": "WARN", "findings.0.code": "level"}),
    "A-12.e3": ("roles.siro", {"posts": ["DIRECTOR"], "other_roles": ["dsp_lead"], **NOW}, {"outcome": "OK"}),
    "A-13.e1": (
        "roles.review",
        reviewed("dpo", held=False, before=HOME, after=HOME | {"sites": 3, "dedicated": ["HR"]}),
        {"reopened.*.event": {"kind_changed", "need_changed"}, "reopened.0.rules": {"A-03"}, "need_after": "OPTIONAL"},
    ),
    "A-13.e2": (
        "roles.review",
        reviewed(
            "caldicott_guardian",
            held=False,
            before=HOME | {"funding": ["SELF_FUNDED"]},
            after=HOME | {"funding": ["SELF_FUNDED", "COUNCIL_COMMISSIONED"]},
        ),
        {"need_after": "REQUIRED", "reopened.0.event": "funding_changed", "reopened.0.due_on": "2026-12-22"},
    ),
    "A-13.e3": (
        "roles.review",
        reviewed("dpo", posts=["FINANCE_CLERK"], posts_gained=["HEAD_OF_IT"]),
        {"vacancy_in_waiting": True, "findings.*.outcome": {"BLOCK"}},
    ),
    "A-13.e4": (
        "roles.review",
        reviewed("dsp_lead") | {"as_of": "2026-11-23"},
        {"next_review_on": "2026-11-22", "overdue": True, "findings.0.code": "confirm_again"},
    ),
    "A-13.e4 on day 365": ("roles.review", reviewed("dsp_lead"), {"overdue": False, "findings": []}),
}
