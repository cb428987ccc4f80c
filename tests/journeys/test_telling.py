"""Somebody tells of a mistake without a name, on a phone without script, and later reads what was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.journeys import breach, steps, telling
from tests.journeys.conftest import NOVEMBER, PHONE, copied
from tests.journeys.looking import Looker
from tests.journeys.server import Server
from tests.journeys.walking import Walker

DESK: ViewportSize = {"width": 1280, "height": 900}


@dataclass(frozen=True, slots=True)
class Desk:
    """A screen, and whoever looks over its shoulder."""

    page: Page
    looker: Looker

    def at(self, server: Server) -> Walker:
        """Somebody at this screen who opens this server."""
        return Walker(self.page, self.looker, server.url)


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
) -> Iterator[Desk]:
    """The manager's screen: a phone without script, and a large one with it."""
    is_phone = request.param != "desktop"
    context = browser.new_context(
        viewport=PHONE if is_phone else DESK, accept_downloads=True, java_script_enabled=not is_phone
    )
    yield Desk(context.new_page(), looker_without_script if is_phone else looker)
    context.close()


def test_from_a_poster_to_a_word_back(
    behind_a_proxy: Server,
    manager: Desk,
    stranger: Page,
    looker_without_script: Looker,
    tmp_path: Path,
) -> None:
    here = manager.at(behind_a_proxy)
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


def test_from_a_report_to_a_closed_breach_with_the_regulator_and_the_people_told(
    behind_a_proxy: Server, manager: Desk, stranger: Page, looker_without_script: Looker
) -> None:
    here = manager.at(behind_a_proxy)
    there = Walker(stranger, looker_without_script, behind_a_proxy.url)
    steps.sign_in(here)
    number, code = telling.tell(there, behind_a_proxy, telling.switch_on(here))

    incident = breach.start(here, number)
    breach.answer_questions(here)
    breach.contain(here)
    breach.judge(here)
    breach.decide(here)
    breach.tell_the_regulator(here)
    breach.tell_the_people(here, incident)
    breach.learn(here)
    said = breach.close(here, incident)

    assert "Closed" in said
    assert "Thank you for telling us." in telling.status(there, number, code)
    assert "Traceback" not in behind_a_proxy.log()
    assert behind_a_proxy.command("audit", "verify").returncode == 0
