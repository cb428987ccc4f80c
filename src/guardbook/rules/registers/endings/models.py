"""Finds phones and tablets whose names are a series and a number: Galaxy, Pixel, iPhone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from guardbook.rules.registers.endings.found import Found, Part, by_other_name, nothing
from guardbook.rules.registers.endings.published import Endings, Product, Release
from guardbook.rules.registers.endings.reading import read
from guardbook.rules.verdict import Confidence

_FAMILY_WORDS = "samsung galaxy tab tablet iphone pixel google apple phone mobile smartphone model"
_FAMILY = frozenset(_FAMILY_WORDS.split())
_OPTIONS = (" 5 g ", " 4 g ", " 3 g ", " lte ", " nacho ", " duos ")
_NETWORKS = frozenset(_OPTIONS)
_SUFFIXES_WORDS = "s e c plus fe ultra lite pro core edge mini max star xl note fold flip active neo prime duo"
_SUFFIXES = frozenset(_SUFFIXES_WORDS.split())
_NUMBERED_WORDS = "fold flip note active xcover"
_NUMBERED = frozenset(_NUMBERED_WORDS.split())
_BRACKETS = re.compile(r"\(([^)]*)\)")
_SIZE = re.compile(r" (?:and|with) s pen | (?:7\.0|8\.0|8\.4|9\.6|9\.7|10\.1|10\.4|10\.5|12\.2)(?: inch)? ")
_YEAR = re.compile(r" (20[12]\d) ")
_GENERATION = re.compile(r" se (\d) | (\d) th generation ")


@dataclass(frozen=True, slots=True)
class _Model:
    """What a model's name says beyond the part that every variant shares."""

    release: Release
    options: frozenset[str]
    year: str
    size: str


@dataclass(frozen=True, slots=True)
class _Index:
    """Models by the parts of the name that every variant shares."""

    by_core: Mapping[tuple[str, ...], tuple[_Model, ...]] = field(default_factory=dict)
    longest: int = 0


@lru_cache(maxsize=16)
def _index(product: Product) -> _Index:
    found: dict[tuple[str, ...], list[_Model]] = {}
    for release in product.releases:
        core, model = _model(release)
        for each in {core, core[core[:1] == ("z",) :]} - {()}:  # people say "Fold 4" for "Z Fold4"
            found.setdefault(each, []).append(model)
    return _Index({core: tuple(models) for core, models in found.items()}, max(map(len, found), default=0))


def _model(release: Release) -> tuple[tuple[str, ...], _Model]:
    brackets = " ".join(_BRACKETS.findall(release.name))
    text = f"{read(_BRACKETS.sub(' ', release.name))}{read(brackets)}"
    year = _YEAR.search(text)
    options = frozenset(each for each in _OPTIONS if each in text.replace("  ", " "))
    size = _SIZE.search(text)
    shared = read(_BRACKETS.sub(" ", release.name))
    for each in _OPTIONS:
        shared = shared.replace(each, " ")
    shared = _YEAR.sub(" ", _SIZE.sub(" ", _SIZE.sub(" ", shared)))
    generation = re.search(r" (\d) th generation ", read(brackets))
    core = tuple(part for part in shared.split() if part not in _FAMILY)
    if generation:  # "iPhone SE (2nd generation)" is told apart by nothing else
        return core, _Model(release, frozenset({f"generation {generation[1]}"}), _released(release), "")
    return core, _Model(release, options, year[1] if year else "", size[0].strip() if size else "")


def _released(release: Release) -> str:
    return str(release.released_on.year) if release.released_on else ""


