"""Backup and restore: everything is destroyed, and comes back proved, on either database."""

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import installation
from tests.installation import Installation

SCENE = str(Path(__file__).with_name("backup_scene.py"))
GUARDBOOK = ("-m", "guardbook")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("place")


@pytest.fixture(scope="module")
def full(place: Path) -> Iterator[Installation]:
    """An installation with two providers, an answer and two files."""
    with installation.made(place / "full") as own:
        own.migrate()
        own.run(SCENE, "fill")
        yield own


@pytest.fixture(scope="module")
def backup(full: Installation, place: Path) -> Path:
    """A backup of it."""
    file = place / "all.guardbook"
    full.run(*GUARDBOOK, "backup", str(file))
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Installation]:
    """Another machine: an empty folder and an empty database."""
    with installation.made(tmp_path / "empty") as own:
        yield own


@pytest.fixture
def other(full: Installation, backup: Path, tmp_path: Path) -> Iterator[Installation]:
    """A machine that has the same records already."""
    with installation.made(tmp_path / "other", like=full) as own:
        yield own


def look(own: Installation) -> dict[str, Any]:
    return dict(json.loads(own.run(SCENE, "look")))


def test_everything_comes_back_on_another_machine(full: Installation, backup: Path, empty: Installation) -> None:
    said = empty.run(*GUARDBOOK, "restore", str(backup))

    assert "kept as" not in said
    before, after = look(full), look(empty)
    assert "Restored and proved" in said
    assert after["faults"] == []
    assert "may have been sent" in after.pop("mail")[0]
    assert before.pop("mail") == [""]
    assert after == before


def test_a_backup_goes_from_either_database_to_the_other(backup: Path, empty: Installation, tmp_path: Path) -> None:
    if not empty.database_url:
        pytest.skip("this run has no PostgreSQL: the run on PostgreSQL goes both ways")
    small, back = Installation(tmp_path / "small"), tmp_path / "back.guardbook"

    small.run(*GUARDBOOK, "restore", str(backup))
    small.run(*GUARDBOOK, "backup", str(back))
    empty.run(*GUARDBOOK, "restore", str(back))

    assert look(small) == look(empty)
    assert look(empty)["faults"] == []


def test_a_backup_shows_one_instant_while_people_work(other: Installation, empty: Installation, tmp_path: Path) -> None:
    busy = tmp_path / "busy.guardbook"

    other.run(SCENE, "backup", str(busy))

    empty.run(*GUARDBOOK, "restore", str(busy))
    assert len(look(other)["organisations"]) > 20
    assert look(empty)["organisations"] == ["Other Care", "Rose House"]
    assert look(empty)["faults"] == []


def test_an_upgrade_backs_up_first_and_that_backup_comes_back(other: Installation, empty: Installation) -> None:
    other.run("-m", "django", "migrate", "django_tasks_database", "0020", "--skip-checks", "--verbosity", "0")

    said = other.run(*GUARDBOOK, "prepare")

    (kept,) = (other.folder / "backups").glob("before-upgrade-*.guardbook")
    assert str(kept) in said
    empty.run(*GUARDBOOK, "restore", str(kept))
    assert look(empty)["organisations"] == ["Other Care", "Rose House"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have these permissions")
def test_only_the_owner_can_read_a_backup(backup: Path) -> None:
    assert oct(backup.stat().st_mode & 0o777) == "0o600"


def test_a_backup_is_not_put_over_a_file_that_is_there(full: Installation, backup: Path) -> None:
    said = full.run(*GUARDBOOK, "backup", str(backup), code=1)

    assert "there already" in said


def test_a_place_that_cannot_be_written_leaves_nothing(full: Installation, tmp_path: Path) -> None:
    said = full.run(*GUARDBOOK, "backup", str(tmp_path / "no" / "such" / "folder"), code=1)

    assert "cannot be written" in said
    assert not list(tmp_path.iterdir())


def test_records_that_are_there_are_not_overwritten_unasked(backup: Path, other: Installation) -> None:
    other.run(SCENE, "rename")

    said = other.run(*GUARDBOOK, "restore", str(backup), code=1)

    assert "--replace" in said
    assert look(other)["organisations"] == ["Changed", "Changed"]


def test_records_that_are_there_are_replaced_when_asked(backup: Path, other: Installation) -> None:
    other.run(SCENE, "rename")

    said = other.run(*GUARDBOOK, "restore", str(backup), "--replace")

    assert look(other)["organisations"] == ["Other Care", "Rose House"]
    assert ("here before is kept" in said) == (not other.database_url)


def test_a_destroyed_database_file_is_replaced(backup: Path, empty: Installation) -> None:
    if empty.database_url:
        pytest.skip("PostgreSQL keeps its own files")
    empty.folder.mkdir()
    (empty.folder / "guardbook.sqlite3").write_bytes(b"not a database at all, but long enough to look at" * 50)

    said = empty.run(*GUARDBOOK, "restore", str(backup), code=1)
    empty.run(*GUARDBOOK, "restore", str(backup), "--replace")

    assert "cannot be read" in said
    assert look(empty)["organisations"] == ["Other Care", "Rose House"]


def test_a_restore_is_refused_while_guardbook_runs(backup: Path, other: Installation) -> None:
    other.run(SCENE, "alive")

    said = other.run(*GUARDBOOK, "restore", str(backup), "--replace", code=1)

    assert "is running here" in said


def damaged(backup: Path, target: Path, name: str, content: bytes) -> Path:
    """A copy of a backup in which one entry says something else."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return target


def test_a_damaged_backup_is_refused_before_anything_changes(backup: Path, empty: Installation) -> None:
    bad = damaged(backup, empty.folder.with_name("bad"), "tables/records.organisation.jsonl", b"")

    said = empty.run(*GUARDBOOK, "restore", str(bad), code=1)

    assert "table records.organisation is not what was written" in said
    assert not (empty.folder / "guardbook.sqlite3").exists()
    assert not (empty.folder / "files").exists()


def test_a_backup_can_be_proved_without_changing_anything(backup: Path, empty: Installation) -> None:
    said = empty.run(*GUARDBOOK, "restore", str(backup), "--check")

    assert "This backup is whole" in said


def test_a_backup_of_a_later_version_is_refused(backup: Path, empty: Installation) -> None:
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["migrations"].append(["records", "9999_later"])
    later = damaged(backup, empty.folder.with_name("later"), "manifest.json", json.dumps(manifest).encode())

    said = empty.run(*GUARDBOOK, "restore", str(later), "--replace", code=1)

    assert "later version" in said


def test_a_missing_file_is_named_and_does_not_stop_the_backup(other: Installation, tmp_path: Path) -> None:
    gone = next((other.folder / "files" / "kept").glob("*/*"))
    gone.unlink()

    said = other.run(*GUARDBOOK, "backup", str(tmp_path / "less.guardbook"), code=1)

    assert gone.name in said
