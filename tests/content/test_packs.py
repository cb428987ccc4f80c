"""The published packs are whole: counts, facts, words and history are what the toolkit and our sources say."""

from collections import Counter
from datetime import date

import pytest

from guardbook.content import packs
from guardbook.kernel.errors import NotFound
from guardbook.rules.frameworks.carry import Carry, carry
from guardbook.rules.frameworks.items import AnswerKind, Change, Exemption, Level, WindowKind
from guardbook.rules.frameworks.packs import Pack
from guardbook.rules.verdict import Confidence

EIGHT = packs.load("dspt", "8")
COUNTS = {"8": (57, 46, 26, 45), "7": (53, 44, 26, 43), "6": (52, 43, 26, 42)}


@pytest.mark.parametrize("version", COUNTS)
def test_the_counts_are_ours_and_the_official_ones_stand_beside_them(version: str) -> None:
    pack = packs.load("dspt", version)

    assert pack.totals is not None
    assert (len(pack.items), len(pack.mandatory), len(pack.approaching), pack.totals.mandatory) == COUNTS[version]
    assert pack.totals.approaching == 26
    assert pack.is_rebuilt


RULES = {
    "1.1.1": "ico_registration",
    "1.1.2": "information_listed",
    "1.1.5": "lead_appointed",
    "1.1.6": "consent_reviewed",
    "1.4.1": "keeping_times",
    "1.4.2": "destruction_contract",
    "2.1.1": "induction",
    "2.2.1": "contract_clause",
    "3.1.1": "training_needs",
    "3.2.1": "training_coverage",
    "3.4.1": "role_training",
    "4.1.1": "staff_list",
    "4.1.2": "access_known",
    "4.2.4": "leavers_access",
    "4.3.1": "admin_agreements",
    "4.4.1": "admin_logs",
    "4.5.3": "second_step",
    "4.5.4": "password_advice",
    "10.1.2": "supplier_list",
    "10.2.1": "supplier_proof",
    "10.2.2": "supplier_contracts",
}


def test_a_question_names_a_rule_or_says_why_not() -> None:
    assert RULES.items() <= {item.ref: item.rule for item in EIGHT.items if item.rule}.items()
    assert all(bool(item.rule) is not bool(item.why_no_rule) for item in EIGHT.items)


def test_the_mandatory_questions_read_for_social_care_are_marked_so() -> None:
    read = [item.ref for item in EIGHT.mandatory if item.known.level.confidence is Confidence.READ]

    assert read == [
        "1.1.3", "1.1.5", "1.2.4", "1.3.12", "1.3.13", "2.1.1", "2.2.1",
        "3.1.1", "3.2.1", "3.4.1", "4.3.1", "4.5.3", "6.1.1", "7.1.1",
    ]  # fmt: skip


def test_levels_are_known_as_well_as_the_sources_allow() -> None:
    counted = Counter(item.known.level.confidence for item in EIGHT.mandatory)

    assert counted == {Confidence.READ: 14, Confidence.INFERRED: 27, Confidence.MEMORY: 4, Confidence.UNCERTAIN: 1}


def test_every_fact_says_in_words_how_well_it_is_known() -> None:
    assert all(known.note for item in EIGHT.items for _, known in item.known.fields())


def test_what_changed_in_this_version() -> None:
    changed = {kind: [item.ref for item in EIGHT.items if item.changed is kind] for kind in Change}

    assert changed[Change.NEW] == ["4.3.1", "7.1.1", "7.1.5", "7.1.6", "8.3.8"]
    assert changed[Change.REWORDED] == ["1.1.3", "1.1.5", "1.3.1"]
    assert changed[Change.HELP_CHANGED] == ["1.3.6", "3.2.1", "4.4.1", "7.1.2", "7.3.4", "10.2.2"]


def test_only_cyber_essentials_plus_excuses_a_care_provider() -> None:
    excused = [item.ref for item in EIGHT.items if Exemption.CE_PLUS in item.exemptions]

    assert excused == ["4.2.4", "6.2.1", "9.1.1", "9.2.1"]
    assert EIGHT.item("2.1.1").exemptions == ()  # type: ignore[union-attr] # the question is there, or the test fails


