"""The steps around a report: an address switched on, a poster, a report without a name, what is made of it, and a word back."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from tests.journeys.server import Server
from tests.journeys.walking import Walker

WHAT = "A letter about one resident went out in the envelope of another."


def switch_on(manager: Walker, what: str = "mistakes and worries") -> str:
    """Switch an address on, look at its poster, and return the address."""
    manager.open("settings/reports/")
    manager.press(f"Switch it on for {what}")
    address = manager.page.inner_text(".gb-address")
    manager.follow("See how the poster will look")
    return address


def print_poster(manager: Walker, folder: Path) -> Path:
    """Save the poster, once somebody else has opened its address."""
    manager.page.reload()
    manager.look()
    return manager.download_button("Save the poster as PDF", folder)


def tell(stranger: Walker, server: Server, address: str) -> tuple[str, str]:
    """Report a mistake a minute after opening the page; return the number and the code."""
    stranger.open(address)
    stranger.fill({"sort": "mistake", "what": WHAT, "place": "The office", "affected": "Two residents"})
    stranger.fill({"about": "staff"})
    wait(server, timedelta(minutes=1))
    stranger.press("Send")
    assert "Thank you for telling us" in stranger.text()
    number, code = (each.inner_text() for each in stranger.page.locator("dd strong").all())
    return number, code


def wait(server: Server, length: timedelta) -> datetime:
    """Let time pass; return what time it is then."""
    now = datetime.fromisoformat(server.clock) + length
    server.set_clock(now.isoformat())
    return now


def close(reader: Walker, number: str, outcome: str) -> None:
    """Read a report and close it with a word back."""
    open_report(reader, number)
    assert WHAT in reader.text()
    reader.follow("Close it, and say what was done")
    reader.fill({"outcome": outcome})
    reader.press("Save")


def open_report(reader: Walker, number: str) -> None:
    """Open a report from the list of those that wait."""
    reader.open("reports/")
    reader.follow(number)


def status(stranger: Walker, number: str, code: str) -> str:
    """What the page says that answers a number with its code."""
    stranger.open(f"{stranger.url}/told/")
    stranger.fill({"number": number, "code": re.sub("-", " ", code).lower()})
    stranger.press("Look")
    return stranger.text()
