"""The poster and the paper form as PDF: one page each, tagged, with what must stand on them."""

import base64
import io
import subprocess

import pikepdf
import pytest

from guardbook.exports import intake
from guardbook.exports.intake import Paper, Poster

COUNCIL = (("Westmere Council, safeguarding", "01632 960115"),)
POSTER = Poster("Rose House & Lodge", "The Lodge", "https://guardbook.example/r/5da3-zrxz/", "999", COUNCIL)
PUBLIC = Poster("Rose House & Lodge", "", "https://guardbook.example/r/ak53-fpk3/", "999", (), is_public=True)
LONG = Paper("A provider with a name that is much longer than most " * 2, "999", COUNCIL * 2)


def words(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            lambda: intake.poster(POSTER),
            ["Ring 999 first", "01632 960115", "5da3-zrxz", "Rose House & Lodge, The Lodge"],
        ),
        (lambda: intake.poster(PUBLIC), ["What do we hold about you?", "ak53-fpk3", "Asking is nearly always free"]),
        (lambda: intake.paper(LONG), ["Ring 999 first", "Something nearly went wrong", "Thank you for telling us"]),
    ],
    ids=["poster", "public poster", "paper form"],
)
def test_it_is_one_tagged_page_that_says_what_it_must(made: object, said: list[str]) -> None:
    pdf = made()  # type: ignore[operator]  # a table of what to make

    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.pages) == 1
        assert file.Root.MarkInfo.Marked
        assert file.Root.Lang == "en-GB"
    assert all(each in words(pdf) for each in said)


def test_the_square_code_is_a_drawing_within_the_page() -> None:
    kind, _, drawn = POSTER.code.partition(",")

    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(drawn).startswith(b"<svg")
