"""Frozen copies, and what was published on the portal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.queries.assessment import freezing
from guardbook.queries.assessment.latest import Run
from guardbook.records.models import Publication, Snapshot
from guardbook.rules.access import Permission
from guardbook.rules.assessment.status import Goal


@dataclass(frozen=True, slots=True)
class Frozen:
    """One frozen copy, without its content."""

    snapshot_id: UUID
    number: int
    goal: Goal
    frozen_at: datetime
    frozen_by: str
    digest: str


@dataclass(frozen=True, slots=True)
class Content:
    """One frozen copy with its content; ``is_whole`` is False where the content no longer matches its digest."""

    frozen: Frozen
    body: Mapping[str, Any]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class OnPortal:
    """One publication that somebody recorded."""

    publication_id: UUID
    on: date
    goal: Goal
    expires_on: date | None
    recorded_by: str
    certificate_id: UUID | None
    snapshot_number: int | None


_COLUMNS = ("id", "number", "level", "frozen_at", "frozen_by", "digest")


@question(Permission.ITEM_VIEW)
def newest(context: Context, run: Run) -> Frozen | None:
    """The newest frozen copy of an assessment, or None. One query."""
    rows = Snapshot.objects.of(context.organisation_id).filter(assessment_id=run.assessment_id)
    row = rows.order_by("-number").values_list(*_COLUMNS).first()
    return _frozen(row) if row else None


@question(Permission.ITEM_VIEW)
def listing(context: Context, run: Run) -> list[Frozen]:
    """Every frozen copy of an assessment, the newest first. One query."""
    rows = Snapshot.objects.of(context.organisation_id).filter(assessment_id=run.assessment_id)
    return [_frozen(row) for row in rows.order_by("-number").values_list(*_COLUMNS)]


@question(Permission.ITEM_VIEW)
def content(context: Context, snapshot_id: UUID) -> Content:
    """One frozen copy, checked against its digest. One query. NotFound where it is not of this organisation."""
    row = Snapshot.objects.of(context.organisation_id).filter(pk=snapshot_id).first()
    if row is None:
        raise NotFound
    held = Frozen(row.pk, row.number, Goal(row.level), row.frozen_at, row.frozen_by, row.digest)
    return Content(held, row.body, is_whole=freezing.digest(row.body) == row.digest)


@question(Permission.ITEM_VIEW)
def publications(context: Context, code: str) -> list[OnPortal]:
    """Every publication on the portal, the newest first. One query."""
    rows = Publication.objects.of(context.organisation_id).filter(framework=code, withdrawn_at=None)
    columns = (
        "id",
        "published_on",
        "level",
        "expires_on",
        "recorded_by",
        "certificate_id",
        "snapshot__number",
    )
    return [
        OnPortal(key, on, Goal(level), expires, by, certificate, number)
        for key, on, level, expires, by, certificate, number in rows.order_by("-published_on", "-id").values_list(
            *columns
        )
    ]


def _frozen(row: tuple[Any, ...]) -> Frozen:
    key, number, level, at, by, digest = row
    return Frozen(key, number, Goal(level), at, by, digest)
