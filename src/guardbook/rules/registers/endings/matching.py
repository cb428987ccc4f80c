"""Decides what a description means: every product it names, the one that matters most first."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from guardbook.rules.registers.endings import android, apple, models, programs, windows
from guardbook.rules.registers.endings.found import Finder, Part
from guardbook.rules.registers.endings.published import Endings, Extended
from guardbook.rules.registers.endings.reading import read

_SYSTEM, _PROGRAM, _MODEL = range(3)
_FINDERS: tuple[tuple[int, Finder], ...] = (
    (_PROGRAM, programs.server_programs),
    (_PROGRAM, programs.self_updating),
    (_PROGRAM, programs.office),
    (_SYSTEM, windows.server),
    (_SYSTEM, windows.windows),
    (_SYSTEM, apple.macos),
    (_SYSTEM, apple.hand_held),
    (_SYSTEM, android.android),
    (_SYSTEM, programs.chromebook),
    (_SYSTEM, programs.ubuntu),
    (_PROGRAM, programs.numbered),
    (_MODEL, apple.ipad),
    (_MODEL, models.iphone),
    (_MODEL, models.pixel),
    (_MODEL, models.samsung),
)
"""In this order, because each takes its words away from those that follow."""

_ENROLLED = re.compile(r" (?:esu|esus|extended security updates?|extended security|extended support|esm) ")
_NOT_ENROLLED = re.compile(r" (?:no|not|without|non|needs?) (?:on |in |an? )?(?:esu|extended) ")
_YEAR = re.compile(r" (?:year|yr|y) (?P<number>[1-3]) | (?P<th>[1-3]) th (?:year|yr) ")
_KINDS = (("consumer", re.compile(r" (?:consumer|home user|personal) ")),)


@dataclass(frozen=True, slots=True)
class Match:
    """What a description means. ``main`` is the system if one is named, else the program, else the model."""

    parts: tuple[Part, ...] = ()

    @property
    def main(self) -> Part | None:
        """The part that matters most, a part with a release before one without."""
        return next((each for each in self.parts if each.is_known), self.parts[0] if self.parts else None)


@lru_cache(maxsize=8192)
def match(text: str, endings: Endings) -> Match:
    """What a description in anybody's words names, such as "Win 10 Pro 22H2" or "iPad 8th gen iPadOS 17"."""
    words = read(text)
    rest = words
    parts: list[tuple[int, Part]] = []
    for weight, finder in _FINDERS:
        found = finder(rest, endings)
        parts.extend((weight, _with_support(part, words)) for part in found.parts)
        rest = found.rest
    return Match(tuple(part for _, part in sorted(parts, key=lambda pair: pair[0])))


def _with_support(part: Part, words: str) -> Part:
    """The part with the longer support that the words say is paid for."""
    offers = [offer for release in part.may_be for offer in release.extended]
    if not offers or not _ENROLLED.search(words) or _NOT_ENROLLED.search(words):
        return part
    return replace(part, extended=min(_meant(offers, words), key=lambda offer: offer.until))


def _meant(offers: list[Extended], words: str) -> list[Extended]:
    """The offers that the words can mean: of the year named, or of the kind named, or all of them."""
    year = _YEAR.search(words)
    wanted = f"year {year['number'] or year['th']}" if year else ""
    if wanted:
        return [offer for offer in offers if offer.name.endswith(wanted)] or offers
    for kind, pattern in _KINDS:
        if pattern.search(words):
            return [offer for offer in offers if offer.name.startswith(kind)] or offers
    return offers
