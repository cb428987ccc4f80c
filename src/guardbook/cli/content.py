"""`guardbook content check`: look at everything published with the package."""

import argparse

from guardbook.content import checks
from guardbook.rules.assessment.suggestions import RULES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("--all", action="store_true", help="show also what is good")


def run(options: argparse.Namespace) -> int:
    """Print each fault and each known difference; return 1 where there is a fault."""
    lines = checks.check(RULES)
    for line in lines:
        if options.all or line.standing is not checks.Standing.GOOD:
            print(line)
    faults = sum(line.standing is checks.Standing.FAULT for line in lines)
    print(f"{len(lines)} things checked, {faults} to put right.")
    return 0 if checks.sound(lines) else 1
