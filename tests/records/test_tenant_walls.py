"""Row-level security: the database itself keeps one provider's rows from another."""

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import DatabaseError

from guardbook.queries import access
from guardbook.records import protection, scope
from guardbook.records.models import Grant, Organisation, Profile
from tests.cast import Cast, user_id

needs_postgresql = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has no row-level security; the queryset is its only wall"
)


@needs_postgresql
def test_another_providers_rows_are_invisible(cast: Cast) -> None:
    with access.scoped(cast.asha.organisation_id, cast.asha.by.user_id):
        seen = list(Profile.objects.values_list("organisation_id", flat=True))

    assert seen == [cast.asha.organisation_id]


@needs_postgresql
def test_without_a_scope_nothing_is_visible(cast: Cast) -> None:
    with scope.opened(scope.Scope()):
        assert not Organisation.objects.exists()
        assert not Profile.objects.exists()


@needs_postgresql
def test_a_row_cannot_be_written_into_another_provider(cast: Cast) -> None:
    with (
        access.scoped(cast.asha.organisation_id, cast.asha.by.user_id),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        scope.writing("action"),
    ):
        Grant.objects.create(
            organisation_id=cast.carol.organisation_id,
            user_id=user_id(cast.asha),
            access_role="owner",
            from_at=cast.asha.now,
        )


@needs_postgresql
def test_a_viewer_reaches_all_organisations_they_hold_and_no_other(cast: Cast) -> None:
    with scope.opened(scope.Scope(viewer_id=cast.asha.by.user_id, reach="grants")):
        seen = list(Profile.objects.values_list("organisation_id", flat=True))

    assert seen == [cast.asha.organisation_id]


@needs_postgresql
def test_every_tenant_table_forces_row_level_security(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        forced = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        (is_above_the_law,) = cursor.fetchone() or (None,)

    assert set(protection.tenant_tables(apps)) <= forced
    assert is_above_the_law is False


def test_the_narrower_scope_ends_where_the_wider_one_goes_on(cast: Cast) -> None:
    with access.scoped(cast.asha.organisation_id, cast.asha.by.user_id):
        inside = scope.current()

    outside = scope.current()
    assert inside is not None
    assert inside.organisation_id == cast.asha.organisation_id
    assert outside is not None
    assert outside.reach == "everything"
