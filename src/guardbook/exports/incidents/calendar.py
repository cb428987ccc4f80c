"""The deadline of a breach as a calendar entry (iCalendar), with reminders of the calendar's own."""

import hashlib
from datetime import timedelta

from icalendar import Alarm, Calendar, Event

from guardbook.exports.incidents.papers import About, moment
from guardbook.kernel.errors import NotFound
from guardbook.queries.incidents.reading import Whole

_BEFORE = (timedelta(hours=48), timedelta(hours=24), timedelta(hours=12), timedelta(hours=1))
_HOUR = timedelta(hours=1)


def deadline(found: Whole, of: About) -> bytes:
    """The cautious deadline as an entry of one hour that ends with it. It names nobody and says nothing of what happened.

    Raises:
        NotFound: no clock runs.
    """
    ends = found.clock.safe_deadline
    if ends is None:
        raise NotFound
    made = Calendar()
    made.add("prodid", "-//Guardbook//Breach deadline//EN")
    made.add("version", "2.0")
    event = Event()
    event.add("uid", f"{hashlib.sha256(f'{found.id} deadline'.encode()).hexdigest()[:32]}@guardbook")
    event.add("dtstamp", of.now)
    event.add("sequence", found.version)
    event.add("dtstart", ends - _HOUR)
    event.add("dtend", ends)
    event.add("summary", f"Last hour to tell the regulator ({found.reference})")
    event.add(
        "description",
        f"The 72 hours end on {moment(ends)}. Helpline: {of.regulator.phone}, option {of.regulator.option}.",
    )
    event.add("class", "PRIVATE")
    for before in _BEFORE:
        event.add_component(_alarm(before, found.reference))
    made.add_component(event)
    return bytes(made.to_ical())


def _alarm(before: timedelta, reference: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{reference}: the 72 hours are running")
    alarm.add("trigger", -before)
    return alarm
