"""Error pages: what happened, what it means, and what to do next, with the right status."""

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.test import Client

from guardbook.kernel.errors import Conflict, GuardbookError, NotFound, NotPermitted, Refused
from guardbook.web import failures
from tests.web.gallery import request


@pytest.mark.parametrize(
    ("failure", "status", "words"),
    [
        (NotFound(), 404, "Page not found"),
        (NotPermitted("Your access does not let you change settings."), 403, "does not let you change settings"),
        (Refused("The date is in the future.", "Say who."), 400, "The date is in the future."),
        (Conflict("Ben saved this at 10:05."), 409, "Ben saved this at 10:05."),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_a_failure_has_its_page(failure: GuardbookError, status: int, words: str) -> None:
    answer = failures.shown(request(), failure)

    shown = answer.content.decode()
    assert answer.status_code == status
    assert words in shown
    assert "Go to what next" in shown


def test_every_reason_of_a_refusal_is_shown() -> None:
    shown = failures.shown(request(), Refused("First.", "Second.")).content.decode()

    assert "First." in shown
    assert "Second." in shown


def test_something_too_big_says_how_to_make_it_smaller() -> None:
    answer = failures.bad_request(request(), RequestDataTooBig())

    assert answer.status_code == 413
    assert "Send a smaller file" in answer.content.decode()


def test_something_nobody_understands_says_that_nothing_changed() -> None:
    answer = failures.bad_request(request(), SuspiciousOperation())

    assert answer.status_code == 400
    assert "Nothing was changed" in answer.content.decode()


def test_a_fault_of_ours_is_not_blamed_on_the_reader_and_touches_no_messages() -> None:
    asked = request()

    answer = failures.broken(asked)

    assert answer.status_code == 500
    assert "not something you did" in answer.content.decode()
    assert not asked._messages.used  # type: ignore[attr-defined]  # noqa: SLF001 - where Django keeps them


@pytest.mark.django_db
def test_an_address_nobody_made_is_not_found(client: Client) -> None:
    answer = client.get("/nowhere/at/all/")

    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_left_open_too_long_asks_to_be_sent_again() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {})

    assert answer.status_code == 403
    assert "reload the page" in answer.content.decode()
