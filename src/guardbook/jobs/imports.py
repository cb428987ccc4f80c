"""Checks the rest of a long staff file, in steps that a restart can take up again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from guardbook.actions.imports import runs
from guardbook.actions.imports.staff import STAFF
from guardbook.actions.imports.targets import Target
from guardbook.queries import access


def check_staff(arguments: Mapping[str, Any], now: datetime) -> None:
    """Check a staff file to its end."""
    check(STAFF, arguments, now)


def check(target: Target, arguments: Mapping[str, Any], now: datetime) -> None:
    """Check a file to its end; each step is a transaction of its own, so that its progress shows."""
    organisation_id, run_id = UUID(arguments["organisation_id"]), UUID(arguments["run_id"])
    ctx = access.system("Import", organisation_id, now)
    more = True
    while more:
        with access.scoped(organisation_id, None):
            more = runs.check_next(ctx, target, run_id=run_id)


def forget_old(arguments: Mapping[str, Any], now: datetime) -> None:  # noqa: ARG001 - every job has this shape
    """Drop what waits of imports that nobody finished."""
    with access.everything():
        runs.forget_old(now)
