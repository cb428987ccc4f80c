"""What one cell means, whatever somebody typed into it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel.reading import Unreadable
from guardbook.rules.imports import cells
from guardbook.rules.imports.cells import Sort
from guardbook.rules.imports.written import Cell
from guardbook.rules.people import Kind

NAUGHTY = Path(__file__).parents[4] / "shared" / "data" / "security" / "blns.json"


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "N/A", "n/a", "tbc", "\u00a0", "\x00"], ids=repr)
def test_the_ways_people_write_nothing(cell: Cell) -> None:
    assert cells.read(cell, Sort.DATE) is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Ana \n Lopez ", "Ana Lopez"),
        (1234.0, "1234"),
        (0, "0"),
        (12.5, "12.5"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("+44 7700 900123", "+44 7700 900123"),
        ("e\u0301", "\u00e9"),
    ],
    ids=repr,
)
def test_text_is_tidied_and_kept_whole(cell: Cell, text: str) -> None:
    assert cells.read(cell, Sort.TEXT) == text


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Permanent", Kind.EMPLOYEE),
        ("Full-time", Kind.EMPLOYEE),
        ("Bank staff", Kind.BANK),
        ("Zero-hours contract", Kind.BANK),
        ("Agency nurse", Kind.AGENCY),
        ("Company Director", Kind.DIRECTOR),
        ("Board member", Kind.DIRECTOR),
        ("Trustee", Kind.TRUSTEE),
        ("VOLUNTEER", Kind.VOLUNTEER),
        ("student (placement)", Kind.STUDENT),
        *((kind.value, kind) for kind in Kind),
    ],
    ids=repr,
)
def test_kinds_of_staff_as_people_name_them(written: str, kind: Kind) -> None:
    assert cells.kind(written) is kind


@pytest.mark.parametrize(
    ("cell", "sort", "said"),
    [
        ("robot", Sort.KIND, "“robot” is not a kind of staff we know. Use one of: employee, bank,"),
        ("ana at home", Sort.EMAIL, "“ana at home” is not an email address."),
        ("a@b", Sort.EMAIL, "is not an email address"),
        ("x" * 201, Sort.TEXT, "This is 201 characters long. Shorten it to 200 or fewer."),
        ("good", Sort.PERCENT, "“good” is not a mark."),
        (101, Sort.PERCENT, "is not a mark"),
        ("perhaps", Sort.YES_NO, "“perhaps” is neither yes nor no."),
        ("someday", Sort.DATE, "is not a date"),
    ],
    ids=repr,
)
def test_what_cannot_be_read_is_said_in_words(cell: Cell, sort: Sort, said: str) -> None:
    with pytest.raises(Unreadable, match=r"\.$") as refused:
        cells.read(cell, sort)

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("cell", "mark"), [("80%", 80), ("79.9", 79), (0.8, 80), (85, 85), (100.0, 100), (0.29, 29)], ids=repr
)
def test_a_mark_is_never_rounded_up(cell: Cell, mark: int) -> None:
    assert cells.read(cell, Sort.PERCENT) == mark


@pytest.mark.parametrize(("cell", "said"), [("Yes", "yes"), ("X", "yes"), (1, "yes"), ("N", "no"), (0, "no")], ids=repr)
def test_yes_and_no(cell: Cell, said: str) -> None:
    assert cells.read(cell, Sort.YES_NO) == said


def test_an_email_is_kept_in_lower_case() -> None:
    assert cells.read("mailto:Ana.Lopez@Example.ORG", Sort.EMAIL) == "ana.lopez@example.org"


def said_of(cell: Cell, sort: Sort) -> str:
    """The sentence a refused cell gets; nothing when it can be read."""
    try:
        cells.read(cell, sort)
    except Unreadable as fault:
        return str(fault)
    return ""


@given(st.text() | st.integers() | st.floats(), st.sampled_from(Sort))
def test_any_cell_gives_a_value_or_a_sentence(cell: Cell, sort: Sort) -> None:
    assert said_of(cell, sort)[-1:] in {"", "."}


def test_naughty_strings_are_text_or_a_sentence() -> None:
    if not NAUGHTY.exists():
        pytest.skip("the list of naughty strings is not beside this checkout")
    naughty = json.loads(NAUGHTY.read_text(encoding="utf-8"))

    endings = {said_of(text, sort)[-1:] for text in naughty for sort in Sort}

    assert endings == {"", "."}
