"""Reads what the data protection fee costs, by the day from which it does."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from guardbook.rules.registers.fee import Amounts

_SHAPE = TypeAdapter(dict[str, tuple[Amounts, ...]])


@cache
def published() -> tuple[Amounts, ...]:
    """Every amount that ships with the product, the newest last."""
    return read(resources.files("guardbook") / "library" / "fees.yaml")


def read(file: Traversable) -> tuple[Amounts, ...]:
    """The amounts in one file. Raises ``ValueError`` where it says something else."""
    held = _SHAPE.validate_python(YAML(typ="safe").load(file.read_text(encoding="utf-8")), extra="forbid")
    return tuple(sorted(held["fees"], key=lambda each: each.from_on))
