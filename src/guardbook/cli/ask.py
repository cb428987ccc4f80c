"""`guardbook ask`: put facts to a public rule and print its whole verdict."""

import argparse
import json
import sys
from pathlib import Path

from guardbook.content import ask
from guardbook.kernel.errors import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("rule", nargs="?", help="the rule's name, such as roles.requirement")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--json", metavar="FILE", help="the facts as JSON, or - for standard input")
    what.add_argument("--schema", action="store_true", help="describe the facts this rule takes, as JSON Schema")
    parser.add_argument("--list", action="store_true", help="name every rule that can be asked")


def run(options: argparse.Namespace) -> int:
    """Print the list, a schema or a verdict."""
    if options.list or not options.rule:
        print(listing())
    elif options.schema:
        show(ask.schema(options.rule))
    elif options.json:
        show(ask.answer(options.rule, facts(options.json)))
    else:
        raise Refused(f"Give the facts with --json FILE, or see what {options.rule} needs with --schema.")
    return 0


def listing() -> str:
    """Return every rule's name and the question it answers, in two columns."""
    rules = ask.listed()
    width = max(len(rule.name) for rule in rules) + 2
    return "\n".join(f"{rule.name:<{width}}{rule.answers} ({', '.join(rule.rules)})" for rule in rules)


def facts(file: str) -> str:
    """Return the JSON text from a file or from standard input."""
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file} cannot be read as a text file: {error}.") from error


def show(value: object) -> None:
    """Print a value as JSON that people can read too."""
    print(json.dumps(value, indent=2, ensure_ascii=False))
