"""Reads the bank-holiday calendars that count today: as shipped, and newer ones from the data folder."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator
from ruamel.yaml import YAML

from guardbook.kernel.calendars import Calendar
from guardbook.rules.verdict import Confidence

ENGLAND_AND_WALES = "england-and-wales"


class PublishedCalendar(BaseModel):
    """One calendar file: the days, how far they reach, when somebody looked, and how sure we are of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    division: str
    covers_from: date
    covers_until: date
    confidence: Confidence
    looked_on: date
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
    return read(resources.files("guardbook") / "library" / "calendars" / f"{division}.yaml")


def read(file: Traversable) -> PublishedCalendar:
    """The calendar in one file. Raises ``ValueError`` where it says something else."""
    return PublishedCalendar.model_validate(YAML(typ="safe").load(file.read_text(encoding="utf-8")))


def current(data_folder: Path | None = None, division: str = ENGLAND_AND_WALES) -> PublishedCalendar:
    """What counts today: where both cover a day, the calendar that somebody looked at later has the say."""
    file = brought_file(data_folder, division) if data_folder else None
    if file is None or not file.is_file():
        return published(division)
    return _joined(file, file.stat().st_mtime_ns, division)


def brought_file(data_folder: Path, division: str = ENGLAND_AND_WALES) -> Path:
    """Where a calendar lies that a person brought; an upgrade leaves it alone."""
    return data_folder / "calendars" / f"{division}.yaml"


def working_days(data_folder: Path | None = None) -> Calendar:
    """Return the calendar every deadline in the product is reckoned with."""
    return current(data_folder).calendar


@lru_cache(maxsize=4)
def _joined(file: Path, _stamp: int, division: str) -> PublishedCalendar:
    return joined(read(file), published(division))


def joined(one: PublishedCalendar, other: PublishedCalendar) -> PublishedCalendar:
    """Both as one. Days that only one covers come from it, and a gap between them is not covered."""
    older, newer = sorted((one, other), key=lambda each: (each.looked_on, each is one))
    if older.covers_until < newer.covers_from or newer.covers_until < older.covers_from:
        return newer
    held: Mapping[date, str] = {
        day: title for day, title in older.holidays.items() if not newer.calendar.covers(day)
    } | newer.holidays
    return newer.model_copy(
        update={
            "covers_from": min(older.covers_from, newer.covers_from),
            "covers_until": max(older.covers_until, newer.covers_until),
            "holidays": dict(sorted(held.items())),
        }
    )
