"""Bring the database up to date before `run` starts anything; an upgrade makes a backup first."""

import argparse
import sys

from django.conf import settings
from django.core.management import call_command
from django.db.utils import OperationalError

from guardbook.actions import installation as backups
from guardbook.content import packs
from guardbook.kernel.errors import Refused
from guardbook.outside import clock, setup_code
from guardbook.queries import installation

SUPERUSER = (
    "The PostgreSQL role that Guardbook uses is a superuser, so the wall between providers would not hold. "
    "Make one that is not: CREATE ROLE guardbook LOGIN NOSUPERUSER; and let it own the database."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Prepare, and print for `run` the data folder and, until somebody has set this up, the code that lets them."""
    try:
        sees_everything = installation.passes_walls()
    except OperationalError as error:
        raise Refused("The database does not answer. Check GUARDBOOK_DATABASE_URL.", str(error).strip()) from error
    if sees_everything:
        raise Refused(SUPERUSER)
    check_packs()
    bring_up_to_date()
    print(settings.DATA_FOLDER)
    print(setup_code.code() if installation.is_new() else "")
    return 0


def require_records() -> None:
    """Refuse, in words, where nobody has ever started Guardbook on this folder."""
    if not installation.has_records():
        raise Refused(f"There are no records in {settings.DATA_FOLDER} yet. Start with: guardbook run")


def check_packs() -> None:
    """Read the newest pack of every toolkit: a faulty one stops the start, in words."""
    for code in packs.codes():
        packs.newest(code)


def bring_up_to_date() -> None:
    """Apply what this version changes in the database."""
    waiting = installation.waiting_migrations()
    if waiting:
        kept = backups.before_upgrade(clock.now())
        say(f"Upgrading. The records as they were are kept in {kept}" if kept else "Making the database.")
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def say(words: str) -> None:
    """Tell the person; the other stream is for `run`."""
    print(words, file=sys.stderr, flush=True)
