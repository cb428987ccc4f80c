"""A whole installation of one's own, in a temporary folder and an empty database, for tests that kill and restore."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Installation:
    """A data folder and a database; on PostgreSQL where the tests run on PostgreSQL, else SQLite."""

    folder: Path
    database_url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this installation finds in its environment."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GUARDBOOK_")}
        python_path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        return kept | {
            "GUARDBOOK_DATA": str(self.folder),
            "GUARDBOOK_DATABASE_URL": self.database_url,
            "DJANGO_SETTINGS_MODULE": "guardbook.config.settings",
            "PYTHONPATH": python_path,
        }

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run Python with these arguments to its end; return what it printed, both streams."""
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout
        return done.stdout

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start Python with these arguments."""
        return subprocess.Popen([sys.executable, *arguments], env=self.environment, cwd=ROOT, text=True)

    def migrate(self) -> None:
        """Make the tables."""
        self.run("-m", "django", "migrate", "--verbosity", "0", "--skip-checks")


@contextmanager
def made(folder: Path, like: Installation | None = None) -> Iterator[Installation]:
    """An installation, empty and without tables, or a copy of another; its PostgreSQL database is dropped at the end."""
    if like:
        shutil.copytree(like.folder, folder)
    url = os.environ.get("GUARDBOOK_DATABASE_URL", "")
    if not url:
        yield Installation(folder)
        return
    name = f"own_{secrets.token_hex(6)}"
    template = urlsplit(like.database_url).path.strip("/") if like else "template1"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
        try:
            yield Installation(folder, urlunsplit(urlsplit(url)._replace(path=f"/{name}")))
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
