"""What journeys share: a real server, a real browser, and the accessibility checker looking over their shoulder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.journeys import steps
from tests.journeys.looking import CHROMIUM, FLAGS, Looker
from tests.journeys.screens import Screen
from tests.journeys.server import Server

PHONE: ViewportSize = {"width": 320, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
NOVEMBER = "2026-11-22T10:00:00+00:00"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here as a journey."""
    for item in items:
        if "journeys" in Path(item.path).parts:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the system, without its own traffic."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of an installation that nobody has used yet, to copy from."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    done = Server(folder).command("prepare")
    assert done.returncode == 0, done.stderr
    return folder


def copied(prepared: Path, folder: Path) -> Path:
    """A copy of the prepared folder, for one test."""
    shutil.copytree(prepared, folder)
    return folder


@pytest.fixture
def server(tmp_path: Path, prepared: Path) -> Iterator[Server]:
    """A new installation, started, with time held on a Sunday in November 2026."""
    made = Server(copied(prepared, tmp_path / "data"), clock=NOVEMBER)
    yield made.start()
    made.kill()


@pytest.fixture(scope="session")
def seen() -> set[str]:
    """The page states that axe has looked at in this run."""
    return set()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone of the smallest kind, with script."""
    context = browser.new_context(viewport=PHONE, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_script(browser: Browser) -> Iterator[Page]:
    """The same phone with script switched off."""
    context = browser.new_context(viewport=PHONE, accept_downloads=True, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def looker_without_script(browser: Browser, seen: set[str]) -> Iterator[Looker]:
    """Looks at pages of a browser that has no script."""
    context = browser.new_context(viewport=PHONE, bypass_csp=True)
    yield Looker(seen, mirror=context.new_page())
    context.close()


@pytest.fixture
def looker(seen: set[str]) -> Looker:
    """Looks at pages for what a test of one page cannot see."""
    return Looker(seen)


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


@pytest.fixture(params=["phone without script", "desktop"])
def manager(
    request: pytest.FixtureRequest, browser: Browser, looker: Looker, looker_without_script: Looker
) -> Iterator[Screen]:
    """The manager's screen: a phone without script, and a large one with it."""
    is_phone = request.param != "desktop"
    context = browser.new_context(
        viewport=PHONE if is_phone else DESK, accept_downloads=True, java_script_enabled=not is_phone
    )
    yield Screen(context.new_page(), looker_without_script if is_phone else looker)
    context.close()
