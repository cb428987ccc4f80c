"""`guardbook content check`: look over every published pack, and say what is wrong with which question."""

import argparse

from guardbook.content import checks, fingerprints, packs
from guardbook.rules.assessment.suggestions import RULES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("--lock", action="store_true", help="print what lock.toml would be for the packs as they are")


def run(options: argparse.Namespace) -> int:
    """Print the report; the exit code is 1 where something has to be put right."""
    if options.lock:
        every = (packs.load(code, version) for code in packs.codes() for version in packs.framework(code).versions)
        print(fingerprints.lock_text(tuple(every)), end="")
        return 0
    report = checks.check(RULES)
    print("\n".join(str(line) for line in report))
    return 0 if checks.sound(report) else 1
