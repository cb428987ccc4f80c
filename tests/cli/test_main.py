"""The command line speaks to people: every command is listed, every failure is a sentence and an exit code."""

import argparse
import json
import re

import pytest

from guardbook import __version__
from guardbook.cli import commands, main
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["--help"])

    shown = capsys.readouterr().out
    assert code == 0
    assert not [command.name for group in commands.GROUPS for command in group.commands if command.name not in shown]


def test_no_command_at_all_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([]) == 0
    assert "guardbook run" in capsys.readouterr().out


def test_an_unknown_command_is_not_understood(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["brew", "tea"])

    assert code == 2
    assert "There is no command 'brew'." in capsys.readouterr().err


def test_the_version_is_the_packages_own(capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config) -> None:
    declared = re.search(
        r'^version = "(.+)"', (pytestconfig.rootpath / "pyproject.toml").read_text("utf-8"), re.MULTILINE
    )

    main.main(["--version"])

    assert declared is not None
    assert capsys.readouterr().out.strip() == declared[1] == __version__


@pytest.mark.parametrize("command", commands.ALL.values(), ids=lambda command: command.name)
def test_every_command_describes_itself(command: commands.Command) -> None:
    parser = argparse.ArgumentParser(prog=command.name)

    command.load().add_arguments(parser)

    undescribed = [action.dest for action in parser._actions if not action.help]  # noqa: SLF001 - argparse offers no list
    assert not undescribed


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Refused("Say who.", "Say when."), "Say who.\nSay when."),
        (NotFound(), "There is no such thing here."),
        (NotFound("There is no rule called “x”."), "There is no rule called “x”."),
        (NotPermitted(), "That is not allowed."),
        (Conflict("Somebody else changed it."), "Somebody else changed it."),
    ],
    ids=["refused", "not found", "not found, named", "not permitted", "conflict"],
)
def test_a_failure_becomes_words(error: Refused, words: str) -> None:
    assert main.in_words(error) == words


def test_ask_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["ask", "--list"])

    assert code == 0
    assert "roles.requirement" in capsys.readouterr().out


def test_ask_describes_the_facts_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["ask", "roles.kind", "--schema"])

    assert code == 0
    assert "owned_by" in json.loads(capsys.readouterr().out)["properties"]


def test_ask_answers_from_a_file(capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("facts") / "facts.json"
    file.write_text("{}", "utf-8")

    code = main.main(["ask", "roles.kind", "--json", str(file)])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "UNKNOWN"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["roles.knd", "--schema"], "There is no rule called “roles.knd”. Did you mean “roles.kind”?"),
        (["roles.kind"], "Give the facts with --json FILE"),
        (["roles.kind", "--json", "no-such-file.json"], "no-such-file.json cannot be read"),
    ],
    ids=["unknown rule", "no facts", "no file"],
)
def test_ask_says_what_is_wrong(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["ask", *arguments])

    assert code == 1
    assert words in capsys.readouterr().err
