"""Copies made-up providers many times inside the database, so that measuring thousands does not take a day.

Only for measuring, on a database that is thrown away: the copies have no history. PostgreSQL only.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from guardbook.records import scope
from guardbook.records.base import TenantRow

_NOT_COPIED = frozenset({"records_importrun", "records_importrow", "records_outboxmessage", "records_standing"})


def multiply(times: int) -> int:
    """Give every provider ``times`` copies of itself, each row with an identifier of its own; return how many rows.

    Needs the scope of everything. The identifier of a copy is worked out from the original's and the
    number of the copy, so that what belongs together still does.
    """
    made = 0
    with transaction.atomic(), scope.writing("action"), connection.cursor() as cursor:
        for statement in _statements(times):
            cursor.execute(statement)
            made += cursor.rowcount
    return made


def _statements(times: int) -> Iterator[str]:
    """One statement for each table, those that others lead to first."""
    organisation = apps.get_model("records", "Organisation")
    for model in [organisation, *_in_order()]:
        table = model._meta.db_table
        names = [str(field.column) for field in model._meta.concrete_fields]
        copied = [_copied(field) for field in model._meta.concrete_fields]
        yield (
            f"INSERT INTO {table} ({', '.join(_quoted(names))}) SELECT {', '.join(copied)} "  # noqa: S608 - our own names
            f"FROM {table} old CROSS JOIN generate_series(1, {times}) AS copy(number)"
        )


def _copied(field: models.Field[Any, Any]) -> str:
    column = f'old."{field.column}"'
    is_users = field.is_relation and field.related_model is apps.get_model("records", "User")
    kind = getattr(field, "target_field", field)
    is_key = isinstance(kind, models.UUIDField) and not is_users
    return f"md5({column}::text || copy.number)::uuid" if is_key else column


def _quoted(names: list[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _in_order() -> list[type[models.Model]]:
    """Every table of a provider that is copied, each after the tables it leads to."""
    left = [
        model
        for model in apps.get_app_config("records").get_models()
        if issubclass(model, TenantRow) and model._meta.db_table not in _NOT_COPIED
    ]
    placed: list[type[models.Model]] = []
    wanted = set(left)
    while left:
        ready = [model for model in left if not (_leads_to(model) & wanted) - set(placed) - {model}]
        placed += ready
        left = [model for model in left if model not in ready]
    return placed


def _leads_to(model: type[models.Model]) -> set[type[models.Model]]:
    return {
        field.related_model
        for field in model._meta.concrete_fields
        if field.is_relation and isinstance(field.related_model, type)
    }
