"""Help and glossary: open to anybody, and every link leads somewhere."""

import re

import pytest
from django.test import Client

from guardbook.content import glossary
from guardbook.content import help as texts
from tests.cast import Cast, user

pytestmark = pytest.mark.django_db


def test_the_help_page_lists_every_text(client: Client) -> None:
    shown = client.get("/help/").content.decode()

    assert all(f'href="/help/{page.slug}/"' in shown for page in texts.pages())


@pytest.mark.parametrize("slug", [page.slug for page in texts.pages()])
def test_a_text_is_shown_with_its_title_and_leads_on(client: Client, slug: str) -> None:
    answer = client.get(f"/help/{slug}/")

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert len(re.findall("<h1", shown)) == 1
    assert ("Next: " in shown) == (slug != texts.pages()[-1].slug)


def test_an_unknown_text_is_not_found(client: Client) -> None:
    answer = client.get("/help/nothing-like-it/")

    assert answer.status_code == 404


def test_the_glossary_says_what_every_word_means_once(client: Client) -> None:
    shown = client.get("/glossary/").content.decode()

    anchors = re.findall(r'<dt id="([^"]+)"', shown)
    assert len(anchors) == len(set(anchors)) == len(glossary.terms())


def test_a_signed_in_reader_finds_the_way_back_to_work(client: Client, cast: Cast) -> None:
    client.force_login(user(cast.asha))

    shown = client.get("/help/").content.decode()

    assert '<a class="gb-menu__link" href="/">What next</a>' in shown
    assert "Asha Owner" in shown


def test_a_stranger_is_shown_no_name(client: Client) -> None:
    assert "Sign out" not in client.get("/help/").content.decode()
