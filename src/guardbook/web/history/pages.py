"""Puts what happened into words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from guardbook.queries.audit import Happening


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a history: when, who, what, about which record, and what it said before and after."""

    at: datetime
    by: str
    what: str
    subject: str
    subject_id: UUID | None
    changes: tuple[tuple[str, str, str], ...]
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class History:
    """The history of one record, or of the whole organisation."""

    title: str
    lines: list[Line]
    older: int | None = None


def line(happening: Happening) -> Line:
    """One happening as a reader sees it."""
    changes = tuple(
        (words(name), shown(pair[0]), shown(pair[1]))
        for name, pair in happening.changes.items()
        if not name.endswith("_id") and shown(pair[0]) != shown(pair[1])
    )
    details = tuple((words(name), shown(value)) for name, value in happening.details.items())
    return Line(
        at=happening.at,
        by=happening.by,
        what=what(happening.event),
        subject=happening.subject,
        subject_id=happening.subject_id,
        changes=changes,
        details=details,
    )


def what(event: str) -> str:
    """The words of an event: ``roles.officer.appointed`` reads "Officer appointed"."""
    said = " ".join(event.split(".")[1:]).replace("_", " ")
    return said[:1].upper() + said[1:]


def words(name: str) -> str:
    """The words of a column: ``started_on`` reads "Started"."""
    said = name.removesuffix("_on").removesuffix("_at").removeprefix("is_").removeprefix("has_").replace("_", " ")
    return said[:1].upper() + said[1:]


def shown(value: Any) -> str:
    """A stored value as a reader sees it."""
    match value:
        case None | "" | [] | {}:
            return "nothing"
        case True:
            return "yes"
        case False:
            return "no"
        case list():
            return ", ".join(str(item) for item in value)
        case dict():
            return "; ".join(f"{key}: {shown(item)}" for key, item in value.items())
        case _:
            return str(value)
