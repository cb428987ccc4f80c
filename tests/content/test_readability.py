"""Our words can be read at about age eleven: short sentences, short words, names of the law excused by a list."""

import re
import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own imports warn; what we measure with it does not
    import textstat

from guardbook.content import glossary, packs
from guardbook.content import help as help_pages
from guardbook.rules.frameworks.items import Item

# A Flesch-Kincaid grade of 6 is school year 7: age eleven.
WHOLE, ALONE, LONGEST_SENTENCE = 6.0, 9.0, 26

# Names that a person meets on the toolkit website or in the law. Each is counted as one short word.
EXCUSED = (
    "data security and protection lead", "data security and protection toolkit", "data protection officer",
    "data protection law", "data protection policy", "data protection regulator", "data protection", "data security",
    "personal information", "registered manager", "nominated individual", "caldicott guardian", "care quality commission",
    "information commissioner's office", "information commission", "national cyber security centre", "digital care hub",
    "better security, better care", "standards met", "standards exceeded", "approaching standards", "cyber essentials plus",
    "cyber essentials", "national data opt-out", "privacy notice", "organisation", "organisations", "information",
    "regulator's", "regulator", "company", "companies", "certificate", "supplier's", "suppliers", "supplier", "policies",
    "policy", "volunteers", "volunteer", "encrypted", "encryption", "administrators", "administrator", "guardbook",
)  # fmt: skip
_NAMES = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in EXCUSED), re.IGNORECASE)

ITEMS = packs.load("dspt", "8").items


def measured(text: str) -> str:
    """The text as prose: no Markdown, no addresses, no brackets, excused names as one word."""
    prose = re.sub(r"\(https?:[^)]*\)|\S+@\S+|[#*|\[\]“”\"]", "", text)
    return _NAMES.sub("thing", prose)


def grade(text: str) -> float:
    return float(textstat.flesch_kincaid_grade(measured(text)))


def sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.?!:])\s+|\n\s*(?:[-#|]|\d\.|\n)", measured(text)) if each]


def words_of(item: Item) -> str:
    parts = (item.question, item.why, *item.good, item.example, item.who_helps, item.note, item.not_applicable.when)
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("item", ITEMS, ids=[item.ref for item in ITEMS])
def test_a_question_page_reads_easily(item: Item) -> None:
    assert grade(words_of(item)) <= WHOLE


@pytest.mark.parametrize("item", ITEMS, ids=[item.ref for item in ITEMS])
def test_a_question_can_be_read_on_its_own(item: Item) -> None:
    assert grade(item.question) <= ALONE


@pytest.mark.parametrize("page", help_pages.pages(), ids=lambda page: page.slug)
def test_a_help_page_reads_easily(page: help_pages.Page) -> None:
    assert grade(f"{page.summary} {page.text}") <= WHOLE


def test_the_glossary_as_a_whole_reads_easily() -> None:
    assert grade(" ".join(term.meaning for term in glossary.terms())) <= WHOLE


@pytest.mark.parametrize("term", glossary.terms(), ids=lambda term: term.word)
def test_a_meaning_can_be_read_on_its_own(term: glossary.Term) -> None:
    assert grade(term.meaning) <= ALONE


def test_no_sentence_goes_on_and_on() -> None:
    texts = [
        *(words_of(item) for item in ITEMS),
        *(term.meaning for term in glossary.terms()),
        *(page.text for page in help_pages.pages()),
    ]

    long = [each for text in texts for each in sentences(text) if len(each.split()) > LONGEST_SENTENCE]

    assert not long
