"""The publisher's spreadsheet is read by what its headings say, and faults name sheet, row and column."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from guardbook.content import packs
from guardbook.content.faults import Unsound
from guardbook.content.official import reading
from guardbook.rules.frameworks.items import Change, Level
from tests.content.workbooks import TIDY, altered, book, rows, small, tidy

OURS = packs.load("dspt", "8")
LEVELS = {item.ref: item.level for item in OURS.items}


def levels(found: reading.OfficialList) -> dict[str, Level | None]:
    return {row.ref: row.level for row in found.rows}


def test_a_tidy_workbook_gives_every_question_and_level() -> None:
    found = reading.read(tidy(), "list.xlsx")

    assert levels(found) == LEVELS
    assert found.version == "8"
    assert found.faults == ()


LAYOUTS: dict[str, list[Sequence[object]]] = {
    "title rows, blank rows and a note below the list": [
        ["DSPT version 8 evidence items"],
        [],
        ["Correct on 1 September 2025"],
        ["Each evidence item has a reference.", "A long remark about every question and its level. " * 4],
        [],
        TIDY,
        *rows(),
        [],
        ["Notes: made for testing"],
    ],
    "headings said again further down": [TIDY, *rows()[:20], TIDY, *rows()[20:]],
    "other words for the headings, in another order": [
        ["Level", "Question", "Reference", "Guidance"],
        *([row[5], row[3], row[2], row[4]] for row in rows()),
    ],
    "number and words in one cell": [
        ["Ref", "Evidence item", "Mandatory"],
        *([f"{row[2]}: {row[3]}", None, row[5]] for row in rows()),
    ],
    "non-breaking spaces and stray spaces": [
        TIDY,
        *([row[0], row[1], f"\u00a0{row[2]} ", f"  {row[3]}\u00a0", row[4], f"\u00a0{row[5]}"] for row in rows()),
    ],
    "four categories side by side": [
        ["Ref", "Evidence item text", "Category 1", "Category 2", "Category 3", "Category 4"],
        *([row[2], row[3], "Mandatory", "N/A", row[5], "Optional"] for row in rows()),
    ],
    "a column of its own for Approaching": [
        ["Ref", "Question", "Cat 3 mandatory", "Cat 3 Approaching Standards"],
        *(
            [row[2], row[3], "No" if row[5] == "Optional" else "Yes", "Y" if "Appr" in str(row[5]) else None]
            for row in rows()
        ),
    ],
}


@pytest.mark.parametrize("layout", LAYOUTS, ids=list(LAYOUTS))
def test_an_untidy_layout_reads_the_same(layout: str) -> None:
    found = reading.read(book({"v8": LAYOUTS[layout]}), "list.xlsx")

    assert levels(found) == LEVELS
    assert found.faults == ()


def test_a_merged_heading_over_two_columns_names_their_category() -> None:
    head: list[list[object]] = [
        [None, None, "Category 1", None, "Category 3", None],
        ["Ref", "Question", *["Mandatory", "Approaching"] * 2],
    ]
    body = [
        [
            row[2],
            row[3],
            "Optional",
            None,
            "Optional" if row[5] == "Optional" else "Mandatory",
            "x" if "Appr" in str(row[5]) else None,
        ]
        for row in rows()
    ]

    found = reading.read(book({"v8": [*head, *body]}, {"v8": ["C1:D1", "E1:F1"]}), "list.xlsx")

    assert levels(found) == LEVELS


def test_a_level_merged_over_several_rows_counts_for_each() -> None:
    grid = [
        ("Ref", "Question", "Cat 3"),
        ("1.1.1", "One", "Mandatory"),
        ("1.1.2", "Two"),
        ("1.1.3", "Three"),
        (),
        ("1.1.5", "Four"),
    ]

    found = reading.read(book({"v8": grid}, {"v8": ["C2:C5", "D1:D2"]}), "list.xlsx")

    assert levels(found) == dict.fromkeys(("1.1.1", "1.1.2", "1.1.3"), Level.STANDARDS_MET)
    assert "1 questions are not asked of adult social care, and were left out." in found.notes


def test_a_merge_over_the_whole_sheet_does_no_harm() -> None:
    small_merge = book({"Cover": [["Title"], ["More"]], "v8": [TIDY, *rows()]}, {"Cover": ["A1:B2"]})
    data = altered(small_merge, "xl/worksheets/sheet1.xml", "A1:B2", "A1:XFD1048576")

    assert len(reading.read(data, "list.xlsx").rows) == len(OURS.items)


def test_a_merge_without_rows_is_no_workbook() -> None:
    small_merge = book({"v8": [TIDY, *rows()]}, {"v8": ["G1:H2"]})
    data = altered(small_merge, "xl/worksheets/sheet1.xml", "G1:H2", "G:H")

    with pytest.raises(Unsound, match="not an Excel workbook"):
        reading.read(data, "list.xlsx")


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    data = altered(tidy(), "xl/styles.xml", "<fonts", " " * 70_000_000 + "<fonts")

    with pytest.raises(Unsound, match="far bigger than any list"):
        reading.read(data, "list.xlsx")


def test_hidden_xml_commands_are_refused() -> None:
    trick = '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook'

    with pytest.raises(Unsound, match="not an Excel workbook"):
        reading.read(altered(tidy(), "xl/workbook.xml", "<workbook", trick), "list.xlsx")


def test_a_sheet_without_end_is_read_only_so_far() -> None:
    data = book({"v8": [TIDY, *rows(), *([["note"]] * 5_100)]})

    found = reading.read(data, "list.xlsx")

    assert [str(fault) for fault in found.faults] == ["sheet “v8”: only the first 5,000 rows were read."]


def test_the_sheet_of_our_category_is_chosen_among_categories_and_versions() -> None:
    other: list[Sequence[object]] = [TIDY, ["1", "1.1", "1.1.1", "Something for others", "", "Mandatory"]]
    sheets: dict[str, list[Sequence[object]]] = {
        "Contents": [["Version 8 and others"]],
        "Cat 1 v8": other,
        "v7 Cat 3": other,
        "Cat 3 v8": [TIDY, *rows()],
        "Category 4 (GP) v8": other,
    }

    found = reading.read(book(sheets), "list.xlsx")

    assert levels(found) == LEVELS
    assert found.notes == ("Read from sheet “Cat 3 v8”.",)


def test_an_older_version_can_be_asked_for() -> None:
    sheets = {"2024-25": [TIDY, *rows()[:3]], "2025-26": [TIDY, *rows()]}

    found = reading.read(book(sheets), "list.xlsx", "7")

    assert (found.version, len(found.rows)) == ("7", 3)


VERSIONS = [
    ("v8", "8"),
    ("Version 9 draft", "9"),
    ("Evidence items 2025-26", "8"),
    ("DSPT_V9_list.xlsx", "9"),
    ("2026/2027", "9"),
    ("25-26 items", "8"),
    ("2025-27", None),
    ("Contents", None),
]


@pytest.mark.parametrize(("text", "version"), VERSIONS)
def test_a_version_is_found_in_titles(text: str, version: str | None) -> None:
    assert reading.version_in(text) == version


FAULTS: dict[str, tuple[list[object], str]] = {
    "a number that Excel made a date": (
        [10, "10.1", datetime(2002, 1, 10), "Who are your suppliers?", "", "Mandatory"],
        "sheet “v8”, row 3, column C: Excel turned this number into a date (10 January 2002). It may be 10.1.2.",
    ),
    "a date that no number can be": (
        [10, "10.1", datetime(1950, 1, 10), "Who are your suppliers?", "", "Mandatory"],
        "sheet “v8”, row 3, column C: Excel turned this number into a date (10 January 1950).",
    ),
    "a date in words": (
        [10, "10.1", "10-Jan", "Who are your suppliers?", "", "Mandatory"],
        "sheet “v8”, row 3, column C: “10-Jan” looks like a number that Excel turned into a date.",
    ),
    "a number that lost its end": (
        [1, "1.1", 1.10, "A question?", "", "Mandatory"],
        "sheet “v8”, row 3, column C: “1.1” is too short for the number of a question.",
    ),
    "no number at all": (
        [1, "1.1", None, "A question that lost its number?", "", "Mandatory"],
        "sheet “v8”, row 3, column F: this row has a level but no number: “A question that lost its number?”.",
    ),
    "a level nobody knows": (
        [1, "1.1", "1.1.2", "A question?", "", "Perhaps"],
        "sheet “v8”, row 3, column F: question 1.1.2 has the level “Perhaps”.",
    ),
    "no words": (
        [1, "1.1", "1.1.2", None, "", "Mandatory"],
        "sheet “v8”, row 3, column C: question 1.1.2 has no words.",
    ),
    "the same number with other words": (
        [1, "1.1", "01. 1.1", "Something else?", "", "Mandatory"],
        "sheet “v8”, row 3: question 1.1.1 stands here with other words or another level than in sheet “v8”, row 2.",
    ),
}


@pytest.mark.parametrize("case", FAULTS, ids=list(FAULTS))
def test_a_faulty_row_is_named_by_its_place(case: str) -> None:
    row, said = FAULTS[case]

    found = reading.read(small(row), "list.xlsx")

    assert [str(fault)[: len(said)] for fault in found.faults] == [said]
    assert [row.ref for row in found.rows] == ["1.1.1"]


STRAYS: dict[str, list[object]] = {
    "a heading for a group": [1, "1.1", "1.1", "Being lawful and fair", None, None],
    "a heading typed as a number": [1, 1.1, None, "Being lawful and fair", None, None],
    "a remark": [None, None, "See the guide", None, None, None],
    "a group number as a number": [None, None, 1.1, None, None, None],
    "a remark without a number": [None, None, None, "Continued on the next page", None, "see below"],
    "the same question again": [str(cell) for cell in rows()[0]],
    "one that is not asked of care": [1, "1.1", "1.1.4", "For others?", None, "Not applicable"],
    "one with no level": [1, "1.1", "1.1.4", "For others?", None, None],
}


@pytest.mark.parametrize("case", STRAYS, ids=list(STRAYS))
def test_a_stray_row_is_passed_over(case: str) -> None:
    found = reading.read(small(STRAYS[case]), "list.xlsx")

    assert found.faults == ()
    assert [row.ref for row in found.rows] == ["1.1.1"]


USELESS = {
    "not a workbook": (b"Ref,Question\n1.1.1,What?", "list.xlsx: this is not an Excel workbook (.xlsx)"),
    "an empty file": (b"", "list.xlsx: this is not an Excel workbook (.xlsx)"),
    "no headings": (book({"v8": [["1.1.1", "What?"]]}), "list.xlsx: no sheet has a row of headings"),
    "no sheet with anything": (book({"v8": []}), "list.xlsx: no sheet has a row of headings"),
    "no level": (book({"v8": [["Ref", "Question"], ["1.1.1", "What?"]]}), "sheet “v8”, row 1: there is no column that"),
    "other categories only": (
        book({"v8": [["Ref", "Question", "Category 1"], ["1.1.1", "What?", "Mandatory"]]}),
        "sheet “v8”, row 1: there is no column that says what adult social care (category 3) must answer.",
    ),
    "no version": (
        book({"List": [["Ref", "Question", "Cat 3"], ["1.1.1", "What?", "Mandatory"]]}),
        "list.xlsx: the workbook does not say which version it is.",
    ),
}


@pytest.mark.parametrize("case", USELESS, ids=list(USELESS))
def test_a_workbook_without_use_is_refused_in_words(case: str) -> None:
    data, said = USELESS[case]

    with pytest.raises(Unsound) as refusal:
        reading.read(data, "list.xlsx")

    assert refusal.value.reasons[0].startswith(said)


def test_a_list_with_nothing_for_care_is_refused() -> None:
    data = book({"v8": [["Ref", "Question", "Cat 3"], ["1.1.1", "What?", "N/A"]]})

    with pytest.raises(Unsound, match="no question for adult social care"):
        reading.read(data, "list.xlsx")


def test_a_version_that_is_not_in_the_workbook_is_refused() -> None:
    with pytest.raises(Unsound, match="holds no sheet for version 9"):
        reading.read(tidy("v8"), "list.xlsx", "9")


CHANGES = [
    ("New for categories 3 and 4", Change.NEW),
    ("Question text changed, category 3", Change.REWORDED),
    ("Tooltip amended", Change.HELP_CHANGED),
    ("New for category 2", Change.UNCHANGED),
    ("No change", Change.UNCHANGED),
    (None, Change.UNCHANGED),
]


@pytest.mark.parametrize(("said", "change"), CHANGES)
def test_a_column_of_changes_is_understood(said: str | None, change: Change) -> None:
    grid: list[list[object]] = [["Ref", "Question", "Cat 3", "Change from last year"], ["1.1.1", "What?", "Yes", said]]

    assert reading.read(book({"v8": grid}), "list.xlsx").rows[0].change is change


@settings(max_examples=25, deadline=None)
@given(
    order=some.permutations(range(6)),
    strays=some.lists(some.sampled_from([[], ["Note"], [None, None, "Seen by a person"], list(TIDY)]), max_size=4),
    title=some.booleans(),
)
def test_neither_order_nor_stray_rows_change_what_is_read(
    order: list[int], strays: list[list[object]], title: bool
) -> None:
    body = rows(OURS.items[:6])
    grid: list[list[object]] = [["Evidence list", "made for a test"]] if title else []
    grid.append([TIDY[place] for place in order])
    for place, row in enumerate(body):
        grid += [[row[column] for column in order], strays[place] if place < len(strays) else []]

    found = reading.read(book({"v8": grid}), "list.xlsx")

    assert levels(found) == {item.ref: item.level for item in OURS.items[:6]}
