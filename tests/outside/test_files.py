"""Files kept under their fingerprint: whole or not at all."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guardbook.kernel.errors import NotFound
from guardbook.outside import files

NOW = datetime.now(UTC)
LATER = NOW + files.GRACE + timedelta(hours=1)
MUCH_LATER = LATER + files.GRACE + timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> files.Store:
    """An empty store."""
    return files.Store(tmp_path / "files")


def test_a_kept_file_is_found_by_its_fingerprint(store: files.Store) -> None:
    sha256 = store.put(b"our policy")

    assert store.read(sha256) == b"our policy"
    assert store.holds(sha256)
    assert list(store.fingerprints()) == [sha256]


def test_the_same_bytes_are_kept_once(store: files.Store) -> None:
    first = store.put(b"our policy")
    second = store.put(b"our policy")

    assert first == second
    assert list(store.fingerprints()) == [first]


@pytest.mark.parametrize("sha256", ["0" * 64, "../../etc/passwd", "", "A" * 64])
def test_an_unknown_or_forged_fingerprint_is_not_found(store: files.Store, sha256: str) -> None:
    with pytest.raises(NotFound):
        store.open(sha256)


def test_a_full_disk_leaves_nothing_behind(store: files.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        store.put(b"our policy")

    monkeypatch.undo()
    assert not [path for path in store.folder.rglob("*") if path.is_file()]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have these permissions")
def test_only_the_owner_can_read_the_store(store: files.Store) -> None:
    store.put(b"our policy")

    modes = {oct(path.stat().st_mode & 0o777) for path in store.folder.rglob("*")}
    assert modes == {"0o700", "0o600"}


def test_a_changed_and_a_missing_file_are_named(store: files.Store) -> None:
    whole, changed = store.put(b"one"), store.put(b"two")
    (store.folder / "kept" / changed[:2] / changed).write_bytes(b"edited")

    faults = {fault.sha256: fault.words for fault in store.verify([whole, changed, "f" * 64])}

    assert set(faults) == {changed, "f" * 64}
    assert "changed" in faults[changed]
    assert "missing" in faults["f" * 64]
    with pytest.raises(NotFound, match="damaged"):
        store.read(changed)


def test_an_unwanted_file_is_put_aside_and_deleted_only_later(store: files.Store) -> None:
    wanted, unwanted = store.put(b"one"), store.put(b"two")

    assert store.sweep({wanted}, NOW) == []
    assert store.sweep({wanted}, LATER) == []
    assert store.read(unwanted) == b"two"
    assert store.sweep({wanted}, MUCH_LATER) == [unwanted]
    assert not store.holds(unwanted)
    assert store.holds(wanted)


def test_a_file_wanted_after_all_comes_back(store: files.Store) -> None:
    sha256 = store.put(b"one")
    store.sweep(set(), LATER)

    store.sweep({sha256}, MUCH_LATER)

    assert list(store.fingerprints()) == [sha256]


def test_what_a_crash_left_half_written_is_cleared_and_never_served(store: files.Store) -> None:
    store.put(b"one")
    part = store.folder / "incoming" / ("a" * 64 + ".0123456789abcdef")
    part.write_bytes(b"half")

    assert not store.holds("a" * 64)
    store.sweep(set(), LATER)
    assert not part.exists()
