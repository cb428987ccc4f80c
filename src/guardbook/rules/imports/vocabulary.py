"""Answers out of a fixed list, however somebody's spreadsheet words them."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from guardbook.kernel.reading import Unreadable, shorten

YES = frozenset({"yes", "y", "true", "1", "x", "done", "\u2713", "\u2714"})
NO = frozenset({"no", "n", "false", "0", "not yet", "\u2717"})
_LIKE: Mapping[str, frozenset[str]] = {
    "yes": YES,
    "no": NO,
    "does not apply": frozenset({"n/a", "na", "n.a.", "not applicable", "not relevant", "doesn't apply"}),
    "not known": frozenset({"unknown", "don't know", "dont know", "not sure", "unsure"}),
}
_LIKE_ALSO = {
    "not applicable": "does not apply",
    "not sure": "not known",
    "i do not know": "not known",
    "we do not know yet": "not known",
}
_SHOWN = 10
_BETWEEN = (r"[\n;]", r",", r"/|&|\+|\band\b")  # what stands between answers, the surest first
_IN_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Term:
    """One answer to choose: how it is kept, the words people see, and what else it is called."""

    value: str
    label: str
    also: tuple[str, ...] = ()


YES_OR_NO = (Term("yes", "Yes"), Term("no", "No"))


def plain(words: str) -> str:
    """Return words in lower case with one space between them and nothing else."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", words.casefold()).split())


def one(written: str, terms: Sequence[Term]) -> str:
    """Return the value of the answer that these words mean. Raises Unreadable with a sentence."""
    found = _meant(written, terms)
    if found is None:
        raise Unreadable(f"“{shorten(written)}” is not one of the answers. {_choices(written, terms)}")
    return found


def some(written: str, terms: Sequence[Term]) -> tuple[str, ...]:
    """Return the values of all the answers that these words name, in our order. Raises Unreadable."""
    named = set(_all(written, terms, _BETWEEN))
    return tuple(term.value for term in terms if term.value in named)


def knows(written: str, terms: Sequence[Term]) -> bool:
    """Return whether these words name one answer: "n/a" may be one, where elsewhere it is nothing."""
    return _meant(written, terms) is not None


def _all(written: str, terms: Sequence[Term], between: Sequence[str]) -> Iterator[str]:
    """The answers in a text: the whole of it is one, or its parts are, taken apart at the surest place."""
    whole = _meant(written, terms)
    if whole is not None:
        yield whole
    elif not between:
        yield one(written, terms)
    else:
        for part in re.split(between[0], written, flags=re.IGNORECASE):
            if part.strip():
                yield from _all(part.strip(), terms, between[1:])


def _meant(written: str, terms: Sequence[Term]) -> str | None:
    """The value of the one answer that goes by these words; None where there is none, or more than one."""
    asked = _folded(written)
    return next((names[asked] for names in _index(tuple(terms)) if asked in names), None)


@cache
def _index(terms: tuple[Term, ...]) -> tuple[Mapping[str, str], ...]:
    """The values by their own words, and by all else they are called; without what two share."""
    return tuple(
        _by_words((name, term.value) for term in terms for name in names(term)) for names in (_labels, _others)
    )


def _by_words(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    values = defaultdict[str, set[str]](set)
    for name, value in named:
        values[name].add(value)
    return {name: found.pop() for name, found in values.items() if len(found) == 1}


def _labels(term: Term) -> set[str]:
    return {_folded(term.value), _folded(term.label)}


def _others(term: Term) -> set[str]:
    label = _folded(term.label)
    like = _LIKE.get(_LIKE_ALSO.get(label, label), frozenset())
    return {_folded(name) for name in (*term.also, *like, _IN_BRACKETS.sub("", term.label))} - {""}


def _folded(words: str) -> str:
    """Words as they are compared; a sign that is no word stands for itself."""
    return plain(words) or words.strip()


def _choices(written: str, terms: Sequence[Term]) -> str:
    if len(terms) <= _SHOWN:
        return f"Write one of these: {_listed(term.label for term in terms)}."
    by_words = {_folded(name): term.label for term in terms for name in (term.label, *term.also)}
    near = difflib.get_close_matches(_folded(written), by_words, n=3)
    if near:
        return f"Did you mean one of these: {_listed(dict.fromkeys(by_words[each] for each in near))}?"
    return f"Write one of the answers of the form, such as: {_listed(term.label for term in terms[:_SHOWN])}."


def _listed(labels: Iterable[str]) -> str:
    return "; ".join(labels)
