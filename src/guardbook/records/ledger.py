"""Writes and checks the hash chain: one chain for each organisation, one for the installation."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from guardbook.records.audit import AuditEvent, ChainHead, Erasure, EventDetail

INSTALLATION = UUID(int=0)
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Link:
    """What one event says, before it has its place in the chain."""

    organisation_id: UUID
    at: datetime
    event: str
    by_user_id: UUID | None
    by_role: str
    subject_table: str
    subject_id: UUID | None
    details: Mapping[str, Any]


def plain(value: object) -> Any:
    """A JSON form of a stored value that never changes between databases."""
    match value:
        case UUID() | Decimal():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case set() | frozenset():
            return sorted(plain(item) for item in value)
        case list() | tuple():
            return [plain(item) for item in value]
        case _:
            return value


def whole(row: models.Model) -> dict[str, Any]:
    """Every stored column of a row, as plain values."""
    return {field.attname: plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def lock_head(organisation_id: UUID) -> ChainHead:
    """The organisation's head row, locked until the transaction ends."""
    ChainHead.objects.get_or_create(organisation_id=organisation_id)
    return ChainHead.objects.select_for_update().get(organisation_id=organisation_id)


def append(head: ChainHead, links: Iterable[Link]) -> None:
    """Add events to the chain, in their order; the caller saves the head."""
    made = [_event(head, link) for link in links]
    AuditEvent.objects.bulk_create([event for event, _ in made], batch_size=_BATCH)
    EventDetail.objects.bulk_create([detail for _, detail in made], batch_size=_BATCH)


def _event(head: ChainHead, link: Link) -> tuple[AuditEvent, EventDetail]:
    """The next event of a chain with its details; the head moves on."""
    body, salt = plain(dict(link.details)), secrets.token_hex(16)
    event = AuditEvent(
        organisation_id=link.organisation_id,
        sequence=head.sequence + 1,
        at=link.at,
        event=link.event,
        by_user_id=link.by_user_id,
        by_role=link.by_role,
        subject_table=link.subject_table,
        subject_id=link.subject_id,
        details_digest=_digest(salt, body),
        previous_hash=head.last_hash,
    )
    event.hash = _hash(event)
    head.sequence, head.last_hash = event.sequence, event.hash
    return event, EventDetail(event=event, organisation_id=link.organisation_id, salt=salt, body=body)


def faults() -> Iterator[str]:
    """Walk every chain and say, in words, each place where it is not what was written."""
    erased = set(Erasure.objects.values_list("organisation_id", flat=True))
    heads = {head.organisation_id: head for head in ChainHead.objects.all()}
    chains: set[UUID] = set(AuditEvent.objects.order_by().values_list("organisation_id", flat=True).distinct())
    for organisation_id in sorted(chains | set(heads)):
        events = (
            AuditEvent.objects.filter(organisation_id=organisation_id)
            .select_related("detail")
            .order_by("sequence")
            .iterator(chunk_size=1000)
        )
        yield from _chain_faults(organisation_id, events, heads.get(organisation_id), organisation_id in erased)


def _chain_faults(
    organisation_id: UUID, events: Iterable[AuditEvent], head: ChainHead | None, is_erased: bool
) -> Iterator[str]:
    expected, previous, place = 0, "", f"chain {organisation_id}"
    for event in events:
        expected += 1
        if event.sequence != expected:
            yield f"{place}: event {expected} is missing; event {event.sequence} comes next."
            expected = event.sequence
        if event.previous_hash != previous:
            yield f"{place}: event {event.sequence} does not follow the event before it."
        if event.hash != _hash(event):
            yield f"{place}: event {event.sequence} ({event.event}) was edited."
        yield from _detail_faults(place, event, is_erased)
        previous = event.hash
    if head is None:
        yield f"{place}: its head is missing."
    elif (head.sequence, head.last_hash) != (expected, previous):
        yield f"{place}: it should end at event {head.sequence} and ends at event {expected}."


def _detail_faults(place: str, event: AuditEvent, is_erased: bool) -> Iterator[str]:
    detail: EventDetail | None = getattr(event, "detail", None)
    if detail is None:
        if not is_erased:
            yield f"{place}: the details of event {event.sequence} are missing."
    elif _digest(detail.salt, detail.body) != event.details_digest:
        yield f"{place}: the details of event {event.sequence} ({event.event}) were edited."


def _digest(salt: str, body: object) -> str:
    return hashlib.sha256((salt + _canonical(body)).encode()).hexdigest()


def _hash(event: AuditEvent) -> str:
    said = {
        name: plain(getattr(event, name))
        for name in (
            "id",
            "organisation_id",
            "sequence",
            "event",
            "by_user_id",
            "by_role",
            "subject_table",
            "subject_id",
            "details_digest",
            "previous_hash",
        )
    }
    said["at"] = int(event.at.timestamp() * 1_000_000)
    return hashlib.sha256(_canonical(said).encode()).hexdigest()


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
