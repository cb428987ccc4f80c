"""The glossary and the help pages are there, and faults in them are told in words."""

from pathlib import Path

import pytest

from guardbook.content import glossary, packs
from guardbook.content import help as help_pages
from guardbook.content.faults import Unsound


def test_terms_come_in_the_order_of_the_alphabet() -> None:
    words = [term.word.casefold() for term in glossary.terms()]

    assert words == sorted(words)
    assert len(words) > 80


@pytest.mark.parametrize("text", ["Data Protection Officer", "dpo", "DPO"])
def test_a_term_is_found_by_its_word_or_its_short_form(text: str) -> None:
    found = glossary.find(text)

    assert found is not None
    assert (found.word, found.short) == ("Data Protection Officer", "DPO")


@pytest.mark.parametrize("text", ["cake", ""])
def test_other_words_are_not_found(text: str) -> None:
    assert glossary.find(text) is None


SHORT_FORMS = {"DPO", "SIRO", "DSPT", "ROPA", "IAR", "DPIA", "SAR", "MFA", "TNA", "BCP", "NDOO", "NDG", "ICO"}


def test_the_short_forms_of_the_field_are_explained() -> None:
    assert {term.short for term in glossary.terms()} >= SHORT_FORMS


FAULTY = {
    "word: x": "glossary.yaml: this must be a list of terms.",
    "- {word: Cake}": "glossary.yaml, term 1: “meaning” is missing.",
    "- {word: A b, meaning: Something to eat.}\n- {word: a B, meaning: Something to drink.}": (
        "glossary.yaml, term 2: “a B” stands here twice."
    ),
    "- [": "glossary.yaml, line 1: this line cannot be read. Look for a missing colon, a missing quote or a wrong indent.",
}


@pytest.mark.parametrize("text", FAULTY)
def test_a_faulty_glossary_is_told_in_words(text: str, tmp_path: Path) -> None:
    file = tmp_path / "glossary.yaml"
    file.write_text(text, "utf-8")

    with pytest.raises(Unsound) as refusal:
        glossary.read(file)

    assert refusal.value.reasons == (FAULTY[text],)


def test_help_pages_come_in_reading_order() -> None:
    assert [page.slug for page in help_pages.pages()] == [
        "what-the-toolkit-is",
        "levels",
        "publishing",
        "getting-this-years-list",
        "who-can-help",
        "how-sure-we-are",
        "when-something-goes-wrong",
        "reports-and-posters",
        "changes-and-notices",
        "requests-and-complaints",
    ]


def test_a_page_is_found_by_its_slug() -> None:
    page = help_pages.page("levels")

    assert page is not None
    assert (page.title, page.summary.split(".")[0]) == ("The levels", "There are three levels you can publish at")
    assert help_pages.page("cake") is None


def test_the_help_says_what_must_not_be_left_out() -> None:
    text = " ".join(" ".join(f"{page.summary} {page.text}" for page in help_pages.pages()).split())

    for words in (
        "Guardbook sends nothing for you",
        "You can publish at this level only once",
        "0303 123 1113",
        "option 4",
        "exeter.helpdesk@nhs.net",
        "30 June 2026",
        "ready, on a rebuilt list",
        "It is never proof that you follow the law",
        "not legal advice",
    ):
        assert words in text


def test_a_page_without_a_title_is_told(tmp_path: Path) -> None:
    (tmp_path / "10-cake.md").write_text("Cake is good.", "utf-8")
    (tmp_path / "notes.txt").write_text("", "utf-8")

    with pytest.raises(Unsound, match=r"10-cake.md: a help page opens with"):
        help_pages.read(tmp_path)


def test_help_and_glossary_ship_with_the_package() -> None:
    assert {"glossary.yaml", "help", "frameworks", "lock.toml"} <= {each.name for each in packs.library().iterdir()}
