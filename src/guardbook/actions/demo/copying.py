"""Copies made-up records many times inside the database, so that measuring thousands does not take a day.

Only for measuring, on a database that is thrown away: the copies have no history.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction

from guardbook.records import scope
from guardbook.records.base import TenantRow
from guardbook.records.registers import table
from guardbook.rules.registers.register import Register

_NOT_COPIED = frozenset({"records_importrun", "records_importrow", "records_outboxmessage", "records_standing"})


_APART = 28
"""Copies of one provider have all their dates moved by so many different numbers of days, so that few are alike."""


def multiply(times: int) -> int:
    """Give every provider ``times`` copies of itself, each row with an identifier of its own; return how many rows.

    On PostgreSQL. Needs the scope of everything. The identifier of a copy is worked out from the original's and the
    number of the copy, so that what belongs together still does. The dates of a copy all lie a few days earlier.
    """
    made = 0
    with transaction.atomic(), scope.writing("action"), connection.cursor() as cursor:
        for statement in _statements(times):
            cursor.execute(statement)
            made += cursor.rowcount
    return made


def lengthen(register: Register[Any], organisation_id: UUID, to: int) -> None:
    """Copy the entries of one register of one organisation until it holds ``to`` of them or a few more."""
    model = table(register)
    held = model.objects.of(organisation_id).count()
    columns = [str(field.column) for field in model._meta.concrete_fields]
    new = {
        "id": "gen_random_uuid()" if connection.vendor == "postgresql" else "lower(hex(randomblob(16)))",
        "name": "old.name || ' ' || copy.number",
        "starter": "''",
    }
    copied = ", ".join(new.get(name, f'old."{name}"') for name in columns)
    counting = f"SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < {to // held}"  # noqa: S608 - a number
    ways = f"WITH RECURSIVE copy(number) AS ({counting})"
    rows = f"SELECT {copied} FROM {model._meta.db_table} old CROSS JOIN copy WHERE old.organisation_id = %s"  # noqa: S608 - our own names
    key = organisation_id if connection.vendor == "postgresql" else organisation_id.hex
    with transaction.atomic(), scope.writing("action"), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {model._meta.db_table} ({', '.join(_quoted(columns))}) {ways} {rows}", [key])
        cursor.execute("ANALYZE")


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
    if is_key:
        return f"md5({column}::text || copy.number)::uuid"
    is_day = isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField)
    return f"{column} - copy.number % {_APART}" if is_day else column


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
