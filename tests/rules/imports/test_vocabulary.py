"""Answers out of a fixed list, however somebody words them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel.reading import Unreadable
from guardbook.rules.imports import vocabulary
from guardbook.rules.imports.vocabulary import YES_OR_NO, Term

OWNERS = (
    Term("own", "Belongs to us", ("ours", "company")),
    Term("staff", "Belongs to staff (their own phone)", ("personal", "BYOD")),
    Term("hired", "Hired or leased"),
)
CHECKED = (*YES_OR_NO, Term("n/a", "Does not apply"))
LAWFUL = (
    Term("health", "Health, social care and safety"),
    Term("names", "Names"),
    Term("r&d", "Research and development"),
    Term("unsure", "Not sure"),
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("own", "own"),
        ("BELONGS TO US", "own"),
        ("belongs-to us.", "own"),
        ("Company", "own"),
        ("byod", "staff"),
        ("Belongs to staff", "staff"),
        ("hired / or leased", "hired"),
    ],
)
def test_value_label_and_other_names_all_mean_the_answer(written: str, value: str) -> None:
    assert vocabulary.one(written, OWNERS) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [("Y", "yes"), ("\u2713", "yes"), ("0", "no"), ("\u2717", "no"), ("N/A", "n/a"), ("not applicable", "n/a")],
)
def test_yes_no_and_does_not_apply_as_people_write_them(written: str, value: str) -> None:
    assert vocabulary.one(written, CHECKED) == value


def test_what_is_no_answer_says_which_there_are() -> None:
    with pytest.raises(Unreadable) as refused:
        vocabulary.one("rented", OWNERS)

    assert str(refused.value) == (
        "“rented” is not one of the answers. Write one of these: "
        "Belongs to us; Belongs to staff (their own phone); Hired or leased."
    )


def test_of_many_answers_the_nearest_are_named() -> None:
    many = tuple(Term(f"w{n}", f"Ward {n}") for n in range(40))

    with pytest.raises(Unreadable, match=r"Did you mean one of these: Ward 7"):
        vocabulary.one("Wards 7", many)
    with pytest.raises(Unreadable, match=r"such as: Ward 0; Ward 1;"):
        vocabulary.one("Zebra", many)


def test_a_name_that_two_answers_share_is_neither() -> None:
    shared = (Term("a", "First", ("both",)), Term("b", "Second", ("both",)))

    assert not vocabulary.knows("both", shared)
    assert vocabulary.knows("First", shared)


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("Names", ("names",)),
        ("names; health", ("health", "names")),
        ("Names\nHealth, social care and safety", ("health", "names")),
        ("names, R&D", ("names", "r&d")),
        ("Names & health", ("health", "names")),
        ("names and Research and development", None),
        ("Health, social care and safety", ("health",)),
        ("Names;;names", ("names",)),
        ("don't know", ("unsure",)),
    ],
)
def test_several_answers_in_one_cell(written: str, values: tuple[str, ...] | None) -> None:
    if values is None:
        with pytest.raises(Unreadable, match="is not one of the answers"):
            vocabulary.some(written, LAWFUL)
    else:
        assert vocabulary.some(written, LAWFUL) == values


@given(st.sets(st.sampled_from(LAWFUL)))
def test_labels_between_semicolons_read_back_as_they_were(chosen: set[Term]) -> None:
    text = "; ".join(term.label for term in chosen)

    assert set(vocabulary.some(text, LAWFUL)) == {term.value for term in chosen}


@given(st.text())
def test_any_words_are_an_answer_or_a_sentence(text: str) -> None:
    try:
        found = vocabulary.one(text, LAWFUL)
    except Unreadable as fault:
        found = str(fault)[-1]

    assert found in {*(term.value for term in LAWFUL), ".", "?"}
