"""What Guardbook changes about the sign-in library."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library ships no types
    """Nobody signs up by themselves; the pages say what happened, so the library need not."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": "There were too many tries. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the interface is the library's
        """Closed: colleagues come in by invitation."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing."""
