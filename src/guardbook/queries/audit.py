"""What happened, in words: the history of a record, the organisation's journal, and facts as they were."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from guardbook.kernel.errors import NotFound
from guardbook.queries import access
from guardbook.queries.access import Context, question
from guardbook.records import ledger
from guardbook.records.base import TenantRow
from guardbook.records.models import AuditEvent, Revision
from guardbook.rules.access import Permission

PAGE = 50


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that was done: when (UTC), by whom, what, and which values changed."""

    sequence: int
    at: datetime
    by: str
    event: str
    subject: str
    subject_table: str
    subject_id: UUID | None
    details: dict[str, Any]
    changes: dict[str, list[Any]]


@question(Permission.HISTORY_VIEW)
def history(context: Context, subject_id: UUID, hidden: Collection[UUID] = ()) -> list[Happening]:
    """Everything done to one record, newest first, unless it is one of those ``hidden`` from this person. One query.

    Raises:
        NotFound: nothing was ever done here to a record with this identifier that this person may know of.
    """
    found = [_happening(event) for event in _events(context, hidden).filter(subject_id=subject_id)]
    if not found:
        raise NotFound
    return found


@question(Permission.HISTORY_VIEW)
def journal(context: Context, before: int | None = None, hidden: Collection[UUID] = ()) -> list[Happening]:
    """One page of what was done in the organisation, newest first, from below sequence ``before``. One query.

    Left out is what this person may not see, and what was done to the records ``hidden`` from them.
    """
    events = _events(context, hidden)
    if before is not None:
        events = events.filter(sequence__lt=before)
    return [_happening(event) for event in events[: PAGE + 1]]


def as_of(organisation_id: UUID, table: str, row_id: UUID, instant: datetime) -> dict[str, Any] | None:
    """A whole row as it stood at ``instant`` (aware), or None if it was not there. One query."""
    return (
        Revision.objects.filter(organisation_id=organisation_id, table=table, row_id=row_id, at__lte=instant)
        .order_by("-at", "-id")
        .values_list("data", flat=True)
        .first()
    )


def faults() -> Iterator[str]:
    """Every place where the ledger is not what was written, in words; nothing when it is whole."""
    with access.everything():
        yield from ledger.faults()


def _events(context: Context, hidden: Collection[UUID]) -> Any:
    """What was done, without what was done to rows of a kind, or to records, that this person may not see."""
    events = AuditEvent.objects.filter(organisation_id=context.organisation_id)
    if hidden:
        events = events.exclude(subject_id__in=hidden)
    return events.exclude(subject_table__in=_hidden_from(context)).select_related("detail").order_by("-sequence")


def _hidden_from(context: Context) -> list[str]:
    tables = (table for table in apps.get_models() if issubclass(table, TenantRow))
    return [table._meta.db_table for table in tables if table.seen_by not in context.by.permissions]


def _happening(event: AuditEvent) -> Happening:
    detail = getattr(event, "detail", None)
    body: dict[str, Any] = dict(detail.body) if detail else {}
    return Happening(
        sequence=event.sequence,
        at=event.at,
        by=body.pop("by", "Somebody"),
        event=event.event,
        subject=body.pop("subject", ""),
        subject_table=event.subject_table,
        subject_id=event.subject_id,
        changes=body.pop("changes", {}),
        details=body,
    )
