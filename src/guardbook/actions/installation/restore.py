"""Brings a backup back, and proves that every row, file and link of the audit chain is what was saved."""

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from guardbook.actions import jobs
from guardbook.actions.installation import tables
from guardbook.kernel.errors import Refused
from guardbook.outside import bundles, files
from guardbook.outside.bundles import Manifest, Reader
from guardbook.queries import access, installation
from guardbook.records import ledger, scope
from guardbook.records.models import OutboxMessage

_MAIL = "This waited when the backup was made. It may have been sent since, so it is not sent again."
_RUNNING = "Guardbook is running here. Stop it, wait half a minute, and restore again."
_TAKEN = (
    "There are records here already. To put the backup in their place, add --replace. "
    "On SQLite the old database is kept beside the new one; on PostgreSQL it is gone."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back. ``kept`` is the database that was there before, where there was one and it is a file."""

    made_at: datetime
    rows: int
    files: int
    missing: tuple[str, ...]
    kept: Path | None = None


def prove(source: Path) -> Restored:
    """Read a whole backup and compare it with its manifest; change nothing.

    Raises:
        Refused: it is damaged, or no backup.
    """
    with bundles.opened(source) as reader:
        reader.prove()
        return _told(reader.manifest)


def bring_back(source: Path, *, now: datetime, replace: bool = False) -> Restored:
    """Restore a backup into this installation, whichever of the two databases it was made on and is for.

    Until everything is proved the old database stays as it is.

    Raises:
        Refused: the backup is damaged or later than this version; Guardbook is running; or there are
            records here and ``replace`` was not said.
    """
    with bundles.opened(source) as reader:
        reader.prove()
        is_taken = _is_taken(now, replace=replace)
        _restore_files(reader)
        with _new_database(keep_old=is_taken) as kept, scope.writing("action"):
            _restore_rows(reader, now)
        return _told(reader.manifest, kept[0] if kept else None)


def _told(manifest: Manifest, kept: Path | None = None) -> Restored:
    made_at = datetime.fromisoformat(manifest.made_at)
    return Restored(made_at, manifest.rows, len(manifest.files), tuple(manifest.missing), kept)


def _is_taken(now: datetime, *, replace: bool) -> bool:
    """True where there is something here to replace, and we may; False where there is nothing."""
    try:
        if not installation.has_records():
            return False
        if jobs.is_alive(now):
            raise Refused(_RUNNING)
        if installation.is_new():
            return False
    except DatabaseError as error:  # what is there cannot be read: damaged, or made halfway
        connection.close()
        if not replace:
            raise Refused(f"The database that is here cannot be read ({error}). {_TAKEN}") from error
    if not replace:
        raise Refused(_TAKEN)
    return True


def _restore_files(reader: Reader) -> None:
    store = files.store()
    for sha256 in reader.manifest.files:
        store.put(reader.file(sha256))


def _restore_rows(reader: Reader, now: datetime) -> None:
    nodes = [(app, name) for app, name in reader.manifest.migrations]
    held = tables.at(DEFAULT_DB_ALIAS, nodes)
    MigrationExecutor(connection).migrate(nodes)
    if set(held) != set(reader.manifest.tables):
        raise Refused("The backup does not hold the tables that its version of Guardbook had.")
    with transaction.atomic():
        _rows_in_any_order()
        for name, table in held.items():
            tables.load(table, reader.lines(name), DEFAULT_DB_ALIAS)
        connection.check_constraints()
        for name, table in held.items():
            _prove_rows(name, table, reader.manifest)
    call_command("migrate", interactive=False, verbosity=0)
    if faults := list(ledger.faults()):
        raise Refused("The record of changes in this backup does not hold together.", *faults[:5])
    OutboxMessage.objects.filter(sent_at=None, given_up_at=None).update(given_up_at=now, last_error=_MAIL)


def _rows_in_any_order() -> None:
    # Making the tables left PostgreSQL checking references row by row until the transaction ends.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _prove_rows(name: str, table: tables.Table, manifest: Manifest) -> None:
    found = bundles.content(tables.lines(table, DEFAULT_DB_ALIAS))
    if found != manifest.tables[name]:
        raise Refused(f"The table {name} came back with {found.rows} rows that are not those of the backup.")


@contextlib.contextmanager
def _new_database(*, keep_old: bool) -> Iterator[list[Path]]:
    """An empty database that takes the place of the old one at the end, or not at all."""
    kept: list[Path] = []
    if connection.vendor == "postgresql":
        with access.everything():
            _drop_tables()
            yield kept
    else:
        with _new_file(kept, keep_old=keep_old):
            yield kept


def _drop_tables() -> None:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {quote(name)} CASCADE")


@contextlib.contextmanager
def _new_file(kept: list[Path], *, keep_old: bool) -> Iterator[None]:
    real = Path(connection.settings_dict["NAME"])
    part = real.with_name(f"restoring-{secrets.token_hex(6)}.sqlite3")
    connection.close()
    connection.settings_dict["NAME"] = part
    try:
        with access.everything():
            yield
        connection.close()  # the last to close writes everything into the one file
        connection.settings_dict["NAME"] = real
        old = _keep_old(real)
        part.replace(real)
        bundles.flush_folder(real.parent)
        if keep_old:
            kept.append(old)
        else:
            _remove(old)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = real
        _remove(part)


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def _keep_old(real: Path) -> Path:
    """Give the old database, which a first look made if nothing else did, a second name and its journal too."""
    with contextlib.suppress(DatabaseError), connection.cursor() as cursor:  # a damaged one is kept as it is
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    old = real.with_name(f"{real.stem}-replaced-{secrets.token_hex(4)}.sqlite3")
    old.hardlink_to(real)
    for ending in ("-wal", "-shm"):
        journal = real.with_name(real.name + ending)
        if journal.exists():
            journal.replace(old.with_name(old.name + ending))
    return old
