"""`guardbook manage`: Django's own commands, for those who change Guardbook."""

import argparse

from django.core import management


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: whatever Django's command takes."""
    parser.add_argument(
        "words", nargs=argparse.REMAINDER, metavar="COMMAND ...", help="Django's command and its arguments"
    )


def run(options: argparse.Namespace) -> int:
    """Run Django's command."""
    management.execute_from_command_line(["guardbook manage", *options.words])
    return 0
