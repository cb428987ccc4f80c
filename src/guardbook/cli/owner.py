"""`guardbook owner`: the first run without a browser."""

import argparse
import getpass
import sys
from pathlib import Path

from guardbook.actions import accounts
from guardbook.cli import prepare
from guardbook.kernel.errors import Refused
from guardbook.outside import clock
from guardbook.queries import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("--name", required=True, help="the owner's name")
    parser.add_argument("--email", required=True, help="the email address they sign in with")
    parser.add_argument("--organisation", required=True, help="the care provider's name")
    parser.add_argument("--password-file", metavar="FILE", help="file that holds the password, or - for standard input")


def run(options: argparse.Namespace) -> int:
    """Make the organisation and its owner; refuse when somebody did already."""
    prepare.bring_up_to_date()
    if not installation.is_new():
        raise Refused("Guardbook has been set up already. The owner can invite colleagues on the Team page.")
    owner = accounts.Owner(options.name, options.email, password(options.password_file))
    accounts.set_up(owner, options.organisation, clock.now())
    print(f"{options.name} owns {options.organisation} and can sign in as {options.email}.")
    return 0


def password(file: str | None) -> str:
    """Return the password: from a file, from standard input, or asked for at the keyboard without showing it."""
    if file == "-":
        return sys.stdin.readline().rstrip("\n")
    if file:
        try:
            return Path(file).read_text("utf-8").rstrip("\r\n")
        except OSError as error:
            raise Refused(f"The password file {file} cannot be read: {error.strerror}.") from error
    return getpass.getpass("Password: ")
