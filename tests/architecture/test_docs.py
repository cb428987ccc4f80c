"""The docs keep up with the code: generated pages are in step, links lead somewhere, decisions are whole."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import source

DOCS = source.ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
PARTS = ("**Context.**", "**Options.**", "**Decision.**", "**Consequences.**", "**Enforced by**")


def test_the_generated_pages_are_in_step() -> None:
    command = [sys.executable, str(source.ROOT / "scripts" / "reference.py"), "--check"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_decisions_are_numbered_without_gaps_or_doubles() -> None:
    assert [int(file.name[:4]) for file in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_has_all_its_parts(file: Path) -> None:
    text = file.read_text("utf-8")

    assert not [part for part in PARTS if part not in text]


def test_every_link_in_the_docs_leads_somewhere() -> None:
    faults = [
        f"{source.name(file)}: {target}"
        for file in [source.ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", file.read_text("utf-8"))
        if not re.match(r"https?:|mailto:", target) and not (file.parent / target).exists()
    ]

    assert not faults


def test_the_docs_name_no_file_that_is_gone() -> None:
    faults = [
        f"{source.name(file)}: {path}"
        for file in [source.ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
        for path in re.findall(r"`((?:tests|scripts|src|docs)/[\w./-]+\.\w+)`", file.read_text("utf-8"))
        if "<" not in path and not (source.ROOT / path).exists()
    ]

    assert not faults
