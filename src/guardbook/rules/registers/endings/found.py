"""What a description was found to name: one part for each product, with every release that it may be."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from guardbook.rules.registers.endings.published import Endings, Extended, Product, Release
from guardbook.rules.registers.endings.reading import read
from guardbook.rules.verdict import Confidence


@dataclass(frozen=True, slots=True)
class Part:
    """One product that is named.

    ``release`` is the version or model in words, "" where it is not said. ``may_be`` are the
    releases it can be: several where the words leave that open, none where nothing published
    fits. ``assumed`` says what was taken for granted. ``extended`` is the longer support that
    the words say is paid for.
    """

    product: Product
    release: str = ""
    may_be: tuple[Release, ...] = ()
    confidence: Confidence = Confidence.READ
    assumed: str = ""
    extended: Extended | None = None
    is_model: bool = False

    @property
    def is_known(self) -> bool:
        """True where a release can be named."""
        return bool(self.release) and bool(self.may_be or self.product.updates_itself)


@dataclass(frozen=True, slots=True)
class Found:
    """The parts found, and the words with those parts taken out."""

    parts: tuple[Part, ...]
    rest: str


Finder = Callable[[str, Endings], Found]


def nothing(text: str) -> Found:
    """Nothing found; all the words are left."""
    return Found((), text)


def without(text: str, *taken: re.Match[str]) -> str:
    """The words with what was taken blanked out by a comma, so that its neighbours do not grow together."""
    for each in sorted(taken, key=lambda match: -match.start()):
        text = f"{text[: each.start()]} , {text[each.end() :]}"
    return f" {' '.join(text.split())} "


@lru_cache(maxsize=256)
def other_names(product: Product) -> tuple[tuple[str, str], ...]:
    """Every other name of a release in its one form, the longest first, with the release's own name."""
    pairs = {(read(called), each.name) for each in product.releases for called in each.called}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def by_other_name(product: Product, text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Releases that the words call by another name, each with the place; a longer name hides a shorter one in it."""
    for called, name in other_names(product):
        found = re.search(re.escape(called.strip()).join((r"(?<= )", r"(?= )")), text)
        if found:
            text = f"{text[: found.start()]}{'_' * len(found[0])}{text[found.end() :]}"
            yield name, found
