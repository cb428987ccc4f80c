"""The wrapper every action wears: permission, one transaction, revisions, and an audit event or an error."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models, transaction

from guardbook.kernel.errors import Conflict, NotFound, NotPermitted
from guardbook.kernel.identifiers import uuid7
from guardbook.outside import queue
from guardbook.queries import access
from guardbook.queries.access import Actor, Context
from guardbook.records import ledger, scope
from guardbook.records.audit import Revision
from guardbook.records.base import Row
from guardbook.records.models import OutboxMessage
from guardbook.rules.access import Permission

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T", bound=Row)
_UK = ZoneInfo("Europe/London")
_BATCH = 500


class NotAudited(AssertionError):
    """A bug: an action changed something and recorded nothing."""


@dataclass(slots=True)
class Change:
    """One change in progress. Every write of an action goes through it."""

    by: Actor
    organisation_id: UUID
    now: datetime
    _sequence: int = 0
    _links: list[ledger.Link] = field(default_factory=list)
    _revisions: list[Revision] = field(default_factory=list)
    _altered: dict[UUID, dict[str, Any]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The date of ``now`` in the United Kingdom."""
        return self.now.astimezone(_UK).date()

    def create(self, model: type[T], **values: Any) -> T:
        """Make and store a row of this organisation."""
        row = model(**self._owned(model, values))
        self._write(lambda: row.save(force_insert=True))
        self._remember(row, {})
        return row

    def create_many(self, rows: Iterable[T]) -> list[T]:
        """Store many new rows in batches."""
        made = list(rows)
        if made:
            model = type(made[0])
            self._write(lambda: model._default_manager.bulk_create(made, batch_size=_BATCH))
        for row in made:
            self._remember(row, {})
        return made

    def save(self, row: Row) -> None:
        """Store a changed row, remembering what each changed column held before."""
        before = type(row)._default_manager.filter(pk=row.pk).values().get()
        self._write(lambda: row.save(force_update=True))
        self._remember(row, {name: ledger.plain(value) for name, value in before.items()})

    def save_many(self, rows: Iterable[T], fields: Iterable[str]) -> None:
        """Store the named fields of many whole rows in batches.

        Written over what is there by its key, which takes a tenth of the time of naming every value in one UPDATE.
        """
        kept, names = list(rows), list(fields)
        if not kept:
            return
        manager = type(kept[0])._default_manager
        before = {held["id"]: held for held in _held(manager, [row.pk for row in kept])}
        self._write(
            lambda: manager.bulk_create(
                kept, batch_size=_BATCH, update_conflicts=True, unique_fields=["id"], update_fields=names
            )
        )
        for row in kept:
            self._remember(row, {name: ledger.plain(value) for name, value in before[row.pk].items()})

    def delete(self, row: Row) -> None:
        """Remove a row; its last revision says so."""
        self._revisions.append(self._revision(row, None))
        self._altered[row.pk] = {"removed": [str(row), None]}
        key = row.pk
        self._write(row.delete)
        row.pk = key  # Django clears it, and the audit event still has to name the row

    def record(self, event: str, *, subject: Row | None = None, details: Mapping[str, Any] | None = None) -> None:
        """Say what was done: ``area.thing.past``, about which row, with what a reader will want to know."""
        said: dict[str, Any] = {"by": self.by.name, **(details or {})}
        if subject is not None:
            said["subject"] = str(subject)
            said["changes"] = self._altered.get(subject.pk, {})
        self._links.append(
            ledger.Link(
                organisation_id=self.organisation_id,
                at=self.now,
                event=event,
                by_user_id=self.by.user_id,
                by_role=self.by.role,
                subject_table=subject._meta.db_table if subject is not None else "",
                subject_id=subject.pk if subject is not None else None,
                details=said,
            )
        )

    def enqueue(self, name: str, arguments: Mapping[str, Any], *, run_after: datetime | None = None) -> None:
        """Ask for a job, in this transaction: it runs if and only if the change stands."""
        queue.enqueue(name, {"organisation_id": str(self.organisation_id), **arguments}, run_after=run_after)

    def mail(self, to: str, subject: str, body: str) -> None:
        """Put a message in the outbox, in this transaction. Say nothing personal in it."""
        post(self.organisation_id, to, subject, body, self.now)

    def _owned(self, model: type[Row], values: dict[str, Any]) -> dict[str, Any]:
        belongs = any(field.attname == "organisation_id" for field in model._meta.concrete_fields)
        return {"organisation_id": self.organisation_id, **values} if belongs else values

    def _write(self, store: Callable[[], object]) -> None:
        with scope.writing("action"):
            store()

    def _remember(self, row: Row, before: dict[str, Any]) -> None:
        now = ledger.whole(row)
        self._revisions.append(self._revision(row, now))
        self._altered[row.pk] = {
            name: [before.get(name), value]
            for name, value in now.items()
            if before.get(name) != value and name not in {"id", "organisation_id", "password"}
        }

    def _revision(self, row: Row, kept: Mapping[str, Any] | None) -> Revision:
        data = None if kept is None else {name: value for name, value in kept.items() if name != "password"}
        return Revision(
            organisation_id=self.organisation_id,
            at=self.now,
            table=row._meta.db_table,
            row_id=row.pk,
            data=data,
        )

    def _commit(self) -> None:
        head = ledger.lock_head(self.organisation_id)
        ledger.append(head, self._links)
        for revision in self._revisions:
            revision.sequence = head.sequence
        Revision.objects.bulk_create(self._revisions, batch_size=_BATCH)
        head.facts_seq += 1
        head.save()

    def finish(self, name: str) -> None:
        """End the change: chain what was recorded, or refuse it as unaudited. Called by the wrapper."""
        if self._revisions and not self._links:
            raise NotAudited(f"{name} changed {len(self._revisions)} rows and recorded nothing.")
        if self._links:
            self._write(self._commit)


