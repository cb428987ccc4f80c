"""`guardbook demo`: a made-up provider with a year of records, to look round; and its removal."""

import argparse

from guardbook.actions import erasure
from guardbook.actions.demo import building, visiting
from guardbook.cli import prepare
from guardbook.outside import clock
from guardbook.queries import access, demo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("--remove", action="store_true", help="take every made-up provider away, whole")


def run(options: argparse.Namespace) -> int:
    """Build or remove."""
    prepare.bring_up_to_date()
    if options.remove:
        return remove()
    now = clock.now()
    built = building.build(now)
    print(f"Built a made-up provider by doing {built.scenes} things in its name.")
    if owners := visiting.let_owners_in(built.organisation_id, now):
        print(
            f"The owner here ({owners}) can open it after signing in."
            if owners == 1
            else f"All {owners} owners here can open it."
        )
    else:
        visitor = visiting.make_visitor(built.organisation_id, now)
        print(
            f"Start Guardbook with: guardbook run\nSign in as: {visitor.sign_in_name}\nPassword:   {visitor.password}"
        )
    return 0


def remove() -> int:
    """Remove every made-up provider."""
    found = demo.made_up()
    for organisation_id, name in found:
        context = access.system("guardbook demo --remove", organisation_id, clock.now())
        erasure.erase(context, name=name, reason="A made-up example")
        print(f"Removed {name}.")
    if not found:
        print("There is no made-up provider here.")
    return 0
