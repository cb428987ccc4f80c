"""Every worked example of rules E-03, E-04 and E-12, asked as ``guardbook ask`` asks it."""

import re
from typing import Any

import pytest

from tests.rules.worked import RULE_BOOK, differing

Example = tuple[str, dict[str, Any], dict[str, Any]]


def update(installed_on: str | None, as_of: str = "2026-12-31", **more: object) -> dict[str, Any]:
    return {"released_on": "2026-11-01", "as_of": as_of, "installed_on": installed_on, **more}


def device(text: str) -> dict[str, Any]:
    return {"text": text, "as_of": "2026-11-22"}


UPDATES: dict[str, Example] = {
    "E-03.e1": (
        "cyber.updates",
        update("2026-11-15", rated="CRITICAL"),
        {"outcome": "IN_TIME", "due_on": "2026-11-15", "days": 14, "is_urgent": True},
    ),
    "E-03.e2": ("cyber.updates", update("2026-11-16", rated="CRITICAL"), {"outcome": "LATE", "days": 15}),
    "E-03.e3": (
        "cyber.updates",
        update(None, "2026-12-11", rated="LOW"),
        {"outcome": "FINDING", "days": 40, "is_urgent": False},
    ),
}
ACCOUNTS: dict[str, Example] = {
    "E-03.e4": (
        "cyber.accounts",
        {"offers_second_step": True, "people_without_second_step": 2, "shortest": 12},
        {"passes": False, "fails_at_once": True},
    ),
    "E-03.e5": (
        "cyber.accounts",
        {"shortest": 9, "refuses_common": True},
        {"passes": True, "fails_at_once": False, "paths": ["COMMON_ONES_REFUSED"]},
    ),
    "E-03.e6": ("cyber.accounts", {"shortest": 9}, {"passes": False, "paths": []}),
    "E-03.e7": (
        "cyber.accounts",
        {"is_cloud": False, "shortest": 12},
        {"passes": True, "paths": ["LONG_PASSWORD"]},
    ),
}
SUPPORT: dict[str, Example] = {
    "E-04.e1": (
        "registers.support",
        device("Windows 11 24H2 Pro"),
        {"status": "UNSUPPORTED", "since": "2026-10-13", "named.0.release": "11 24H2"},
    ),
    "E-04.e2": (
        "registers.support",
        device("Windows 11 24H2 Enterprise"),
        {"status": "SUPPORTED", "until": "2027-10-12"},
    ),
    "E-04.e3": (
        "registers.support",
        device("Windows 10 22H2 with commercial ESU year 2"),
        {"status": "SUPPORTED_ESU", "until": "2027-10-12", "reasons.0.confidence": "memory"},
    ),
    "E-04.e4": (
        "registers.support",
        device("Windows 10 22H2, no ESU"),
        {"status": "UNSUPPORTED", "since": "2025-10-14", "reasons.0.confidence": "read"},
    ),
    "E-04.e5": ("registers.support", device("Office 2021"), {"status": "UNSUPPORTED", "since": "2026-10-13"}),
    "E-04.e6": (
        "registers.support",
        device("Server 2016"),
        {"status": "SUPPORTED", "warns": True, "days_left": 51, "until": "2027-01-12"},
    ),
    "E-04.e7": ("registers.support", device("Android 13 tablet"), {"status": "UNSUPPORTED", "since": "2026-03-02"}),
    "E-04.e8": (
        "registers.support",
        device("unknown model"),
        {"status": "UNKNOWN", "asks": "Write down the maker", "missing_facts": {"what it is and which version"}},
    ),
}
PASSWORDS: dict[str, Example] = {
    "E-12.e1 in words": (
        "cyber.passwords",
        {"text": "Staff must change their password every 90 days."},
        {"passes": False, "findings.*.severity": ["low"], "findings.0.text": "out of date"},
    ),
    "E-12.e1 as a setting": ("cyber.passwords", {"changed_every_days": 90}, {"findings.*.severity": ["low"]}),
    "E-12.e2": ("cyber.passwords", {"longest": 16}, {"passes": False, "findings.0.text": "at most 16 characters"}),
    "E-12.e3": (
        "cyber.passwords",
        {"shared": [{"what": "the eMAR"}]},
        {"findings.*.severity": ["high"], "findings.0.text": "who did what"},
    ),
    "E-12.e4": ("cyber.passwords", {"factory_passwords": ["The main router"]}, {"findings.*.severity": ["high"]}),
    "E-12.e5": (
        "cyber.passwords",
        {"shortest": 15, "has_manager": True, "second_step_on_email": True},
        {"passes": True, "findings": [], "advice": []},
    ),
}
EXAMPLES = UPDATES | ACCOUNTS | SUPPORT | PASSWORDS


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_rule_answers_as_the_rule_book_says(example: Example) -> None:
    assert differing(example) == {}


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(r"^\| (E-(?:03|04|12)\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    assert len(in_book) == 20
    assert {name.split()[0] for name in EXAMPLES} == in_book
