"""Reads the table of what comes round, as published with the product."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from guardbook.rules.duties.duty import Duty

_SHAPE = TypeAdapter(dict[str, tuple[Duty, ...]])


@cache
def published() -> tuple[Duty, ...]:
    """Every duty, in the order of the table."""
    return read(resources.files("guardbook") / "library" / "duties.yaml")


def find(key: str) -> Duty | None:
    """The duty with this key; None where there is none."""
    return next((each for each in published() if each.key == key), None)


def read(file: Traversable) -> tuple[Duty, ...]:
    """The duties in one file. Raises ``ValueError`` where a line is not right, or two have one key."""
    held = _SHAPE.validate_python(YAML(typ="safe").load(file.read_text(encoding="utf-8")), extra="forbid")
    if len({each.key for each in held["duties"]}) != len(held["duties"]):
        raise ValueError("two duties have the same key")
    return held["duties"]
