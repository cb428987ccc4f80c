"""What tests share: a clock reading, the cast, and the scope of the machine."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from guardbook.queries import access
from tests.cast import Cast

# No test judges time, so hypothesis does not either; "long" is for an evening of searching.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", _PATIENT, max_examples=60, derandomize=True, database=None)
settings.register_profile("long", _PATIENT, max_examples=5000)
settings.load_profile(os.environ.get("GUARDBOOK_EXAMPLES", "quick"))

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
