"""Settings: good ones are read, nonsense stops the start in words."""

import os
import stat
from pathlib import Path

import pytest

from guardbook.config import readers


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("GUARDBOOK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GUARDBOOK_DATA", str(tmp_path / "data"))


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    settings = readers.load()

    assert settings.data_folder == tmp_path / "data"
    if os.name == "posix":
        assert stat.S_IMODE(settings.data_folder.stat().st_mode) == 0o700


def test_the_secret_key_is_made_once_and_kept(tmp_path: Path) -> None:
    first, second = readers.load(), readers.load()

    assert first.secret_key == second.secret_key
    assert len(first.secret_key) > 60


def test_without_an_address_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    settings = readers.load()

    assert settings.database["NAME"] == tmp_path / "data" / "guardbook.sqlite3"


def test_a_database_address_selects_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDBOOK_DATABASE_URL", "postgresql://ann:p%40ss@db.example:5433/care")

    database = readers.load().database

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"], database["PORT"], database["NAME"]) == (
        "ann",
        "p@ss",
        "5433",
        "care",
    )


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("GUARDBOOK_DATABASE_URL", "mysql://db/care", "postgresql://user:password@host"),
        ("GUARDBOOK_DATABASE_URL", "postgresql://db", "postgresql://user:password@host"),
        ("GUARDBOOK_BASE_URL", "guardbook.example", "GUARDBOOK_BASE_URL"),
        ("GUARDBOOK_MAIL_PORT", "post", "MAIL_PORT"),
        ("GUARDBOOK_MAIL_SECURITY", "yes", "MAIL_SECURITY"),
        ("GUARDBOOK_LOG_LEVEL", "LOUD", "LOG_LEVEL"),
        ("GUARDBOOK_TRUST_PROXY", "perhaps", "TRUST_PROXY"),
        ("GUARDBOOK_SETTINGS", "/nowhere/guardbook.env", "there is no such file"),
    ],
)
def test_nonsense_stops_the_start_and_names_the_setting(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(readers.BadSetting, match=words):
        readers.load()


def test_settings_may_come_from_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "guardbook.env"
    file.write_text("GUARDBOOK_MAIL_HOST=mail.example\n")
    monkeypatch.setenv("GUARDBOOK_SETTINGS", str(file))
    monkeypatch.setenv("GUARDBOOK_MAIL_HOST", "")
    monkeypatch.delenv("GUARDBOOK_MAIL_HOST")

    settings = readers.load()

    assert settings.mail.is_configured
    assert settings.mail.host == "mail.example"


def test_an_https_address_makes_cookies_secure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDBOOK_BASE_URL", "https://guardbook.example/care")

    settings = readers.load()

    assert settings.is_https
    assert settings.base_url == "https://guardbook.example"


def test_a_checkout_keeps_its_data_beside_the_launcher(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUARDBOOK_DATA")
    made: list[Path] = []
    monkeypatch.setattr(readers, "make_private", made.append)
    monkeypatch.setenv("GUARDBOOK_SECRET_KEY", "kept elsewhere")

    settings = readers.load()

    assert made == [settings.data_folder]
    assert settings.data_folder == Path(__file__).parents[2] / "data"
