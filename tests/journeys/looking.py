"""Looks at a page as the journeys pass: accessible, no wider than the phone, no error in the browser."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
_IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


@dataclass(frozen=True, slots=True)
class Looker:
    """Checks each distinct page state once a run."""

    seen: set[str]

    def look(self, page: Page, state: str = "") -> None:
        """Fail when this page has an accessibility fault or is wider than its window."""
        kind = f"{_IDENTIFIER.sub('*', page.url.partition('?')[0].split('/', 3)[-1])} {state}"
        if kind in self.seen:
            return
        self.seen.add(kind)
        assert not too_wide(page), f"{page.url} scrolls sideways: {too_wide(page)}"
        assert not violations(page), f"{page.url}\n" + "\n".join(violations(page))


def too_wide(page: Page) -> list[str]:
    """Return the elements that stick out of the window, when the page scrolls sideways."""
    found: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          return [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > width + 1)
            .slice(0, 5)
            .map(element => element.outerHTML.slice(0, 120));
        }"""
    )
    return found


def violations(page: Page) -> list[str]:
    """Return axe's findings, of any impact, one line each."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{fault['id']} ({fault['impact']}): {node['target']} {node['html'][:160]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
