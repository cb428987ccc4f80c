"""The log names no secret of a private address."""

import logging
from typing import Any, cast

import pytest
from django.conf import settings

from guardbook.config.hiding import HideSecrets

KEYS = "01a216a7-518b-7000-baff-bd6b9719d5f4/01a216a7-51c0-7000-a7fc-bf2510ca5a71"


def hidden(words: str, *parts: object) -> str:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, words, parts, None)
    assert HideSecrets().filter(record)
    return record.getMessage()


@pytest.mark.parametrize(
    "address",
    [
        f"/calendar/{KEYS}/C9HdrC_MW0L7LAlSqYIh1Ylsesfkd9EAyp/guardbook.ics",
        f"/invitation/{KEYS}/C9HdrC_MW0L7LAlSqYIh1Ylsesfkd9EAyp/",
        "/reminders/off/C9HdrC_MW0L7LAlSqYIh1Ylsesfkd9EAyp/",
    ],
)
def test_a_secret_is_not_written_down(address: str) -> None:
    said = hidden("Not Found: %s", address)

    assert "C9Hdr" not in said
    assert said.startswith("Not Found: /")
    assert "…" in said


def test_everything_else_is_written_as_it_was() -> None:
    assert hidden("Not Found: %s", "/o/no-such-page/") == "Not Found: /o/no-such-page/"


def test_every_way_into_the_log_hides_them() -> None:
    handlers = cast("dict[str, Any]", settings.LOGGING["handlers"])

    assert all("secrets" in handler["filters"] for handler in handlers.values())
