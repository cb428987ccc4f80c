"""`guardbook run`: bring the database up to date, start the web and job processes, and look after them."""

import argparse
import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

THREADS = 4  # measured: enough for a home, and SQLite has one writer anyway
START_LIMIT = 60.0  # seconds until the first page must answer
STOP_LIMIT = 10.0  # seconds a process gets to finish; one stopped while starting has been seen to hang for ever
LOOPBACK = "127.0.0.1"

Processes = dict[str, subprocess.Popen[bytes]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("--host", default=LOOPBACK, help="address to listen on (default: this computer only)")
    parser.add_argument("--port", type=int, default=8080, help="port to listen on (default: 8080)")
    parser.add_argument(
        "--data", type=Path, help="folder that holds everything (default: GUARDBOOK_DATA, or `data` here)"
    )


def run(options: argparse.Namespace) -> int:
    """Start everything and stay until stopped; return 0 after Ctrl-C, 1 when a process ended by itself."""
    if options.data:
        os.environ["GUARDBOOK_DATA"] = str(options.data)
    if is_taken(options.host, options.port):
        print(
            f"Something on this computer is already using port {options.port}. If it is Guardbook, open it in your "
            f"browser; if not, choose another port: guardbook run --port {options.port + 1}",
            file=sys.stderr,
        )
        return 1
    address = f"http://{options.host if options.host != '0.0.0.0' else LOOPBACK}:{options.port}"  # noqa: S104 - compared
    os.environ.setdefault("GUARDBOOK_BASE_URL", address)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guardbook.config.settings")
    prepare = [sys.executable, "-m", "guardbook", "prepare"]
    prepared = subprocess.run(prepare, check=False, stdout=subprocess.PIPE, text=True)
    if prepared.returncode:
        return prepared.returncode
    with stop_on_signals() as stopping:
        folder, code = prepared.stdout.splitlines()[-2:]
        return look_after(start(options.host, options.port), Place(address, folder, code), stopping)


@dataclass(frozen=True, slots=True)
class Place:
    """Where Guardbook is: address, folder, and until somebody has set it up the code that lets them from afar."""

    address: str
    folder: str
    code: str = ""

    @property
    def first_page(self) -> str:
        """The address to open first."""
        return f"{self.address}/first-run/?code={self.code}" if self.code else self.address


@dataclass(slots=True)
class Stopping:
    """Whether somebody asked us to stop."""

    asked: bool = field(default=False)


@contextlib.contextmanager
def stop_on_signals() -> Iterator[Stopping]:
    """Note Ctrl-C, a closed terminal and a polite kill, instead of dying and leaving the children behind."""
    stopping = Stopping()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stopping.asked = True

    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # Windows lacks some, and has one of its own
    for number in [getattr(signal, name) for name in names if hasattr(signal, name)]:
        signal.signal(number, ask)
    yield stopping


def is_taken(host: str, port: int) -> bool:
    """Say whether something listens there already."""
    with socket.socket() as probe:
        if os.name == "posix":  # a port that was just let go is free; on Windows this option means something else
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def start(host: str, port: int) -> Processes:
    """Start the web process and the job process."""
    web = ["granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "1",
           "--blocking-threads", str(THREADS), "--no-ws", "--log-level", "warning",
           "guardbook.config.wsgi:application"]  # fmt: skip
    return {
        "web": child(["-m", *web]),
        "jobs": child(["-m", "guardbook.jobs"]),
    }


def child(arguments: list[str]) -> subprocess.Popen[bytes]:
    """Start a Python process that Ctrl-C does not reach directly: we stop it, in order."""
    command = [sys.executable, *arguments]
    if os.name == "nt":
        return subprocess.Popen(command, creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0))
    return subprocess.Popen(command, start_new_session=True, preexec_fn=end_with_parent())  # noqa: PLW1509 - one thread here


def end_with_parent() -> Callable[[], None] | None:
    """On Linux, have the system end a child whose supervisor was killed; elsewhere it stays until stopped by hand."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    set_death_signal = 1  # PR_SET_PDEATHSIG

    def ask() -> None:
        libc.prctl(set_death_signal, signal.SIGTERM)

    return ask


def look_after(processes: Processes, place: Place, stopping: Stopping) -> int:
    """Say when it answers, wait for the end, and leave no process behind."""
    try:
        if wait_until_it_answers(processes, place.address, stopping):
            print(
                f"\nGuardbook is ready: open {place.first_page} in your browser.\n"
                f"Everything it knows is kept in {place.folder}\n"
                "Press Ctrl-C here to stop it.",
                flush=True,
            )
        ended = wait_for_the_end(processes, stopping)
    finally:
        stop_all(processes)
    if ended:
        print(
            f"The {ended} process ended by itself, so Guardbook stopped. Start it again with: guardbook run",
            file=sys.stderr,
        )
        return 1
    print("Guardbook has stopped. Nothing is lost.")
    return 0


def wait_until_it_answers(processes: Processes, address: str, stopping: Stopping) -> bool:
    """Wait for the first page; False when the web process ended, was stopped or took too long."""
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit and not stopping.asked and processes["web"].poll() is None:
        if answers(address):
            return True
        time.sleep(0.05)
    return False


def answers(address: str) -> bool:
    """Ask for the start page; any answer will do."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=START_LIMIT)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status > 0
    except OSError:
        return False
    finally:
        connection.close()


def wait_for_the_end(processes: Processes, stopping: Stopping) -> str | None:
    """Wait until somebody asks to stop (None) or a process ends by itself (its name)."""
    while not stopping.asked:
        for name, process in processes.items():
            if process.poll() is not None:
                return name
        time.sleep(0.2)
    return None


def stop_all(processes: Processes) -> None:
    """Ask every process to finish, and end those that do not in time."""
    polite = getattr(signal, "CTRL_BREAK_EVENT", signal.SIGTERM)  # on Windows terminating would be no asking
    for process in processes.values():
        if process.poll() is None:
            process.send_signal(polite)
    limit = time.monotonic() + STOP_LIMIT
    for process in processes.values():
        try:
            process.wait(max(0.1, limit - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
