"""Somebody tells of a mistake without a name, on a phone without script, and later reads what was done."""

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys import breach, steps, telling
from tests.journeys.looking import Looker
from tests.journeys.screens import Screen
from tests.journeys.server import Server
from tests.journeys.walking import Walker


def test_from_a_poster_to_a_word_back(
    behind_a_proxy: Server,
    manager: Screen,
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
    behind_a_proxy: Server, manager: Screen, stranger: Page, looker_without_script: Looker
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
    assert "Thank you" in telling.status(there, number, code)
    assert "Traceback" not in behind_a_proxy.log()
    assert behind_a_proxy.command("audit", "verify").returncode == 0
