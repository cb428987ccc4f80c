"""Finds Android and its version in a description in its one form."""

import re

from guardbook.rules.registers.endings.found import Found, Part, by_other_name, nothing, without
from guardbook.rules.registers.endings.published import Endings, Product, Release
from guardbook.rules.verdict import Confidence

_NUMBER = re.compile(
    r"(?<= )android(?: (?:os|version|v|ver|(?:phone|tablet|mobile)(?= (?:version|v|ver) )))* (?P<number>\d+(?:\.\d+)*)(?P<large> l)?(?! ?(?:inch|in) )(?= )"
)
_AFTER = re.compile(r"(?<= )(?P<number>\d\d?)(?:\.0)?(?: , |  ?)android(?= )")
_WORD = re.compile(r"(?<= )android(?= )")
_FIRST_WHOLE = 9
"""From this version on, Android has one number; a decimal after it is a screen."""


def android(text: str, endings: Endings) -> Found:
    """Find Android by number, or by code name beside the word."""
    product = endings.of("android")
    if product is None:
        return nothing(text)
    for _, place in by_other_name(product, text):  # "Android Pie 9" has its number after the code name
        bare = f"{text[: place.start()]}{text[place.end() :].lstrip()}"
        text = bare if _NUMBER.search(bare) else text
        break
    found = _NUMBER.search(text)
    if found is not None:
        number = "12.1" if found["large"] and found["number"] == "12" else found["number"]
        name, releases = _releases(product, number)
        several = {each["number"] for each in _NUMBER.finditer(text)}
        if len(several) > 1:
            return Found((Part(product),), without(text, *_NUMBER.finditer(text)))
        return Found((Part(product, name if releases else "", releases),), without(text, found))
    for name, place in by_other_name(product, text):
        if _WORD.search(text) or "one ui" in place[0]:
            releases = tuple(each for each in product.releases if place[0] in _calls(each))
            label = releases[0].name if len(releases) == 1 else name.partition(".")[0]
            return Found(
                (Part(product, label, releases or product.of(name), Confidence.INFERRED),), without(text, place)
            )
    alone = _WORD.search(text)
    return Found((Part(product),), without(text, alone)) if alone else nothing(text)


def _calls(release: Release) -> set[str]:
    return {called.casefold() for called in release.called}


def _releases(product: Product, number: str) -> tuple[str, tuple[Release, ...]]:
    parts = number.split(".")
    exact = product.of(".".join(parts[:2])) or product.of(parts[0])
    if int(parts[0]) >= _FIRST_WHOLE and len(parts) > 1 and not product.of(".".join(parts[:2])):
        exact = product.of(parts[0]) if set(parts[1:]) == {"0"} else ()
    if exact:
        return exact[0].name, exact
    within = tuple(each for each in product.releases if each.name.startswith(f"{parts[0]}.")) if len(parts) == 1 else ()
    return parts[0], within
