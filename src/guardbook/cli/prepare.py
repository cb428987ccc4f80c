"""Bring the database up to date before `run` starts anything; an upgrade makes a backup first."""

import argparse
import sys

from django.conf import settings
from django.core.management import call_command

from guardbook.content import packs
from guardbook.kernel.errors import Refused
from guardbook.queries import installation

SUPERUSER = (
    "The PostgreSQL role that Guardbook uses is a superuser, so the wall between providers would not hold. "
    "Make one that is not: CREATE ROLE guardbook LOGIN NOSUPERUSER; and let it own the database."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Prepare, and print the data folder for `run` to show."""
    if installation.passes_walls():
        raise Refused(SUPERUSER)
    check_packs()
    bring_up_to_date()
    print(settings.DATA_FOLDER)
    return 0


def check_packs() -> None:
    """Read the newest pack of every toolkit: a faulty one stops the start, in words."""
    for code in packs.codes():
        packs.newest(code)


def bring_up_to_date() -> None:
    """Apply what this version changes in the database."""
    waiting = installation.waiting_migrations()
    if waiting and installation.has_records():
        say(f"Upgrading the database ({len(waiting)} changes).")
    elif waiting:
        say("Making the database.")
    if waiting:
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def say(words: str) -> None:
    """Tell the person; the other stream is for `run`."""
    print(words, file=sys.stderr, flush=True)
