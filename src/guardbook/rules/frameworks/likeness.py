"""How alike two wordings of a question are: word for word, or by what they are about."""

import re
import unicodedata
from difflib import SequenceMatcher

from guardbook.rules.frameworks.items import Item
from guardbook.rules.frameworks.packs import Pack

_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("ations", "ation", "ities", "ments", "ment", "ings", "ing", "ies", "ity", "ed", "es", "s", "y", "e")
_EMPTY = frozenset(
    {
        "a",
        "about",
        "all",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "could",
        "do",
        "does",
        "each",
        "ensure",
        "every",
        "everybody",
        "everyone",
        "for",
        "from",
        "has",
        "have",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "keep",
        "kept",
        "made",
        "make",
        "may",
        "of",
        "on",
        "or",
        "organisation",
        "organisations",
        "our",
        "people",
        "person",
        "place",
        "so",
        "staff",
        "such",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "those",
        "to",
        "up",
        "use",
        "used",
        "using",
        "was",
        "what",
        "when",
        "where",
        "which",
        "who",
        "with",
        "would",
        "you",
        "your",
    }
)

SAME_HAND = 90  # two versions written by the same publisher: below this the question has changed
OTHER_HAND = 25  # our words against the publisher's: below this they may not ask the same thing
RENUMBERED = 75  # how alike two questions under different numbers must be to be taken for one


def plain(text: str) -> str:
    """The words alone: no case, no accents' variants, no punctuation, single spaces."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def word_for_word(one: str, other: str) -> int:
    """How alike two wordings are as text, from 0 to 100; 100 means the same words in the same order."""
    first, second = plain(one).split(), plain(other).split()
    if first == second:
        return 100
    return min(99, round(100 * SequenceMatcher(None, first, second, autojunk=False).ratio()))


def subject(one: str, other: str) -> int:
    """How much of the shorter wording's subject is also in the other, from 0 to 100."""
    first, second = _stems(one), _stems(other)
    fewer = min(len(first), len(second))
    return round(100 * len(first & second) / fewer) if fewer else 0


def same_hand(old: Pack, new: Pack) -> bool:
    """True where both packs have the same kind of author, so that wordings can be compared word for word."""
    return old.origin is new.origin


def of_items(old: Item, new: Item, *, by_same_hand: bool) -> int:
    """How alike two questions are, from 0 to 100, by the measure that fits their authors."""
    if by_same_hand:
        return word_for_word(old.question, new.question)
    described = " ".join((old.question, old.term, *old.good))
    return max(subject(new.question, described), subject(old.question, new.question))


def is_changed(percent: int, *, by_same_hand: bool) -> bool:
    """True where a person must read both wordings again."""
    return percent < (SAME_HAND if by_same_hand else OTHER_HAND)


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in plain(text).split() if word not in _EMPTY)


def _stem(word: str) -> str:
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 3), "")
    return word.removesuffix(ending)