def samsung(text: str, endings: Endings) -> Found:
    """Find a Galaxy; the word for a tablet decides between two that share a name."""
    if not re.search(r" (?:samsung|galaxy|sm) ", text):
        return nothing(text)
    is_tablet = re.search(r" (?:tab|tablet|tablets) ", text) is not None
    for key in ("samsung-galaxy-tab", "samsung-mobile"):
        product = endings.of(key)
        if product is None:
            continue
        for name, _ in by_other_name(product, text):
            part = Part(product, name, product.of(name), Confidence.MEMORY, is_model=True)
            return Found((part,), text)
    product = endings.of("samsung-galaxy-tab" if is_tablet else "samsung-mobile")
    anchors = frozenset({"samsung", "galaxy", "tab", "tablet", "phone", "mobile", "smartphone"})
    return _found(text, product, anchors, ("samsung", "galaxy"))


def pixel(text: str, endings: Endings) -> Found:
    """Find a Pixel."""
    return _found(text, endings.of("pixel"), frozenset({"pixel"}), ())


def iphone(text: str, endings: Endings) -> Found:
    """Find an iPhone."""
    return _found(text.replace(" iphone 10 ", " iphone x "), endings.of("iphone"), frozenset({"iphone"}), ())


def _found(text: str, product: Product | None, anchors: frozenset[str], before: tuple[str, ...]) -> Found:
    """Look for a model after a word for its family, or at the start where the family follows it."""
    tokens = text.split()
    if product is None or not anchors & set(tokens):
        return nothing(text)
    index = _index(product)
    starts = [at + 1 for at, token in enumerate(tokens) if token in anchors]
    for start in starts:
        models, end = _longest(index, tokens, start)
        if models:
            return Found((_part(product, models, text, (tokens[end - 1], *tokens[end:])),), text)
    models, end = _longest(index, tokens, 0)
    if models and end < len(tokens) and tokens[end] in before:
        return Found((_part(product, models, text, (tokens[end - 1], *tokens[end:])),), text)
    return Found((Part(product, is_model=True),), text)


def _longest(index: _Index, tokens: list[str], start: int) -> tuple[tuple[_Model, ...], int]:
    for length in range(min(index.longest, len(tokens) - start), 0, -1):
        models = index.by_core.get(tuple(tokens[start : start + length]))
        if models:
            return models, start + length
    return (), start


def _part(product: Product, models: tuple[_Model, ...], text: str, end: tuple[str, ...]) -> Part:
    last, *after = end
    if after and (after[0] in _SUFFIXES or (after[0].isdigit() and last in _NUMBERED)):  # nothing published names it
        return Part(product, is_model=True)
    fitting = _told(models, text)
    if len({(each.year, each.size, each.options - _NETWORKS) for each in fitting}) > 1 and not _all_over(
        fitting, product
    ):
        return Part(product, may_be=tuple(each.release for each in fitting), is_model=True)
    if len(fitting) == 1:
        return Part(product, fitting[0].release.name, (fitting[0].release,), is_model=True)
    shared = _BRACKETS.sub("", min((each.release.name for each in fitting), key=len)).strip()
    return Part(product, shared, tuple(each.release for each in fitting), Confidence.INFERRED, is_model=True)


def _all_over(models: tuple[_Model, ...], product: Product) -> bool:
    ends = [(each.release.is_over, each.release.ends_on) for each in models]
    return all(over or (day is not None and day < product.looked_on) for over, day in ends)


def _told(models: tuple[_Model, ...], text: str) -> tuple[_Model, ...]:
    """The variants that agree with every year, size, network and generation that the words give."""
    year, size = _YEAR.search(text), _SIZE.search(text)
    generation = _GENERATION.search(text)
    wanted = {each for each in _OPTIONS if each in text}
    if generation:
        wanted.add(f"generation {generation[1] or generation[2]}")
    chosen = models if " pen " in text else tuple(each for each in models if " Pen" not in each.release.name) or models
    if year:
        chosen = tuple(each for each in chosen if each.year == year[1]) or chosen
    if size:
        chosen = tuple(each for each in chosen if each.size.startswith(size[0].split()[0])) or chosen
    if wanted:
        chosen = tuple(each for each in chosen if each.options & wanted) or chosen
    return chosen
