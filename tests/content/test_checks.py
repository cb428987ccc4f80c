"""The pack check says what is good, what a pack owns up to, and what has to be put right."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from guardbook.content import checks, fingerprints, packs, schemas
from guardbook.content.checks import Check, Line, Standing
from guardbook.content.faults import Fault, Unsound
from guardbook.rules.assessment.suggestions import RULES
from guardbook.rules.frameworks.items import Item, Known
from guardbook.rules.frameworks.packs import Doubt, Migration, Pack, Renumbering, Retirement
from guardbook.rules.verdict import Confidence

EIGHT, SEVEN = packs.load("dspt", "8"), packs.load("dspt", "7")
LOCK = fingerprints.locked(packs.library() / "lock.toml")["dspt"]
SCHEMAS = Path(__file__).parents[2] / "docs" / "reference" / "schemas"


def faults(pack: Pack, previous: Pack | None = None, lock: dict[str, str] = LOCK) -> list[str]:
    lines = checks.check_pack(pack, previous, RULES, lock)
    return [line.text for line in lines if line.standing is Standing.FAULT]


def with_item(**changes: Any) -> Pack:
    """Version 8 with its first question changed, and the lock as if that had been published."""
    first: Item = replace(EIGHT.items[0], **changes)
    return replace(EIGHT, items=(first, *EIGHT.items[1:]))


def test_everything_published_is_sound() -> None:
    report = checks.check(RULES, RULES)

    assert checks.sound(report)
    assert {line.check for line in report} == set(Check)


def test_the_known_mismatch_is_reported_and_not_hidden() -> None:
    known = [str(line) for line in checks.check(RULES) if line.standing is Standing.KNOWN]

    order = "7.3.1, 7.3.4, 7.3.2, 8.2.1, 6.3.2, 1.3.14, 4.1.2, 1.3.6"
    assert known[-1] == f"known: dspt 8, totals: {MISMATCH} The most doubtful first: {order}."


def test_a_rule_without_proof_is_named() -> None:
    report = checks.check(RULES, proved=set(RULES) - {"induction"})

    assert [line.text for line in report if line.standing is Standing.FAULT] == [
        "2.1.1: the rule “induction” has no example that is met and one that is not."
    ]


MISMATCH = "46 compulsory questions are listed and the official total is 45; for Approaching it is 26 and 26."
NOWHERE = Known(Confidence.READ)
FAULTY = {
    "a rule nobody knows": (with_item(rule="magic"), "1.1.1: there is no rule called “magic”."),
    "a topic nobody knows": (
        with_item(subgroup="Cake"),
        "1.1.1: there is no topic “Policies and procedures” with the part “Cake”.",
    ),
    "a source nobody knows": (with_item(sources=("cake",)), "1.1.1: there is no source “cake”."),
    "no help": (with_item(who_helps=""), "1.1.1: it has no words for “help”."),
    "no rule and no reason": (with_item(rule=None), "1.1.1: it names no rule, and does not say why."),
    "an example about somebody": (
        with_item(example="We do this."),
        "1.1.1: the example names no made-up home, so it could be taken for the truth about somebody.",
    ),
    "an unknown window": (
        with_item(known=replace(EIGHT.items[0].known, window=None)),
        "1.1.1: it has a date window, and does not say how well that is known.",
    ),
    "no titles": (replace(EIGHT, assertions=()), "1.1.1: the group 1.1 has no title."),
    "a doubt about nothing": (
        replace(EIGHT, doubts=(Doubt("9.9.9", "Why?"),)),
        "9.9.9: no question has this number, but the pack names it.",
    ),
    "a map to nothing": (
        replace(EIGHT, migrations=(Migration("3", (1,), (Renumbering("1.1.1", "9.9.9", NOWHERE),)),)),
        "9.9.9: no question has this number, but the pack names it.",
    ),
    "merged into nothing": (
        replace(EIGHT, retired=(Retirement("1.1.1", "Gone.", "9.9.9"),)),
        "9.9.9: no question has this number, but the pack names it.",
    ),
    "no totals": (replace(EIGHT, totals=None), "the official totals are not recorded."),
    "a mismatch nobody owns up to": (replace(EIGHT, doubts=()), f"{MISMATCH} Nothing says which are doubtful."),
    "another fingerprint": (
        replace(EIGHT, fingerprint="0" * 64),
        "it was changed after it was published. A correction is a new version.",
    ),
    "no lock": (replace(EIGHT, version="99"), "its fingerprint is not in lock.toml."),
}


@pytest.mark.parametrize("case", FAULTY, ids=list(FAULTY))
def test_a_fault_is_told_in_words(case: str) -> None:
    pack, words = FAULTY[case]

    assert words in faults(pack)


def test_a_question_that_vanishes_needs_a_reason() -> None:
    short = replace(EIGHT, items=tuple(item for item in EIGHT.items if item.ref != "1.1.6"))
    told = replace(short, retired=(Retirement("1.1.6", "It was dropped."),))

    assert "1.1.6: version 7 has it, and nothing says what became of it." in faults(short, SEVEN)
    assert not [text for text in faults(told, SEVEN) if text.startswith("1.1.6")]


def test_right_totals_need_no_excuse() -> None:
    assert EIGHT.totals is not None
    pack = replace(EIGHT, totals=replace(EIGHT.totals, mandatory=46))

    lines = [line for line in checks.check_pack(pack, None, RULES, LOCK) if line.check is Check.TOTALS]

    assert [line.standing for line in lines] == [Standing.GOOD]


def test_a_pack_or_a_glossary_that_cannot_be_read_is_a_line_in_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise Unsound([Fault("a.yaml", "3.2.1", "there is no answer kind called “tik”.")])

    monkeypatch.setattr("guardbook.content.packs.load", broken)
    monkeypatch.setattr("guardbook.content.glossary.terms", broken)

    report = checks.check(RULES, RULES)

    told = Line("dspt 8", Check.SHAPE, Standing.FAULT, "a.yaml, 3.2.1: there is no answer kind called “tik”.")
    assert told in report
    assert not checks.sound(report)


def test_the_lock_is_what_the_packs_are() -> None:
    every = tuple(packs.load("dspt", version) for version in packs.framework("dspt").versions)

    assert (packs.library() / "lock.toml").read_text("utf-8") == fingerprints.lock_text(every)
    assert fingerprints.locked(packs.library() / "no-such-file.toml") == {}


@pytest.mark.parametrize("name", schemas.texts())
def test_the_published_schemas_are_in_step(name: str) -> None:
    assert (SCHEMAS / name).read_text("utf-8") == schemas.texts()[name]


def test_our_own_files_fit_the_published_schemas() -> None:
    home = packs.library() / "frameworks" / "dspt"
    files = [("framework", home / "framework.yaml"), *(("pack", home / version / "pack.yaml") for version in "678")]
    files += [("item", each) for each in (home / "8" / "items").iterdir()]

    for kind, file in files:
        schema = json.loads(schemas.texts()[f"{kind}.schema.json"])
        raw = json.loads(json.dumps(YAML(typ="safe", pure=True).load(file.read_text("utf-8")), default=str))
        for each in raw if kind == "item" else [raw]:
            jsonschema.validate(each, schema)
