"""Photograph the main pages of the made-up provider, on a desktop and on a phone: `./guardbook pictures`."""

import io
import re
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.journeys.looking import CHROMIUM, FLAGS  # noqa: E402 - found through the line above
from tests.journeys.server import Server  # noqa: E402 - found through the line above

FOLDER = ROOT / "docs" / "pictures"
SIZES: dict[str, ViewportSize] = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 320, "height": 640}}
TALLEST = 2200
COLOURS = 96

# The main pages: file name, title, and where it is within the provider ("/" is from the root).
PAGES = (
    ("01-sign-in", "Sign in", "/sign-in/"),
    ("02-what-next", "What next", ""),
    ("03-question", "A question that decides the roles", "wizard/record_volume/"),
    ("04-roles", "Roles", "roles/"),
    ("05-staff", "Staff", "people/"),
    ("06-training", "Training", "training/"),
    ("07-toolkit", "The toolkit", "toolkit/dspt/8/"),
    ("08-item", "One toolkit question", "toolkit/dspt/8/3.2.1/"),
    ("09-companion", "The portal companion", "toolkit/dspt/8/companion/"),
    ("10-history", "Everything that was done", "history/"),
    ("11-registers", "The registers", "registers/"),
    ("12-devices", "A register: devices", "registers/devices/"),
    ("13-everything-to-do", "Everything to do", "next/"),
    ("14-calendar", "The calendar", "next/calendar/"),
    ("15-what-comes-round", "What comes round", "duties/"),
)


def main() -> int:
    """Build the example, start the server, photograph every page in both sizes, and list them."""
    with tempfile.TemporaryDirectory(prefix="guardbook-pictures-") as folder:
        server = Server(Path(folder) / "data")
        built = server.command("demo")
        found = re.search(r"Sign in as: (\S+)\s+Password:\s+(\S+)", built.stdout)
        if found is None:
            raise SystemExit(f"The example could not be built.\n{built.stdout}{built.stderr}")
        server.start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
                for size, viewport in SIZES.items():
                    photograph(browser, server.url, size, viewport, (found[1], found[2]))
        finally:
            server.kill()
    (FOLDER / "README.md").write_text(contents(), "utf-8")
    return 0


def photograph(browser: Browser, url: str, size: str, viewport: ViewportSize, who: tuple[str, str]) -> None:
    """Take every picture in one size."""
    page = browser.new_context(viewport=viewport).new_page()
    organisation = ""
    for name, _, path in PAGES:
        page.goto(url + path if path.startswith("/") else organisation + path)
        page.wait_for_load_state()
        take(page, FOLDER / f"{name}-{size}.png")
        if path == "/sign-in/":
            organisation = sign_in(page, *who)


def sign_in(page: Page, name: str, password: str) -> str:
    """Sign in and return the address of the provider."""
    page.fill("[name=sign_in_name]", name)
    page.fill("[name=password]", password)
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name="Sign in").click()
    return page.url


def take(page: Page, file: Path) -> None:
    """Take one picture, not taller than is useful, in few colours so that it stays small."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")
    shown = picture.crop((0, 0, picture.width, min(picture.height, TALLEST)))
    file.parent.mkdir(parents=True, exist_ok=True)
    shown.quantize(COLOURS).save(file, optimize=True)
    print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1000:.0f} kB")


def contents() -> str:
    """Return the page that shows all pictures."""
    lines = ["# Pictures", "", "Taken by `./guardbook pictures` from the made-up example. Long pages are cut.", ""]
    for name, title, _ in PAGES:
        lines += [
            f"## {title}",
            "",
            f"![{title}, on a desktop]({name}-desktop.png)",
            "",
            f"![{title}, on a phone]({name}-phone.png)",
            "",
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
