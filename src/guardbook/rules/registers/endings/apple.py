"""Finds what runs on Apple devices, and which Apple device it is, in a description in its one form."""

import re
from dataclasses import dataclass
from functools import lru_cache

from guardbook.rules.registers.endings.found import Found, Part, by_other_name, nothing, without
from guardbook.rules.registers.endings.published import Endings, Product, Release
from guardbook.rules.registers.endings.reading import read
from guardbook.rules.verdict import Confidence

_MAC = re.compile(r"(?<= )(?:macos|macbook|imac|apple|mac(?: (?:mini|pro|studio))?)(?= )")
_MAC_NUMBER = re.compile(r"(?<= )macos(?: (?:version|v|\w{4,}))? (?P<number>\d+(?:\.\d+)*)(?= )")
_MAC_ONLY = re.compile(r"(?<= )(?:macos|macbook|imac|mac (?:mini|studio|pro))(?= )")
_OS_NUMBER = re.compile(r"(?<= )(?:ios|ipados)(?: (?:version|v|ver))? (?P<number>\d+(?:\.\d+)*)(?= )")
_SOFTWARE_NUMBER = re.compile(
    r"(?<= )(?:(?:version|v|ver|os|software|running|sw) (?P<said>\d\d?(?:\.\d+)*)|(?P<dotted>\d\d\.\d+\.\d+))(?= )"
)
_HAND_HELD = re.compile(r"(?<= )(?:ipad|iphone)(?= )")
_OS_ONLY = re.compile(r"(?<= )(?:ios|ipados)(?= )")
_IPADOS_FROM = 13
"""Before this version, the iPad ran the phone's system."""


def macos(text: str, endings: Endings) -> Found:
    """Find macOS by number or by code name; a code name alone counts only beside a word for a Mac."""
    product = endings.of("macos")
    if product is None or not _MAC.search(text):
        return nothing(text)
    taken = list(_MAC_NUMBER.finditer(text))
    names = {_mac_name(each["number"]) for each in taken}
    by_code = list(by_other_name(product, text))
    names |= {name for name, _ in by_code}
    if not names:
        alone = _MAC_ONLY.search(text)
        return Found((Part(product),), without(text, alone)) if alone else nothing(text)
    rest = without(text, *(taken or [place for _, place in by_code]))
    releases = product.of(name := names.pop()) if len(names) == 1 else ()
    return Found((Part(product, name if releases else "", releases),), rest)


def _mac_name(number: str) -> str:
    first, _, rest = number.partition(".")
    return f"{first}.{rest.partition('.')[0]}" if first == "10" and rest else first


def hand_held(text: str, endings: Endings) -> Found:
    """Find iOS or iPadOS by its main number."""
    found = _OS_NUMBER.search(text)
    number = found["number"] if found else ""
    if found is None and _HAND_HELD.search(text):
        found = _SOFTWARE_NUMBER.search(text)
        number = (found["said"] or found["dotted"]) if found else ""
    if found is None:
        found = _OS_ONLY.search(text)
        if found is None:
            return nothing(text)
    main = number.partition(".")[0]
    is_tablet = " ipad " in text or " ipados " in text
    product = endings.of("ipados" if is_tablet and (not main or int(main) >= _IPADOS_FROM) else "ios")
    if product is None:
        return nothing(text)
    releases = product.of(main)
    others = {each["number"].partition(".")[0] for each in _OS_NUMBER.finditer(text)}
    if len(others) > 1:
        return Found((Part(product),), without(text, *_OS_NUMBER.finditer(text)))
    rest = without(text, found) if number else text
    return Found((Part(product, main if releases else "", releases),), rest)


_LINE = r"(?: (?P<line>air|mini|pro))?"
_SIZES = r"(?:7\.9|8\.3|9\.7|10\.2|10\.5|10\.9|11|12\.9|13)"
_IPAD = re.compile(rf"(?<= )ipad{_LINE}(?= )")
_GENERATION = re.compile(r" (?:(?P<before>\d\d?) (?:th )?generation|generation (?P<after>\d\d?)|(?P<th>\d\d?) th) ")
_SIZE = re.compile(rf" (?P<size>{_SIZES})(?: inch| in|) ")
_CHIP = re.compile(r" (?P<chip>m ?[1-9]|a ?1[67])(?: pro)? ")
_YEAR = re.compile(r" (?P<year>20[12]\d) ")


@dataclass(frozen=True, slots=True)
class _Tablet:
    """What the name of an iPad says of it."""

    line: str
    generations: frozenset[int]
    size: str
    chip: str
    release: Release


@lru_cache(maxsize=8)
def _tablets(product: Product) -> tuple[_Tablet, ...]:
    return tuple(_tablet(each) for each in product.releases)


def _tablet(release: Release) -> _Tablet:
    named = [read(name) for name in (release.name, *release.called)]
    first = named[0]
    line = _IPAD.search(first)
    size, chip = re.search(r" (?P<size>[\d.]+) inch ", first), _CHIP.search(first)
    generations = {int(found) for name in named if (found := _generation(name, is_name=True))}
    return _Tablet(
        (line["line"] or "") if line else "",
        frozenset(generations),
        size["size"] if size else "",
        chip["chip"].replace(" ", "") if chip else "",
        release,
    )


def _generation(text: str, *, is_name: bool) -> str:
    found = _GENERATION.search(text)
    if found:
        return found["before"] or found["after"] or found["th"]
    bare = re.search(rf"(?<= )ipad{_LINE} (?P<number>\d\d?)(?! inch)(?= )", text)
    if bare is None or (not is_name and bare["number"] in {"11", "12", "13"} and bare["line"] in {"air", "pro"}):
        return ""
    return str(bare["number"])


def ipad(text: str, endings: Endings) -> Found:
    """Find which iPad it is, by its line, generation, size, chip or year."""
    product, found = endings.of("ipad"), _IPAD.search(text)
    if product is None or found is None:
        return nothing(text)
    told = _told(text, found["line"] or "")
    possible = [each for each in _tablets(product) if told.fits(each)]
    sized = [each for each in possible if told.size and each.size == told.size]
    fitting = tuple(each.release for each in sized or possible)
    if len(fitting) != 1:
        return Found((Part(product, may_be=fitting, is_model=True),), text)
    confidence = Confidence.READ if told.generation or told.chip else Confidence.INFERRED
    return Found((Part(product, fitting[0].name, fitting, confidence, is_model=True),), text)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a description says of an iPad; "" where it says nothing."""

    line: str
    generation: str
    size: str
    chip: str
    year: str

    def fits(self, tablet: _Tablet) -> bool:
        """Whether a tablet can be the one that is meant."""
        released = tablet.release.released_on
        return (
            tablet.line == self.line
            and (not self.generation or int(self.generation) in tablet.generations)
            and (not self.size or tablet.size in {"", self.size})
            and (not self.chip or tablet.chip == self.chip or bool(self.generation and not tablet.chip))
            and (not self.year or (released is not None and str(released.year) == self.year))
        )


def _told(text: str, line: str) -> _Told:
    size, chip, year = _SIZE.search(text), _CHIP.search(text), _YEAR.search(text)
    generation = _generation(text, is_name=False)
    return _Told(
        line,
        generation,
        size["size"] if size and size["size"] != generation else "",
        chip["chip"].replace(" ", "") if chip else "",
        year["year"] if year and not generation else "",
    )
