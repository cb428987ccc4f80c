"""Every worked example of backups (E-05), exercises (E-06), the opt-out (D-10) and the fee (D-13), as `ask` puts it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from guardbook.content import ask, fees
from guardbook.kernel.errors import Refused
from guardbook.rules.registers.fee import Amounts
from tests.rules.worked import differing

BOOK = Path(__file__).parents[4] / "shared" / "domain" / "rules.md"
NOW = {"as_of": "2026-11-22"}
Example = tuple[str, dict[str, Any], dict[str, Any]]

GOOD = {
    "name": "Office files",
    "owner": "018f0000-0000-7000-8000-000000000001",
    "places": ["live", "server", "drive_away"],
    "often": "daily",
    "kept_apart": True,
    "tested_on": "2026-05-01",
    "result": "worked",
    "tested_by": "Fernbank IT",
}
PLAN = {
    "name": "Plan",
    "covers": ["records", "cyber", "device", "internet", "phones", "power", "building", "people", "supplier"],
    "approved_on": "2026-03-01",
    "offline_copy": "red folder",
    "printed_on": "2026-03-02",
    "says_who_tells": True,
    "staff_shown_on": "2026-03-05",
}
TABLETOP = {
    "name": "A day without the system",
    "held_on": "2026-03-10",
    "form": "tabletop",
    "about": ["records"],
    "took_part": ["Asha Khan", "two seniors"],
    "lessons": "Nobody could find the paper charts.",
    "actions": ["Label the box"],
    "actions_by": "2026-12-31",
}
STUDY = {"purpose": "research", "about_care": True, "identifies": True, "public_care": True}
COMPANY = {"charity": False, "public_authority": False}
AMOUNTS = TypeAdapter(tuple[Amounts, ...]).dump_python(fees.published(), mode="json")


def backup(**more: Any) -> dict[str, Any]:
    return {"backup": GOOD | more, **NOW}


def tried(*held: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"plans": [PLAN], "exercises": list(held), "contacts_looked_at_on": "2026-10-01", **NOW} | more


def use(**more: Any) -> dict[str, Any]:
    return {"use": STUDY | more, **NOW}


def payer(**more: Any) -> dict[str, Any]:
    return COMPANY | NOW | {"amounts": AMOUNTS} | more


EXAMPLES: dict[str, Example] = {
    "E-05.e1 two copies, the live system not counted": (
        "continuity.backup",
        backup(places=["server", "drive_away"]),
        {"copies": 2, "media": 2, "away": 1, "is_enough": False, "findings.0.text": "three are wanted"},
    ),
    "E-05.e1 the live system and two backups": (
        "continuity.backup",
        backup(),
        {"copies": 3, "away": 1, "is_enough": True, "findings": []},
    ),
    "E-05.e2": (
        "continuity.backup",
        backup(places=["live", "sync"]),
        {"copies": 1, "is_enough": False, "findings.0.severity": "high", "findings.0.text": "A synced folder is not"},
    ),
    "E-05.e3": (
        "continuity.backup",
        backup(places=["live", "supplier", "export"], contract_says=True, export_seen=True),
        {"is_enough": True, "findings": []},
    ),
    "E-05.e3 nothing seen": (
        "continuity.backup",
        backup(places=["live", "supplier"]),
        {"is_enough": False, "findings.*.question": {"contract_says", "export_seen"}},
    ),
    "E-05.e4": (
        "continuity.backup",
        backup(tested_on="2025-09-22"),
        {"restore": "overdue", "restore_due_on": "2026-09-22", "findings.0.question": "tested_on"},
    ),
    "E-05.e5": (
        "continuity.backup",
        backup(result="failed"),
        {"restore": "failed", "restore_due_on": None, "findings.0.severity": "high", "findings.0.question": "result"},
    ),
    "E-06.e1": ("continuity.exercise", tried(TABLETOP), {"is_met": True, "actions_open": 1, "findings": []}),
    "E-06.e2": (
        "continuity.exercise",
        tried(),
        {"is_met": False, "latest_on": None, "next_due_on": None, "findings.0.text": "ever tried your plan"},
    ),
    "E-06.e3": (
        "continuity.exercise",
        tried(TABLETOP | {"form": "debrief", "held_on": "2026-08-02"}),
        {"is_met": True, "latest_on": "2026-08-02", "next_due_on": "2027-08-02"},
    ),
    "E-06.e3 a debrief without people": (
        "continuity.exercise",
        tried(TABLETOP | {"form": "debrief", "took_part": []}),
        {"is_met": False, "latest_on": None},
    ),
    "E-06.e4": (
        "continuity.exercise",
        tried(TABLETOP, plans=[PLAN | {"offline_copy": ""}]),
        {"is_met": True, "findings.*.question": {"offline_copy"}, "findings.0.severity": "high"},
    ),
    "E-06 contacts looked at seven months ago": (
        "continuity.exercise",
        tried(TABLETOP, contacts_looked_at_on="2026-04-22"),
        {"findings.0.text": "Go through the emergency contacts"},
    ),
    "E-06 the plan covers nothing but a power cut": (
        "continuity.exercise",
        tried(TABLETOP, plans=[PLAN | {"covers": ["power"]}]),
        {"not_covered": {"records", "people", "supplier"}, "findings.0.severity": "high"},
    ),
    "D-10.e1": (
        "opt_out.applies",
        use(purpose="care"),
        {"answer": "does_not_apply", "basis": "individual_care", "actions": []},
    ),
    "D-10.e2": (
        "opt_out.applies",
        use(grounds=["approval"]),
        {"answer": "applies", "actions": {"Leave out everybody who opted out."}, "missing_facts": []},
    ),
    "D-10.e3": (
        "opt_out.applies",
        use(purpose="planning", identifies=False),
        {"answer": "does_not_apply", "basis": "anonymised"},
    ),
    "D-10.e4": ("opt_out.applies", use(grounds=["consent"]), {"answer": "does_not_apply", "basis": "consent"}),
    "D-10.e5": (
        "opt_out.applies",
        {"statement_on": "2026-02-01", **NOW},
        {"basis": "no_disclosure", "statement_due_on": "2027-02-01", "actions": {"Say it in your privacy notice."}},
    ),
    "D-10.e5 never said": ("opt_out.applies", NOW, {"statement_due_on": "2026-11-22"}),
    "D-10.e6": ("opt_out.applies", use(public_care=False), {"answer": "out_of_scope", "basis": "funding"}),
    "D-10 a law orders it": ("opt_out.applies", use(grounds=["law"]), {"basis": "law"}),
    "D-10 a public interest": ("opt_out.applies", use(grounds=["public_interest"]), {"basis": "public_interest"}),
    "D-10 neither care nor health": ("opt_out.applies", use(about_care=False), {"basis": "not_care_information"}),
    "D-10 for something else": ("opt_out.applies", use(purpose="other"), {"basis": "other_purpose"}),
    "D-10 not known": (
        "opt_out.applies",
        use(public_care=None, identifies=None),
        {"answer": "cannot_tell", "missing_facts": ["identifies", "public_care"], "actions": []},
    ),
    "D-13.e1": (
        "fee.tier",
        payer(charity=True, turnover=40_000_000, staff_average=600),
        {"tier": "tier_1", "amount": 52, "reasons.0.text": "you are a charity"},
    ),
    "D-13.e2": (
        "fee.tier",
        payer(turnover=600_000, staff_average=30),
        {"tier": "tier_1", "amount": 52, "reasons.0.text": "your turnover is £632,000 or less"},
    ),
    "D-13.e3": ("fee.tier", payer(turnover=700_000, staff_average=10.08), {"tier": "tier_2", "amount": 78}),
    "D-13.e4": (
        "fee.tier",
        payer(turnover=50_000_000, staff_average=240),
        {"tier": "tier_2", "reasons.0.text": "you have 250 staff or fewer"},
    ),
    "D-13.e5": ("fee.tier", payer(turnover=50_000_000, staff_average=300), {"tier": "tier_3", "amount": 3763}),
    "D-13.e5 by direct debit": (
        "fee.tier",
        payer(turnover=50_000_000, staff_average=300, direct_debit=True),
        {"amount": 3758, "reasons.1.confidence": "read-2nd"},
    ),
    "D-13.e6": (
        "fee.tier",
        payer(public_authority=True, staff_average=9, turnover=5_000_000),
        {"tier": "tier_1", "reasons.1.text": "only the number of staff counts"},
    ),
    "D-13.e7": (
        "fee.tier",
        payer(turnover=700_000, staff_each_month=[9, 9, 10, 10, 11, 11, 11, 10, 10, 10, 10, 10]),
        {"tier": "tier_2", "staff_average": 10.0833},
    ),
    "D-13.e8": (
        "fee.tier",
        payer(on_computer=False, cctv=False),
        {"liability": "maybe_exempt", "checklist": {"You have no CCTV and no video doorbell."}},
    ),
    "D-13 a camera at the door": ("fee.tier", payer(on_computer=False, cctv=True), {"liability": "pay"}),
    "D-13 nobody said": ("fee.tier", payer(on_computer=False), {"liability": "cannot_tell", "checklist": []}),
    "D-13 a large turnover is enough to know": (
        "fee.tier",
        payer(turnover=30_000_000, staff_average=300),
        {"tier": "tier_2", "reasons.0.text": "your turnover is £36,000,000 or less"},
    ),
    "D-13 few staff are enough to know": (
        "fee.tier",
        {"staff_average": 8, "amounts": AMOUNTS, **NOW},
        {"tier": "tier_1", "missing_facts": ["period_starts_on"]},
    ),
    "D-13 turnover could change it": (
        "fee.tier",
        payer(staff_average=30),
        {"tier": None, "amount": None, "missing_facts": ["turnover", "period_starts_on"]},
    ),
    "D-13 everything is open": (
        "fee.tier",
        NOW,
        {"missing_facts": {"charity", "public_authority", "turnover", "staff_average", "amounts"}},
    ),
    "D-13 before the amounts we know": (
        "fee.tier",
        payer(staff_average=8, period_starts_on="2025-02-01"),
        {"tier": "tier_1", "amount": None, "due_on": "2025-02-21", "missing_facts": ["amounts"]},
    ),
    "G-01.e5 the last day to pay": ("fee.tier", payer(period_starts_on="2026-12-01"), {"due_on": "2026-12-21"}),
}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    assert differing(example) == {}


@pytest.mark.parametrize("rule", ["E-05", "E-06", "D-10", "D-13"])
@pytest.mark.skipif(not BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing(rule: str) -> None:
    in_book = set(re.findall(rf"^\| ({rule}\.e\d+) \|", BOOK.read_text("utf-8"), re.MULTILINE))

    assert in_book
    assert in_book <= {name.split()[0] for name in EXAMPLES}


def test_a_count_below_nothing_is_refused_in_words() -> None:
    for facts, sentence in (({"turnover": -1}, "0 or more"), ({"staff_each_month": [-1]}, "staff: give a number")):
        with pytest.raises(Refused, match=sentence):
            ask.answer("fee.tier", json.dumps(NOW | facts))
