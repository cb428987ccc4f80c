"""What tests of pages with forms share: addresses, what is typed, and what is read."""

import re
from datetime import datetime
from typing import Any, Protocol

from django.test import Client
from django.urls import reverse

from guardbook.kernel import clock
from guardbook.queries.access import Context


class Answered(Protocol):
    """What a test reads of a response."""

    content: bytes
    status_code: int


def text(response: Answered) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def to(context: Context, page: str, /, **more: object) -> str:
    return reverse(page, kwargs={"organisation": context.organisation_id, **more})


def moment(name: str, instant: datetime, at: str = "") -> dict[str, str]:
    local = clock.in_uk(instant)
    typed = {f"{name}_on-day": local.day, f"{name}_on-month": local.month, f"{name}_on-year": local.year}
    return {key: str(value) for key, value in typed.items()} | {f"{name}_at": at or f"{local:%H:%M}"}


def day(name: str, instant: datetime) -> dict[str, str]:
    local = clock.in_uk(instant)
    return {f"{name}-day": str(local.day), f"{name}-month": str(local.month), f"{name}-year": str(local.year)}


def send(client: Client, address: str, **said: Any) -> Answered:
    """Send a form that is in order: the answer leads on."""
    response: Answered = client.post(address, said)
    assert response.status_code == 302, text(response)
    return response
