"""The worked examples of D-04, D-05 and D-06, one entry per id: the rule asked, its facts, what must come out.

An expected value is found by its path, as in the examples of the roles.
"""

from typing import Any

from tests.rules.worked import Example

SUPPLIER = {"register": "suppliers", "id": "1", "name": "Everrota"}
AT_HOME = SUPPLIER | {"says": {"hosted": "In the United Kingdom"}}
ABROAD = SUPPLIER | {"says": {"hosted": "In the United States"}}
ALL = [
    "who", "purposes", "bases", "recipients", "retention", "rights", "complain_us", "complain_regulator", "must_give",
    "automated", "opt_out",
]  # fmt: skip


def change(*criteria: str, **more: Any) -> dict[str, Any]:
    """A change of which these are true."""
    return {"criteria": list(criteria), **more}


def notice(*without: str, **more: Any) -> dict[str, Any]:
    """A notice for residents that says everything but these."""
    return {
        "audience": "residents",
        "as_of": "2026-11-22",
        "has": [each for each in ALL if each not in without],
        **more,
    }


def step(state: str, event: str, **more: Any) -> dict[str, Any]:
    """Somebody wants to take a step."""
    return {"state": state, "event": event, **more}


EXAMPLES: dict[str, Example] = {
    "D-04.e1": (
        "dpia.screening",
        change("sensitive", "vulnerable_people"),
        {"result": "REQUIRED_PRESUMED", "counted": ["sensitive", "vulnerable_people"], "may_end_here": False},
    ),
    "D-04.e1 rebutted in writing": (
        "dpia.screening",
        change("sensitive", "vulnerable_people", reason_not_to="The old system has one, and nothing differs."),
        {"result": "REQUIRED_PRESUMED", "may_end_here": True},
    ),
    "D-04.e2": (
        "dpia.screening",
        change("innovative_tech", "sensitive", "vulnerable_people", "systematic_monitoring"),
        {"result": "REQUIRED", "may_end_here": False},
    ),
    "D-04.e3": (
        "dpia.screening",
        change("biometrics", "vulnerable_people"),
        {"result": "REQUIRED", "reasons.0.text": "a fingerprint, a face or a voice"},
    ),
    "D-04.e4": ("dpia.screening", change("tracking", "vulnerable_people"), {"result": "REQUIRED"}),
    "D-04.e5": ("dpia.screening", change(), {"result": "SCREENED_OUT", "counted": [], "may_end_here": True}),
    "D-04.e6 no sign": ("dpia.screening", change(), {"result": "SCREENED_OUT"}),
    "D-04.e6 one sign": (
        "dpia.screening",
        change("vulnerable_people"),
        {"result": "RECOMMENDED", "may_end_here": False, "missing": "Write down why"},
    ),
    "D-04.e7": (
        "dpia.screening",
        change("systematic_monitoring", "vulnerable_people", watches=True),
        {"result": "REQUIRED_PRESUMED", "reasons.1.text": "CQC expects to see a finished impact assessment"},
    ),
    "D-04.e8": (
        "dpia.screening",
        change("large_scale_special_or_criminal", "large_scale", "sensitive"),
        {"result": "REQUIRED", "reasons.0.source": "UK GDPR, Article 35(3)"},
    ),
    "D-05.e1": (
        "dpia.step",
        step("decided", "went_live", residual="high"),
        {"allowed": False, "state": "decided", "lacking.0.source": "UK GDPR, Article 36"},
    ),
    "D-05.e2": (
        "dpia.step",
        step("consulted", "decided", residual="low", officer_appointed=True),
        {"allowed": False, "state": "consulted", "lacking.0.text": "Ask for their advice first"},
    ),
    "D-05.e3": (
        "dpia.step",
        step("dpo_advice", "decided", residual="low", officer_appointed=True, advice="Wait.", advice_followed=False),
        {"allowed": False, "lacking.0.text": "Write down why not"},
    ),
    "D-05.e4": (
        "clocks.consultation",
        {"received_on": "2026-11-23"},
        {"answer_by": "2027-01-18", "longest": "2027-03-01"},
    ),
    "D-05.e5": (
        "dpia.review",
        {"today": "2026-11-22", "review_on": "2027-06-01", "then": [AT_HOME], "now": [ABROAD]},
        {"is_due": True, "changes.0": "is now “In the United States”"},
    ),
    "D-06.e1": (
        "notices.check",
        notice("complain_us", updated_on="2025-12-01"),
        {"passes": False, "findings.0.line": "complain_us", "findings.0.since": "2026-06-19"},
    ),
    "D-06.e2": (
        "notices.check",
        notice(text="Questions? Contact our DPO."),
        {"passes": False, "findings.0.reason.rule": "A-11"},
    ),
    "D-06.e3": ("notices.check", notice("retention"), {"passes": False, "findings.0.line": "retention"}),
    "D-06.e4": (
        "notices.check",
        notice(from_others=True),
        {"passes": False, "findings.0.line": "source", "findings.0.reason.source": "UK GDPR, Article 14"},
    ),
    "D-06.e5": ("notices.check", notice(), {"passes": True, "findings": []}),
}
