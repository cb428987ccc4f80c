"""Row-level security and append-only triggers, written once for every table that needs them."""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

APPEND_ONLY = "records_auditevent"
ERASABLE = ("records_eventdetail", "records_revision", "records_sensitiveread")

_SEEN = """
    current_setting('guardbook.reach', true) = 'everything'
    OR {column} = NULLIF(current_setting('guardbook.organisation', true), '')::uuid
"""
_GRANTED = """
    OR (current_setting('guardbook.reach', true) = 'grants' AND {column} IN (
        SELECT organisation_id FROM records_grant
        WHERE user_id = NULLIF(current_setting('guardbook.viewer', true), '')::uuid))
"""
_OWN_GRANTS = "OR user_id = NULLIF(current_setting('guardbook.viewer', true), '')::uuid"


def tenant_tables(apps: Apps) -> dict[str, str]:
    """Every table that names its organisation, with the column that does."""
    found = {"records_organisation": "id"}
    for model in apps.get_app_config("records").get_models():
        if any(field.column == "organisation_id" for field in model._meta.concrete_fields):
            found[model._meta.db_table] = "organisation_id"
    return found


def policy(table: str, column: str) -> list[str]:
    """The statements that force row-level security on one table."""
    seen = _SEEN.format(column=column)
    extra = _OWN_GRANTS if table == "records_grant" else _GRANTED.format(column=column)
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS guardbook_tenant ON {table}",
        f"CREATE POLICY guardbook_tenant ON {table} USING ({seen} {extra}) WITH CHECK ({seen})",
    ]


def protect(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Apply every policy and trigger; safe to run again after a new table."""
    if editor.connection.vendor == "postgresql":
        for table, column in tenant_tables(apps).items():
            for statement in policy(table, column):
                editor.execute(statement)
        for statement in _postgresql_triggers():
            editor.execute(statement)
    else:
        for statement in _sqlite_triggers():
            editor.execute(statement)


def _postgresql_triggers() -> list[str]:
    statements = [
        """CREATE OR REPLACE FUNCTION guardbook_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'records_auditevent' AND EXISTS (
              SELECT 1 FROM records_erasure WHERE organisation_id = OLD.organisation_id) THEN
            RETURN OLD;
          END IF;
          RAISE EXCEPTION 'the ledger is append-only';
        END $$"""
    ]
    for table in (APPEND_ONLY, *ERASABLE):
        statements += [
            f"DROP TRIGGER IF EXISTS guardbook_append_only ON {table}",
            f"CREATE TRIGGER guardbook_append_only BEFORE UPDATE OR DELETE ON {table}"  # noqa: ISC004 - one statement
            " FOR EACH ROW EXECUTE FUNCTION guardbook_append_only()",
        ]
    return statements


def _sqlite_triggers() -> list[str]:
    statements = []
    for table in (APPEND_ONLY, *ERASABLE):
        permit = (
            ""
            if table == APPEND_ONLY
            else "WHEN NOT EXISTS (SELECT 1 FROM records_erasure WHERE organisation_id = OLD.organisation_id)"
        )
        for operation, condition in (("UPDATE", ""), ("DELETE", permit)):
            name = f"{table}_no_{operation.lower()}"
            statements += [
                f"DROP TRIGGER IF EXISTS {name}",
                f"CREATE TRIGGER {name} BEFORE {operation} ON {table} {condition} "  # noqa: ISC004 - one statement
                "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
            ]
    return statements
