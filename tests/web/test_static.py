"""What we serve beside pages: what was vendored is unchanged, and nothing calls outside."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.architecture import source

STATIC = source.PACKAGE / "web" / "static"
VENDOR = STATIC / "nhsuk"
RECORD = json.loads((VENDOR / "VENDOR.json").read_text("utf-8"))
STYLES = sorted(STATIC.rglob("*.css"))


@pytest.mark.parametrize("name", sorted(RECORD["sha256"]))
def test_a_vendored_file_is_as_it_was_written(name: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == RECORD["sha256"][name]


def test_nothing_is_in_the_vendored_folder_that_the_record_does_not_name() -> None:
    found = {file.relative_to(VENDOR).as_posix() for file in VENDOR.rglob("*") if file.is_file()}

    assert found == {*RECORD["sha256"], "VENDOR.json", "LICENCE.txt"}


@pytest.mark.parametrize("style", STYLES, ids=lambda file: file.name)
def test_a_style_sheet_calls_nobody(style: Path) -> None:
    text = style.read_text("utf-8").replace('a[href^="http"]', "")

    assert "http" not in text
    assert "@font-face" not in text
    assert "@import" not in text
    assert "sourceMappingURL" not in text


@pytest.mark.parametrize("style", STYLES, ids=lambda file: file.name)
def test_a_picture_named_in_a_style_sheet_is_there(style: Path) -> None:
    named = re.findall(r"url\(([^)]+)\)", style.read_text("utf-8"))

    assert [name for name in named if not (style.parent / name).is_file()] == []


def test_every_colour_our_theme_changes_is_one_the_style_sheet_reads() -> None:
    read = set(
        re.findall(r"var\((--(?:ink|paper|edge)-[0-9a-f]+)", (VENDOR / "nhsuk-frontend.min.css").read_text("utf-8"))
    )
    changed = set(
        re.findall(
            r"^ *(--(?:ink|paper|edge)-[0-9a-f]+):", (STATIC / "guardbook/theme.css").read_text("utf-8"), re.MULTILINE
        )
    )

    assert changed <= read


def test_a_first_visit_loads_less_than_120_kilobytes() -> None:
    files = [*STYLES, *STATIC.rglob("*.js")]

    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) < 120_000


def test_every_class_of_ours_that_a_template_uses_has_a_style() -> None:
    templates = (source.PACKAGE / "web" / "templates").rglob("*.html")
    used = {name for file in templates for name in re.findall(r"\bgb-[a-z_-]*[a-z]", file.read_text("utf-8"))}
    styled = {name for style in STYLES for name in re.findall(r"\.(gb-[a-z_-]*[a-z])", style.read_text("utf-8"))}

    assert used - styled == set()


@pytest.mark.parametrize("style", sorted((STATIC / "guardbook").glob("*.css")), ids=lambda file: file.name)
def test_no_rule_of_ours_is_written_twice(style: Path) -> None:
    outside_media = re.findall(r"^([.#a-z][^{}@]*)\{", style.read_text("utf-8"), re.MULTILINE)

    assert sorted(outside_media) == sorted(set(outside_media))
