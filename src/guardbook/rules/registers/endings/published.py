"""What makers have published about the end of security fixes, as dated facts handed in from outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from guardbook.rules.verdict import Confidence


class Edition(StrEnum):
    """Editions of one release that end on different days."""

    ANY = "any"
    HOME_PRO = "home_pro"
    ENTERPRISE = "enterprise"
    LONG_TERM = "long_term"
    IOT = "iot"


@dataclass(frozen=True, slots=True)
class Extended:
    """Fixes that are paid for, or enrolled in, after the general end. ``name`` is "" for the whole of the offer."""

    until: date
    name: str = ""
    confidence: Confidence = Confidence.READ


@dataclass(frozen=True, slots=True)
class Release:
    """One version of a product, or one model.

    ``ends_on`` is the last day of fixes. Without it, ``is_over`` says that they have ended on a day
    nobody wrote down; otherwise no day is announced, which never means that it is safe for ever.
    ``called`` are other names: code names, build numbers, the maker's model codes.
    """

    name: str
    ends_on: date | None = None
    is_over: bool = False
    edition: Edition = Edition.ANY
    released_on: date | None = None
    called: tuple[str, ...] = ()
    extended: tuple[Extended, ...] = ()

    @property
    def is_undated(self) -> bool:
        """True where it still gets fixes as far as is known, and no day is announced."""
        return self.ends_on is None and not self.is_over


@dataclass(frozen=True, slots=True, eq=False)
class Product:
    """A product and its releases, the newest first, as they were published on ``looked_on``.

    ``updates_itself`` marks what puts its newest version on by itself, such as Microsoft 365.
    ``asks`` tells a person where to find the version. A product is itself and equal to no other,
    so that what is worked out from it can be kept beside it.
    """

    key: str
    name: str
    looked_on: date
    releases: tuple[Release, ...] = ()
    updates_itself: bool = False
    confidence: Confidence = Confidence.READ
    source: str = ""
    asks: str = ""

    def of(self, name: str) -> tuple[Release, ...]:
        """Every release of this name, in all its editions."""
        return tuple(each for each in self.releases if each.name == name)


@dataclass(frozen=True, slots=True, eq=False)
class Endings:
    """Every product there are facts about, by its key."""

    products: Mapping[str, Product] = field(default_factory=dict)

    def of(self, key: str) -> Product | None:
        """The product of this key, or None."""
        return self.products.get(key)
