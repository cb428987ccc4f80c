"""The code that proves that somebody can read this machine's data folder; the first run asks for it from afar."""

import secrets
from pathlib import Path

from django.conf import settings


def code() -> str:
    """Return the code, made at its first use and readable only by the account that runs Guardbook."""
    file: Path = settings.DATA_FOLDER / "setup-code"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(12), "utf-8")
    return file.read_text("utf-8").strip()


def is_right(given: str) -> bool:
    """Say whether this is the code."""
    return secrets.compare_digest(given.encode(), code().encode())
