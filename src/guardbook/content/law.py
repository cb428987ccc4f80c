"""Reads the dated law that ships with the product."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from guardbook.rules.clocks.law import Law

_SHAPE = TypeAdapter(Law)


@cache
def published() -> Law:
    """The table of provisions and the days from which they hold."""
    return read(resources.files("guardbook") / "library" / "law.yaml")


def read(file: Traversable) -> Law:
    """The table in one file. Raises ``ValueError`` where it says something else."""
    return _SHAPE.validate_python(YAML(typ="safe").load(file.read_text(encoding="utf-8")), extra="forbid")
