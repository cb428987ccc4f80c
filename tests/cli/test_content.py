"""`guardbook content check` hides no known difference."""

import pytest

from guardbook.cli import main


def test_published_packs_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["content", "check", "--all"])

    shown = capsys.readouterr().out
    assert code == 0
    assert "46 compulsory questions are listed and the official total is 45" in shown
