"""Somebody asks the Guardian and hears why; the Lead keeps the monthly report. On a phone and a desk, without script."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.journeys import steps
from tests.journeys.conftest import NOVEMBER, PHONE, copied
from tests.journeys.looking import Looker
from tests.journeys.server import Server
from tests.journeys.walking import Walker

DESK: ViewportSize = {"width": 1280, "height": 900}
TODAY = date(2026, 11, 22)
DECIDED = {
    "outcome": "part",
    "decision": "One page: who came that day.",
    "reason": "A crime is looked into, and the resident was told.",
    "decided_by": "Grace Hale",
}


@pytest.fixture
def owned(tmp_path: Path, prepared: Path) -> Iterator[Server]:
    """An installation with an owner."""
    made = Server(copied(prepared, tmp_path / "data"), clock=NOVEMBER)
    steps.own(made, tmp_path)
    yield made.start()
    made.kill()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desktop"])
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A screen without script, small and large."""
    context = browser.new_context(viewport=request.param, accept_downloads=True, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_from_a_question_to_a_decision_and_a_report(
    owned: Server, screen: Page, looker_without_script: Looker, tmp_path: Path
) -> None:
    here = Walker(screen, looker_without_script, owned.url)
    steps.sign_in(here)

    here.open("deciding/ask/guardian/")
    here.fill({"question": "May the police see one resident’s file?"})
    here.press("Send your question")
    assert "Your question waits for the Guardian" in here.text()

    here.follow("Caldicott Guardian")
    here.follow("Decide")
    here.fill({**DECIDED, **steps.day("decided_on", TODAY)})
    here.page.locator("main").get_by_role("button", name="Save").click()
    assert "Choose at least one Caldicott principle" in here.text()
    assert here.page.locator("[name='decision']").input_value() == DECIDED["decision"]
    here.fill({"principles": "P3", **steps.day("told_on", TODAY)})
    here.press("Save")

    here.open("deciding/guardian/")
    assert "Use as little as will do" in here.text()
    assert "No question waits." in here.text()

    here.open("deciding/lead/")
    here.follow("Make a new one")
    here.fill({"own_words": "The first month. We have begun."})
    here.press("Keep this report")
    assert "It is kept as it stands today" in here.text()
    assert here.download("As PDF", tmp_path).read_bytes().startswith(b"%PDF")
    for address in ("deciding/officer/", "deciding/risks/", "deciding/champion/", "deciding/reports/"):
        here.open(address)
    here.follow("22 November 2026")
    assert "We have begun." in here.text()
