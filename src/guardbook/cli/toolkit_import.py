"""`guardbook toolkit import`: read an official list of questions, show what differs, and take it into use when told."""

import argparse
from pathlib import Path

from guardbook.actions import frameworks
from guardbook.cli import prepare
from guardbook.content.official.building import Proposal
from guardbook.outside import clock
from guardbook.queries.access import Actor
from guardbook.rules.frameworks.difference import Kind

TITLES = {
    Kind.ADDED: "Only in the official list",
    Kind.REMOVED: "Only in ours",
    Kind.REWORDED: "May ask something else",
    Kind.LEVEL_CHANGED: "At another level",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", type=Path, help="the spreadsheet (.xlsx) of evidence items from the portal")
    parser.add_argument("--version", help="the toolkit version, such as 9, where the spreadsheet does not say")
    parser.add_argument(
        "--accept", action="store_true", help="take the list into use, once you have looked at the differences"
    )
    parser.add_argument("--by", default="The operator", help="who accepts it, for the record of changes")


def run(options: argparse.Namespace) -> int:
    """Show the differences; with --accept also keep the list."""
    prepare.bring_up_to_date()
    proposal = frameworks.read_official(options.file, options.by, clock.now(), options.version)
    print(shown(proposal))
    if options.accept:
        kept = frameworks.accept_official(proposal, Actor(options.by, "operator"), clock.now())
        print(f"\nTaken into use as {proposal.pack.name}, kept in {kept}.")
    else:
        print("\nNothing was changed. To take this list into use, run the same command with --accept.")
    return 0


def shown(proposal: Proposal) -> str:
    """Return the proposal for a person to read."""
    lines = [f"{proposal.pack.name}: {len(proposal.pack.items)} questions.", proposal.difference.summary]
    lines += [f"Note: {note}" for note in proposal.notes]
    lines += [f"Fault: {fault}" for fault in proposal.faults]
    for kind, title in TITLES.items():
        rows = proposal.difference.of(kind)
        lines += [f"\n{title} ({len(rows)})", *(f"  {row.ref:<8}{row.sentence}" for row in rows)] if rows else []
    return "\n".join(lines)
