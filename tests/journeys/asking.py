"""The steps of a request and of a complaint: from the page for the public to the letter."""

from datetime import timedelta
from pathlib import Path

from tests.journeys.server import Server
from tests.journeys.telling import open_report, wait
from tests.journeys.walking import Walker

MOTHER = {"affected": "My mother, Ivy Brown", "name": "Ann Brown", "contact": "01632 960111"}


def ask(stranger: Walker, server: Server, address: str, sort: str, what: str) -> str:
    """Ask or complain on the page for the public; return the number."""
    stranger.open(address)
    stranger.fill({"sort": sort, "what": what, **MOTHER})
    wait(server, timedelta(minutes=1))
    stranger.press("Send")
    return stranger.page.locator("dd strong").first.inner_text()


def start(manager: Walker, number: str, button: str) -> str:
    """Make a case of what was asked; return its address."""
    open_report(manager, number)
    manager.follow(button)
    manager.fill({"person": "Ivy Brown", "is_self": "no"})
    manager.press("Write it down")
    manager.fill({"requester": "representative", "requester_name": "Ann Brown"})
    manager.press("Save")
    return manager.page.url


def step(manager: Walker, case: str, event: str, **said: str) -> None:
    """Write one step down."""
    manager.open(f"{case}step/{event}/")
    manager.fill(said)
    manager.press("Write it down")


def letter(manager: Walker, case: str, name: str, folder: Path) -> bytes:
    """A letter of a case, as a PDF."""
    manager.open(case)
    link = manager.page.locator(f"main a[href$='/{name}.pdf']").first
    with manager.page.expect_download() as waiting:
        link.click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file.read_bytes()
