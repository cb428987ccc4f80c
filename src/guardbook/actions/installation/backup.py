"""Makes one consistent file of everything, while people work."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from guardbook import __version__
from guardbook.actions.installation import tables
from guardbook.outside import bundles, files
from guardbook.outside.bundles import Manifest, Writer
from guardbook.queries import installation

KEPT = 5  # backups before upgrades: the newest few
_SNAPSHOT = "snapshot"
_EVIDENCE = "records.evidence"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made. ``missing`` names stored files that were gone or damaged before."""

    file: Path
    rows: int
    files: int
    size: int
    missing: tuple[str, ...]


def make(target: Path, now: datetime) -> Made:
    """Write a backup to ``target``. It shows one instant, however long it takes and whoever works meanwhile.

    Raises:
        Refused: the place is taken or cannot be written; nothing is left there.
    """
    with bundles.written(target) as writer, _snapshot():
        nodes = tables.applied(_SNAPSHOT)
        manifest = Manifest(
            made_at=now.astimezone(UTC).isoformat(),
            version=__version__,
            database=connection.vendor,
            migrations=[list(node) for node in nodes],
        )
        wanted: set[str] = set()
        for name, table in tables.at(_SNAPSHOT, nodes).items():
            rows = tables.lines(table, _SNAPSHOT)
            manifest.tables[name] = writer.table(name, _noting(rows, wanted) if name == _EVIDENCE else rows)
        # Files are kept before the rows that name them, so those of the snapshot are all there by now.
        _copy_files(writer, manifest, wanted)
        writer.finish(manifest)
    return Made(target, manifest.rows, len(manifest.files), target.stat().st_size, tuple(manifest.missing))


def before_upgrade(now: datetime) -> Path | None:
    """Make a backup in the data folder where there is something to lose; return where, or None."""
    if not installation.has_records() or installation.is_new():
        return None
    folder = Path(settings.DATA_FOLDER) / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"before-upgrade-{now.astimezone(UTC):%Y%m%d-%H%M%S}.guardbook"
    make(target, now)
    for old in sorted(folder.glob("before-upgrade-*.guardbook"))[:-KEPT]:
        old.unlink()
    return target


@contextmanager
def _snapshot() -> Iterator[None]:
    """A second connection with one read-only view of the database, which holds up nobody who writes."""
    base = connection.settings_dict
    options: dict[str, Any] = dict(base["OPTIONS"])
    if connection.vendor == "postgresql":
        from psycopg import IsolationLevel  # noqa: PLC0415 - only where the database is PostgreSQL

        options["isolation_level"] = IsolationLevel.REPEATABLE_READ
    else:
        options["transaction_mode"] = "DEFERRED"
    own = {**base, "OPTIONS": options, "CONN_MAX_AGE": 0, "DISABLE_SERVER_SIDE_CURSORS": False}
    connections[_SNAPSHOT] = type(connections[DEFAULT_DB_ALIAS])(own, _SNAPSHOT)
    try:
        with transaction.atomic(using=_SNAPSHOT):
            if connection.vendor == "postgresql":
                with connections[_SNAPSHOT].cursor() as cursor:
                    cursor.execute("SELECT set_config('guardbook.reach', 'everything', true)")
            yield
    finally:
        connections[_SNAPSHOT].close()
        del connections[_SNAPSHOT]


def _noting(rows: Iterator[str], wanted: set[str]) -> Iterator[str]:
    for line in rows:
        wanted.add(json.loads(line)["fingerprint"])
        yield line


def _copy_files(writer: Writer, manifest: Manifest, wanted: set[str]) -> None:
    store = files.store()
    held = set(store.fingerprints())
    damaged = {fault.sha256 for fault in store.verify(held)}
    for sha256 in sorted(held - damaged):
        with store.open(sha256) as stream:
            manifest.files[sha256] = writer.file(sha256, stream)
    manifest.missing.extend(sorted((wanted - {""}) - (held - damaged)))
