"""One connection scope per request, job or command: names the tenant, and guards every write.

On PostgreSQL the scope opens a transaction and tells row-level security which organisation
may be seen. On both databases it watches the statements that leave, so that only actions
and upkeep can change a table of ours.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction

TRANSIENT = frozenset(
    {
        "records_draft",
        "records_outboxmessage",
        "records_joblease",
        "records_tick",
        "records_standing",
        "records_importrun",
        "records_importrow",
        "records_sensitiveread",
        "records_remindersent",
        "records_agendaround",
        "records_incidentalarm",
    }
)
_WRITE = re.compile(r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(records_\w+)', re.IGNORECASE)


class UnguardedWrite(AssertionError):
    """A bug: something other than an action tried to change a table."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows this connection may see: one organisation, a viewer's grants, or everything."""

    organisation_id: UUID | None = None
    viewer_id: UUID | None = None
    reach: str = "one"  # "one", "grants" (all organisations the viewer has), "everything"


_current: ContextVar[Scope | None] = ContextVar("guardbook_scope", default=None)
_writing: ContextVar[str] = ContextVar("guardbook_writing", default="")


def current() -> Scope | None:
    """The scope that is open, if any."""
    return _current.get()


@contextmanager
def opened(scope: Scope) -> Iterator[Scope]:
    """Open a scope, or narrow the one that is open; what was there before comes back after."""
    before = _current.get()
    if before == scope:
        yield scope
        return
    with ExitStack() as stack:
        if connection.vendor == "postgresql":
            stack.enter_context(transaction.atomic())
            _announce(scope)
            if before is not None:
                stack.callback(_announce_if_usable, before)
        if before is None:
            stack.enter_context(connection.execute_wrapper(_guard))
        token = _current.set(scope)
        try:
            yield scope
        finally:
            _current.reset(token)


@contextmanager
def writing(how: str) -> Iterator[None]:
    """Let statements through: ``action`` to every table of ours, ``upkeep`` to transient ones."""
    token = _writing.set(how)
    try:
        yield
    finally:
        _writing.reset(token)


def _announce(scope: Scope) -> None:
    """Tell PostgreSQL whose rows may be seen, until the transaction ends.

    Compiling is off: for one statement over all registers it took twenty times as long as the statement itself.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('guardbook.organisation', %s, true),"
            " set_config('guardbook.viewer', %s, true),"
            " set_config('guardbook.reach', %s, true),"
            " set_config('jit', 'off', true)",
            [str(scope.organisation_id or ""), str(scope.viewer_id or ""), scope.reach],
        )


def _announce_if_usable(scope: Scope) -> None:
    if not connection.needs_rollback:
        _announce(scope)


def _guard(execute: Callable[..., Any], sql: str, params: Sequence[Any], many: bool, context: dict[str, Any]) -> Any:
    found = _WRITE.match(sql)
    if found:
        table, how = found[1].lower(), _writing.get()
        if not (how == "action" or (how == "upkeep" and table in TRANSIENT)):
            raise UnguardedWrite(f"{table} may only be changed by an action.")
    return execute(sql, params, many, context)
