"""Puts what happened into words."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from guardbook.queries.audit import Happening
from guardbook.web import words

_NOTHING = "nothing"
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?:(T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:\d\d))|\b)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a history: when, who, what, about which record, what changed and what was new."""

    at: datetime
    by: str
    what: str
    subject: str
    subject_id: UUID | None
    changed: tuple[str, ...]
    recorded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The history of one record, or of the whole organisation."""

    title: str
    lines: list[Line]
    older: int | None = None


def line(happening: Happening) -> Line:
    """One happening as a reader sees it."""
    pairs = [
        (column(name), shown(before), shown(after))
        for name, (before, after) in happening.changes.items()
        if not name.endswith("_id") and shown(before) != shown(after)
    ]
    known = {name for name, _, _ in pairs}
    details = [(column(name), shown(value)) for name, value in happening.details.items()]
    return Line(
        at=happening.at,
        by=happening.by,
        what=what(happening.event),
        subject=_dated(happening.subject),
        subject_id=happening.subject_id,
        changed=tuple(f"{name}: was {before}, now {after}" for name, before, after in pairs if before != _NOTHING),
        recorded=(
            *(f"{name}: {value}" for name, value in details if name not in known and value != _NOTHING),
            *(f"{name}: {after}" for name, before, after in pairs if before == _NOTHING),
        ),
    )


def what(event: str) -> str:
    """The words of an event: ``roles.officer.appointed`` reads "Officer appointed"."""
    said = " ".join(event.split(".")[1:]).replace("_", " ")
    return said[:1].upper() + said[1:]


def column(name: str) -> str:
    """The words of a column: ``started_on`` reads "Started"."""
    said = name.removesuffix("_on").removesuffix("_at").removeprefix("is_").removeprefix("has_").replace("_", " ")
    return said[:1].upper() + said[1:]


def shown(value: Any) -> str:
    """A stored value as a reader sees it: dates in words, and no identifiers."""
    match value:
        case None | "" | []:
            return _NOTHING
        case True:
            return "yes"
        case False:
            return "no"
        case list():
            return ", ".join(shown(item) for item in value)
        case dict():
            return "; ".join(f"{column(key)}: {shown(item)}" for key, item in value.items()) or _NOTHING
        case str() if _IDENTIFIER.fullmatch(value):
            return _NOTHING
        case _:
            return _dated(str(value))


def _dated(text: str) -> str:
    """Write the dates inside a text as people do."""
    return _DAY.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    if found[1]:
        return words.moment(datetime.fromisoformat(found[0]))
    return words.day(date.fromisoformat(found[0]))
