"""Writes what is to be done as a calendar (iCalendar, RFC 5545 and 7986) that phones and Outlook subscribe to."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vText

from guardbook.rules.agenda.calendars import Entry

_LOOK_AGAIN = timedelta(hours=6)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar: whose it is, its name, where its list is on the web, and how often its facts moved."""

    organisation_id: UUID
    name: str
    address: str
    facts_seq: int


def calendar(of: Feed, entries: Sequence[Entry], now: datetime) -> bytes:
    """The calendar as a file. Every entry takes a whole day, so no time zone or clock change can move it.

    An entry keeps its UID for as long as its cause lasts. SEQUENCE follows the count of the provider's
    changes: it never goes back, and it is higher whenever an entry may have moved.
    """
    made = Calendar()
    made.add("prodid", "-//Guardbook//What next//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", vText(of.name))  # without its type the library would not escape it
    made.add("x-wr-calname", vText(of.name))
    made.add("refresh-interval", _LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT6H")
    for entry in entries:
        made.add_component(_event(of, entry, now))
    return bytes(made.to_ical())


def _event(of: Feed, entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(of.organisation_id, entry.cause))
    event.add("dtstamp", now)
    event.add("sequence", of.facts_seq)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + _DAY)
    event.add("summary", entry.title)
    event.add("description", f"{entry.note}\n\n{of.address}".strip())
    event.add("url", of.address)
    event.add("organizer", _organizer(of))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _organizer(of: Feed) -> vCalAddress:
    """Who publishes it: the programme, by its address; what is published must say so (RFC 5546, 3.2.1)."""
    organizer = vCalAddress(of.address)
    organizer.params["CN"] = vText("Guardbook")
    return organizer


def _uid(organisation_id: UUID, cause: str) -> str:
    """Always the same for one cause, and says nothing of it."""
    return f"{hashlib.sha256(f'{organisation_id} {cause}'.encode()).hexdigest()[:32]}@guardbook"
