"""What tests of jobs share: a mail server."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.jobs.office import PostOffice, point_to


@pytest.fixture
def office(settings: Settings) -> Iterator[PostOffice]:
    """A mail server on this machine, named in the settings."""
    office = PostOffice()
    with office.opened() as port:
        point_to(settings, port)
        yield office
