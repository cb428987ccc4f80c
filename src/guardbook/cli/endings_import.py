"""`guardbook endings import`: read a newer list of when support ends, show what differs, and take it into use when told."""

import argparse
from datetime import date
from pathlib import Path

from guardbook.actions.registers import refreshing
from guardbook.cli import prepare
from guardbook.content.endings.comparing import Kind, Proposal
from guardbook.kernel import dates
from guardbook.outside import clock
from guardbook.queries.access import Actor

TITLES = {
    Kind.MOVED: "On another day",
    Kind.ADDED: "New in this list",
    Kind.REMOVED: "No longer in this list",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", type=Path, help="the list of ends of support (endoflife.date), as downloaded, in JSON")
    parser.add_argument(
        "--made-on",
        type=date.fromisoformat,
        metavar="DAY",
        help="the day the list was made, such as 2026-12-01, where it does not say",
    )
    parser.add_argument(
        "--accept", action="store_true", help="take the list into use, once you have looked at the differences"
    )
    parser.add_argument("--by", default="The operator", help="who accepts it, for the record of changes")


def run(options: argparse.Namespace) -> int:
    """Show the differences; with --accept also keep the newer products."""
    prepare.bring_up_to_date()
    proposal = refreshing.read_endings(options.file, options.made_on)
    print(shown(proposal))
    if options.accept:
        kept = refreshing.accept_endings(proposal, Actor(options.by, "operator"), clock.now())
        print(f"\nTaken into use, kept in {kept}.")
    else:
        print("\nNothing was changed. To take this list into use, run the same command with --accept.")
    return 0


def shown(proposal: Proposal) -> str:
    """Return the proposal for a person to read."""
    made_on = dates.in_words(proposal.download.looked_on)
    lines = [f"List of {made_on}: {len(proposal.newer)} of {len(proposal.download.products)} products are newer."]
    if proposal.kept_as_is:
        lines.append(f"As new or newer here already: {', '.join(proposal.kept_as_is)}.")
    for kind, title in TITLES.items():
        rows = proposal.of(kind)
        lines += [f"\n{title} ({len(rows)})", *(f"  {row.sentence}" for row in rows)] if rows else []
    return "\n".join(lines)
