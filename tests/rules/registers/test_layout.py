"""The columns of a register's spreadsheet follow from its description."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guardbook.rules.imports import layouts, vocabulary
from guardbook.rules.imports.cells import Sort, Value
from guardbook.rules.registers import catalogue, layout
from guardbook.rules.registers.register import Register
from tests.rules.registers.everything import REGISTER

COLUMNS = layout.of(REGISTER)
EVERY = pytest.mark.parametrize("register", [*catalogue.ALL, REGISTER], ids=lambda each: each.slug)


@pytest.mark.parametrize(
    ("headings", "keys"),
    [
        (["Cost", "Item", "Live", "Held by"], ["price", "name", "in_use", "holder"]),
        (["Things", "Notes", "Web page", "Location"], ["name", "story", "page", "site"]),
        (["Name", "Owner", "Purchase date", "Shoe size"], ["name", "owner", "bought_on", ""]),
        (["Thing name", "Guardbook reference", "Date of birth", "NI number"], ["name", "reference", "", ""]),
    ],
    ids=repr,
)
def test_headings_as_people_write_them(headings: list[str], keys: list[str]) -> None:
    assert list(layouts.guess(headings, COLUMNS)) == keys


@EVERY
def test_every_heading_that_we_write_is_read_as_its_own_column(register: Register[Any]) -> None:
    columns = layout.of(register)
    headings = [column.label for column in columns.columns]
    around = ["Checked here", "Last looked at", "Look again by"]

    guessed = layouts.guess([*headings, *around], columns)

    assert guessed == (*(column.key for column in columns.columns), "", "", "")
    assert not any(layouts.is_private(heading, columns) for heading in headings)


@EVERY
def test_every_answer_of_a_vocabulary_has_words_of_its_own(register: Register[Any]) -> None:
    for column in layout.of(register).columns:
        labels = [vocabulary.plain(term.label) for term in column.terms]
        assert len(set(labels)) == len(labels), column.label
        assert not any(mark in term.label for term in column.terms for mark in ";\n"), column.label


def test_a_file_must_say_which_entry_a_row_is_about() -> None:
    sentence = "Choose which column has “Thing”. It tells us which thing a row is about."

    assert layouts.problems(["price"], COLUMNS, {}) == (sentence,)
    assert layouts.problems(["name"], COLUMNS, {}) == ()
    assert layouts.problems(["reference"], COLUMNS, {}) == ()


def test_details_of_people_are_private_and_health_data_is_not() -> None:
    assert layouts.is_private("Date of birth", COLUMNS)
    assert not layouts.is_private("Health information", COLUMNS)


def test_only_what_must_be_answered_from_a_list_can_be_said_for_all_rows() -> None:
    assert [column.key for column in COLUMNS.columns if column.once] == ["in_use"]
    assert [term.label for term in COLUMNS.column("in_use").answers] == ["Yes", "No"]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("bought_on", date(2026, 3, 1), "1 March 2026"),
        ("price", 120_050, "£1,200.50"),
        ("rooms", 12, "12"),
        ("in_use", "yes", "Yes"),
        ("colour", "red", "Red, like a door"),
        ("marks", ("red", "blue"), "Red, like a door, Blue"),
        ("keys", ("Asha", "Ben"), "Asha, Ben"),
        ("story", None, ""),
    ],
)
def test_a_value_is_shown_in_our_words(key: str, value: Value, words: str) -> None:
    assert COLUMNS.column(key).shown(value) == words


def test_a_register_without_sites_asks_for_none() -> None:
    assert "site" not in {column.key for column in layout.of(replace(REGISTER, with_sites=False)).columns}


def test_every_kind_of_question_has_a_sort_of_cell() -> None:
    assert {column.sort for column in COLUMNS.columns} >= set(Sort) - {Sort.EMAIL, Sort.PERCENT, Sort.KIND}
