"""Tables: foreign keys point down the area order, every row has its owner, and the database guards the wall."""

import ast
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models

from guardbook.records import protection
from guardbook.records.base import Row, TenantRow
from tests.architecture import source

# Tables that belong to no organisation, each with its reason. This list may only shrink.
WITHOUT_OWNER = {
    "Organisation": "is the owner",
    "User": "may belong to several organisations",
    "Draft": "belongs to a user, and some forms stand before any organisation",
    "JobLease": "belongs to the queue",
    "Tick": "belongs to the schedule",
    "Erasure": "outlives the organisation that it names",
    "ChainHead": "also exists for the installation itself, which is no organisation",
    "AuditEvent": "also exists for the installation itself, and outlives an organisation",
    "EventDetail": "belongs to an event",
    "Revision": "names the organisation without depending on it",
    "SensitiveRead": "names the organisation without depending on it",
}
OWNER = {"organisation", "site"}  # every row may name whom it belongs to
OTHER_KEYS = {"JobLease": "the job", "Tick": "its name", "ChainHead": "its organisation", "EventDetail": "its event"}


def tables() -> list[type[models.Model]]:
    return list(apps.get_app_config("records").get_models())


def keys() -> Iterator[tuple[type[models.Model], type[models.Model], str]]:
    for model in tables():
        for field in model._meta.get_fields():
            target = field.related_model
            if (
                field.concrete
                and field.is_relation
                and isinstance(target, type)
                and target._meta.app_label == "records"
            ):
                yield model, target, field.name


def area(model: type[models.Model]) -> str:
    return model.__module__.removeprefix("guardbook.records.").partition(".")[0]


def test_foreign_keys_point_down_the_area_order() -> None:
    ranks = source.area_ranks("Tables are in the same order")
    faults = [
        f"{model.__name__}.{name} points up to {target.__name__}"
        for model, target, name in keys()
        if name not in OWNER and ranks[area(target)] < ranks[area(model)]
    ]

    assert not faults


def test_every_table_belongs_to_an_organisation_or_says_why_not() -> None:
    ownerless = {model.__name__ for model in tables() if not issubclass(model, TenantRow)}

    assert ownerless == set(WITHOUT_OWNER)


def test_every_key_sorts_by_time_or_is_named_here() -> None:
    others = {model.__name__ for model in tables() if not issubclass(model, Row)}

    assert others == set(OTHER_KEYS)


def test_no_table_overrides_save_or_listens_to_signals() -> None:
    faults = [
        f"{source.name(file)}:{function.lineno} {function.name}"
        for file in source.modules("records")
        for function in source.functions(file)
        if function.name in {"save", "delete"} or any("receiver" in ast.unparse(d) for d in function.decorator_list)
    ]

    assert not faults


@pytest.mark.django_db
def test_every_tenant_table_has_forced_row_level_security() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no row-level security: there the queryset is the wall")

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid"
            " WHERE relrowsecurity AND relforcerowsecurity"
        )
        guarded = {name for (name,) in cursor.fetchall()}

    assert set(protection.tenant_tables(apps)) <= guarded


@pytest.mark.django_db
def test_the_tests_do_not_connect_as_a_superuser() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no users")

    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        row = cursor.fetchone()

    assert row == (False,)
