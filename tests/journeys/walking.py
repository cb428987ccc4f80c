"""Walks through pages as a person does: fills, presses, follows; every page passed is looked at."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.journeys.looking import Looker

PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Walker:
    """One person at one screen."""

    page: Page
    looker: Looker
    url: str

    @property
    def organisation(self) -> str:
        """The address of the organisation whose pages are open."""
        found = re.search(r"/o/[0-9a-f-]+/", self.page.url)
        assert found is not None, f"{self.page.url} belongs to no organisation"
        return self.url + found[0]

    def open(self, address: str) -> None:
        """Type an address: whole, or within the organisation."""
        answer = self.page.goto(address if "://" in address else self.organisation + address)
        assert answer is not None
        assert answer.ok, f"{self.page.url} answered {answer.status}: {self.text()[:300]}"
        self.look()

    def look(self) -> None:
        """Look at the page that is open."""
        self.looker.look(self.page)

    def text(self) -> str:
        """What the page says."""
        return self.page.inner_text("main")

    def heading(self) -> str:
        """The page's own heading."""
        return self.page.inner_text("h1")

    def fill(self, said: Mapping[str, str]) -> None:
        """Fill fields by name: text, choice, tick or file."""
        for name, value in said.items():
            self._fill_one(name, value)

    def press(self, button: str) -> None:
        """Press a button or a link that looks like one, and look at where it leads."""
        found = self.page.locator("main").get_by_role("button", name=button)
        with self.page.expect_navigation():
            found.first.click()
        self.page.wait_for_load_state()
        assert "There is a problem" not in self.text(), f"{self.page.url}: {self.text()[:600]}"
        self.look()

    def send(self) -> None:
        """Press the button of the page's form, whatever it says."""
        self.press(self.page.locator("main form button:not(.nhsuk-button--secondary)").last.inner_text())

    def follow(self, link: str) -> None:
        """Follow a link by its words."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=link).or_(
                self.page.locator("main").get_by_role("button", name=link)
            ).first.click()
        self.page.wait_for_load_state()
        self.look()

    def tick(self, label: str) -> None:
        """Tick the box with these words."""
        self.page.locator("main").get_by_label(label, exact=True).check()

    def has(self, button: str) -> bool:
        """Say whether the page has such a button."""
        return self.page.locator("main").get_by_role("button", name=button).count() > 0

    def wait_for(self, button: str) -> None:
        """Open the page again until it has such a button, as somebody who waits for a job does."""
        limit = time.monotonic() + PATIENCE
        while not self.has(button):
            assert time.monotonic() < limit, f"{self.page.url} never offered {button}: {self.text()[:300]}"
            time.sleep(0.3)
            self.page.reload()
        self.look()

    def download(self, link: str, folder: Path) -> Path:
        """Follow a link that leads to a file, and return the file."""
        with self.page.expect_download() as waiting:
            self.page.locator("main").get_by_role("link", name=link).first.click()
        file = folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file

    def download_button(self, button: str, folder: Path) -> Path:
        """The same for a link that looks like a button."""
        with self.page.expect_download() as waiting:
            self.page.locator("main").get_by_role("button", name=button).first.click()
        file = folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file

    def _fill_one(self, name: str, value: str) -> None:
        found = self.page.locator(f"main [name='{name}']")
        assert found.count(), f"{self.page.url} has no field {name}"
        match found.first.get_attribute("type") or "":
            case "radio" | "checkbox":
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            case "file":
                found.first.set_input_files(value)
            case _ if found.first.evaluate("element => element.tagName") == "SELECT":
                found.first.select_option(value)
            case _:
                self._uncover(found.first, name)
                found.first.fill(value)

    def _uncover(self, field: Locator, name: str) -> None:
        """Open the part of the page that a field is folded into."""
        if not field.is_visible():
            folded = self.page.locator("details", has=self.page.locator(f"[name='{name}']"))
            folded.locator("summary").first.click()
