"""`guardbook bench` measures what it says, in small; no time is asserted anywhere."""

import re

import pytest

from guardbook.cli import main

PAGES = ("home", "toolkit overview", "item", "save an answer")


def test_it_prints_every_figure_and_no_page_grows_with_the_providers(capfd: pytest.CaptureFixture[str]) -> None:
    code = main.main(["bench", "--organisations", "12", "--times", "2", "--sqlite-only"])

    shown = capfd.readouterr().out
    assert code == 0
    assert re.search(r"Measured on: .+ cores, .+ Python 3\.", shown)
    for figure in ("database from empty", "start to first page", "memory, all processes", "12 providers evaluated"):
        assert figure in shown
    for page in PAGES:
        statements = re.findall(rf"^  {page} +(?:1|12) +(\d+) +[\d.]+ +[\d.]+$", shown, re.MULTILINE)
        assert len(statements) == 2
        assert len(set(statements)) == 1, f"{page}: {statements}"
