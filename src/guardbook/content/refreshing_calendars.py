"""Reads the government's list of bank holidays as it is downloaded, and says how it differs from what is held."""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked
from ruamel.yaml import YAML

from guardbook.content import calendars
from guardbook.content.calendars import ENGLAND_AND_WALES, PublishedCalendar
from guardbook.content.faults import Fault, Unsound
from guardbook.kernel.dates import in_words
from guardbook.rules.verdict import Confidence

SOURCE = "https://www.gov.uk/bank-holidays"
_DAYS_OF_A_WHOLE_YEAR = 8
_LAST = (12, 31)


@checked(frozen=True)
class _Event:
    title: str
    date: date


@checked(frozen=True)
class _Division:
    events: tuple[_Event, ...]


_SHAPE = TypeAdapter(dict[str, _Division])


@dataclass(frozen=True, slots=True)
class Proposal:
    """A downloaded list beside what is held: a sentence for each day that differs."""

    calendar: PublishedCalendar
    differences: tuple[str, ...]


def propose(data: bytes, file: str, looked_on: date, held: PublishedCalendar) -> Proposal:
    """Read a downloaded list and compare it. Unsound, in words, where it is not such a list."""
    brought = _calendar(data, file, looked_on)
    if looked_on < held.looked_on:
        text = f"this list is of {in_words(looked_on)}, and the one held is newer, of {in_words(held.looked_on)}."
        raise Unsound([Fault(file, "", text)])
    return Proposal(brought, tuple(_differences(calendars.joined(brought, held), held)))


def save(calendar: PublishedCalendar, data_folder: Path) -> Path:
    """Write the calendar to the data folder in one step, whole or not at all; return the file."""
    file = calendars.brought_file(data_folder, calendar.division)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".calendar-", suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(_text(calendar))
        out.flush()
        os.fsync(out.fileno())
    Path(name).replace(file)
    return file


def _calendar(data: bytes, file: str, looked_on: date) -> PublishedCalendar:
    try:
        divisions = _SHAPE.validate_python(json.loads(data.decode("utf-8")))
    except (ValueError, ValidationError) as error:
        text = "this is not the government's list of bank holidays as it is downloaded, in JSON."
        raise Unsound([Fault(file, "", text)]) from error
    events = divisions[ENGLAND_AND_WALES].events if ENGLAND_AND_WALES in divisions else ()
    if not events:
        raise Unsound([Fault(file, ENGLAND_AND_WALES, "there are no bank holidays of England and Wales in it.")])
    titles = {event.date: event.title.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for event in events}
    return PublishedCalendar(
        division=ENGLAND_AND_WALES,
        covers_from=date(min(titles).year, 1, 1),
        covers_until=_covers_until(titles),
        confidence=Confidence.READ,
        looked_on=looked_on,
        source=SOURCE,
        holidays=dict(sorted(titles.items())),
    )


def _covers_until(titles: Mapping[date, str]) -> date:
    """The end of the last year where all of it is there, else the last day named."""
    last = max(titles)
    is_whole = sum(day.year == last.year for day in titles) >= _DAYS_OF_A_WHOLE_YEAR
    return date(last.year, *_LAST) if is_whole else last


def _differences(new: PublishedCalendar, held: PublishedCalendar) -> Iterator[str]:
    for day in sorted(new.holidays.keys() - held.holidays.keys()):
        yield f"{day:%A} {in_words(day)} is a bank holiday: {new.holidays[day]}."
    for day in sorted(held.holidays.keys() - new.holidays.keys()):
        yield f"{day:%A} {in_words(day)} is no bank holiday any more."
    if new.covers_until > held.covers_until:
        yield f"Bank holidays are known until {in_words(new.covers_until)}."


def _text(calendar: PublishedCalendar) -> str:
    out = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.dump(calendar.model_dump() | {"confidence": calendar.confidence.value}, out)
    return out.getvalue()
