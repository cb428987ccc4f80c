"""Reads settings with a type and a reason for each; nonsense stops the start, in words."""

import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environs
import marshmallow.validate


class BadSetting(SystemExit):
    """A setting cannot be used. Says which one, why, and what a good one looks like."""


@dataclass(frozen=True, slots=True)
class Mail:
    """How mail leaves; ``host`` empty means that mail is not set up."""

    host: str
    port: int
    user: str
    password: str
    security: str
    sender: str

    @property
    def is_configured(self) -> bool:
        """True where a mail server is named."""
        return bool(self.host)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, checked."""

    data_folder: Path
    secret_key: str
    hosts: tuple[str, ...]
    base_url: str
    trust_proxy: bool
    database: dict[str, Any]
    mail: Mail
    log_level: str

    @property
    def is_https(self) -> bool:
        """True where people reach the product over TLS."""
        return self.base_url.startswith("https://")


def load() -> Settings:
    """Read every setting from the environment, after the file that GUARDBOOK_SETTINGS names.

    Raises:
        BadSetting: a setting cannot be used; the message names it.
    """
    env = environs.Env()
    file = os.environ.get("GUARDBOOK_SETTINGS", "")
    if file:
        if not Path(file).is_file():
            raise BadSetting(f"GUARDBOOK_SETTINGS names {file}, and there is no such file.")
        env.read_env(file, recurse=False)
    try:
        with env.prefixed("GUARDBOOK_"):
            return _read(env)
    except environs.EnvError as error:
        raise BadSetting(f"A setting cannot be used. {error}") from error


def _read(env: environs.Env) -> Settings:
    folder = Path(env.str("DATA", "") or _usual_folder()).expanduser().resolve()
    make_private(folder)
    base_url = _address(env.str("BASE_URL", "http://127.0.0.1:8080"))
    named = urlsplit(base_url).hostname or ""
    return Settings(
        data_folder=folder,
        secret_key=env.str("SECRET_KEY", "") or _kept_secret(folder),
        hosts=tuple(env.list("HOSTS", [named, "localhost", "127.0.0.1"])),
        base_url=base_url,
        trust_proxy=env.bool("TRUST_PROXY", False),
        database=database(env.str("DATABASE_URL", ""), folder),
        mail=_mail(env),
        log_level=env.str(
            "LOG_LEVEL", "WARNING", validate=marshmallow.validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"])
        ),
    )


def make_private(folder: Path) -> None:
    """Create a folder that only the account running Guardbook can open."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_uid == os.geteuid():
        folder.chmod(0o700)


def database(url: str, folder: Path) -> dict[str, Any]:
    """Return Django's description of the database: PostgreSQL when a URL is given, else SQLite."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "guardbook.sqlite3",
            # FULL: what was answered with success is on disk, even when the power goes.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
            "TEST": {"NAME": None},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadSetting(
            "GUARDBOOK_DATABASE_URL should look like postgresql://user:password@host:5432/name, "
            "or be left out to use the built-in database."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def _usual_folder() -> Path:
    checkout = Path(__file__).parents[3]
    if (checkout / "guardbook").is_file():  # the launcher: this is a checkout, which keeps everything in one place
        return checkout / "data"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")) / "Guardbook"
    return Path(os.environ.get("XDG_DATA_HOME", "~/.local/share")) / "guardbook"


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadSetting(f"GUARDBOOK_BASE_URL should look like https://guardbook.example.org, not {value!r}.")
    return f"{parts.scheme}://{parts.netloc}"


def _kept_secret(folder: Path) -> str:
    file = folder / "secret.key"
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as handle:
            handle.write(secrets.token_urlsafe(64))
    return file.read_text().strip()


def _mail(env: environs.Env) -> Mail:
    return Mail(
        host=env.str("MAIL_HOST", ""),
        port=env.int("MAIL_PORT", 587),
        user=env.str("MAIL_USER", ""),
        password=env.str("MAIL_PASSWORD", ""),
        security=env.str("MAIL_SECURITY", "starttls", validate=marshmallow.validate.OneOf(["starttls", "tls", "none"])),
        sender=env.str("MAIL_FROM", "guardbook@localhost"),
    )