def post(organisation_id: UUID, to: str, subject: str, body: str, now: datetime) -> None:
    """Put a message in the outbox with its job, in whatever transaction is open. Say nothing personal in it."""
    message = OutboxMessage(
        organisation_id=organisation_id,
        to=to,
        subject=subject,
        body=body,
        message_id=f"<{uuid7()}@guardbook>",
        created_at=now,
        next_attempt_at=now,
    )
    with scope.writing("upkeep"):
        message.save(force_insert=True)
    queue.enqueue("mail.send", {"organisation_id": str(organisation_id), "message_id": str(message.pk)})


def action(
    permission: Permission | Callable[..., Permission] | None,
) -> Callable[[Callable[Concatenate[Change, P], R]], Callable[Concatenate[Context, P], R]]:
    """Wrap a change. ``permission`` None is for the few that need no grant, such as the first run.

    Where it hangs on what is changed, ``permission`` is a function of the action's own arguments.

    Raises:
        NotFound: the actor is a stranger to the organisation.
        NotPermitted: a member without this permission.
        NotAudited: the body changed rows and recorded no event.
    """

    def wear(body: Callable[Concatenate[Change, P], R]) -> Callable[Concatenate[Context, P], R]:
        @wraps(body)
        def wrapper(context: Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
            with _scoped(context), transaction.atomic():
                _lock_writer(context)
                needed = permission(*args, **kwargs) if callable(permission) else permission
                if needed is not None:
                    require(context, needed)
                change = Change(context.by, context.organisation_id, context.now)
                result = body(change, *args, **kwargs)
                change.finish(f"{body.__module__}.{body.__qualname__}")
                return result

        wrapper.permission = permission  # type: ignore[attr-defined]  # read by the generated access table
        return wrapper

    return wear


def upkeep(body: Callable[P, R]) -> Callable[P, R]:
    """Wrap a write to derived or passing rows only; nothing a person decided, so unaudited."""

    @wraps(body)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(), scope.writing("upkeep"):
            return body(*args, **kwargs)

    return wrapper


def require(context: Context, permission: Permission) -> None:
    """Ask the tables, not the session, whether the actor may still do this."""
    if context.by.is_system:
        return
    held = access.reach_of(context.by.user_id, context.organisation_id, context.now)
    if not held.is_member:
        raise NotFound
    if permission not in held.permissions:
        raise NotPermitted(f"Your access does not let you {permission}.")


def fresh(model: type[T], organisation_id: UUID, row_id: UUID) -> T:
    """One row of the organisation, locked for this transaction.

    Raises:
        NotFound: there is none, or it belongs to somebody else.
    """
    found = (
        model._default_manager.select_for_update(of=("self",))
        .filter(organisation_id=organisation_id, pk=row_id)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def seen(number: int, stored: int, theirs: object) -> None:
    """Refuse to save over a version that the person has not seen.

    Raises:
        Conflict: the stored version moved on; ``theirs`` is what to show beside their words.
    """
    if number != stored:
        raise Conflict("Somebody else changed this while you were working on it.", theirs)


def link_expiry(now: datetime) -> datetime:
    """When a one-use link made now stops working: seven days."""
    return now + timedelta(days=7)


def _held(manager: models.Manager[Any], keys: list[UUID]) -> Iterable[dict[str, Any]]:
    for start in range(0, len(keys), _BATCH):
        yield from manager.filter(pk__in=keys[start : start + _BATCH]).values()


def _scoped(context: Context) -> Any:
    wanted = scope.Scope(context.organisation_id, context.by.user_id)
    open_now = scope.current()
    covered = open_now is not None and (
        open_now.reach == "everything" or open_now.organisation_id == context.organisation_id
    )
    return nullcontext() if covered else scope.opened(wanted)


def _lock_writer(context: Context) -> None:
    """Take the organisation's head first, so that two actions of one organisation run in turn."""
    with scope.writing("action"):
        ledger.lock_head(context.organisation_id)
