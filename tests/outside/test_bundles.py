"""The file that a backup is: whole and proved, or refused in words."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from guardbook.kernel.errors import Refused
from guardbook.outside import bundles
from guardbook.outside.bundles import Manifest

FILE = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"  # of b"foo"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of one table and one file."""
    target = tmp_path / "all.guardbook"
    with bundles.written(target) as writer:
        manifest = Manifest("2026-11-22T10:00:00+00:00", "0.1.0", "sqlite", [["records", "0001_initial"]])
        manifest.tables["records.site"] = writer.table("records.site", ['{"a":1}', '{"a":"\u2028"}'])
        manifest.files[FILE] = writer.file(FILE, io.BytesIO(b"foo"))
        writer.finish(manifest)
    return target


def changed(backup: Path, name: str, content: bytes | None) -> Path:
    """A copy in which one entry says something else, or is missing."""
    target = backup.with_name("changed.guardbook")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w") as new:
        for entry in [*old.namelist(), *([] if name in old.namelist() else [name])]:
            if entry != name:
                new.writestr(entry, old.read(entry))
            elif content is not None:
                new.writestr(entry, content)
    return target


def refusal(source: Path) -> str:
    """The words for a backup that cannot be used."""
    with pytest.raises(Refused) as caught, bundles.opened(source) as reader:
        reader.prove()
    return " ".join(caught.value.reasons)


def test_what_was_written_reads_back(backup: Path) -> None:
    with bundles.opened(backup) as reader:
        reader.prove()

        assert list(reader.lines("records.site")) == ['{"a":1}', '{"a":"\u2028"}']
        assert reader.file(FILE) == b"foo"
        assert (reader.manifest.rows, reader.manifest.files) == (2, {FILE: 3})


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("tables/records.site.jsonl", b'{"a":2}\n', "table records.site is not what was written"),
        ("tables/records.site.jsonl", None, "not whole"),
        (f"files/{FILE}", b"bar", "is not what was written"),
        (f"files/{FILE}", None, "not whole"),
        ("files/extra", b"x", "not whole"),
        ("manifest.json", None, "not a Guardbook backup"),
        ("manifest.json", b"{}", "not a Guardbook backup"),
        ("manifest.json", b"[]", "not a Guardbook backup"),
        ("manifest.json", b"\xff", "not a Guardbook backup"),
        ("manifest.json", json.dumps({"format": 1, "tables": {}, "else": 1}).encode(), "not a Guardbook backup"),
        ("manifest.json", b'{"format": 2}', "later version"),
    ],
)
def test_a_changed_backup_is_refused(backup: Path, name: str, content: bytes | None, words: str) -> None:
    assert words in refusal(changed(backup, name, content))


@pytest.mark.parametrize("keep", [0, 50, -30])
def test_half_a_backup_is_refused(backup: Path, keep: int) -> None:
    half = backup.with_name("half.guardbook")
    half.write_bytes(backup.read_bytes()[:keep])

    assert "not a whole Guardbook backup" in refusal(half)


def test_a_damaged_byte_is_found(backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[content.index(b"foo")] ^= 1
    backup.write_bytes(content)

    assert "not a whole Guardbook backup" in refusal(backup)


def test_a_backup_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "none")


def test_a_backup_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> None:
        with bundles.written(tmp_path / "all.guardbook") as writer:
            writer.table("records.site", ["{}"])
            raise OSError(28, "No space left on device")

    with pytest.raises(Refused, match="No space left"):
        broken()

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_overwritten(backup: Path) -> None:
    before = backup.read_bytes()

    with pytest.raises(Refused, match="there already"), bundles.written(backup):
        pytest.fail("nothing may be written")

    assert backup.read_bytes() == before
