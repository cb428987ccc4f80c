"""Somebody tells of a mistake without a name, on a phone without script, and later reads what was done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.journeys import steps, telling
from tests.journeys.conftest import NOVEMBER, PHONE, copied
from tests.journeys.looking import Looker
from tests.journeys.server import Server
from tests.journeys.walking import Walker

DESK: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def behind_a_proxy(tmp_path: Path, prepared: Path) -> Iterator[Server]:
    """An installation that others reach through a proxy, so that a phone is another device."""
    made = Server(copied(prepared, tmp_path / "data"), clock=NOVEMBER, settings={"GUARDBOOK_TRUST_PROXY": "true"})
    steps.own(made, tmp_path)
    yield made.start()
    made.kill()


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Page]:
    """The phone of somebody who never signed in, without script."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, user_agent="Another phone (Mobile)")
    yield context.new_page()
    context.close()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desktop"])
def manager(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """The manager's screen, small and large."""
    context = browser.new_context(viewport=request.param, accept_downloads=True)
    yield context.new_page()
    context.close()


def test_from_a_poster_to_a_word_back(
    behind_a_proxy: Server,
    manager: Page,
    stranger: Page,
    looker: Looker,
    looker_without_script: Looker,
    tmp_path: Path,
) -> None:
    here = Walker(manager, looker, behind_a_proxy.url)
    there = Walker(stranger, looker_without_script, behind_a_proxy.url)
    steps.sign_in(here)

    address = telling.switch_on(here)
    assert "Try it first" in here.text()
    there.open(address)
    assert telling.print_poster(here, tmp_path).read_bytes().startswith(b"%PDF")
    number, code = telling.tell(there, behind_a_proxy, address)
    telling.close(here, number, "Thank you. We now check every envelope twice.")

    assert "We now check every envelope twice." in telling.status(there, number, code)
    assert not stranger.context.cookies()
    assert "Traceback" not in behind_a_proxy.log()
    assert behind_a_proxy.command("audit", "verify").returncode == 0
