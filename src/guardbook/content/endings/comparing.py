"""What a downloaded list says otherwise than the list that is held, product by product; the newer of the two wins."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guardbook.content.endings.translating import Download
from guardbook.kernel import dates
from guardbook.rules.registers.endings.published import Edition, Product, Release


class Kind(StrEnum):
    """How a release differs."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One release that differs, in a sentence."""

    kind: Kind
    product: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What taking a downloaded list into use would change. ``kept_as_is`` are products whose held list is as new."""

    download: Download
    newer: tuple[Product, ...]
    kept_as_is: tuple[str, ...]
    changes: tuple[Change, ...]

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(each for each in self.changes if each.kind is kind)


def propose(download: Download, held: Mapping[str, Product]) -> Proposal:
    """Compare a downloaded list with the one that is held."""
    newer = tuple(each for each in download.products if _is_newer(each, held.get(each.key)))
    return Proposal(
        download,
        newer,
        tuple(each.name for each in download.products if each not in newer),
        tuple(change for each in newer for change in _changes(each, held.get(each.key))),
    )


def _is_newer(product: Product, held: Product | None) -> bool:
    return held is None or product.looked_on > held.looked_on


def _changes(product: Product, held: Product | None) -> Iterator[Change]:
    before = {_key(each): each for each in held.releases} if held else {}
    now = {_key(each): each for each in product.releases}
    for key, release in now.items():
        old = before.get(key)
        if old is None:
            yield Change(Kind.ADDED, product.name, f"{_name(product, release)}: {_end(release)}.")
        elif _end(old) != _end(release):
            yield Change(Kind.MOVED, product.name, f"{_name(product, release)}: {_end(old)}, now {_end(release)}.")
    for key, release in before.items():
        if key not in now:
            yield Change(Kind.REMOVED, product.name, f"{_name(product, release)}: {_end(release)}.")


def _key(release: Release) -> tuple[str, Edition]:
    return release.name, release.edition


def _name(product: Product, release: Release) -> str:
    edition = "" if release.edition is Edition.ANY else f" ({release.edition.value.replace('_', ' ')})"
    return f"{product.name} {release.name}{edition}"


def _end(release: Release) -> str:
    longest = max((offer.until for offer in release.extended), default=None)
    paid = f", {dates.in_words(longest)} where it is paid for" if longest else ""
    if release.ends_on is not None:
        return f"{dates.in_words(release.ends_on)}{paid}"
    return f"over, on a day nobody wrote down{paid}" if release.is_over else f"no end announced{paid}"
