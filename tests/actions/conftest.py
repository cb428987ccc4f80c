"""The made-up provider, built once for all tests of a file: each test takes back what it did to it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from guardbook.actions.demo import building
from guardbook.queries import access
from guardbook.queries.access import Context
from tests.conftest import NOW


@pytest.fixture(scope="module")
def made_up(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[building.Built]:
    """The made-up provider on the morning of the tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield building.build(NOW)
        transaction.set_rollback(True)


@pytest.fixture
def built(made_up: building.Built, everything: None) -> Context:
    """The made-up provider, as seen by the machine."""
    return access.system("Test", made_up.organisation_id, NOW)
