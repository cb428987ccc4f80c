"""The first run without a browser."""

from pathlib import Path

import pytest

from guardbook.cli import main
from guardbook.queries import access
from guardbook.records.models import Organisation, User
from tests.cast import Cast

OWNER = ["owner", "--name", "Asha Owner", "--email", "asha@rose.example", "--organisation", "Rose House"]


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    file = tmp_path / "password"
    file.write_text("three quiet herons\n", "utf-8")
    return file


def test_the_first_owner_is_made_by_a_script(everything: None, password_file: Path) -> None:
    code = main.main([*OWNER, "--password-file", str(password_file)])

    assert code == 0
    assert [row.name for row in Organisation.objects.all()] == ["Rose House"]
    assert User.objects.get(sign_in_name="asha@rose.example").check_password("three quiet herons")


def test_a_second_first_owner_is_refused(cast: Cast, password_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main([*OWNER, "--password-file", str(password_file)])

    assert code == 1
    assert "has been set up already" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_weak_password_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "password"
    file.write_text("password", "utf-8")

    code = main.main([*OWNER, "--password-file", str(file)])

    assert code == 1
    assert "too short" in capsys.readouterr().err
    with access.everything():
        assert not Organisation.objects.exists()


@pytest.mark.django_db
def test_a_password_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main([*OWNER, "--password-file", "no-such-file"])

    assert code == 1
    assert "no-such-file cannot be read" in capsys.readouterr().err