WINDOWS = {
    "1.1.1": (WindowKind.LIVE, None, None),
    "1.1.2": (WindowKind.MONTHS_BACK, 12, None),
    "1.3.1": (WindowKind.MONTHS_BACK, 36, None),
    "1.3.2": (WindowKind.MONTHS_BACK, 12, None),
    "1.4.2": (WindowKind.SINCE, None, date(2025, 7, 1)),
    "3.1.1": (WindowKind.MONTHS_BACK, 12, None),
    "3.2.1": (WindowKind.MONTHS_BACK, 12, None),
    "3.4.1": (WindowKind.MONTHS_BACK, 12, None),
    "5.1.1": (WindowKind.MONTHS_BACK, 12, None),
    "5.2.1": (WindowKind.MONTHS_BACK, 12, None),
    "6.1.2": (WindowKind.MONTHS_BACK, 12, None),
    "6.1.3": (WindowKind.MONTHS_BACK, 12, None),
    "6.3.5": (WindowKind.MONTHS_BACK, 12, None),
    "7.1.1": (WindowKind.MONTHS_BACK, 12, None),
    "7.2.1": (WindowKind.SINCE, None, date(2025, 7, 1)),
    "7.3.2": (WindowKind.LIVE, None, None),
    "7.3.4": (WindowKind.MONTHS_BACK, 12, None),
}


def test_the_dates_that_count() -> None:
    found = {
        each.ref: (each.window.kind, each.window.months, each.window.since_on) for each in EIGHT.items if each.window
    }

    assert found == WINDOWS
    assert [each.ref for each in EIGHT.items if each.window and each.window.good_practice] == ["3.4.1", "7.3.4"]


def test_documents_are_asked_for_where_the_list_asks() -> None:
    assert [each.ref for each in EIGHT.items if AnswerKind.DOCUMENT in each.accepts] == [
        "1.1.2", "1.1.3", "1.4.2", "3.1.1", "7.1.1", "8.2.1",
    ]  # fmt: skip


def kinds(old: Pack, new: Pack, *wanted: Carry) -> list[str]:
    return [str(each.ref or each.old_ref) for each in carry(old, new) if set(wanted) & set(each.kinds)]


CARRIED = [
    ("6", "7", Carry.NEW, ["4.5.3"]),
    ("6", "7", Carry.REWORDED, []),
    ("7", "8", Carry.NEW, ["7.1.1", "7.1.5", "7.1.6", "8.3.8"]),
    ("7", "8", Carry.LEVEL_CHANGED, ["4.3.1"]),
    ("7", "8", Carry.REWORDED, ["1.1.3", "1.1.5", "1.3.1"]),
    ("7", "8", Carry.RETIRED, []),
    ("6", "8", Carry.NEW, ["4.5.3", "7.1.1", "7.1.5", "7.1.6", "8.3.8"]),
    ("8", "8", Carry.NEW, []),
    ("8", "8", Carry.REWORDED, []),
]


@pytest.mark.parametrize(("old", "new", "kind", "refs"), CARRIED, ids=[f"{a}-{b}-{kind}" for a, b, kind, _ in CARRIED])
def test_answers_carry_from_version_to_version(old: str, new: str, kind: Carry, refs: list[str]) -> None:
    assert kinds(packs.load("dspt", old), packs.load("dspt", new), kind) == refs


def test_the_map_from_the_third_version_is_whole() -> None:
    (third,) = EIGHT.migrations

    assert len(third.renumbered) == 16
    assert ("1.1.2", "1.1.5") in {(each.old, each.new) for each in third.renumbered}


def test_deadlines_are_known_as_far_as_they_are() -> None:
    toolkit = packs.framework("dspt")
    closed, ahead = toolkit.deadline("2025-26"), toolkit.deadline("2026-27")

    assert closed is not None
    assert ahead is not None
    assert (closed.on, closed.known.confidence) == (date(2026, 6, 30), Confidence.READ)
    assert (ahead.on, ahead.known.confidence) == (date(2027, 6, 30), Confidence.INFERRED)
    assert "nothing about the list for 2026-27" in toolkit.next_version
    assert len(toolkit.getting_the_list) > 3


def test_the_doubtful_questions_stand_in_order() -> None:
    assert [doubt.ref for doubt in EIGHT.doubts][:7] == ["7.3.1", "7.3.4", "7.3.2", "8.2.1", "6.3.2", "1.3.14", "4.1.2"]


def test_the_newest_pack_is_the_eighth() -> None:
    assert packs.newest("dspt") is EIGHT
    assert packs.find("dspt", "8") is EIGHT


@pytest.mark.parametrize(("code", "version"), [("dspt", "5"), ("dspt", "8-official"), ("iso27001", "1")])
def test_a_pack_that_is_not_there_is_not_found(code: str, version: str) -> None:
    with pytest.raises(NotFound):
        packs.find(code, version)

    with pytest.raises(NotFound):
        packs.load(code, version)


def test_levels_of_our_own_list_never_rise_without_a_word() -> None:
    seven = {item.ref: item.level for item in packs.load("dspt", "7").items}

    moved = [item.ref for item in EIGHT.items if seven.get(item.ref, item.level) is not item.level]

    assert moved == ["4.3.1"]
    assert seven["4.3.1"] is Level.OPTIONAL
