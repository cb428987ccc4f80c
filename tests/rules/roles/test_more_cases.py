"""Cases beyond the rule book's examples: the other side of each of its lines, asked the same way."""

import json
from typing import Any

import pytest

from guardbook.content import ask
from tests.rules.roles.examples import FIRM, GROUP, GUARDIAN, NOW, OFFICER, OTHER, SMALL, provider
from tests.rules.roles.examples_holders import COMPLETE, HOME, LEAVES, reviewed
from tests.rules.worked import Example, agrees, at

COURT = {"profile": {"owned_by": "COUNCIL"}, "acting_judicially": "COURT"}
OFFICER_PAPERS = COMPLETE | {"role": "dpo", "accountable": [], "posts": ["FINANCE_CLERK"]}
MANAGER_AWAY = {"role": "siro", "need": "OPTIONAL", "is_registered_manager": True, **NOW}
UNPLANNED = {"starts_on": "2026-10-01", "planned": False}

CASES: dict[str, Example] = {
    "ownership not known leaves the guardian open": (
        "roles.requirement",
        provider({"funding": ["SELF_FUNDED"]}),
        {"caldicott_guardian.need": "UNKNOWN", "caldicott_guardian.missing_facts": ["owned_by"], "dpo.need": "UNKNOWN"},
    ),
    "a held lead leaves no finding": ("roles.requirement", provider(SMALL, held=["dsp_lead"]), {"findings": []}),
    "a court is excepted": ("roles.dpo", COURT | NOW, {"row": 5, "may_be_satisfied_by": ""}),
    "a tribunal is excepted from August 2025": (
        "roles.dpo",
        COURT | {"acting_judicially": "TRIBUNAL", "as_of": "2025-08-20"},
        {"row": 5},
    ),
    "a tribunal was not before": (
        "roles.dpo",
        COURT | {"acting_judicially": "TRIBUNAL", "as_of": "2025-08-19"},
        {"row": 1},
    ),
    "freedom of information law may cover a provider": (
        "roles.dpo",
        provider(OTHER | {"owned_by": "PART_PUBLIC", "public_authority": True}),
        {"row": 1, "need": "REQUIRED", "may_be_satisfied_by": ""},
    ),
    "a part-public group on a large scale needs one anyway": (
        "roles.dpo",
        provider(GROUP | {"owned_by": "PART_PUBLIC", "monitoring": ["LOCATION_TRACKING"]}),
        {"need": "REQUIRED", "row": 2},
    ),
    "a part-public provider that is not covered is judged by size": (
        "roles.dpo",
        provider(SMALL | {"owned_by": "PART_PUBLIC", "public_authority": False}),
        {"need": "NOT_NEEDED", "row": 6},
    ),
    "no core trigger, no officer": (
        "roles.dpo",
        provider(GROUP, special_category_is_core=False),
        {"need": "NOT_NEEDED", "row": 6, "reasons.0.text": "no trigger of the law is met"},
    ),
    "watching not known is asked for": (
        "roles.dpo",
        provider(OTHER | {"monitoring": None}),
        {"need": "OPTIONAL", "missing_facts": ["monitoring"]},
    ),
    "two sites need their regions": (
        "roles.kind",
        SMALL | {"sites": 2},
        {"kind": "UNKNOWN", "missing_facts": ["regions"]},
    ),
    "a deputy manager who may buy systems is blocked": (
        "roles.conflicts",
        OFFICER | {"posts": ["DEPUTY_MANAGER"], "buys_systems": True},
        {"outcome": "BLOCK"},
    ),
    "a deputy manager who may not is fine": (
        "roles.conflicts",
        OFFICER | {"posts": ["DEPUTY_MANAGER"], "buys_systems": False},
        {"outcome": "OK"},
    ),
    "not said whether the deputy buys": (
        "roles.conflicts",
        OFFICER | {"posts": ["DEPUTY_MANAGER"]},
        {"outcome": "WARN", "reason_required": True},
    ),
    "nothing known asks for everything": (
        "roles.conflicts",
        {},
        {
            "outcome": "WARN",
            "missing_facts": {"decides_purposes_or_means", "reports_to", "contact_published", "regulator_told"},
        },
    ),
    "no line to the top fails": ("roles.conflicts", OFFICER | {"reports_to": "NEITHER"}, {"outcome": "FAIL"}),
    "a role ended 90 days after unwelcome advice": (
        "roles.conflicts",
        OFFICER | {"adverse_advice_on": "2026-01-01", "role_ended_on": "2026-04-01"},
        {"outcome": "WARN", "findings.0.code": "dismissal"},
    ),
    "a role ended on the 91st day": (
        "roles.conflicts",
        OFFICER | {"adverse_advice_on": "2026-01-01", "role_ended_on": "2026-04-02"},
        {"outcome": "OK"},
    ),
    "one site without the officer's details": (
        "roles.conflicts",
        OFFICER | {"unreachable_sites": 1},
        {"outcome": "FAIL", "findings.0.code": "unpublished"},
    ),
    "a thin contract is noted": (
        "roles.conflicts",
        OFFICER | {"firm": FIRM | {"response_time": False}},
        {"outcome": "OK_WITH_NOTE", "findings.0.reason.text": "a time to respond in"},
    ),
    "lead and guardian each warn, the risk owner blocks": (
        "roles.conflicts",
        OFFICER | {"other_roles": ["dsp_lead", "caldicott_guardian", "siro"]},
        {"outcome": "BLOCK", "findings.*.code": {"siro", "dsp_lead", "caldicott_guardian"}},
    ),
    "one who left last year does not count": (
        "roles.funding",
        {
            "people": [
                {"funding": ["COUNCIL_COMMISSIONED"], "left_on": "2026-06-30"},
                {"funding": ["SELF_FUNDED"]},
            ],
            "as_of": "2026-07-10",
            "toolkit_year_ends_on": "2027-06-30",
        },
        {"any_publicly_funded": False, "ask_again_on": None},
    ),
    "one who will leave still counts": (
        "roles.funding",
        {"people": [{"funding": ["NHS_CHC"], "left_on": "2026-12-30"}], **NOW},
        {"any_publicly_funded": True, "ask_again_on": None},
    ),
    "a guardian with nothing on file": (
        "roles.caldicott",
        {**NOW},
        {
            "outcome": "OK",
            "missing_facts": {
                "on_register",
                "in_toolkit_profile",
                "contact_public",
                "training_recorded",
                "manual_read",
            },
        },
    ),
    "an outside guardian without an agreement": (
        "roles.caldicott",
        GUARDIAN | {"arrangement": "EXTERNAL", "agreement_recorded": False},
        {"outcome": "FAIL", "findings.0.code": "agreement"},
    ),
    "nobody named": ("roles.caldicott", GUARDIAN | {"named": False}, {"vacant": True, "findings.0.code": "vacant"}),
    "not registered, with no date, is due from today": (
        "roles.caldicott",
        GUARDIAN | {"on_register": False, "manual_read": False},
        {"findings.0.due_on": "2026-12-20", "findings.1.code": "manual_read"},
    ),
    "a complete entry in the log": (
        "roles.caldicott_log",
        {
            "question": "Why?",
            "principles": ["P1"],
            "decision": "No",
            "reason": "Not needed",
            "decided_on": "2026-11-20",
        },
        {"valid": True, "faults": []},
    ),
    "an officer also shows knowledge and understanding": (
        "roles.appointment",
        OFFICER_PAPERS | {"conflict": "WARN"},
        {
            "complete": False,
            "missing": {
                "a conflict check with a good result",
                "how they showed expert knowledge of data protection",
                "how they showed that they understand this service",
            },
        },
    ),
    "an officer need not be a manager": (
        "roles.appointment",
        OFFICER_PAPERS
        | {"conflict": "OK", "expert_knowledge": "A certificate", "understands_service": "Ten years here"},
        {"complete": True, "answer_text": "", "findings": []},
    ),
    "nothing at all is on file": (
        "roles.appointment",
        {"role": "siro"},
        {"complete": False, "missing": {"the person's name", "the date it starts"}},
    ),
    "a reason makes another post senior enough": (
        "roles.appointment",
        COMPLETE | {"posts": ["ADMINISTRATOR"], "senior_enough_because": "Acts for the owner"},
        {"complete": True, "findings": []},
    ),
    "shared parts need one accountable lead": (
        "roles.appointment",
        COMPLETE | {"accountable": [], "shares": [{"part": "R1", "person": "Ben Cole"}]},
        {"complete": False, "faults.0": "who is the one accountable lead"},
    ),
    "14 days later the owner is told": ("roles.vacancy", LEAVES | {"as_of": "2026-12-15"}, {"escalation": 1}),
    "28 days later again": (
        "roles.vacancy",
        LEAVES | {"as_of": "2026-12-29"},
        {"escalation": 2, "escalate_on": ["2026-12-15", "2026-12-29"], "standing": "VACANT"},
    ),
    "a successor closes the gap": (
        "roles.vacancy",
        LEAVES | {"successor": True, "deputy": True},
        {"standing": "HELD", "vacant_from": None, "findings": []},
    ),
    "before the last day nothing is vacant": (
        "roles.vacancy",
        LEAVES | {"as_of": "2026-11-22"},
        {"standing": "HELD", "findings.0.code": "no_deputy"},
    ),
    "a needed role that nobody ever held is empty": (
        "roles.vacancy",
        {"role": "dpo", "need": "REQUIRED", "held": False, **NOW},
        {"standing": "VACANT", "findings.0.code": "vacant", "findings.1": None, "tasks": []},
    ),
    "a deputy acts after the holder leaves": ("roles.vacancy", LEAVES | {"deputy": True}, {"standing": "ACTING"}),
    "the manager was taken ill": (
        "roles.vacancy",
        MANAGER_AWAY | {"absence": UNPLANNED},
        {"cqc_notice_by": "2026-10-08", "missing_facts": ["bank_holidays"], "standing": "VACANT"},
    ),
    "the manager came back over Christmas": (
        "roles.vacancy",
        MANAGER_AWAY
        | {
            "as_of": "2026-12-24",
            "absence": UNPLANNED | {"returned_on": "2026-12-22"},
            "bank_holidays": ["2026-12-25", "2026-12-28", "2027-01-01"],
        },
        {"cqc_notice_by": "2027-01-05", "missing_facts": [], "standing": "HELD"},
    ),
    "an officer's job description may deny what it may not give": (
        "roles.job_description",
        {"role": "dpo", "sections": {"purpose": "The officer does not decide which systems we use."}},
        {"valid": False, "faults.0": "Write the section"},
    ),
    "a trap in the title of a job description": (
        "roles.job_description",
        {"role": "siro", "sections": {"title": "Director and DPO"}},
        {"faults": {"Change the title, for instance to “Data Security and Protection Lead”."}},
    ),
    "a document may name an appointed officer": (
        "roles.document",
        {"text": "Write to our Data Protection Officer.", "dpo_appointed": True},
        {"outcome": "OK", "findings": []},
    ),
    "an officer may be called one": ("roles.title", {"title": "DPO", "role": "dpo"}, {"accepted": True}),
    "a risk owner without the board's word": (
        "roles.siro",
        {"posts": ["DIRECTOR"], "board_evidence": False, "register_reviewed_on": "2025-11-21", **NOW},
        {"outcome": "FAIL", "findings.*.code": {"board_evidence", "register_review"}, "missing_facts": []},
    ),
    "a review comes before the toolkit's deadline": (
        "roles.review",
        reviewed("dsp_lead", submit_by="2026-06-30"),
        {"next_review_on": "2026-06-30", "overdue": True},
    ),
    "29 days away re-opens, and a manager's new post is looked at": (
        "roles.review",
        reviewed("caldicott_guardian", absent_days=29, posts_gained=["REGISTERED_MANAGER"]),
        {"reopened.*.event": {"new_post", "long_absence"}, "vacancy_in_waiting": False},
    ),
    "nothing changed, nothing re-opened": (
        "roles.review",
        reviewed("siro", before=HOME, after=HOME),
        {"reopened": [], "need_before": "OPTIONAL"},
    ),
}


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_the_rule_answers(example: Example) -> None:
    rule, facts, expected = example

    verdict: Any = ask.answer(rule, json.dumps(facts))

    differing = {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)}
    assert differing == {}
