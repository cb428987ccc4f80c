"""Measures a start as a person waits for it: from nothing, and again when everything is installed."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guardbook.cli.bench import machine

VISITS = 40
LIMIT = 120.0


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds to make the database from empty, seconds from then to a first page, and megabytes after some visits."""

    schema: float
    first_page: float
    memory: float | None


def measure(folder: Path, database_url: str) -> Start:
    """Make a database, start the product on it, visit it, and stop it."""
    environment = told(folder, database_url)
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "guardbook", "prepare"], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    schema = time.perf_counter() - began
    port = free_port()
    began = time.perf_counter()
    command = [sys.executable, "-m", "guardbook", "run", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        visit(f"http://127.0.0.1:{port}/", server)
        first_page = time.perf_counter() - began
        for _ in range(VISITS):
            visit(f"http://127.0.0.1:{port}/", server)
        return Start(schema, first_page, machine.memory_megabytes(server.pid))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(LIMIT)


def told(folder: Path, database_url: str) -> dict[str, str]:
    """Return the environment of a process that works on this folder and database."""
    mine: Mapping[str, str] = {"GUARDBOOK_DATA": str(folder), "GUARDBOOK_DATABASE_URL": database_url}
    return {**{name: value for name, value in os.environ.items() if not name.startswith("GUARDBOOK_")}, **mine}


def visit(url: str, server: subprocess.Popen[bytes]) -> None:
    """Open a page, waiting until something answers."""
    limit = time.monotonic() + LIMIT
    while time.monotonic() < limit and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=LIMIT) as answer:  # noqa: S310 - our own server
                answer.read()
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("The server did not answer.")


def free_port() -> int:
    """Return a port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
