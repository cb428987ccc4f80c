"""A real Guardbook: its own processes, its own data folder, its own port, stopped and killed as a person could."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from guardbook.cli.bench import machine

START_LIMIT = 90.0
STOP_LIMIT = 20.0


def free_port() -> int:
    """Return a port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Server:
    """``guardbook run`` on a folder; ``clock`` is an ISO instant to hold time at, or empty for real time."""

    folder: Path
    clock: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    database_url: str = ""
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where to open it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def clock_file(self) -> Path:
        """The file that test settings read the time from."""
        return self.folder.with_suffix(".clock")

    def environment(self) -> dict[str, str]:
        """What the server's processes are told."""
        told = {name: value for name, value in os.environ.items() if not name.startswith("GUARDBOOK_")}
        told |= {
            "DJANGO_SETTINGS_MODULE": "guardbook.config.test",
            "GUARDBOOK_DATA": str(self.folder),
            "GUARDBOOK_BASE_URL": self.url,
        }
        told |= self.settings
        if self.clock:
            self.clock_file.write_text(self.clock)
            told["GUARDBOOK_CLOCK_FILE"] = str(self.clock_file)
        if self.database_url:
            told["GUARDBOOK_DATABASE_URL"] = self.database_url
        return told

    def start(self) -> "Server":
        """Start it and wait for its first page."""
        with self.folder.with_suffix(".log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "guardbook", "run", "--port", str(self.port)],
                env=self.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_for(self.url, self.process)
        return self

    def set_clock(self, instant: str) -> None:
        """Move the time that the server believes in."""
        self.clock = instant
        self.clock_file.write_text(instant)

    def command(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run one of the product's commands on the same data."""
        return subprocess.run(
            [sys.executable, "-m", "guardbook", *words],
            env=self.environment(),
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )

    def stop(self) -> int:
        """Stop it as Ctrl-C does; return its exit code."""
        if self.process is None:
            return 0
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(STOP_LIMIT)
        finally:
            self.kill()

    def kill(self) -> None:
        """End every process at once, as a power cut would."""
        if self.process is None:
            return
        for pid in machine.family(self.process.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()
        self.process = None

    def log(self) -> str:
        """Return what the server wrote to its error stream."""
        file = self.folder.with_suffix(".log")
        return file.read_text() if file.exists() else ""


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the address answers."""
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with code {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer in time")
