"""Faults in packs are told in words, with file and question, and never as a stack trace."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from guardbook.content import packs
from guardbook.content.faults import Unsound

PACK = """
code: dspt
version: "8"
year: "2025-26"
name: A toolkit
category: "3"
origin: rebuilt
"""
ITEM = """
- ref: "3.2.1"
  level: approaching
  question: Are people trained?
  answer: confirm
  known: {ref: read, level: read, question: read, answer: read, not_applicable: read, exemptions: read, changed: read}
"""
NINE = PACK.replace('"8"', '"9"', 1) + 'based_on: "8"\n'

Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(files: Mapping[str, str]) -> Path:
        for name, text in {"8/pack.yaml": PACK, "8/items/3.yaml": ITEM, **files}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return written


def said(home: Path, version: str = "8") -> list[str]:
    with pytest.raises(Unsound) as refusal:
        packs.read(home, version)
    return [str(fault) for fault in refusal.value.faults]


def test_a_sound_pack_is_read(write: Write) -> None:
    pack = packs.read(write({}), "8")

    assert [item.ref for item in pack.items] == ["3.2.1"]


KINDS = "Use confirm, text, document, date or number."
IN_ITEM = {
    "an answer kind nobody knows": ("answer: confirm", "answer: tik", f"there is no answer kind called “tik”. {KINDS}"),
    "another answer kind too": (
        "answer: confirm",
        "answer: confirm\n  also_accepts: [tik]",
        f"there is no answer kind called “tik”. {KINDS}",
    ),
    "a level nobody knows": (
        "level: approaching",
        "level: gold",
        "there is no level called “gold”. Use approaching, standards_met or optional.",
    ),
    "a confidence nobody knows": (
        "{ref: read",
        "{ref: sure",
        "there is no confidence word called “sure”. Use read, read-2nd, inferred, memory, uncertain or default.",
    ),
    "an exemption nobody knows": (
        "answer: confirm",
        "answer: confirm\n  exemptions: [iso]",
        "there is no exemption called “iso”. Use ce_plus.",
    ),
    "a misspelt field": (
        "question: Are",
        "questoin: Are",
        "there is no field called “questoin”. Did you mean “question”?",
    ),
    "a field from nowhere": ("answer: confirm", "answer: confirm\n  zzzz: 1", "there is no field called “zzzz”."),
    "a missing field": ("  level: approaching\n", "", "“level” is missing."),
    "a fact without standing": (", changed: read", "", "“known.changed” is missing."),
    "a number without quotes": ('"3.2.1"', "3.2", '“ref” must be words in quotes, such as "8", not “3.2”.'),
    "half a number": ('"3.2.1"', '"3.2"', '“ref” must be a number in quotes like "1.1.1", not “3.2”.'),
    "words where a number stands": (
        "answer: confirm",
        "answer: confirm\n  minutes: many",
        "“minutes” must be a whole number, not “many”.",
    ),
    "too many minutes": (
        "answer: confirm",
        "answer: confirm\n  minutes: 9999",
        "“minutes” cannot be 9999: input should be less than or equal to 600.",
    ),
    "a list where words stand": (
        "Are people trained?",
        "[a, b]",
        '“question” must be words in quotes, such as "8", not a list.',
    ),
    "names where a list stands": (
        "answer: confirm",
        "answer: confirm\n  good: {a: b}",
        "“good” must be a list, not a set of names.",
    ),
    "a date that is none": (
        "answer: confirm",
        "answer: confirm\n  window: {kind: since, covers: evidence, words: Since., since_on: soon}",
        "“window.since_on” must be a date like 2026-06-30, not “soon”.",
    ),
    "a rule with odd letters": (
        "answer: confirm",
        "answer: confirm\n  rule: My rule!",
        "“rule” must be a short name in quotes, not “My rule!”.",
    ),
    "an empty point": ("answer: confirm", "answer: confirm\n  good: [a, '']", "“good.2” must not be empty, not “”."),
    "half a topic": ("answer: confirm", "answer: confirm\n  topic: [One]", "“topic” has too few entries, not a list."),
    "a very long wrong word": (
        "answer: confirm",
        f"answer: {'x' * 99}",
        f"there is no answer kind called “{'x' * 60}…”. {KINDS}",
    ),
    "yes where true stands": (
        "answer: confirm",
        "answer: confirm\n  not_applicable: {allowed: maybe}",
        "“not_applicable.allowed” must be true or false, not “maybe”.",
    ),
}


@pytest.mark.parametrize("case", IN_ITEM, ids=list(IN_ITEM))
def test_a_fault_in_a_question_names_file_and_question(case: str, write: Write) -> None:
    old, new, words = IN_ITEM[case]

    found = said(write({"8/items/3.yaml": ITEM.replace(old, new)}))

    assert {fault.partition(": ")[0] for fault in found} <= {"8/items/3.yaml, 3.2.1", "8/items/3.yaml, 3.2"}
    assert words in [fault.partition(": ")[2] for fault in found]


def test_a_question_without_a_number_is_told_too(write: Write) -> None:
    home = write({"8/items/3.yaml": ITEM.replace('ref: "3.2.1"', "note: none", 1)})

    assert said(home) == ["8/items/3.yaml, a question without a number: “ref” is missing."]


FILES = {
    "no pack file": ({"7/other.yaml": "a: 1"}, "7", "7/pack.yaml: this file is missing."),
    "a list for a pack": ({"8/pack.yaml": "- a"}, "8", "8/pack.yaml: this must be a set of names with values."),
    "names for questions": ({"8/items/3.yaml": "a: 1"}, "8", "8/items/3.yaml: this must be a list of questions."),
    "a word for a question": (
        {"8/items/3.yaml": "- word"},
        "8",
        "8/items/3.yaml, entry 1: this must be a question: a set of names with values.",
    ),
    "a broken line": (
        {"8/items/3.yaml": "- ref: [1\n  b: 2"},
        "8",
        "8/items/3.yaml, line 2: this line cannot be read. Look for a missing colon, a missing quote or a wrong indent.",
    ),
    "a name twice": (
        {"8/pack.yaml": PACK + "code: x\n"},
        "8",
        "8/pack.yaml, line 8: the same name is written twice here.",
    ),
    "a day that never was": (
        {"8/pack.yaml": PACK + "opened_on: 2025-02-30\n"},
        "8",
        "8/pack.yaml: a value cannot be read: day is out of range for month.",
    ),
    "a date for a name": (
        {"8/pack.yaml": PACK + "2025-01-01: x\n"},
        "8",
        "8/pack.yaml: a name here is a date, and names must be words.",
    ),
    "unprintable signs": (
        {"8/pack.yaml": "\x00"},
        "8",
        "8/pack.yaml: this line cannot be read. Look for a missing colon, a missing quote or a wrong indent.",
    ),
    "a version without quotes": (
        {"8/pack.yaml": PACK.replace('"8"', "8")},
        "8",
        '8/pack.yaml: “version” must be words in quotes, such as "8", not “8”.',
    ),
    "a year in another form": (
        {"8/pack.yaml": PACK.replace("2025-26", "2025")},
        "8",
        '8/pack.yaml: “year” must be a toolkit year in quotes like "2025-26", not “2025”.',
    ),
    "the same question in two files": (
        {"8/items/4.yaml": ITEM},
        "8",
        "8, 3.2.1: this question stands in the files twice.",
    ),
    "based on itself": (
        {"9/pack.yaml": NINE.replace('based_on: "8"', 'based_on: "9"')},
        "9",
        "9/pack.yaml: version 9 is based on itself.",
    ),
    "based on nothing": (
        {"9/pack.yaml": NINE.replace('based_on: "8"', 'based_on: "5"')},
        "9",
        "5/pack.yaml: this file is missing.",
    ),
    "a difference from nothing": (
        {"9/pack.yaml": NINE + 'differences:\n  - {ref: "1.1.1", level: optional}\n'},
        "9",
        "9/pack.yaml, 1.1.1: the version this is based on has no such question.",
    ),
    "absent from nothing": (
        {"9/pack.yaml": NINE + 'absent: ["1.1.1"]\n'},
        "9",
        "9/pack.yaml, 1.1.1: the version this is based on has no such question.",
    ),
    "unlike its own list": (
        {"9/pack.yaml": NINE + 'refs: {approaching: [], standards_met: ["3.2.1"], optional: ["9.9.9"]}\n'},
        "9",
        "9/pack.yaml, 3.2.1: this comes to “approaching”, and “refs” has it as “standards_met”.",
    ),
}


@pytest.mark.parametrize("case", FILES, ids=list(FILES))
def test_a_fault_in_a_file_names_the_file(case: str, write: Write) -> None:
    files, version, words = FILES[case]

    assert words in said(write(files), version)


def test_a_file_in_another_alphabet_is_told(write: Write) -> None:
    home = write({})
    (home / "8" / "pack.yaml").write_bytes("code: café".encode("latin-1"))

    assert "8/pack.yaml: this is not a text file in UTF-8." in said(home)


def test_a_pack_told_as_differences_takes_over_the_rest(write: Write) -> None:
    nine = NINE + 'differences:\n  - {ref: "3.2.1", level: optional, known: {level: memory}}\n'

    pack = packs.read(write({"9/pack.yaml": nine, "8/items/notes.txt": "not a question"}), "9")

    (item,) = pack.items
    assert (item.level, item.question) == ("optional", "Are people trained?")
    assert (item.known.level.confidence, item.known.ref.confidence) == ("memory", "read")
    assert item.known.changed.note == "Nothing was found about a change for care in this version."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a", "framework.yaml: this must be a set of names with values, not a list."),
        ("a: [", "framework.yaml, line 1: this line cannot be read."),
        ("code: dspt", "framework.yaml: “name” is missing."),
    ],
)
def test_a_faulty_toolkit_file_is_told(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "framework.yaml").write_text(text, "utf-8")

    with pytest.raises(Unsound) as refusal:
        packs.read_framework(tmp_path)

    assert str(refusal.value.faults[0]).startswith(words)
