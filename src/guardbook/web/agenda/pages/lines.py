"""One thing to do as a line of a list, the same on every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.deciding import Listed
from guardbook.rules.agenda.todo import Consequence
from guardbook.web import words
from guardbook.web.agenda import addresses
from guardbook.web.components import Tag, Tone

TONES = {
    Consequence.LEGAL_CLOCK: Tone.PROBLEM,
    Consequence.STOPS_PUBLISHING: Tone.WARNING,
    Consequence.CONTRADICTED: Tone.PROBLEM,
    Consequence.OVERDUE: Tone.PROBLEM,
    Consequence.GAP: Tone.WARNING,
    Consequence.EXPIRING: Tone.SUGGESTED,
    Consequence.UNANSWERED: Tone.WAITING,
    Consequence.REST: Tone.QUIET,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do. ``about`` says when, how long and who; ``href`` is where it is done, ``own_href`` its own page."""

    text: str
    why: str
    tag: Tag
    about: str
    href: str
    own_href: str
    waits: str = ""
    back_href: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What a line needs besides the thing itself: whose it is, today, and who is who."""

    organisation: UUID
    on: date
    names: Mapping[UUID, str]


def line(listed: Listed, around: Around) -> Line:
    """Put a thing on the list into a line."""
    todo, put_off = listed.todo, listed.put_off
    return Line(
        text=todo.text,
        why=todo.why,
        tag=Tag(todo.consequence.label, TONES[todo.consequence]),
        about=about(listed, around),
        href=addresses.to(around.organisation, todo),
        own_href=addresses.own(around.organisation, todo.cause),
        waits=f"Put off by {put_off.by} until {words.day(put_off.until)}: {put_off.reason}" if put_off else "",
        back_href=addresses.own(around.organisation, todo.cause, "todo-bring-back") if put_off else "",
    )


def about(listed: Listed, around: Around) -> str:
    """When it is due, how long it takes and who does it, as far as anybody has said."""
    todo = listed.todo
    parts = [
        f"Due {words.day(todo.due_on)} ({words.days_left(todo.due_on, around.on)})" if todo.due_on else "",
        length(todo.minutes),
        around.names.get(listed.user_id, "") if listed.user_id else "",
    ]
    return " · ".join(part for part in parts if part)


def length(minutes: int | None) -> str:
    """How long it takes, in words; empty where nobody knows."""
    if minutes is None:
        return ""
    if minutes >= 60 and minutes % 30 == 0:
        return f"About {minutes / 60:g} {'hour' if minutes == 60 else 'hours'}"
    return f"About {words.count(minutes, 'minute')}"


def reason(listed: Listed, around: Around) -> str:
    """Why it stands where it does."""
    return todos.reason(listed.todo, around.on)
