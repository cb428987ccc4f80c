"""Reads the bank-holiday calendars that ship with the product."""

from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator
from ruamel.yaml import YAML

from guardbook.kernel.calendars import Calendar
from guardbook.rules.verdict import Confidence

ENGLAND_AND_WALES = "england-and-wales"


class PublishedCalendar(BaseModel):
    """One calendar file: the days, how far they reach, and how sure we are of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    division: str
    covers_from: date
    covers_until: date
    confidence: Confidence
    source: str
    holidays: dict[date, str]

    @model_validator(mode="after")
    def _days_lie_within_the_cover(self) -> Self:
        for day in self.holidays:
            if not self.covers_from <= day <= self.covers_until:
                raise ValueError(f"{day} lies outside the dates this calendar says it covers")
        return self

    @property
    def calendar(self) -> Calendar:
        """The calendar as the rules take it."""
        titles = MappingProxyType(self.holidays)
        return Calendar(self.division, titles, self.covers_from, self.covers_until)


@cache
def published(division: str = ENGLAND_AND_WALES) -> PublishedCalendar:
    """Return a division's published calendar. Raises FileNotFoundError for one we do not ship."""
    folder = resources.files("guardbook") / "library" / "calendars"
    text = (folder / f"{division}.yaml").read_text(encoding="utf-8")
    return PublishedCalendar.model_validate(YAML(typ="safe").load(text))


def working_days() -> Calendar:
    """Return the calendar every deadline in the product is reckoned with."""
    return published().calendar
