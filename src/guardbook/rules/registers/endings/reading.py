"""Puts a description into one form before anything is looked for in it: small letters, parts apart, slips of the pen mended.

"Win10Pro (22H2)" and "windows 10 pro 22h2" come out the same: " windows 10 pro 22 h 2 ".
"""

import re
import unicodedata
from functools import lru_cache, partial
from itertools import pairwise

from guardbook.rules.registers.endings import spelling

_RUN_TOGETHER = ("windows", "samsung", "galaxy", "server", "office", "iphone", "ipad", "android", "win", "tab")
_TAILS_WORDS = (
    "a s j m z note tab tablet phone pro plus air mini max home server nt xp vista th nd rd st gen thgen os se lite fe "
    "ultra edu ent std pc laptop galaxy r android active xcover svr srv"
)
_TAILS = frozenset(_TAILS_WORDS.split())
_JOINED = (
    (r"\bi pad os\b|\bipad os\b", "ipados"),
    (r"\bi pad\b", "ipad"),
    (r"\bi phone\b", "iphone"),
    (r"\bi os\b", "ios"),
    (r"\bmac ?os ?x\b|\bmac os\b|\bos ?x\b|\bosx\b", "macos"),
    (r"\bmac book\b", "macbook"),
    (r"\bi mac\b", "imac"),
    (r"\blibre office\b", "libreoffice"),
    (r"\bx ?cover\b", "xcover"),
    (r"\bchrome ?os\b|\bchrome book\b", "chromebook"),
    (r"\bone ui (\d)[.\d]*", r"one ui \1"),
    (r"\bwindow (?=(?:7|8|8\.1|10|11)\b)", "windows "),
    (r"\b(?:win|windoze)\b", "windows"),
    (
        r"\bms (?=office|windows|word|excel|outlook|powerpoint|sql|exchange|sharepoint|365|teams|edge|server)",
        "microsoft ",
    ),
    (r"(?<=\bwindows )(?:ten|eleven|seven|eight)\b", ""),
    (r"\bth ?gen(?:eration)?\b", "th generation"),
    (r"\bgen\b", "generation"),
    (r"\b(\d+) (?:st|nd|rd|th)\b", r"\1 th"),
    (r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= generation\b)", ""),
)
_WISHED = (
    (
        r"\b(?:needs?|awaiting|cannot run|can ?t run|won ?t run|will not run|not|no|upgrade to|be upgraded to|update to"
        r"|be updated to|move to|ready for|too old for|before)(?: upgrad\w+ to| updat\w+ to)?"
        r" (?:windows|macos|ios|ipados|android|office) [\d.]+"
    ),
    r"\b(?:windows|macos|ios|ipados|android|office) [\d.]+ (?:ready|compatible|capable|upgrade|planned|due|pending)\b",
)
"""What somebody means to have, or cannot have, is not what there is."""
_NUMBERS = {"seven": "7", "eight": "8", "ten": "10", "eleven": "11"}
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)}
_NOISE = (
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b",  # a date
    r"\b\d+(?:[.,]\d+)?\s*(?:gb|tb|mb|ghz|mhz|mah|mp|w)\b",  # memory, speed, camera, power
    r"\b(?:intel\s+)?(?:core\s*)?i[3579](?:[- ]?\d{3,5}[a-z]{0,2})?\b(?:\s*\d{1,2}th\s*gen(?:eration)?)?",  # the processor
    r"\bryzen\s*\d(?:\s*\d{4}[a-z]?)?",
    r"\b(?:32|64)\s*-?\s*bit\b|\bx64\b|\bx86\b",
    r"£\s*\d[\d,.]*",
    r"\b\w+-w\d+\w*",  # a maker's number that happens to hold "w10"
)
_TOKEN = re.compile(r"\d+(?:\.\d+)*|[a-z]+|[/,]")
_SERIAL = re.compile(r"\b(?=\w*\d)(?=\w*[a-z])[a-z0-9]{8,}\b")


@lru_cache(maxsize=4096)
def read(text: str) -> str:
    """The description in its one form: parts with one space between, and a space at each end."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub(r"(?<=[a-z])0(?=[a-z])", "o", plain.replace("'s ", " "))
    for noise in _NOISE:
        plain = re.sub(noise, " ", plain)
    plain = _SERIAL.sub(_without_serial, plain)
    plain = re.sub(r"\((20\d\d)\)", r",\1,", plain)  # a year alone in brackets is not always the version
    plain = re.sub(r"[\n\r;|]", ",", plain.replace("+", " plus ").replace("&", " and "))
    tokens = [part for token in _TOKEN.findall(plain) for part in _apart(token)]
    joined = " ".join(spelling.mended(token) for token in tokens)
    for pattern, instead in _JOINED:
        joined = re.sub(pattern, partial(_instead, instead), joined)
    for pattern in _WISHED:
        joined = re.sub(pattern, " , ", joined)
    return f" {' '.join(joined.split())} "


def _instead(instead: str, found: re.Match[str]) -> str:
    word = found[0]
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word in _ORDINALS:
        return f"{_ORDINALS[word]} th"
    return found.expand(instead)


def _without_serial(found: re.Match[str]) -> str:
    """A serial number tells nothing, and may hold "w10" by chance; words run together are kept."""
    word = found[0]
    changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(word))
    return " " if changes > 2 and not word.startswith((*_RUN_TOGETHER, "ios", "macos", "ms", "sql")) else word


def _apart(token: str) -> list[str]:
    """Words that were run together: "samsunggalaxy" is two."""
    if spelling.is_known(token):
        return [token]
    for first in _RUN_TOGETHER:
        rest = token.removeprefix(first)
        if rest in {token, ""}:
            continue
        parts = _apart(rest)
        if len(parts) > 1 or rest in _TAILS or rest in spelling.NAMES:
            return [first, *parts]
    return [token]
