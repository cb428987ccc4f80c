"""The page about the states is drawn from their tables."""

from pathlib import Path

from guardbook.rules.rights import drawing
from guardbook.rules.rights.states import MOVES
from guardbook.rules.rights.vocabulary import Kind

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "request-states.md"


def test_the_page_in_the_docs_is_the_one_drawn() -> None:
    assert PAGE.read_text("utf-8") == drawing.markdown()


def test_every_move_has_its_line() -> None:
    drawn = drawing.markdown()

    for kind in Kind:
        for move in MOVES[kind]:
            assert f"| {move.start.label} | {move.event.label} | {move.end.label} |" in drawn
