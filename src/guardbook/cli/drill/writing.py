"""The part of a drill that is killed: imports a staff list and freezes answers, again and again, saying so each time."""

import argparse
import itertools
from datetime import UTC, date, datetime, time

from guardbook.actions.assessment import publishing
from guardbook.actions.demo import building, story
from guardbook.actions.demo.year import FROZEN, Cast
from guardbook.actions.imports import runs, staging
from guardbook.actions.imports.staff import STAFF
from guardbook.actions.imports.staging import Source
from guardbook.kernel import clock as uk
from guardbook.outside import clock
from guardbook.queries import access, demo, frameworks, imports
from guardbook.queries.access import Context
from guardbook.rules.assessment.status import Goal

ROWS = 60
_CAME, _WENT = date(2020, 1, 6), date(2020, 12, 18)
_HEADINGS = ("Full name", "Job title", "Type", "Staff number", "Start date", "Leaving date")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "--begin", action="store_true", help="only make the provider to work on, and print its identifier"
    )


def run(options: argparse.Namespace) -> int:
    """Work until killed; every line printed is a promise that it is kept."""
    eve = Cast(uk.uk_today(clock.now())).ago(FROZEN)
    if options.begin:
        print(building.build(clock.now(), stop_before=eve).organisation_id)
        return 0
    ((organisation_id, _),) = demo.made_up()
    context = access.system(story.MANAGER, organisation_id, datetime.combine(eve, time(12), UTC))
    pack = frameworks.newest()
    for number in itertools.count():
        bring_staff(context, number)
        print("imported", flush=True)
        publishing.freeze(context, framework=pack.code, version=pack.version, goal=Goal.STANDARDS_MET)
        print("frozen", flush=True)
    return 0


def bring_staff(context: Context, number: int) -> None:
    """Import sixty people nobody has seen before; they left long ago, so that no figure of the toolkit moves."""
    stamp = f"{clock.now():%H%M%S%f}"
    lines = tuple(
        (row + 2, (f"Drill {stamp} {row}", "Carer", "Employee", f"{stamp}-{row}", _CAME, _WENT)) for row in range(ROWS)
    )
    run_id = staging.start(context, STAFF, Source("drill.xlsx", f"{stamp}{number}", _HEADINGS, lines))
    found = imports.run(context, STAFF.kind, run_id)
    runs.match(context, STAFF, run_id=run_id, matching=found.matching, options={})
    while runs.check_next(context, STAFF, run_id=run_id):
        pass
    runs.apply(context, STAFF, run_id=run_id)
