"""Markdown becomes safe HTML, whoever wrote it."""

import pytest

from guardbook.web import markdown


def test_words_lists_and_tables_are_drawn() -> None:
    drawn = markdown.render("Do **this**:\n\n- one\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n## More")

    assert "<strong>this</strong>" in drawn
    assert "<li>one</li>" in drawn
    assert "<td>1</td>" in drawn
    assert "<h2>More</h2>" in drawn


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[press](javascript:alert(1))",
        "[press](data:text/html,hello)",
        "<img src=x onerror=alert(1)>",
        "![a picture](https://example.org/a.png)",
        "<a href='x' onclick='y'>z</a>",
    ],
)
def test_nothing_harmful_comes_through(text: str) -> None:
    drawn = markdown.render(text)

    assert not any(f"<{tag}" in drawn for tag in ("script", "img", "a "))
