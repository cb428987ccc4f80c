"""The command line: finds the command, sets the scene, and turns every failure into a sentence and an exit code."""

import argparse
import os
import sys
from collections.abc import Sequence

from guardbook import __version__
from guardbook.cli import commands
from guardbook.kernel.errors import GuardbookError, NotFound, NotPermitted, Refused

WELCOME = """Guardbook {version}: the Data Security and Protection Toolkit, for adult social care.

  guardbook run              starts it and prints the address to open
  guardbook COMMAND --help   says more about one command
"""
FROM_A_CHECKOUT = """
In a checkout, ./guardbook also has
  test            everything that must hold, on both databases and in a browser
  check           the quick half of it
  docs            write docs/reference afresh from the code
  pictures        photograph the main pages for the docs
"""
FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused or failed, 2 not understood."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(overview())
        return 0
    if words[0] == "--version":
        print(__version__)
        return 0
    found = commands.find(words)
    if found is None:
        print(f"There is no command {words[0]!r}.\n", file=sys.stderr)
        print(overview(), file=sys.stderr)
        return MISUSED
    return carry_out(*found)


def carry_out(command: commands.Command, words: Sequence[str]) -> int:
    """Run one command; a failure that is no bug becomes a sentence."""
    if command.needs_records:
        set_scene()
    module = command.load()
    parser = argparse.ArgumentParser(prog=f"guardbook {command.name}", description=sentence(command.summary))
    module.add_arguments(parser)
    try:
        return module.run(parser.parse_args(words))
    except GuardbookError as error:
        print(in_words(error), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def set_scene() -> None:
    """Let the command use records: read the settings and load the tables."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guardbook.config.settings")
    import django

    django.setup()


def in_words(error: GuardbookError) -> str:
    """Return what to tell the person."""
    match error:
        case Refused():
            return "\n".join(error.reasons)
        case NotFound():
            return str(error) or "There is no such thing here."
        case NotPermitted():
            return str(error) or "That is not allowed."
        case _:
            return str(error)


def overview() -> str:
    """Return the list of commands, grouped, as `guardbook --help` prints it."""
    width = max(len(name) for name in commands.ALL) + 2
    groups = "".join(
        f"\n{group.title}\n" + "".join(f"  {command.name:<{width}}{command.summary}\n" for command in group.commands)
        for group in commands.GROUPS
    )
    return WELCOME.format(version=__version__) + groups + FROM_A_CHECKOUT


def sentence(words: str) -> str:
    """Return words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}."
