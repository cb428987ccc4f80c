"""Whom or what a typed name means: the one of that name, or the nearest to choose from, never a guess."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

from guardbook.kernel.reading import shorten

MOST_NEAREST = 5
_LOOKED_AT = 25  # names that share the most letters in a row; the rest cannot be nearest
_NEAR = 0.6
_CURLY = str.maketrans("\u2018\u2019\u02bc\u2010\u2011\u2013\u00a0", "'''--- ")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something that can be picked.

    ``detail`` tells namesakes apart; ``also`` is what else it goes by: an email address, a number.
    """

    id: UUID
    name: str
    detail: str = ""
    also: tuple[str, ...] = ()

    @property
    def in_full(self) -> str:
        """The name with what tells it from its namesakes."""
        return f"{self.name} ({self.detail})" if self.detail else self.name


@dataclass(frozen=True, slots=True)
class Found:
    """What a typed name means. ``sure`` is the one it means; without it ``nearest`` is what it may mean.

    ``is_shared`` is True where several have exactly the name typed.
    """

    typed: str
    sure: Known | None
    nearest: tuple[Known, ...] = ()
    is_shared: bool = False

    def sentence(self, where: str) -> str:
        """Say why the name was not taken, and what it may mean. ``where`` is such as "your staff list"."""
        names = _either([one.in_full for one in self.nearest])
        if self.is_shared:
            return f"More than one in {where} is called “{shorten(self.typed)}”: {names}. Say which."
        did_you_mean = f" Did you mean {names}?" if names else ""
        return f"“{shorten(self.typed)}” is not in {where}.{did_you_mean}"


class Names:
    """Known names, indexed for finding what a typed one means. It only remembers what it found."""

    __slots__ = ("_by_also", "_by_full", "_by_gram", "_by_name", "_found", "_keys", "ids", "known")

    def __init__(self, known: Iterable[Known]) -> None:
        """Index these."""
        self.known = tuple(known)
        self.ids = frozenset(one.id for one in self.known)
        self._keys = [key(one.name) for one in self.known]
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_full: dict[str, list[int]] = defaultdict(list)
        self._by_also: dict[str, list[int]] = defaultdict(list)
        self._by_gram: dict[str, list[int]] = defaultdict(list)
        self._found: dict[str, Found] = {}
        for place, one in enumerate(self.known):
            for form in _forms(one.name):
                self._by_name[form].append(place)
            self._by_full[key(one.in_full)].append(place)
            for other in one.also:
                self._by_also[key(other)].append(place)
            for gram in _grams(self._keys[place]):
                self._by_gram[gram].append(place)

    def find(self, typed: str) -> Found:
        """Return the one that is called this, capitals and spaces aside; else the nearest to it."""
        if typed not in self._found:
            self._found[typed] = self._search(typed)
        return self._found[typed]

    def _search(self, typed: str) -> Found:
        plain = key(typed)
        for index, wanted in ((self._by_name, _forms(typed)), (self._by_full, [plain]), (self._by_also, [plain])):
            places = sorted({place for form in wanted for place in index.get(form, ())})
            if len(places) == 1:
                return Found(typed, self.known[places[0]])
            if places:
                return Found(typed, None, tuple(self.known[place] for place in places), is_shared=True)
        return Found(typed, None, self._nearest(plain))

    def _nearest(self, wanted: str) -> tuple[Known, ...]:
        shared = Counter(place for gram in _grams(wanted) for place in self._by_gram.get(gram, ()))
        likely = (place for place, _number in shared.most_common(_LOOKED_AT))
        likeness = _Likeness(wanted)
        scored = sorted((-likeness.to(self._keys[place]), place) for place in likely)
        return tuple(self.known[place] for score, place in scored if -score >= _NEAR)[:MOST_NEAREST]


def key(name: str) -> str:
    """Return a name in the form in which capitals, spaces and the shape of a quote make no difference."""
    return " ".join(name.translate(_CURLY).casefold().split())


def _forms(name: str) -> Sequence[str]:
    """A name as it stands, and "Surname, First" the other way round."""
    plain = key(name)
    last, comma, first = (part.strip() for part in plain.partition(","))
    return [plain, f"{first} {last}"] if comma and first and last and "," not in first else [plain]


def _grams(plain: str) -> set[str]:
    """Three letters in a row, of each word with its edges."""
    return {f" {word} "[place : place + 3] for word in _words(plain) for place in range(len(word))}


def _words(plain: str) -> list[str]:
    return re.findall(r"\w+", plain)


class _Likeness:
    """From 0 to 1: how alike names are to one that is wanted, whatever the order of their words."""

    __slots__ = ("_ordered", "_words", "_written")

    def __init__(self, wanted: str) -> None:
        self._words = _words(wanted)
        self._written = SequenceMatcher(None, "", wanted, autojunk=False)
        self._ordered = SequenceMatcher(None, "", " ".join(sorted(self._words)), autojunk=False)

    def to(self, name: str) -> float:
        held = _words(name)
        if self._words and all(any(word.startswith(part) for word in held) for part in self._words):
            return 0.95  # "Asha" of "Asha Rao", "A Rao", "Rao Asha"
        parts = held if len(self._words) == 1 else []
        alike = [_ratio(self._written, form) for form in (name, *parts)]
        return max(*alike, _ratio(self._ordered, " ".join(sorted(held))))


def _ratio(matcher: SequenceMatcher[str], form: str) -> float:
    """How alike two texts are; 0 where a cheaper look shows that they are not near."""
    matcher.set_seq1(form)
    is_far = matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR
    return 0.0 if is_far else matcher.ratio()


def _either(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
