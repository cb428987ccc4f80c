"""Reads the champion's pack from the package: one topic for each month, in our own words."""

from functools import cache
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from guardbook.content import packs
from guardbook.rules.deciders import champion
from guardbook.rules.deciders.champion import Topic

_SHAPE = TypeAdapter(Topic)


@cache
def topics() -> tuple[Topic, ...]:
    """The topics of a year, January first."""
    return read(packs.library() / "champion")


def of_month(month: int) -> Topic:
    """The topic of a month, 1 to 12."""
    return topics()[month - 1]


def topic(slug: str) -> Topic | None:
    """The topic of this name, or None."""
    return next((each for each in topics() if each.slug == slug), None)


def read(folder: Traversable) -> tuple[Topic, ...]:
    """The topics in a folder of files named like ``04-paper.yaml``. Raises ``ValueError`` where the year is not whole."""
    files = sorted((each for each in folder.iterdir() if each.name.endswith(".yaml")), key=lambda each: each.name)
    found = tuple(_topic(each) for each in files)
    if wrong := tuple(champion.faults(found)):
        raise ValueError("; ".join(wrong))
    return found


def _topic(file: Traversable) -> Topic:
    held = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    slug = file.name.removesuffix(".yaml").partition("-")[2]
    return _SHAPE.validate_python({"slug": slug, **held}, extra="forbid")
