"""The help pages: short Markdown texts with a title and a summary, read once from the package."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable

from guardbook.content import packs
from guardbook.content.faults import Fault, Unsound


@dataclass(frozen=True, slots=True)
class Page:
    """One page of help. ``slug`` names it in an address; ``text`` is Markdown without the title."""

    slug: str
    title: str
    summary: str
    text: str


@lru_cache
def pages() -> tuple[Page, ...]:
    """Every page, in reading order."""
    return read(packs.library() / "help")


def page(slug: str) -> Page | None:
    """The page with this slug, or None."""
    return next((each for each in pages() if each.slug == slug), None)


def read(folder: Traversable) -> tuple[Page, ...]:
    """The pages in a folder of files named like ``10-levels.md``, in that order.

    Each opens with a title line ("# …") and one paragraph that is its summary. Unsound where one does not.
    """
    files = sorted((each for each in folder.iterdir() if each.name.endswith(".md")), key=lambda each: each.name)
    found = [_page(each) for each in files]
    faults = [each for each in found if isinstance(each, Fault)]
    if faults:
        raise Unsound(faults)
    return tuple(each for each in found if isinstance(each, Page))


def _page(file: Traversable) -> Page | Fault:
    title, _, rest = file.read_text(encoding="utf-8").strip().partition("\n")
    summary, _, text = rest.strip().partition("\n\n")
    if not title.startswith("# ") or not text:
        return Fault(file.name, "", "a help page opens with “# ” and a title, then a summary, then the text.")
    slug = file.name.removesuffix(".md").partition("-")[2]
    return Page(slug, title.removeprefix("# "), " ".join(summary.split()), text.strip() + "\n")
