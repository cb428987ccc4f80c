"""A file of starter rows that says what its register does not ask is refused in words."""

from pathlib import Path

import pytest

from guardbook.content import registers
from guardbook.content.registers import Faulty
from tests.rules.registers.test_engine import THINGS

AROUND = "source: Our own\nconfidence: default\nstarters:\n"


def read(folder: Path, row: str) -> tuple[registers.Starter, ...]:
    file = folder / "things.yaml"
    file.write_text(AROUND + row, "utf-8")
    return registers.read(file, THINGS)


def test_every_kind_of_answer_is_read(tmp_path: Path) -> None:
    (found,) = read(
        tmp_path,
        "- {key: a, name: One  thing, colour: red, colours: [blue, red], things: [x], said: true, number: 3, "
        "money: 500, day: 2026-03-01, words: ' Some words ', ticked: n/a, links: [b]}",
    )

    assert found.answers["name"] == "One thing"
    assert found.answers["words"] == "Some words"
    assert found.answers["number"] == 3


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("- {key: a, name: One, weight: 3}", "no question called “weight”"),
        ("- {key: a, name: One, colour: green}", "“green” is no answer to “colour”"),
        ("- {key: a, name: One, number: three}", "“three” is no answer to “number”"),
        ("- {key: a, name: One, owner: Ana}", "“Ana” is no answer to “owner”"),
        ("- {key: a, name: One}\n- {key: a, name: Two}", "two starter rows have the same key"),
    ],
)
def test_a_row_that_fits_no_question_is_refused(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(Faulty, match=said):
        read(tmp_path, row)
