"""A PostgreSQL of one's own for an hour: made in a temporary folder, used by tests and measurements, then removed."""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

SYSTEM_USER = "postgres"  # PostgreSQL refuses to run as root; Debian's package makes this user
ROLE = DATABASE = "guardbook"
_QUICK_AND_FORGETFUL = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL server on this machine, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: float(file.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Start an empty PostgreSQL and give its URL; stop and remove it at the end.

    The role in the URL owns its database and may create others, and is no superuser: row-level security holds for it.

    Raises:
        FileNotFoundError: PostgreSQL is not installed.
    """
    programs = binaries()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed. On Debian or Ubuntu: sudo apt install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="guardbook-postgresql-"))
    try:
        with _running(programs, folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _running(programs: Path, folder: Path) -> Iterator[str]:
    port, superuser, owner = _free_port(), secrets.token_hex(16), secrets.token_hex(16)
    password_file = folder / "password"
    password_file.write_text(superuser)
    if _is_root():
        for path in (folder, password_file):
            shutil.chown(path, SYSTEM_USER)
    _call(programs / "initdb", "-D", folder / "data", "-U", "superuser", "-A", "scram-sha-256", "-N",
          "--pwfile", password_file, "--encoding", "UTF8", "--locale", "C.UTF-8")  # fmt: skip
    control = programs / "pg_ctl"
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {_QUICK_AND_FORGETFUL}"
    _call(control, "-D", folder / "data", "-l", folder / "log", "-o", settings, "-w", "start")
    try:
        _create_owner(f"postgresql://superuser:{superuser}@127.0.0.1:{port}/postgres", owner)
        yield f"postgresql://{ROLE}:{owner}@127.0.0.1:{port}/{DATABASE}"
    finally:
        _call(control, "-D", folder / "data", "-m", "immediate", "-w", "stop")


def _create_owner(url: str, password: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE ROLE {} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD {}").format(
                sql.Identifier(ROLE), sql.Literal(password)
            )
        )
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(ROLE))
        )


def _call(program: Path, *arguments: object) -> None:
    user = SYSTEM_USER if _is_root() else None
    done = subprocess.run(
        [str(program), *map(str, arguments)],
        user=user,
        group=user,
        extra_groups=[] if user else None,
        cwd=tempfile.gettempdir(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{program.name} failed: {done.stderr.strip()}")


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
