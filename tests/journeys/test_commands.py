"""Backup, restore, the example, packs and official lists, by command; each on data of its own."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.journeys.server import Server


@pytest.fixture(scope="module")
def with_example(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Server:
    """An installation that holds the made-up example."""
    made = copied(prepared, tmp_path_factory.mktemp("with-example") / "data")
    built = made.command("demo")
    assert built.returncode == 0, built.stderr
    return made


@pytest.fixture
def fresh(tmp_path: Path, prepared: Path) -> Server:
    """An installation that nobody has set up yet."""
    return copied(prepared, tmp_path / "fresh")


@pytest.fixture
def owned(tmp_path: Path, fresh: Server) -> Server:
    """An installation with an owner, set up by a script."""
    password = tmp_path / "password"
    password.write_text("three quiet herons")
    owner = ["--name", "Asha Owner", "--email", "asha@rose.example", "--organisation", "Rose House"]
    made = fresh.command("owner", *owner, "--password-file", str(password))
    assert made.returncode == 0, made.stderr
    return fresh


@pytest.fixture
def untouched(tmp_path: Path) -> Server:
    """A folder in which nothing was ever started."""
    return Server(tmp_path / "untouched")


def copied(prepared: Path, folder: Path) -> Server:
    """A server on a copy of the prepared folder, not started."""
    shutil.copytree(prepared, folder)
    return Server(folder)


def test_a_backup_comes_back_whole_on_another_computer(with_example: Server, untouched: Server) -> None:
    backup = untouched.folder.with_name("kept.guardbook")

    made = with_example.command("backup", str(backup))
    proved = untouched.command("restore", str(backup), "--check")
    restored = untouched.command("restore", str(backup))
    verified = untouched.command("audit", "verify")

    assert (made.returncode, proved.returncode, restored.returncode, verified.returncode) == (0, 0, 0, 0), (
        restored.stderr
    )
    assert "This backup is whole" in proved.stdout
    assert "Restored and proved" in restored.stdout


@pytest.mark.parametrize("command", [["backup"], ["audit", "verify"]], ids=" ".join)
def test_nothing_to_keep_is_said_in_words(untouched: Server, command: list[str]) -> None:
    refused = untouched.command(*command)

    assert refused.returncode == 1
    assert "Start with: guardbook run" in refused.stderr


def test_the_example_is_removed_by_command(fresh: Server) -> None:
    fresh.command("demo")

    removed = fresh.command("demo", "--remove")
    again = fresh.command("demo", "--remove")

    assert "Removed Foxglove House" in removed.stdout
    assert "There is no made-up provider here." in again.stdout


def test_an_owner_can_open_the_example_that_a_command_built(owned: Server) -> None:
    built = owned.command("demo")

    assert "can open it after signing in" in built.stdout


def test_a_spreadsheet_that_is_no_list_is_refused_in_words(fresh: Server, tmp_path: Path) -> None:
    file = tmp_path / "shopping.xlsx"
    book = openpyxl.Workbook()
    book.save(file)

    refused = fresh.command("toolkit", "import", str(file))

    assert refused.returncode == 1
    assert refused.stderr.strip()
    assert "Traceback" not in refused.stderr


def test_a_spreadsheet_that_is_not_there_is_named(fresh: Server) -> None:
    refused = fresh.command("toolkit", "import", "no-such.xlsx")

    assert refused.returncode == 1
    assert "no-such.xlsx cannot be read" in refused.stderr


def test_a_database_that_does_not_answer_is_said_in_words(untouched: Server) -> None:
    untouched.database_url = "postgresql://a:b@127.0.0.1:1/c"

    refused = untouched.command("prepare")

    assert refused.returncode == 1
    assert "The database does not answer" in refused.stderr
