"""Writes docs/reference/answer-states.md from the state machine."""

from pathlib import Path

from guardbook.rules.assessment import drawing

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "answer-states.md"

if __name__ == "__main__":
    PAGE.write_text(drawing.markdown(), encoding="utf-8")
