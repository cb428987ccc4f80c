"""The gallery in a real browser: wide and narrow, light and dark, with and without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route

from tests.web import browser, gallery

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.started() as started:
        yield started


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("sent", [None, {}], ids=["asked for", "sent empty"])
def test_axe_finds_nothing_wrong(
    chromium: Browser, width: int, scheme: browser.Scheme, sent: dict[str, str] | None
) -> None:
    text = gallery.page(gallery.EveryField(sent))

    with browser.window(chromium, width, scheme) as page:
        complaints = browser.show(page, text)

        assert complaints == []
        assert browser.faults(page) == []
        assert browser.overflow(page) == 0


def test_a_window_at_twice_the_text_size_does_not_scroll_sideways(chromium: Browser) -> None:
    with browser.window(chromium, 640) as page:
        browser.show(page, gallery.page(gallery.EveryField()))
        page.emulate_media(reduced_motion="reduce")
        page.evaluate("document.documentElement.style.fontSize = '200%'")

        assert browser.overflow(page) == 0


def test_everything_one_can_press_is_at_least_24_pixels_high(chromium: Browser) -> None:
    with browser.window(chromium, 320) as page:
        browser.show(page, gallery.page(gallery.EveryField()))
        heights = page.eval_on_selector_all(
            "header a, footer a, button:not([hidden]), .nhsuk-button, .nhsuk-back-link, .gb-paging a",
            "found => found.filter(e => e.offsetParent).map(e => [e.innerText, e.getBoundingClientRect().height])",
        )

    assert [text for text, height in heights if height < 24] == []


def test_an_answer_opens_what_it_reveals_with_and_without_script(chromium: Browser) -> None:
    for script in (True, False):
        with browser.window(chromium, 1280, script=script) as page:
            browser.show(page, gallery.page(gallery.EveryField()))

            assert not page.locator("#id_agency").is_visible()
            page.get_by_text("Agency", exact=True).click()
            assert page.locator("#id_agency").is_visible()


def test_keys_lead_on_and_can_be_turned_off(chromium: Browser) -> None:
    with browser.window(chromium, 1280) as page:
        browser.show(page, gallery.page(gallery.EveryField()))
        page.locator("h1").click()
        page.keyboard.press("n")
        assert page.url.endswith("#next")

        page.keyboard.press("?")
        page.get_by_label("Use the keys").uncheck()
        page.get_by_role("button", name="Close").click()
        page.evaluate("location.hash = ''")
        page.keyboard.press("n")
        assert not page.url.endswith("#next")


def test_the_copy_button_says_that_it_copied(chromium: Browser) -> None:
    with browser.window(chromium, 1280) as page:
        page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (words) => { window.copied = words; }}})"
        )
        browser.show(page, gallery.page(gallery.EveryField()))
        page.get_by_role("button", name="Copy").click()

        assert page.locator("#words-copied").inner_text() == "Copied"
        assert page.evaluate("window.copied") == "Our lead is Asha Rao."


@pytest.mark.parametrize(("status", "words"), [(204, "Draft kept"), (302, "Draft not kept"), (500, "Draft not kept")])
def test_what_is_typed_is_sent_as_a_draft_without_its_password(chromium: Browser, status: int, words: str) -> None:
    sent: list[str] = []

    def keep(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(status=status, headers={"Location": "/"} if status == 302 else {})

    with browser.window(chromium, 1280) as page:
        browser.show(page, gallery.page(gallery.EveryField()))
        page.route("**/draft/", keep)
        page.get_by_label("Password").first.fill("three quiet herons")
        page.get_by_label("Full name").fill("Asha Rao")
        page.get_by_text(words).wait_for()

    assert "Asha Rao" in sent[0]
    assert 'name="form"\r\n\r\n/\r\n' in sent[0]
    assert "herons" not in sent[0]


def test_paper_shows_what_is_known_and_none_of_the_controls(chromium: Browser) -> None:
    with browser.window(chromium, 1280, "dark") as page:
        browser.show(page, gallery.page(gallery.EveryField()))
        page.emulate_media(media="print")

        assert page.get_by_role("heading", name="Every part of a page").is_visible()
        assert page.locator("table").first.is_visible()
        assert not page.get_by_role("navigation", name="Menu").is_visible()
        assert not page.get_by_role("button", name="Save and go on").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
