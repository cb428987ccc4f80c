"""The PIA format of the French regulator: read, written, given back whole, and refused in words."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel.reading import Unreadable
from guardbook.rules.dpia import pia, pia_reading, pia_writing, questions
from guardbook.rules.dpia.pia import Content, Measure, Risk
from guardbook.rules.dpia.risk import Kind, Likelihood, Severity

AT = "2026-11-22T10:00:00+00:00"


def answer(number: int, key: int, **data: Any) -> dict[str, Any]:
    return {"pia_id": 7, "reference_to": number, "data": {"text": None, "gauge": None, "list": [], **data}, "id": key}


def file() -> dict[str, Any]:
    """A file as the software writes it, with marks of its own that we do not know."""
    return {
        "pia": {
            "id": 7,
            "name": " Shifts on an app ",
            "status": 3,
            "dpos_names": "Tobias Renn",
            "dpo_opinion": "<p>Go on.</p>",
            "concerned_people_searched_opinion": True,
            "concerned_people_opinion": "<p>Staff agreed.</p>",
            "structure_data": {"sections": []},
            "something_new": {"kept": True},
        },
        "answers": [
            answer(111, 1, text='<span style="x">Shifts on&nbsp;phones</span><br>and swaps'),
            answer(321, 2, list=["Shame", "<b>Gossip</b>\nand more", "Shame"]),
            answer(324, 3, list=["Hide reasons"]),
            answer(325, 4, gauge=4, text="<p>Grave</p>"),
            answer(326, 5, gauge=2),
            answer(999, 6, text="A question of their own"),
            {"reference_to": 112, "id": 7},
        ],
        "measures": [{"id": 5, "title": "Hide reasons", "content": "<p>Only “away”</p>", "placeholder": "p"}, {"id": 6}],
        "evaluations": [
            {"id": 1, "reference_to": "3.1.5", "person_in_charge": "Bea", "estimated_implementation_date": "2026-12-01T00:00:00Z"},
            {"id": 2, "reference_to": "3.2", "gauges": {"x": 2, "y": 1}},
            {"id": 3, "reference_to": "3.3", "gauges": None},
        ],
        "comments": [{"id": 1, "description": "Look again"}],
        "extra": [1, 2, 3],
    }  # fmt: skip


def test_a_file_is_read() -> None:
    found = pia_reading.read(file())

    assert found.name == "Shifts on an app"
    assert found.answers == {"what": "Shifts on phones\nand swaps"}
    assert found.risks == (
        Risk(
            Kind.ACCESS,
            Kind.ACCESS.label,
            harm=("Shame", "Gossip and more"),
            measures=("Hide reasons",),
            severity=Severity.SERIOUS,
            likelihood=Likelihood.POSSIBLE,
            severity_after=Severity.SOME,
            likelihood_after=Likelihood.REMOTE,
        ),
    )
    assert found.measures == (Measure("Hide reasons", "Only “away”", "Bea", "2026-12-01"),)
    assert (found.consulted, found.adviser, found.advice) == ("Staff agreed.", "Tobias Renn", "Go on.")


def test_what_means_nothing_here_is_told() -> None:
    told = " ".join(pia_reading.not_taken(file()))

    assert "Answers to questions that we do not ask: 1." in told
    assert "does not count as advice here" in told
    assert "Comments: 1." in told
    assert "model of its own" in told
    assert pia_reading.not_taken({"pia": {"name": "x"}}) == ()


def test_a_file_that_nobody_changed_is_given_back_as_it_came() -> None:
    came = file()

    assert pia_writing.write(pia_reading.read(came), came, AT) == came


def test_a_change_touches_what_it_is_about_and_nothing_else() -> None:
    came = file()
    read = pia_reading.read(came)
    changed = replace(
        read,
        answers={**read.answers, "what": "One < two\nlines", "who": "Us"},
        risks=(replace(read.risks[0], severity=Severity.SOME, severity_after=Severity.MINIMAL),),
        measures=(replace(read.measures[0], about="New"), Measure("Lock it", "Well", "Ben", "2027-01-01")),
    )

    found = pia_writing.write(changed, came, AT)

    by_number = {each["reference_to"]: each for each in found["answers"]}
    assert by_number[111]["data"]["text"] == "<p>One &lt; two</p><p>lines</p>"
    assert by_number[112]["data"] == {"text": "<p>Us</p>", "gauge": None, "list": []}
    assert by_number[325]["data"] == {"text": "<p>Grave</p>", "gauge": 2, "list": []}
    assert by_number[999] == came["answers"][5]
    assert found["measures"][0]["content"] == "<p>New</p>"
    assert found["measures"][2]["title"] == "Lock it"
    assert found["evaluations"][1]["gauges"] == {"x": 1, "y": 1}
    assert found["evaluations"][-1]["person_in_charge"] == "Ben"
    assert found["pia"]["status"] == 0  # it is being written again
    assert (found["comments"], found["extra"]) == (came["comments"], came["extra"])
    assert came == file()


def test_a_measure_that_went_goes_from_the_file_too() -> None:
    came = file()

    found = pia_writing.write(replace(pia_reading.read(came), measures=()), came, AT)

    assert [each["id"] for each in found["measures"]] == [6]


def test_an_assessment_of_ours_becomes_a_file_that_reads_back() -> None:
    ours = Content(
        name="Cameras",
        answers={each.key: f"Words {each.pia}" for each in questions.QUESTIONS},
        risks=(
            Risk(Kind.LOSS, Kind.LOSS.label, ("A",), ("B",), ("C",), ("M",), Likelihood.REMOTE, Severity.SOME),
            Risk(Kind.OTHER, "Watched", ("Fear",), severity=Severity.SOME, severity_after=Severity.MINIMAL),
        ),
        measures=(Measure("M", "", "", ""),),
        not_consulted_because="Nobody could say.",
        adviser="Tobias",
        advice="Go on.",
        advice_followed=False,
        is_signed=True,
    )

    made = pia_writing.write(ours, None, AT)

    read = pia_reading.read(pia_reading.parsed(json.dumps(made)))
    assert read == replace(ours, advice_followed=None, is_signed=False)
    assert (made["pia"]["status"], made["pia"]["dpo_status"]) == (2, 0)
    assert [each["reference_to"] for each in made["answers"] if each["reference_to"] < 300] == [
        each.pia for each in questions.QUESTIONS
    ]


def test_two_risks_of_one_kind_are_put_together_and_the_worse_counts() -> None:
    two = (
        Risk(Kind.CHANGE, "a", ("x", "y"), likelihood=Likelihood.REMOTE, severity=Severity.SERIOUS),
        Risk(Kind.CHANGE, "b", ("y", "z"), likelihood=Likelihood.PROBABLE),
    )

    found = pia.numbered(Content("x", risks=two))

    assert (found[331], found[335], found[336]) == (("x", "y", "z"), 3, 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not json", "not a JSON file"),
        ('{"pia": NaN}', "not a JSON file"),
        ("[" * 100_000, "not a JSON file"),
        ('{"pia": {"name": "a\\u0000b"}}', "holds signs"),
        ('{"pia": {"name": "\\ud800"}}', "not a JSON file"),
        ('{"pia": {"name": "x"}, "y": ' + "[" * 40 + "]" * 40 + "}", "holds signs"),
        ("[]", "no part called “pia”"),
        ('{"answers": []}', "no part called “pia”"),
        ('{"pia": {"name": " "}}', "has no name"),
        ('{"pia": {"name": "x"}, "answers": {}}', "“answers” of this file is not a list"),
        ('{"pia": {"name": "x"}, "measures": [1]}', "“measures” of this file is not a list"),
    ],
)
def test_a_bad_file_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        pia_reading.parsed(text)


def test_a_file_with_a_mark_of_its_encoding_and_no_lists_is_read() -> None:
    assert pia_reading.read(pia_reading.parsed('\ufeff{"pia": {"name": "x"}}')) == Content("x")


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 1000) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["data", "reference_to", "id", "text", "list", "gauge", "gauges", "x", "title"]), inner
        )
    ),
    max_leaves=12,
)
ROWS = st.lists(
    st.dictionaries(st.sampled_from(["data", "reference_to", "id", "title", "gauges", "content"]), JUNK), max_size=4
)


@given(ROWS, ROWS, ROWS)
def test_whatever_stands_in_the_lists_it_is_read_and_given_back(
    answers: list[dict[str, Any]], measures: list[dict[str, Any]], evaluations: list[dict[str, Any]]
) -> None:
    came = {"pia": {"name": "x"}, "answers": answers, "measures": measures, "evaluations": evaluations, "comments": []}

    try:
        parsed = pia_reading.parsed(json.dumps(came))
    except Unreadable:
        return
    assert pia_writing.write(pia_reading.read(parsed), parsed, AT) == parsed


def test_a_new_owner_of_a_measure_leaves_its_words_alone_and_a_file_without_lists_gets_them() -> None:
    came = file()
    found = pia_reading.read(came)
    changed = replace(found, measures=(replace(found.measures[0], owner="Cy"),))
    bare = {"pia": {"name": "Shifts"}, "guardbook": {"risks": ["nonsense", {"what": "Other", "harm": []}]}}

    written = pia_writing.write(changed, came, AT)
    filled = pia_writing.write(replace(pia_reading.read(bare), consulted="All agreed."), bare, AT)

    assert written["measures"] == came["measures"]
    assert pia_reading.read(written).measures[0].owner == "Cy"
    assert [each.what for each in pia_reading.read(bare).risks] == ["Other"]
    assert filled["measures"] == []
