"""A real browser for pages: loads our own text, and asks axe what is wrong with it."""

import json
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.architecture import source

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
Scheme = Literal["light", "dark"]
STATIC = source.PACKAGE / "web" / "static"
CHROMIUM = Path("/usr/bin/chromium")
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"


@contextmanager
def started() -> Iterator[Browser]:
    """Start a browser. While it runs, Django's tables cannot be asked: see asgiref's guard."""
    with sync_playwright() as playwright:
        program = CHROMIUM if CHROMIUM.exists() else None
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-quic"])
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser, width: int, scheme: Scheme = "light", *, script: bool = True) -> Iterator[Page]:
    """Open a window of a width in CSS pixels, in the light or the dark scheme."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=script
    )
    yield context.new_page()
    context.close()


def show(page: Page, text: str) -> list[str]:
    """Show a page's text under our policy, with our files; give what the browser complained of."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.route("**/*", lambda route: _answer(route, text))
    page.goto("http://guardbook.test/", wait_until="networkidle")
    return complaints


def faults(page: Page) -> list[str]:
    """Everything axe finds wrong, of any impact: the rule, and where."""
    session = page.context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]
    session.send("Runtime.evaluate", {"expression": AXE.read_text("utf-8"), "contextId": world})
    asked = {
        "expression": "axe.run(document).then(found => JSON.stringify(found.violations))",
        "contextId": world,
        "awaitPromise": True,
        "returnByValue": True,
    }
    answer = session.send("Runtime.evaluate", asked)["result"]["value"]
    return [f"{each['id']}: {node['target']}" for each in json.loads(answer) for node in each["nodes"]]


def overflow(page: Page) -> int:
    """How many pixels of the page lie outside the window sideways."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def _answer(route: Route, text: str) -> None:
    path = route.request.url.removeprefix("http://guardbook.test/")
    if not path:
        route.fulfill(body=text, content_type="text/html", headers={"Content-Security-Policy": POLICY})
    else:
        kind = mimetypes.guess_type(path)[0] or "text/plain"
        route.fulfill(body=(STATIC / path.removeprefix("static/")).read_bytes(), content_type=kind)
