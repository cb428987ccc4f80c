"""What care homes write about their devices is understood, or said not to be: measured on descriptions by hand."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from guardbook.content import reference
from guardbook.rules.registers.endings.matching import match

HERE = Path(__file__).parent
ENDINGS = reference.current().endings
PRECISION, RECALL = 0.99, 0.98
"""Floors that the matcher reaches today. A wrong answer is worse than none."""


@dataclass(frozen=True)
class Line:
    """A description, and the product and release it means; None where nobody could tell."""

    text: str
    expected: tuple[str, str] | None

    @property
    def found(self) -> tuple[str, str] | None:
        main = match(self.text, ENDINGS).main
        return (main.product.key, main.release) if main and main.is_known else None


def lines(name: str) -> list[Line]:
    read = [each for each in (HERE / name).read_text("utf-8").splitlines() if each and not each.startswith("#")]
    parts = [[part.strip() for part in each.rsplit("|", 2)] for each in read]
    return [Line(text, None if product == "-" else (product, release)) for text, product, release in parts]


@pytest.mark.parametrize(("name", "least"), [("descriptions.txt", 400), ("descriptions_unseen.txt", 140)])
def test_descriptions_are_understood(name: str, least: int, capsys: pytest.CaptureFixture[str]) -> None:
    held = lines(name)

    said = [each for each in held if each.found]
    right = [each for each in said if each.found == each.expected]
    precision, recall = len(right) / len(said), len(right) / sum(1 for each in held if each.expected)

    with capsys.disabled():
        print(f"\n{name}: {len(held)} descriptions, precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201 - the figures are what this test is for
    assert len(held) >= least
    assert (precision >= PRECISION, recall >= RECALL) == (True, True), [
        (each.text, each.expected, each.found) for each in held if each.found != each.expected
    ]


def test_every_expected_name_is_one_that_is_published() -> None:
    told = {each.expected for name in ("descriptions.txt", "descriptions_unseen.txt") for each in lines(name)} - {None}

    unknown = [pair for pair in told if pair is not None and pair[0] not in ENDINGS.products]

    assert not unknown


def test_what_cannot_be_told_is_never_taken_for_something() -> None:
    held = [each for name in ("descriptions.txt", "descriptions_unseen.txt") for each in lines(name)]

    wrong = [(each.text, each.found) for each in held if each.expected is None and each.found]

    assert not wrong
