"""The launcher runs on nothing but Python, and speaks plainly where something is missing."""

import ast
import re
import sys

import pytest

from tests.architecture import source

LAUNCHER = source.ROOT / "guardbook"


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[\w.\[\]-]+==\S+", (source.ROOT / lock).read_text("utf-8"), re.MULTILINE))


def test_the_launcher_needs_only_the_standard_library() -> None:
    imports = {
        alias.name.partition(".")[0]
        for node in ast.walk(ast.parse(LAUNCHER.read_text("utf-8")))
        if isinstance(node, ast.Import)
        for alias in node.names
    }

    assert imports <= sys.stdlib_module_names


def test_an_old_python_can_read_the_launcher() -> None:
    ast.parse(LAUNCHER.read_text("utf-8"), feature_version=(3, 7))


def test_the_test_lock_holds_every_package_of_the_product() -> None:
    assert pins("requirements.lock") <= pins("requirements-test.lock")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_locked_package_has_a_fingerprint(lock: str) -> None:
    text = (source.ROOT / lock).read_text("utf-8")

    packages = re.findall(r"^[\w.\[\]-]+==.*?(?=^[\w.\[\]-]+==|\Z)", text, re.MULTILINE | re.DOTALL)

    assert packages
    assert not [package.split()[0] for package in packages if "--hash=sha256:" not in package]


def test_the_pipeline_runs_the_command_of_the_readme() -> None:
    readme = (source.ROOT / "README.md").read_text("utf-8")
    pipeline = (source.ROOT / ".ci" / "run").read_text("utf-8")

    assert "./guardbook test" in readme
    assert "./guardbook test" in pipeline
