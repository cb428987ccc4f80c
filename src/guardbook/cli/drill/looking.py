"""The part of a drill that comes after the kill: counts what is there and prints it as JSON."""

import argparse
import json
from dataclasses import asdict

from guardbook.cli import prepare
from guardbook.queries import demo, soundness


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Come up as after any stop, then count."""
    prepare.bring_up_to_date()
    ((organisation_id, _),) = demo.made_up()
    print(json.dumps(asdict(soundness.tally(organisation_id))))
    return 0
