"""What every file must say about itself, and what no file may say."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture import source

VAGUE = {"utils", "util", "helpers", "helper", "common", "services", "service", "manager", "managers", "misc"}

# Put together from pieces, so that this file does not contain what it looks for.
FORBIDDEN = {
    "a path of one machine": re.compile(
        rb"(?<![\w.])/(?:wo" + rb"rk|ro" + rb"ot|tmp/le" + rb"ad)(?=[/\s'\"`]|$)", re.MULTILINE
    ),
    "the host of a package registry": re.compile(
        rb"(?:pypi|pythonhosted|npmjs)\.(?:o" + rb"rg|c" + rb"om)|registry\.np" + rb"mjs|deb\.deb" + rb"ian\.org"
    ),
    "work left for later": re.compile(rb"\b(?:TO" + rb"DO|FIX" + rb"ME|X" + rb"XX)\b"),
}
BINARY = {".png", ".ico", ".jpg", ".woff2", ".xlsx", ".docx", ".pdf", ".zip", ".sqlite3", ".dump", ".gz", ".guardbook"}
# Files of others that we ship unchanged.
VENDORED = ("src/guardbook/web/static/nhsuk", "src/guardbook/web/static/vendor")


@pytest.mark.parametrize("what", sorted(FORBIDDEN))
def test_no_tracked_file_names(what: str) -> None:
    faults = [
        f"{source.name(file)}: {found.group().decode()}"
        for file in source.tracked()
        if file.suffix not in BINARY and not source.name(file).startswith(VENDORED)
        if (found := FORBIDDEN[what].search(file.read_bytes()))
    ]

    assert not faults


def test_every_module_opens_with_one_sentence() -> None:
    faults = [
        source.name(file)
        for file in [*source.modules(), *source.tests()]
        if file.read_text("utf-8").strip() and not ast.get_docstring(source.tree(file))
    ]

    assert not faults


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [source.name(file) for file in source.modules() if VAGUE & {file.stem, file.parent.name}]


@pytest.mark.parametrize("layer", ["rules", "actions", "queries"])
def test_every_public_function_says_what_goes_in_and_out(layer: str) -> None:
    faults = [
        f"{source.name(file)}:{node.lineno} {node.name}"
        for file in source.modules(layer)
        for node in source.tree(file).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]

    assert not faults


def test_no_test_is_skipped_or_ignored_without_a_reason() -> None:
    unexplained = re.compile(
        r"mark\.skip\b(?!\(reason)|mark\.skip\(\)|pytest\.skip\(\)|# type: ignore(?!\[)|# noqa(?!: )"
    )
    faults = [
        f"{source.name(file)}: {found.group()}"
        for file in [*source.modules(), *source.tests()]
        if file != Path(__file__) and (found := unexplained.search(file.read_text("utf-8")))
    ]

    assert not faults
