"""`guardbook audit verify`: walk every chain of events and say where one is not what was written."""

import argparse
import sys

from guardbook.cli import prepare
from guardbook.queries import audit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Print each fault; return 1 where there is one."""
    prepare.require_records()
    found = 0
    for fault in audit.faults():
        found += 1
        print(fault, file=sys.stderr)
    if found:
        print(f"The record of changes is not whole: {found} faults.", file=sys.stderr)
        return 1
    print("The record of changes is whole: nothing was edited, removed or reordered.")
    return 0
