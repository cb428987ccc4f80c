"""Reads what a walk-round looks at, place by place, from the package."""

from functools import cache

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from guardbook.content import packs
from guardbook.rules.registers.walk_round import Look, Stop

_SHAPE = TypeAdapter(tuple[Stop, ...])


@cache
def stops() -> tuple[Stop, ...]:
    """The sections of a walk-round in walking order, each with what to look at."""
    text = (packs.library() / "registers" / "walk_round.yaml").read_text(encoding="utf-8")
    return _SHAPE.validate_python(YAML(typ="safe").load(text)["stops"])


def look(key: str) -> Look | None:
    """What one answer is about; None for something that is no longer asked."""
    return next((each for stop in stops() for each in stop.looks if each.key == key), None)
