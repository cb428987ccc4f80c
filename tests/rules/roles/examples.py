"""The worked examples of the rule book's part A, one entry per id: the rule asked, its facts, what must come out.

An expected value is found by its path; a set stands for members that must be among those found.
"""

from typing import Any

from tests.rules.roles.examples_holders import HOLDERS
from tests.rules.worked import Example

SMALL = {"owned_by": "INDEPENDENT", "sites": 1, "dedicated": [], "record_volume": "SMALL", "monitoring": []}
TWO_SITES = SMALL | {"sites": 2, "regions": 1}
GROUP = SMALL | {"sites": 40, "regions": 3, "dedicated": ["IT", "HR", "ESTATES"], "record_volume": "LARGE"}
OTHER = SMALL | {"sites": 5, "record_volume": "MEDIUM"}
NATIONAL = GROUP | {"sites": 120, "regions": 9, "monitoring": ["ROOM_SENSORS"]}
COUNCIL_PAYS = {"funding": ["COUNCIL_COMMISSIONED", "SELF_FUNDED"]}
NOW = {"as_of": "2026-11-22"}
ALL_HELD = {"held": ["dsp_lead", "dpo", "caldicott_guardian", "siro"]}
OFFICER = {
    "decides_purposes_or_means": False,
    "reports_to": "TOP_LEVEL",
    "contact_published": True,
    "regulator_told": True,
}
FIRM = {
    "contract": True,
    "named_person": True,
    "response_time": True,
    "access_statement": True,
    "conflict_declaration": True,
}
GUARDIAN = {
    "posts": ["REGISTERED_MANAGER"],
    "on_register": True,
    "in_toolkit_profile": True,
    "contact_public": True,
    "training_recorded": True,
    "manual_read": True,
    **NOW,
}


