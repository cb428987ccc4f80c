"""Nothing grows past the size at which a person can hold it in the head."""

import ast
from pathlib import Path

import pytest

from tests.architecture import source

MODULE, FUNCTION, VIEW, TEMPLATE, TEST_FUNCTION, README = 400, 60, 25, 150, 40, 200

# Larger than the limit, each with its reason. This list may only shrink.
EXEMPT: dict[str, str] = {}


def lines(file: Path) -> int:
    return file.read_text("utf-8").count("\n")


def length(function: ast.FunctionDef) -> int:
    start = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return (function.end_lineno or start) - start + 1


def too_long(files: list[Path], limit: int) -> list[str]:
    return [
        f"{source.name(file)}:{function.lineno} {function.name} has {length(function)} lines"
        for file in files
        for function in source.functions(file)
        if length(function) > limit and f"{source.name(file)}:{function.name}" not in EXEMPT
    ]


def too_big(files: list[Path], limit: int) -> list[str]:
    return [
        f"{source.name(file)} has {lines(file)} lines"
        for file in files
        if lines(file) > limit and source.name(file) not in EXEMPT
    ]


def test_no_module_is_over_400_lines() -> None:
    assert not too_big([*source.modules(), *source.tests(), *sorted((source.ROOT / "scripts").glob("*.py"))], MODULE)


def test_no_function_is_over_60_lines() -> None:
    assert not too_long(source.modules(), FUNCTION)


def test_no_view_is_over_25_lines() -> None:
    views = [file for file in source.modules("web") if "views" in file.parts or file.name.startswith("views")]

    assert not too_long(views, VIEW)


def test_no_template_is_over_150_lines() -> None:
    templates = [*(source.PACKAGE / "web" / "templates").rglob("*.html"), *source.PACKAGE.rglob("*.jinja")]

    assert not too_big(sorted(set(templates)), TEMPLATE)


def test_no_test_is_over_40_lines() -> None:
    assert not too_long(source.tests(), TEST_FUNCTION)


def test_the_readme_is_short_enough_to_read() -> None:
    assert lines(source.ROOT / "README.md") <= README


@pytest.mark.parametrize("exempt", sorted(EXEMPT))
def test_an_exemption_is_still_needed(exempt: str) -> None:
    path, _, function = exempt.partition(":")
    file = source.ROOT / path

    over = (
        any(found.name == function and length(found) > TEST_FUNCTION for found in source.functions(file))
        if function
        else lines(file) > TEMPLATE
    )

    assert over, f"{exempt} is small enough now: take it off the list"
