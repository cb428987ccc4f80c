"""The shape that files about the end of support must have; anything else in them is a fault."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from guardbook.content.packfiles.shapes import Shape, Words
from guardbook.rules.registers.endings.published import Edition
from guardbook.rules.verdict import Confidence

Key: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
OVER: Literal["over"] = "over"
NOT_ANNOUNCED: Literal["not announced"] = "not announced"
Ends: TypeAlias = date | Literal["over", "not announced"]


class ReleaseShape(Shape):
    """One version or model. ``ends`` is one day, or one for each edition."""

    ends: Ends | dict[Edition, Ends]
    extended: date | None = None
    released: date | None = None
    called: tuple[Words, ...] = ()


class ProductShape(Shape):
    """One product, with its releases by name, the newest first. A day alone is short for ``{ends: day}``."""

    product: Key
    name: Words
    source: Words
    looked_on: date
    confidence: Confidence
    releases: dict[Words, Ends | ReleaseShape]


class ExtendedShape(Shape):
    product: Key
    release: Words
    name: Words
    until: date
    confidence: Confidence


class SelfUpdatingShape(Shape):
    product: Key
    name: Words
    called: tuple[Words, ...] = ()
    confidence: Confidence


class UnlistedShape(Shape):
    """A product that nothing is published about as data, so that a person is asked."""

    product: Key
    name: Words


class OursShape(Shape):
    """What we add to the public list, which a refresh never takes away."""

    source: Words
    looked_on: date
    updates_itself: tuple[Key, ...] = ()
    self_updating: tuple[SelfUpdatingShape, ...] = ()
    extended: tuple[ExtendedShape, ...] = ()
    called: dict[Key, dict[Words, tuple[Words, ...]]] = {}
    unlisted: tuple[UnlistedShape, ...] = ()
    asks: dict[Key, Words] = {}
