"""Templates hold layout and words: each name in them is given by its page or its frame."""

import re

import pytest
from django.template import engines
from jinja2 import Environment, meta, nodes

from tests.architecture import source

TEMPLATES = source.PACKAGE / "web" / "templates"
# What a view or the frame puts into every page.
GIVEN = {"page", "form", "request", "frame", "section", "csrf_input"}
# What guardbook.web.failures gives to an error page.
GIVEN_TO_ERRORS = {"reasons"}


def names() -> list[str]:
    return sorted(file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html"))


def environment() -> Environment:
    found = engines["jinja2"].env  # type: ignore[attr-defined]  # Django types engines by their common part
    assert isinstance(found, Environment)
    return found


@pytest.mark.parametrize("name", names())
def test_a_template_uses_no_name_that_nobody_gives(name: str) -> None:
    jinja = environment()
    tree = jinja.parse((TEMPLATES / name).read_text("utf-8"))

    # A block sees what its own template imports and sets at the top; the finder does not.
    imported = {each.target for each in tree.find_all(nodes.Import)}
    imported |= {
        each.target.name for each in tree.body if isinstance(each, nodes.Assign) and isinstance(each.target, nodes.Name)
    }
    given = GIVEN | (GIVEN_TO_ERRORS if name.startswith("errors/") else set())

    undeclared = meta.find_undeclared_variables(tree) - set(jinja.globals) - given - imported

    assert not undeclared


@pytest.mark.parametrize("name", names())
def test_a_template_has_no_script_or_style_of_its_own(name: str) -> None:
    text = (TEMPLATES / name).read_text("utf-8")

    assert not re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=\"|javascript:", text)


@pytest.mark.parametrize("name", names())
def test_a_template_marks_nothing_safe(name: str) -> None:
    assert not re.findall(r"\|\s*safe\b|autoescape false", (TEMPLATES / name).read_text("utf-8"))
