"""Somebody asks for information, or complains, on the page for the public, and gets a letter."""

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys import asking, steps, telling
from tests.journeys.looking import Looker
from tests.journeys.screens import Screen
from tests.journeys.server import Server
from tests.journeys.walking import Walker


def test_an_access_request_with_identity_pause_and_extension_to_the_letter(
    behind_a_proxy: Server, manager: Screen, stranger: Page, looker_without_script: Looker, tmp_path: Path
) -> None:
    here = manager.at(behind_a_proxy)
    there = Walker(stranger, looker_without_script, behind_a_proxy.url)
    steps.sign_in(here)
    address = telling.switch_on(here, "requests and complaints")
    number = asking.ask(there, behind_a_proxy, address, "copy", "Everything you write about my mother.")

    case = asking.start(here, number, "Start a request from it")
    asking.step(here, case, "ask-identity", choice="authority", words="The power of attorney")
    asking.step(here, case, "identity-shown", words="We saw the registered power of attorney.")
    asking.step(here, case, "ask-question", choice="find", tags="large", words="Which years?")
    asking.step(here, case, "question-answered", words="From 2024.")
    asking.step(here, case, "extend", choice="complex", words="Four volumes name other residents.")
    asking.step(here, case, "search", words="All notes since 2024: 210 pages", place="Care system", person="Grace")
    asking.step(here, case, "decide", choice="granted", words="All of it is enclosed.", person="Grace Hale")
    answer = asking.letter(here, case, "answer", tmp_path)
    asking.step(here, case, "send", place="By hand", person="Ann Brown")
    asking.step(here, case, "close")

    assert answer.startswith(b"%PDF")
    here.open(case)
    assert "Closed" in here.text()
    assert "Traceback" not in behind_a_proxy.log()


def test_a_complaint_from_the_page_for_the_public_to_its_outcome(
    behind_a_proxy: Server, manager: Screen, stranger: Page, looker_without_script: Looker, tmp_path: Path
) -> None:
    here = manager.at(behind_a_proxy)
    there = Walker(stranger, looker_without_script, behind_a_proxy.url)
    steps.sign_in(here)
    address = telling.switch_on(here, "requests and complaints")
    number = asking.ask(there, behind_a_proxy, address, "complaint", "A carer told my neighbour about my mother.")

    case = asking.start(here, number, "Start a complaint from it")
    asking.step(here, case, "acknowledge")
    asking.step(here, case, "investigate", words="Grace talks to the team.")
    asking.step(here, case, "progress", words="We have heard everybody on that shift.")
    asking.step(here, case, "decide", choice="upheld", words="It should not have been said.", person="Grace Hale")
    outcome = asking.letter(here, case, "outcome", tmp_path)
    asking.step(here, case, "send", place="By post", person="Ann Brown")
    asking.step(here, case, "close")

    assert outcome.startswith(b"%PDF")
    here.open(case)
    assert "Closed" in here.text()
    assert "Traceback" not in behind_a_proxy.log()
