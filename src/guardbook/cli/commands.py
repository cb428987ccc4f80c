"""Every command there is: its name, what it does in words, and the module that does it."""

import argparse
import importlib
from dataclasses import dataclass
from typing import Protocol, cast


class Module(Protocol):
    """What a command's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Describe the command's arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; return the exit code."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: ``name`` may be two words; ``module`` is imported when the command is run, and not before."""

    name: str
    summary: str
    module: str
    needs_records: bool = True

    def load(self) -> Module:
        """Import the module behind the command."""
        return cast("Module", importlib.import_module(f"guardbook.cli.{self.module}"))


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that belong together in the help."""

    title: str
    commands: tuple[Command, ...]


GROUPS = (
    Group(
        "Start",
        (
            Command("run", "start Guardbook and print the address to open", "run", needs_records=False),
            Command("owner", "make the first owner without a browser", "owner"),
            Command("demo", "build a made-up provider with a year of records, or remove it", "demo"),
        ),
    ),
    Group(
        "Keep safe",
        (
            Command("backup", "make one consistent copy of everything, while people work", "backup"),
            Command("restore", "prove a backup and bring it back", "restore"),
            Command("audit verify", "show that the record of changes was not edited, shortened or reordered", "audit"),
        ),
    ),
    Group(
        "Toolkit and rules",
        (
            Command(
                "toolkit import",
                "read an official list of questions, show what differs, take it into use",
                "toolkit_import",
            ),
            Command(
                "endings import",
                "read a newer list of when makers stop sending fixes, show what differs, take it into use",
                "endings_import",
            ),
            Command(
                "calendars import",
                "read a newer list of bank holidays, show what differs, take it into use",
                "calendars_import",
            ),
            Command(
                "content check",
                "check every pack: shape, references, completeness, locks",
                "content",
                needs_records=False,
            ),
            Command("ask", "ask any rule a question, with facts as JSON", "ask", needs_records=False),
        ),
    ),
    Group(
        "Measure",
        (
            Command(
                "bench", "measure start-up, memory, pages and evaluation on this machine", "bench", needs_records=False
            ),
            Command("drill", "kill it at bad moments and show that nothing was lost", "drill", needs_records=False),
        ),
    ),
    Group(
        "For those who change Guardbook",
        (Command("manage", "Django's own commands, such as makemigrations", "manage"),),
    ),
)

# Started by other commands, not by people: the help leaves them out.
INNER = (
    Command("prepare", "bring the database up to date, with a backup first", "prepare"),
    Command("bench pages", "measure pages and evaluation inside one process", "bench.pages"),
    Command("bench scale", "measure many providers and long registers inside one process", "bench.scale"),
    Command("drill write", "work until killed", "drill.writing"),
    Command("drill look", "count what is there after a kill", "drill.looking"),
)

ALL = {command.name: command for group in GROUPS for command in group.commands} | {
    command.name: command for command in INNER
}


def find(words: list[str]) -> tuple[Command, list[str]] | None:
    """Return the command that these words begin with, and the words that are left."""
    for length in (2, 1):
        command = ALL.get(" ".join(words[:length]))
        if command and len(words) >= length:
            return command, words[length:]
    return None
