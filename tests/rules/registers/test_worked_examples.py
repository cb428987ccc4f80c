"""The rule book's worked examples for cameras and walk-rounds, asked as ``guardbook ask`` asks them."""

import json
import re
from typing import Any

import pytest

from guardbook.content import ask
from tests.rules.worked import RULE_BOOK

ENTRANCE = {
    "name": "Front door",
    "place": "entrance",
    "run_by": "us",
    "purpose": "To see who comes in",
    "sign": "yes",
    "sound": "no",
    "days_kept": 30,
    "dpia_on": "2026-05-01",
    "staff_told_on": "2026-05-02",
}
BEDROOM = ENTRANCE | {"name": "Room by the garden", "place": "bedroom", "can_decide": False}
FAMILYS = BEDROOM | {"run_by": "family", "sign": None, "dpia_on": None, "days_kept": None}
FAULT = {"look": "printer", "finding": "not_ok", "action": "Empty it", "owner": None, "done_on": "2026-11-03"}


def camera(**said: Any) -> dict[str, Any]:
    return {"camera": ENTRANCE | said, "as_of": "2026-11-22"}


def walk(ok: int, not_ok: int, not_applicable: int) -> dict[str, Any]:
    fine = [{"look": f"a{n}", "finding": "ok"} for n in range(ok)]
    absent = [{"look": f"b{n}", "finding": "n/a"} for n in range(not_applicable)]
    return {"answers": [*fine, *(FAULT for _ in range(not_ok)), *absent]}


EXAMPLES: dict[str, tuple[str, dict[str, Any], list[tuple[str, str]]]] = {
    "D-12.e1": ("cctv.check", camera(), []),
    "D-12.e2": ("cctv.check", camera(**BEDROOM), [("high", "best-interests")]),
    "D-12.e3": ("cctv.check", camera(sound="always"), [("medium", "rarely needed")]),
    "D-12.e4": (
        "cctv.check",
        camera(**FAMILYS | {"agreed": "best_interests"}),
        [("medium", "they answer for what it records")],
    ),
    "D-12.e4 without a decision": (
        "cctv.check",
        camera(**FAMILYS),
        [("high", "best-interests"), ("medium", "they answer")],
    ),
    "D-12.e5": ("cctv.check", camera(staff_told_on=None), [("medium", "Tell staff")]),
    "D-11.e9": ("cctv.check", camera(days_kept=400), [("medium", "kept for 400 days")]),
    "a consent where there is a decision to make": (
        "cctv.check",
        camera(**BEDROOM | {"agreed": "consent"}),
        [("high", "best-interests")],
    ),
    "somebody who decides, and agreed": (
        "cctv.check",
        camera(**BEDROOM | {"can_decide": True, "agreed": "consent"}),
        [],
    ),
    "somebody who decides, not asked": (
        "cctv.check",
        camera(**BEDROOM | {"can_decide": True, "agreed": "nothing"}),
        [("high", "Ask them")],
    ),
    "nobody said who decides": ("cctv.check", camera(**BEDROOM | {"can_decide": None}), [("high", "Say whether")]),
    "the family's, agreed on paper": (
        "cctv.check",
        camera(**FAMILYS | {"agreed": "best_interests", "family_rules_on": "2026-01-01"}),
        [],
    ),
    "sound, and why": ("cctv.check", camera(sound="always", sound_why="The intercom"), []),
    "no sign": ("cctv.check", camera(sign=None), [("medium", "Put up a sign")]),
    "hidden": ("cctv.check", camera(sign="hidden"), [("high", "legal advice")]),
    "no risk check": ("cctv.check", camera(dpia_on=None), [("high", "Write down the risks")]),
    "days not said": ("cctv.check", camera(days_kept=None), [("medium", "for how many days")]),
    "two months": ("cctv.check", camera(days_kept=60), [("info", "60 days")]),
    "a bathroom": ("cctv.check", camera(place="bathroom"), [("high", "hardly ever be right")]),
}


@pytest.mark.parametrize(("rule", "facts", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_a_camera_is_judged_as_the_rule_book_says(
    rule: str, facts: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    verdict: Any = ask.answer(rule, json.dumps(facts))

    found = [(gap["severity"], gap["text"]) for gap in verdict["gaps"]]
    assert [severity for severity, _ in found] == [severity for severity, _ in expected]
    assert all(says in text for (_, text), (_, says) in zip(found, expected, strict=True))
    assert verdict["is_in_order"] is not bool(expected)


def test_e_10_e1_counts_what_does_not_apply_for_nothing() -> None:
    verdict = ask.answer("spot_checks.score", json.dumps(walk(14, 2, 4)))

    assert (verdict["ok"], verdict["not_ok"], verdict["percent"], verdict["is_valid"]) == (14, 2, 87.5, True)


def test_e_10_e2_refuses_a_photo_that_shows_a_care_plan() -> None:
    verdict: Any = ask.answer("spot_checks.photo", json.dumps({"shows_personal": True}))

    assert not verdict["accepted"]
    assert "without people, names or records" in verdict["reason"]["text"]


def test_e_10_e3_is_not_valid_without_an_action() -> None:
    verdict = ask.answer("spot_checks.score", json.dumps({"answers": [FAULT | {"action": ""}]}))

    assert not verdict["is_valid"]


@pytest.mark.skipif(not RULE_BOOK.exists(), reason="the rule book is not beside this checkout")
def test_no_example_of_the_rule_book_is_missing() -> None:
    in_book = set(re.findall(r"^\| (D-12\.e\d+|E-10\.e\d+) \|", RULE_BOOK.read_text(), re.MULTILINE))

    assert in_book == {f"D-12.e{n}" for n in range(1, 6)} | {f"E-10.e{n}" for n in range(1, 4)}
    assert {name for name in in_book if name.startswith("D")} <= set(EXAMPLES)
