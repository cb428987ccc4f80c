"""Numbers, money, lists and longer text in one cell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel import reading
from guardbook.kernel.reading import Unreadable
from guardbook.rules.imports import cells, written
from guardbook.rules.imports.cells import Sort
from guardbook.rules.imports.vocabulary import Term
from guardbook.rules.imports.written import Cell


@pytest.mark.parametrize(
    ("cell", "found"), [(12, 12), (12.0, 12), ("1,200", 1200), ("1 200", 1200), ("12.0", 12), ("007", 7), (0, 0)]
)
def test_a_whole_number(cell: Cell, found: int) -> None:
    assert written.number(cell, 10_000) == found


@pytest.mark.parametrize("cell", ["about 12", 12.5, -1, True, "1,20", "", "٣", "1e3", "9" * 30])
def test_what_is_no_whole_number_says_how_to_write_one(cell: Cell) -> None:
    with pytest.raises(Unreadable, match="is not a whole number"):
        written.number(cell, 10_000)


def test_a_number_may_be_too_large() -> None:
    with pytest.raises(Unreadable, match="“10,001” is too large"):
        written.number("10,001", 10_000)


@pytest.mark.parametrize(("cell", "pence"), [(1200, 120_000), (19.99, 1999), ("£1,200.50", 120_050), (0.1 + 0.2, 30)])
def test_money_is_read_as_pence(cell: Cell, pence: int) -> None:
    assert written.pence(cell, 10**9) == pence


@pytest.mark.parametrize(
    ("cell", "said"),
    [(True, "not an amount"), (-4.5, "less than nothing"), (float("nan"), "not an amount"), (500, "too much")],
)
def test_what_is_no_amount_says_so(cell: Cell, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        written.pence(cell, 10_000)


@pytest.mark.parametrize(
    ("cell", "things"),
    [
        ("Asha, Ben", ("Asha", "Ben")),
        ("Asha; Ben, the cook", ("Asha", "Ben, the cook")),
        ("Asha, RN\r\nBen", ("Asha, RN", "Ben")),
        ("Care notes (paper, locked), rotas", ("Care notes (paper, locked)", "rotas")),
        ("\u2022 Names, dates", ("Names, dates",)),
        ("- a\n- b\n- a", ("a", "b")),
        (12, ("12",)),
    ],
)
def test_a_list_in_one_cell(cell: Cell, things: tuple[str, ...]) -> None:
    assert written.things(cell, 10) == things


@given(st.lists(st.text(max_size=30), max_size=8))
def test_a_list_written_in_one_cell_reads_back_the_same(lines: list[str]) -> None:
    kept = reading.things([written.tidy(line) for line in lines], 100)

    assert written.things(written.listed(kept), 100) == kept


def test_longer_text_keeps_its_lines_and_nothing_else_that_does_not_print() -> None:
    assert written.words(" a\r\n\tb\x00\u2028c\r ") == "a\n b  c"
    assert written.tidy("a\nb \x07 c") == "a b c"


DISC = Term("n/a", "Does not apply")


def test_none_may_be_an_answer_and_an_empty_cell_is_not() -> None:
    terms = (Term("none", "Nothing published"),)

    assert cells.read("None", Sort.ONE, terms=terms) == "none"
    assert cells.read(None, Sort.ONE, terms=terms) is None


@pytest.mark.parametrize("cell", [None, ""])
def test_an_empty_cell_is_nothing_whatever_the_column_holds(cell: Cell) -> None:
    assert {cells.read(cell, sort, terms=(DISC,)) for sort in Sort} == {None}


@pytest.mark.parametrize(
    ("cell", "sort", "value"),
    [
        ("example.org", Sort.WEB, "https://example.org"),
        ("a\nb", Sort.WORDS, "a\nb"),
        ("1,200", Sort.NUMBER, 1200),
        ("£5", Sort.MONEY, 500),
        ("a;b", Sort.THINGS, ("a", "b")),
        ("n/a", Sort.ONE, "n/a"),
        ("does not apply", Sort.SOME, ("n/a",)),
        ("27/3/2026", Sort.DATE, date(2026, 3, 27)),
        ("tbc", Sort.MONEY, None),
        ("Unknown", Sort.ONE, None),
    ],
)
def test_each_sort_is_read_kept_as_json_and_restored(cell: Cell, sort: Sort, value: cells.Value) -> None:
    found = cells.read(cell, sort, 5000, (DISC,))

    assert found == value
    assert cells.restored(cells.kept(found), sort) == value
