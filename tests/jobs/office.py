"""A real mail server for tests: what it took, and how it answers."""

import asyncio
import dataclasses
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller
from pytest_django import Settings


class PostOffice:
    """What the mail server took, and how it answers. ``slow`` is how long it thinks before it says yes to a text."""

    def __init__(self, slow: float = 0.0) -> None:
        self.taken: list[Any] = []
        self.on_receiver = "250 OK"
        self.on_text = "250 OK"
        self.hangs_up = False
        self.slow = slow

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 - aiosmtpd's names
        envelope.rcpt_tos.append(address)
        return self.on_receiver

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.hangs_up:
            server.transport.abort()
        if self.on_text.startswith("250"):
            self.taken.append(envelope)
        await asyncio.sleep(self.slow)
        return self.on_text

    @contextmanager
    def opened(self, port: int = 0) -> Iterator[int]:
        """Serve on this machine; gives the port."""
        controller = Controller(self, hostname="127.0.0.1", port=port or free_port())
        controller.start()
        yield controller.port
        controller.stop()


def free_port() -> int:
    """A port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def point_to(settings: Settings, port: int, **more: Any) -> None:
    """Name a mail server in the settings."""
    settings.MAIL = dataclasses.replace(settings.MAIL, host="127.0.0.1", port=port, security="none", **more)
