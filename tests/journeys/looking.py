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
_QUESTION = re.compile(r"/\d+\.\d+\.\d+/")


@dataclass(frozen=True, slots=True)
class Looker:
    """Checks each distinct page state once a run.

    A browser without script cannot run the checker either. Its pages are looked at in ``mirror``: a browser that
    shows the very same page and lets no script of ours in.
    """

    seen: set[str]
    mirror: Page | None = None

    def look(self, page: Page) -> None:
        """Fail when this page has an accessibility fault or is wider than its window."""
        kind = self._kind(page)
        if kind in self.seen:
            return
        self.seen.add(kind)
        if self.mirror is not None:
            page = reflected(page, self.mirror)
        assert not too_wide(page), f"{page.url} scrolls sideways: {too_wide(page)}"
        assert not violations(page), f"{page.url}\n" + "\n".join(violations(page))

    def _kind(self, page: Page) -> str:
        """What tells one page state from another; without script every toolkit question is of one kind."""
        where = _IDENTIFIER.sub("*", page.url.partition("?")[0].split("/", 3)[-1])
        if self.mirror is None:
            return f"{where} {page.title()}"
        return f"{_QUESTION.sub('/*/', where)} without script"


def reflected(page: Page, mirror: Page) -> Page:
    """Show the page as it stands in the mirror, without its scripts."""
    body = page.content()
    mirror.unroute_all()
    mirror.route("**/*.js", lambda route: route.abort())
    mirror.route(page.url, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    mirror.goto(page.url)
    return mirror


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
