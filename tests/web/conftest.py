"""What tests of pages share: a clock that stands still, and the owner signed in."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from tests.cast import Cast, user


@pytest.fixture
def still_clock(settings: LazySettings, tmp_path: Path, now: datetime) -> None:
    """Pages see the same instant as the actions of the test."""
    file = tmp_path / "clock"
    file.write_text(now.isoformat())
    settings.CLOCK_FILE = file


@pytest.fixture
def asha(still_clock: None, cast: Cast, client: Client) -> Client:
    """The owner of Rose House, signed in."""
    client.force_login(user(cast.asha))
    return client
