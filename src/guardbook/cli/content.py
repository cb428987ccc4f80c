"""`guardbook content check`: look at every pack that came with the package."""

import argparse

from guardbook.content import checking


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Print every fault and every known difference; return 1 where there is a fault."""
    raise NotImplementedError
