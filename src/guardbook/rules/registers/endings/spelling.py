"""Mends slips of the pen in the names that matter: "Widnows" and "Andriod" mean what they seem to."""

from functools import lru_cache

_NAMES_WORDS = (
    "android catalina chrome chromebook datacenter education enterprise essentials exchange firefox galaxy "
    "generation google imac ios ipad ipados iphone libreoffice macbook macos microsoft mojave monterey "
    "office pixel professional samsung sequoia server sharepoint sierra sonoma standard tablet tahoe ubuntu "
    "ventura version windows yosemite xcover active ultra edition"
)
NAMES = frozenset(_NAMES_WORDS.split())
"""Words worth mending a slip in. Short or ordinary words are left out: they would be made of anything."""

_ORDINARY_WORDS = (
    "officer officers offices window serve served serves serving pixels tables table stable action "
    "tablets servers exchanged changed goggle edited visions vision venture "
    "adventure sonata active inactive standards version versions"
)
_ORDINARY = frozenset(_ORDINARY_WORDS.split())


def is_known(word: str) -> bool:
    """Whether a word is a name we know, or an ordinary word that looks like one."""
    return word in NAMES or word in _ORDINARY


@lru_cache(maxsize=4096)
def mended(token: str) -> str:
    """The name this word was meant to be, where it is one slip away from one (two in a long word)."""
    if len(token) < 4 or not token.isalpha() or is_known(token) or token.rstrip("s") in NAMES:
        return token
    near = [name for name in NAMES if _is_near(token, name)]
    return near[0] if len(near) == 1 else token


def _is_near(token: str, name: str) -> bool:
    if name[0] not in token[:2] or abs(len(name) - len(token)) > 2:
        return False
    if len(name) < 5:  # a short name is mended only where its letters changed places
        return sorted(name) == sorted(token) and _slips(token, name) == 1
    return _slips(token, name) <= (2 if len(name) >= 8 else 1)


def _slips(one: str, other: str) -> int:
    """How many letters are wrong, missing, doubled or swapped between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        now = [at]
        for place, wanted in enumerate(other, start=1):
            cost = min(row[place] + 1, now[place - 1] + 1, row[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, before[place - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]
