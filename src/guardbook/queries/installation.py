"""Questions about this installation itself: is the database up to date, and is it safely set up."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from guardbook.queries import access, organisations


def waiting_migrations() -> list[str]:
    """Return the names of the changes that this version of Guardbook wants to make to the database."""
    executor = MigrationExecutor(connection)
    return [migration.name for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def has_records() -> bool:
    """Return whether an earlier start has made the tables."""
    return bool(MigrationExecutor(connection).loader.applied_migrations)


def is_new() -> bool:
    """Return whether nobody has set this installation up yet."""
    with access.everything():
        return organisations.is_empty()


def passes_walls() -> bool:
    """Return whether the database role could see past row-level security, as a PostgreSQL superuser can."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        row = cursor.fetchone()
    return bool(row and row[0])


def database_words() -> str:
    """Return the kind and version of the database, for a person to read."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT version()" if connection.vendor == "postgresql" else "SELECT 'SQLite ' || sqlite_version()"
        )
        row = cursor.fetchone()
    return " ".join(str(row[0]).split()[:2]) if row else connection.vendor