def provider(profile: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Facts that hold a profile, as of today unless said otherwise."""
    return {"profile": profile, **NOW, **more}


def needs(**expected: str) -> dict[str, Any]:
    """What each role named must come out as: "REQUIRED/LAW"."""
    parts = ((role, *text.split("/")) for role, text in expected.items())
    return {
        f"{role}.{axis}": value for role, *pair in parts for axis, value in zip(("need", "force"), pair, strict=False)
    }


def paid(*funding: str, **left: str) -> dict[str, Any]:
    """One person supported, with how their care is paid for."""
    return {"funding": list(funding), **left}


NEEDS: dict[str, Example] = {
    "A-01.e1": (
        "roles.requirement",
        provider(SMALL | COUNCIL_PAYS),
        needs(
            dsp_lead="REQUIRED/TOOLKIT",
            dpo="NOT_NEEDED/LAW",
            caldicott_guardian="REQUIRED/STATUTORY_GUIDANCE",
            siro="OPTIONAL/CHOICE",
        ),
    ),
    "A-01.e2": (
        "roles.requirement",
        provider(SMALL | {"funding": ["SELF_FUNDED"]}),
        needs(caldicott_guardian="OPTIONAL/GOOD_PRACTICE") | {"caldicott_guardian.record_decision": True},
    ),
    "A-01.e3": (
        "roles.requirement",
        provider(GROUP | COUNCIL_PAYS),
        needs(dpo="LIKELY_REQUIRED/LAW", caldicott_guardian="REQUIRED") | {"dpo.record_decision": True},
    ),
    "A-01.e4": (
        "roles.requirement",
        provider(OTHER | {"owned_by": "COUNCIL"}),
        needs(dpo="REQUIRED/LAW", caldicott_guardian="REQUIRED", siro="OPTIONAL")
        | {"dpo.may_be_satisfied_by": "parent_access"},
    ),
    "A-01.e5": (
        "roles.requirement",
        provider(GROUP),
        needs(caldicott_guardian="UNKNOWN") | {"caldicott_guardian.missing_facts": ["any_publicly_funded"]},
    ),
    "A-01.e6": (
        "roles.requirement",
        provider(OTHER),
        needs(dpo="OPTIONAL/LAW")
        | {"dpo.record_decision": True, "dpo.reasons.0.rule": "A-02", "dpo.reasons.0.text": "Unclear large scale"},
    ),
    "A-01.e7": (
        "roles.requirement",
        provider(SMALL | COUNCIL_PAYS, as_of="2022-12-01"),
        needs(caldicott_guardian="OPTIONAL"),
    ),
    "A-01.e8": (
        "roles.requirement",
        provider(SMALL, held=[]),
        {"findings.0.severity": "high", "findings.0.reason.text": "toolkit cannot be published"},
    ),
    "A-02.e1": ("roles.dpo", provider({"owned_by": "COUNCIL"}), {"need": "REQUIRED", "force": "LAW", "row": 1}),
    "A-02.e2": (
        "roles.dpo",
        provider(SMALL | {"funding": ["COUNCIL_COMMISSIONED"]}),
        {"public_authority": False, "row": 6},
    ),
    "A-02.e3": (
        "roles.dpo",
        provider(OTHER | {"owned_by": "PART_PUBLIC"}),
        {"need": "UNKNOWN", "missing_facts": ["foia_status"]},
    ),
    "A-02.e4": (
        "roles.dpo",
        provider(NATIONAL),
        {"need": "REQUIRED", "row": 2, "reasons.0.text": "Watching people", "reasons.1.text": "sensitive data"},
    ),
    "A-02.e5": (
        "roles.dpo",
        provider(TWO_SITES | {"monitoring": ["COMMUNAL_CCTV"]}),
        {"need": "NOT_NEEDED", "reasons.1.text": "in corridors"},
    ),
    "A-02.e6": (
        "roles.dpo",
        provider(SMALL, staff_criminal_checks=True),
        {"need": "NOT_NEEDED", "row": 6, "reasons.1.text": "Criminal record checks"},
    ),
    "A-02.e7": ("roles.dpo", provider(SMALL, appointed=True), {"need": "NOT_NEEDED", "duties_apply": True}),
    "A-03.e1": ("roles.kind", SMALL, {"kind": "SMALL", "large_scale": "UNLIKELY"}),
    "A-03.e2": ("roles.kind", TWO_SITES | {"dedicated": ["HR"]}, {"kind": "OTHER", "large_scale": "UNCLEAR"}),
    "A-03.e3": (
        "roles.kind",
        SMALL | {"sites": 3, "record_volume": "MEDIUM"},
        {"kind": "OTHER", "large_scale": "UNCLEAR"},
    ),
    "A-03.e4": ("roles.kind", GROUP | {"sites": 25}, {"kind": "LARGE_GROUP", "large_scale": "LIKELY"}),
    "A-03.e5": ("roles.kind", GROUP | {"sites": 1, "regions": 1}, {"kind": "OTHER", "large_scale": "UNCLEAR"}),
    "A-03.e6": ("roles.kind", {"owned_by": "NHS", "sites": 1}, {"kind": "PUBLIC_OWNED"}),
    "A-03.e7": (
        "roles.kind",
        SMALL | {"record_volume": None},
        {"kind": "UNKNOWN", "missing_facts": ["record_volume"]},
    ),
    "A-04.e1": (
        "roles.conflicts",
        OFFICER | {"posts": ["REGISTERED_MANAGER"], "decides_purposes_or_means": True},
        {"outcome": "BLOCK", "findings.0.code": "decides_means"},
    ),
    "A-04.e2": (
        "roles.conflicts",
        OFFICER | {"posts": ["FINANCE_CLERK"], "reports_to": "DIRECT_LINE_RECORDED"},
        {"outcome": "OK"},
    ),
    "A-04.e3": ("roles.conflicts", OFFICER | {"posts": ["HEAD_OF_HR"]}, {"outcome": "BLOCK"}),
    "A-04.e4": ("roles.conflicts", OFFICER | {"firm": FIRM}, {"outcome": "OK"}),
    "A-04.e4 without the contract": (
        "roles.conflicts",
        OFFICER | {"firm": FIRM | {"contract": False}},
        {"outcome": "FAIL"},
    ),
    "A-04.e5": (
        "roles.conflicts",
        OFFICER | {"instructions_given": True},
        {"outcome": "FAIL", "findings.0.code": "instructed"},
    ),
    "A-04.e6": ("roles.conflicts", OFFICER | {"unreachable_sites": 0}, {"outcome": "OK"}),
    "A-04.e7": ("roles.conflicts", OFFICER | {"posts": ["IT_SUPPLIER"]}, {"outcome": "WARN"}),
    "A-04.e7 where it decides the means": (
        "roles.conflicts",
        OFFICER | {"posts": ["IT_SUPPLIER"], "decides_purposes_or_means": True},
        {"outcome": "BLOCK"},
    ),
    "A-04.e8": (
        "roles.conflicts",
        OFFICER | {"regulator_told": False},
        {"outcome": "FAIL", "findings.0.code": "regulator_untold"},
    ),
    "A-05.e1": (
        "roles.funding",
        {"people": [paid("SELF_FUNDED")] * 30, **NOW},
        {"any_publicly_funded": False, "basis": "none"},
    ),
    "A-05.e2": (
        "roles.funding",
        {"people": [*[paid("SELF_FUNDED")] * 29, paid("COUNCIL_COMMISSIONED")], **NOW},
        {"any_publicly_funded": True, "basis": "contract"},
    ),
    "A-05.e3": (
        "roles.funding",
        {"people": [paid("DIRECT_PAYMENT")], **NOW},
        {"any_publicly_funded": True, "basis": "seed (wider than NDG contract test)"},
    ),
    "A-05.e4": (
        "roles.funding",
        {"people": [paid("SELF_FUNDED", "NHS_FNC")], **NOW},
        {"any_publicly_funded": True, "basis": "contract (NHS)"},
    ),
    "A-05.e5": ("roles.funding", {"people": None, **NOW}, {"any_publicly_funded": None, "basis": "unknown"}),
    "A-05.e6": (
        "roles.funding",
        {
            "people": [paid("COUNCIL_COMMISSIONED", left_on="2026-05-12"), paid("SELF_FUNDED")],
            "as_of": "2026-06-20",
            "toolkit_year_ends_on": "2026-06-30",
        },
        {"any_publicly_funded": True, "ask_again_on": "2026-07-01"},
    ),
    "A-06.e1": (
        "roles.caldicott",
        GUARDIAN | {"on_register": False, "appointed_on": "2026-11-02"},
        {"findings.0.code": "register", "findings.0.due_on": "2026-11-30"},
    ),
    "A-06.e2": (
        "roles.caldicott",
        GUARDIAN | {"left_on": "2026-11-01"},
        {"vacant": True, "findings.1.code": "register_out_of_date", "findings.1.severity": "high"},
    ),
    "A-06.e3": (
        "roles.caldicott",
        GUARDIAN | {"posts": ["SENIOR_CARER"]},
        {"outcome": "WARN", "findings.0.code": "seniority"},
    ),
    "A-06.e4": (
        "roles.caldicott",
        GUARDIAN | {"posts": ["CONSULTANT"], "arrangement": "SHARED", "agreement_recorded": True},
        {"outcome": "OK", "arrangement": "SHARED"},
    ),
    "A-06.e5": (
        "roles.caldicott_log",
        {
            "question": "May the police see a resident's file?",
            "decision": "Yes, one page",
            "reason": "A crime",
            "decided_on": "2026-11-20",
        },
        {"valid": False, "faults": ["Choose at least one Caldicott principle that it touches."]},
    ),
}
EXAMPLES: dict[str, Example] = NEEDS | HOLDERS
