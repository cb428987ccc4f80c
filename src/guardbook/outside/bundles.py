"""The file that a backup is: a zip of tables (one JSON row a line), stored files, and a manifest that proves them."""

import contextlib
import hashlib
import io
import json
import os
import secrets
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO

from guardbook.kernel.errors import Refused

FORMAT = 1
_MANIFEST = "manifest.json"
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Content:
    """What a table holds: how many rows, and the SHA-256 of its lines."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, and when and from what it was made.

    ``migrations`` names the newest applied change of every app; ``files`` gives the size of each
    stored file by fingerprint; ``missing`` names files that were gone or damaged already.
    """

    made_at: str
    version: str
    database: str
    migrations: list[list[str]]
    tables: dict[str, Content] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT

    @property
    def rows(self) -> int:
        """The number of rows in all tables."""
        return sum(content.rows for content in self.tables.values())


def content(lines: Iterable[str]) -> Content:
    """Count rows and work out the fingerprint of their lines."""
    rows, digest = 0, hashlib.sha256()
    for line in lines:
        digest.update(f"{line}\n".encode())
        rows += 1
    return Content(rows, digest.hexdigest())


class Writer:
    """Writes a backup piece by piece; the manifest comes last."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def table(self, name: str, lines: Iterable[str]) -> Content:
        """Write the lines of one table and return what was written."""
        with self._archive.open(f"tables/{name}.jsonl", "w", force_zip64=True) as out:
            return content(_passed_on(lines, out))

    def file(self, sha256: str, stream: BinaryIO) -> int:
        """Write one stored file and return its size in bytes."""
        size = 0
        entry = zipfile.ZipInfo(f"files/{sha256}")
        with self._archive.open(entry, "w", force_zip64=True) as out:
            while piece := stream.read(_CHUNK):
                out.write(piece)
                size += len(piece)
        return size

    def finish(self, manifest: Manifest) -> None:
        """Write what the backup holds."""
        self._archive.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=1, sort_keys=True))


def _passed_on(lines: Iterable[str], out: IO[bytes]) -> Iterator[str]:
    for line in lines:
        out.write(f"{line}\n".encode())
        yield line


@contextlib.contextmanager
def written(target: Path) -> Iterator[Writer]:
    """Write a backup beside its place and move it there when it is whole and on the disk; only we may read it.

    Raises:
        Refused: the place is taken, or cannot be written.
    """
    if target.exists():
        raise Refused(f"{target} is there already. Choose another name for the backup.")
    part = target.with_name(f".{target.name}.{secrets.token_hex(6)}.part")
    try:
        with _private(part) as handle:
            with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
                yield Writer(archive)
            handle.flush()
            os.fsync(handle.fileno())
        part.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        raise Refused(f"The backup cannot be written to {target}: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)


class Reader:
    """Reads a backup."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._archive = archive
        self.manifest = manifest

    def lines(self, name: str) -> Iterator[str]:
        """The lines of one table."""
        with self._archive.open(f"tables/{name}.jsonl") as raw:
            for line in io.TextIOWrapper(raw, "utf-8", newline="\n"):
                yield line.removesuffix("\n")

    def file(self, sha256: str) -> bytes:
        """The content of one stored file."""
        return self._archive.read(f"files/{sha256}")

    def prove(self) -> None:
        """Read everything once and compare it with the manifest.

        Raises:
            Refused: something is missing, was changed or is damaged; says what.
        """
        held = set(self._archive.namelist())
        named = {f"tables/{name}.jsonl" for name in self.manifest.tables}
        named |= {f"files/{sha256}" for sha256 in self.manifest.files} | {_MANIFEST}
        if held != named:
            raise Refused(f"The backup is not whole: {', '.join(sorted(held ^ named)[:3])} should not differ.")
        for name, content in self.manifest.tables.items():
            if self._digest(f"tables/{name}.jsonl") != content.sha256:
                raise Refused(f"The backup is damaged: the table {name} is not what was written.")
        for sha256 in self.manifest.files:
            if self._digest(f"files/{sha256}") != sha256:
                raise Refused(f"The backup is damaged: the file {sha256} is not what was written.")

    def _digest(self, name: str) -> str:
        digest = hashlib.sha256()
        with self._archive.open(name) as handle:
            while piece := handle.read(_CHUNK):
                digest.update(piece)
        return digest.hexdigest()


@contextlib.contextmanager
def opened(source: Path) -> Iterator[Reader]:
    """Open a backup for reading.

    Raises:
        Refused: there is none, it is no backup of ours, it was made by a later version, or it is damaged.
    """
    try:
        with source.open("rb") as handle, zipfile.ZipFile(handle) as archive:
            yield Reader(archive, _manifest(archive))
    except OSError as error:
        raise Refused(f"The backup {source} cannot be read: {error.strerror or error}.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Refused(f"{source} is not a whole Guardbook backup.") from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(archive.read(_MANIFEST))
        if said["format"] == FORMAT:
            tables = {name: Content(**held) for name, held in said.pop("tables").items()}
            return Manifest(tables=tables, **said)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Refused("This file is not a Guardbook backup.") from error
    raise Refused("This backup was made by a later version of Guardbook. Install that version, and restore with it.")


def _private(path: Path) -> IO[bytes]:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


def flush_folder(folder: Path) -> None:
    """Make a rename in this folder last. Windows cannot open a folder, and its journal does the same."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
