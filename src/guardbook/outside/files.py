"""Keeps files under the fingerprint of their content, so that none is ever half written, changed or lost unseen."""

import hashlib
import os
import re
import secrets
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from guardbook.kernel.errors import NotFound

GRACE = timedelta(days=2)
_CHUNK = 1024 * 1024
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Fault:
    """A stored file that is missing or whose content no longer matches its name."""

    sha256: str
    words: str


@dataclass(frozen=True, slots=True)
class Store:
    """Files in one folder: ``kept/ab/<fingerprint>``, with ``incoming`` and ``aside`` beside it.

    A file is written to ``incoming``, flushed to the disk, and only then given its name; the row that
    refers to it comes after. So a power cut leaves at most a file that nothing refers to.
    """

    folder: Path

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256 in hexadecimal. Keeping the same bytes twice is one file.

        Raises:
            OSError: the disk is full or cannot be written; nothing was kept.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._path(sha256)
        _make_folder(target.parent)
        _make_folder(self._incoming)
        part = self._incoming / f"{sha256}.{secrets.token_hex(8)}"
        try:
            _write(part, content)
            part.replace(target)  # also when it is there already: the new one is known to be whole
        finally:
            part.unlink(missing_ok=True)
        _flush_folder(target.parent)
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        """Open a kept file for reading.

        Raises:
            NotFound: no such file is kept.
        """
        for path in (self._path(sha256), self._aside / sha256):
            try:
                return path.open("rb")
            except FileNotFoundError:
                continue
        raise NotFound("The file is not in the store.")

    def read(self, sha256: str) -> bytes:
        """Return the whole content of a kept file, proved against its fingerprint.

        Raises:
            NotFound: no such file is kept, or its content changed on the disk.
        """
        with self.open(sha256) as handle:
            content = handle.read()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise NotFound("The stored file is damaged. Bring it back from a backup.")
        return content

    def holds(self, sha256: str) -> bool:
        """True where a file with this fingerprint is kept."""
        return self._path(sha256).is_file() or (self._aside / sha256).is_file()

    def fingerprints(self) -> Iterator[str]:
        """Name every kept file."""
        for path in sorted((self.folder / "kept").glob("??/*")):
            if _FINGERPRINT.fullmatch(path.name):
                yield path.name

    def verify(self, wanted: Iterable[str]) -> Iterator[Fault]:
        """Read every wanted file again and name those that are missing or whose content changed."""
        for sha256 in wanted:
            if not self.holds(sha256):
                yield Fault(sha256, "The file is missing.")
            elif self._fingerprint_of(sha256) != sha256:
                yield Fault(sha256, "The content changed since the file was kept.")

    def _fingerprint_of(self, sha256: str) -> str:
        digest = hashlib.sha256()
        with self.open(sha256) as handle:
            while piece := handle.read(_CHUNK):
                digest.update(piece)
        return digest.hexdigest()

    def sweep(self, wanted: Container[str], now: datetime) -> list[str]:
        """Forget files that no row refers to, in two steps, and return those deleted.

        A file is first put aside, and deleted only when it is still unwanted two days later, because a
        row that refers to it may be about to be saved. A wanted file found aside goes back.
        """
        before = (now - GRACE).timestamp()
        for part in self._files(self._incoming):
            if part.stat().st_mtime < before:
                part.unlink(missing_ok=True)
        deleted = list(self._sweep_aside(wanted, before))
        for sha256 in self.fingerprints():
            path = self._path(sha256)
            if sha256 not in wanted and path.stat().st_mtime < before:
                _make_folder(self._aside)
                path.replace(self._aside / sha256)
                os.utime(self._aside / sha256, (now.timestamp(), now.timestamp()))
        return deleted

    def _sweep_aside(self, wanted: Container[str], before: float) -> Iterator[str]:
        for path in self._files(self._aside):
            if path.name in wanted:
                target = self._path(path.name)
                _make_folder(target.parent)
                path.replace(target)
            elif path.stat().st_mtime < before:
                path.unlink(missing_ok=True)
                yield path.name

    def _path(self, sha256: str) -> Path:
        if not _FINGERPRINT.fullmatch(sha256):
            raise NotFound("That is not the fingerprint of a file.")
        return self.folder / "kept" / sha256[:2] / sha256

    def _files(self, folder: Path) -> list[Path]:
        return sorted(folder.iterdir()) if folder.is_dir() else []

    @property
    def _incoming(self) -> Path:
        return self.folder / "incoming"

    @property
    def _aside(self) -> Path:
        return self.folder / "aside"


def store() -> Store:
    """The store in this installation's data folder."""
    return Store(settings.DATA_FOLDER / "files")


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        _flush_folder(folder.parent)


def _flush_folder(folder: Path) -> None:
    # Windows cannot open a folder to flush it, and its rename is flushed with the file system's own journal.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
