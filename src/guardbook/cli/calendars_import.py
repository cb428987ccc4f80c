"""`guardbook calendars import`: read a newer list of bank holidays, show what differs, and take it into use when told."""

import argparse
from datetime import date
from pathlib import Path

from guardbook.actions.installation import calendars
from guardbook.cli import prepare
from guardbook.content.refreshing_calendars import Proposal
from guardbook.kernel.clock import uk_today
from guardbook.outside import clock
from guardbook.queries.access import Actor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", type=Path, help="the list from gov.uk/bank-holidays.json, as downloaded")
    parser.add_argument(
        "--made-on",
        type=date.fromisoformat,
        metavar="DAY",
        help="the day the list was downloaded, such as 2026-12-01, if not today",
    )
    parser.add_argument(
        "--accept", action="store_true", help="take the list into use, once you have looked at the differences"
    )
    parser.add_argument("--by", default="The operator", help="who accepts it, for the record of changes")


def run(options: argparse.Namespace) -> int:
    """Show the differences; with --accept also keep the list."""
    prepare.bring_up_to_date()
    now = clock.now()
    proposal = calendars.read_calendar(options.file, options.made_on or uk_today(now))
    print(shown(proposal))
    if options.accept:
        kept = calendars.accept_calendar(proposal, Actor(options.by, "operator"), now)
        print(f"\nTaken into use, kept in {kept}.")
    else:
        print("\nNothing was changed. To take this list into use, run the same command with --accept.")
    return 0


def shown(proposal: Proposal) -> str:
    """Return the proposal for a person to read."""
    lines = proposal.differences or ("Nothing in this list differs from what is here already.",)
    return "\n".join(lines)
