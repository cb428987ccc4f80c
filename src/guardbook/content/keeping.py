"""Reads how long each kind of record is kept, as published."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, field_validator
from ruamel.yaml import YAML

from guardbook.rules.registers.retention import Record
from guardbook.rules.registers.terms import Birthday, Period, Term, Unit
from guardbook.rules.verdict import Confidence

_UNITS = {word: unit for unit in (Unit.DAYS, Unit.MONTHS, Unit.YEARS) for word in (unit.label, unit.label[:-1])}


class _Time(BaseModel):
    """One kind of record. ``8 years`` in the file is read as a period."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    least: Period | None = None
    most: Period | None = None
    birthday: Birthday | None = None
    confidence: Confidence | None = None
    source: str = ""

    @field_validator("least", "most", mode="before")
    @classmethod
    def _in_words(cls, said: object) -> object:
        number, _, unit = str(said).partition(" ")
        if not number.isdecimal() or unit not in _UNITS:
            raise ValueError(f"“{said}” is no time such as 8 years, 6 months or 30 days")
        return Period(int(number), _UNITS[unit])


class _Times(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    confidence: Confidence
    times: dict[Record, _Time]


@cache
def times() -> Mapping[str, Term]:
    """How long each kind of record is kept, by the kind's value, with how well each time is known."""
    return read(resources.files("guardbook") / "library" / "keeping.yaml")


def read(file: Traversable) -> Mapping[str, Term]:
    """Read one file of times. ValidationError, naming the place, where it cannot be used."""
    held = _Times.model_validate(YAML(typ="safe").load(file.read_text(encoding="utf-8")))
    return MappingProxyType(
        {
            kind.value: Term(
                each.least, each.most, each.birthday, each.confidence or held.confidence, each.source or held.source
            )
            for kind, each in held.times.items()
        }
    )
