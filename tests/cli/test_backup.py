"""Backup and restore: everything is destroyed, and comes back proved, on either database."""

import contextlib
import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guardbook.cli import throwaway
from guardbook.outside import bundles
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


def test_a_backup_goes_from_either_database_to_the_other(backup: Path, tmp_path: Path) -> None:
    small, back = Installation(tmp_path / "small"), tmp_path / "back.guardbook"
    small.run(*GUARDBOOK, "restore", str(backup))
    with throwaway.cluster() as url:
        big = Installation(tmp_path / "big", url)

        big.run(*GUARDBOOK, "restore", str(backup))
        big.run(*GUARDBOOK, "backup", str(back))
        big.run(*GUARDBOOK, "restore", str(back), "--replace")
        small.run(*GUARDBOOK, "restore", str(back), "--replace")

        assert look(small) == look(big)
        assert look(big)["faults"] == []


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


def forged(backup: Path, target: Path, change: Callable[[dict[str, list[str]]], None]) -> Path:
    """A backup that is whole, but whose rows somebody changed before they wrote a new manifest."""
    with bundles.opened(backup) as old, bundles.written(target) as new:
        rows = {name: list(old.lines(name)) for name in old.manifest.tables}
        change(rows)
        told = replace(old.manifest, tables={name: new.table(name, lines) for name, lines in rows.items()})
        for sha256 in told.files:
            new.file(sha256, io.BytesIO(old.file(sha256)))
        new.finish(told)
    return target


def leave_out_answers(rows: dict[str, list[str]]) -> None:
    """Take a whole table out."""
    del rows["records.answer"]


def reorder(rows: dict[str, list[str]]) -> None:
    """Put rows where no backup of ours has them."""
    rows["records.user"].reverse()


def rewrite_history(rows: dict[str, list[str]]) -> None:
    """Say that something else happened."""
    rows["records.auditevent"] = [line.replace("answered", "untouched") for line in rows["records.auditevent"]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (leave_out_answers, "does not hold the tables"),
        (reorder, "records.user came back with"),
        (rewrite_history, "does not hold together"),
    ],
)
def test_a_forged_backup_is_refused_and_what_was_there_stays(
    backup: Path, other: Installation, tmp_path: Path, change: Callable[[dict[str, list[str]]], None], words: str
) -> None:
    bad = forged(backup, tmp_path / "forged", change)
    other.run(SCENE, "rename")

    said = other.run(*GUARDBOOK, "restore", str(bad), "--replace", code=1)

    assert words in said
    assert look(other)["organisations"] == ["Changed", "Changed"]


def test_an_installation_nobody_set_up_is_restored_into_unasked(backup: Path, empty: Installation) -> None:
    empty.migrate()

    said = empty.run(*GUARDBOOK, "restore", str(backup))

    assert "kept as" not in said
    assert look(empty)["organisations"] == ["Other Care", "Rose House"]


def test_a_database_that_another_program_has_open_is_kept_with_its_journal(backup: Path, other: Installation) -> None:
    if other.database_url:
        pytest.skip("PostgreSQL keeps its own files")
    other.run(SCENE, "rename")
    with contextlib.closing(sqlite3.connect(other.folder / "guardbook.sqlite3")) as looking_on:
        looking_on.execute("SELECT name FROM records_organisation").fetchall()

        other.run(*GUARDBOOK, "restore", str(backup), "--replace")

        assert list(other.folder.glob("guardbook-replaced-*.sqlite3-wal"))
    assert look(other)["organisations"] == ["Other Care", "Rose House"]
    assert look(other)["faults"] == []


def test_an_upgrade_with_nothing_to_lose_makes_no_backup(empty: Installation) -> None:
    empty.run(*GUARDBOOK, "prepare")

    empty.run(SCENE, "before-upgrade")

    assert not (empty.folder / "backups").exists()


def test_only_the_newest_backups_before_upgrades_are_kept(other: Installation) -> None:
    older = [other.folder / "backups" / f"before-upgrade-2025010{day}-000000.guardbook" for day in range(1, 7)]
    older[0].parent.mkdir()
    for file in older:
        file.touch()

    other.run(SCENE, "before-upgrade")

    kept = sorted(older[0].parent.iterdir())
    assert kept[:-1] == older[2:]
    assert kept[-1].stat().st_size


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
