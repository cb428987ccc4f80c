"""Removes an organisation whole: its rows, its history and the people who belonged only to it."""

from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import ProtectedError

from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.records import scope
from guardbook.records.models import Erasure, EventDetail, Grant, Organisation, Revision, SensitiveRead, User
from guardbook.rules.access import Permission


@action(Permission.ORGANISATION_ERASE)
def erase(change: Change, *, name: str, reason: str) -> None:
    """Remove everything that the organisation recorded; cannot be undone.

    What stays is the chain of events without names or values, which still verifies, and the
    fact that the organisation was removed. Files that nothing else uses go with the next sweep.

    Raises:
        Refused: ``name``, typed to confirm, is not the organisation's.
    """
    organisation = Organisation.objects.get(pk=change.organisation_id)
    if name.strip() != organisation.name:
        raise Refused(f"Type the name exactly, {organisation.name}, to remove it.")
    users = set(Grant.objects.of(change.organisation_id).values_list("user_id", flat=True))
    with scope.writing("action"):
        Erasure.objects.create(
            organisation_id=change.organisation_id, at=change.now, by_user_id=change.by.user_id, reason=reason
        )
        for ledger in (EventDetail, Revision, SensitiveRead):
            ledger.objects.filter(organisation_id=change.organisation_id).delete()
        _empty(change, _tenant_tables())
        organisation.delete()
        _remove_users({user for user in users if user != change.by.user_id})
    change.record("organisations.organisation.erased", details={"reason": reason})


def _tenant_tables() -> list[type[models.Model]]:
    tables = apps.get_app_config("records").get_models()
    return [table for table in tables if any(field.name == "organisation" for field in table._meta.concrete_fields)]


def _empty(change: Change, tables: list[type[models.Model]]) -> None:
    """Empty tables in whatever order the foreign keys allow."""
    waiting = tables
    while waiting:
        held = []
        for table in waiting:
            try:
                table._default_manager.filter(organisation_id=change.organisation_id).delete()
            except ProtectedError:
                held.append(table)
        if len(held) == len(waiting):
            raise AssertionError(f"Foreign keys go round in a circle: {held}")
        waiting = held


def _remove_users(candidates: set[UUID]) -> None:
    """Remove those who belong to no other organisation; each may look only through their own grants."""
    for user_id in candidates:
        with scope.opened(scope.Scope(viewer_id=user_id, reach="grants")):
            belongs = Grant.objects.filter(user_id=user_id).exists()
        if not belongs:
            User.objects.filter(pk=user_id).delete()
