"""What tests share: a clock reading, the cast, and the scope of the machine."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from guardbook.queries import access
from tests.cast import Cast

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """A Sunday morning in November 2026."""
    return NOW


@pytest.fixture
def everything(db: None) -> Iterator[None]:
    """See all rows, as the machine does; for looking at what an action left behind."""
    with access.everything():
        yield


@pytest.fixture
def cast(everything: None, now: datetime) -> Cast:
    """Asha owns a home, Ben is staff there, Rhea reads there, Carol owns another provider."""
    return Cast.made(now)
