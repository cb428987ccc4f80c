"""The parts of a page: drawn in every state, and never with a value that is missing."""

import re

import pytest
from jinja2 import UndefinedError

from guardbook.web import nhs
from guardbook.web.components import Link, Tag, Tone, source
from tests.web.gallery import EveryField, draw, page

UI = '{% import "macros/ui.html" as ui %}'


@pytest.mark.parametrize("tone", Tone)
def test_a_state_has_a_word_and_a_shape(tone: Tone) -> None:
    drawn = draw(UI + "{{ ui.tag(tag) }}", tag=Tag("Some state", tone))

    assert "Some state" in drawn
    assert f'aria-hidden="true">{tone.shape}<' in drawn
    assert f"nhsuk-tag--{tone.colour}" in drawn


def test_no_two_states_share_a_shape() -> None:
    assert len({tone.shape for tone in Tone}) == len(Tone)


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ nhs('button', {'text': mispelt}) }}", id="in a component"),
        pytest.param("{{ nhs('radios', {'items': [{'text': mispelt}]}) }}", id="deep in a component"),
        pytest.param("{{ mispelt }}", id="in words"),
        pytest.param("{% if mispelt %}{% endif %}", id="in a condition"),
        pytest.param(UI + "{{ ui.tag(mispelt) }}", id="in a macro"),
    ],
)
def test_a_missing_value_fails_instead_of_vanishing(template: str) -> None:
    with pytest.raises(UndefinedError):
        draw(template)


def test_a_missing_value_is_named_with_its_place() -> None:
    with pytest.raises(UndefinedError, match=r"nhs\('radios'\)\.items\[0\]\.text"):
        draw("{{ nhs('radios', {'items': [{'text': mispelt}]}) }}")


def test_words_are_escaped_wherever_they_are_drawn() -> None:
    assert "&lt;script&gt;" in nhs.nhs("tag", {"text": "<script>"})
    assert "&lt;script&gt;" in draw(UI + "{{ ui.tag(tag) }}", tag=Tag("<script>"))


def test_a_page_names_the_provider_and_says_what_it_is_not() -> None:
    drawn = page(EveryField())

    assert "<title>Every part of a page - Oak House Care Ltd - Guardbook</title>" in drawn
    assert "not an NHS or government service" in drawn
    assert "not legal advice" in drawn
    assert "made up" in drawn
    assert "Asha Rao is now your data protection lead." in drawn


def test_a_page_with_faults_says_so_in_its_title() -> None:
    drawn = page(EveryField({}))

    assert "<title>Error: Every part of a page" in drawn
    assert "There is a problem" in drawn


def test_the_menu_marks_where_the_reader_is() -> None:
    current = re.findall(r'<a class="gb-menu__link" [^>]*aria-current="true">([^<]*)', page(EveryField()))

    assert current == ["Toolkit"]


def test_a_page_has_no_script_or_style_inside() -> None:
    drawn = page(EveryField())

    assert not re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", drawn)
    assert len(re.findall("<script", drawn)) == 1


def test_a_chart_gives_its_figures_in_a_table_too() -> None:
    drawn = page(EveryField())

    assert '<svg role="img"' in drawn
    assert "Answers by level: the figures" in drawn
    assert re.search(r'<th class="nhsuk-table__header"[^>]*scope="row">.*Standards Met', drawn)
    assert ">95%</text>" in drawn


def test_no_identifier_is_used_twice() -> None:
    names = re.findall(r'\sid="([^"]*)"', page(EveryField()))

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://www.ukcgc.uk/manual?x=1", Link("ukcgc.uk", "https://www.ukcgc.uk/manual?x=1")),
        ("UK GDPR Article 37(1)", "UK GDPR Article 37(1)"),
        ("https://one.example and a book", "https://one.example and a book"),
        ("", ""),
    ],
)
def test_a_source_is_a_link_where_it_is_an_address(text: str, shown: object) -> None:
    assert source(text) == shown
