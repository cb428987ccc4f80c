"""The source as these tests read it: which files there are, what is in them, and the order of areas."""

import ast
import functools
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "guardbook"
WAYS_IN = ("web", "cli", "jobs")


def modules(*layers: str) -> list[Path]:
    """Return our modules, of these layers or of all; migrations are Django's own."""
    folders = [PACKAGE / layer for layer in layers] or [PACKAGE]
    return sorted(file for folder in folders for file in folder.rglob("*.py") if "migrations" not in file.parts)


def tests() -> list[Path]:
    """Return the files that hold tests and what they share."""
    return sorted((ROOT / "tests").rglob("*.py"))


@functools.cache
def tree(file: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(file.read_text("utf-8"), str(file))


def functions(file: Path) -> Iterator[ast.FunctionDef]:
    """Go through a module's functions and methods."""
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef))


def name(file: Path) -> str:
    """Return a file's path from the root, as listed in exemptions."""
    return file.relative_to(ROOT).as_posix()


@functools.cache
def tracked() -> tuple[Path, ...]:
    """Return every file that git keeps, or would at the next commit."""
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(path for item in listed.split("\0") if item and (path := ROOT / item).is_file())


@functools.cache
def area_ranks(contract: str = "Areas are in order") -> dict[str, int]:
    """Return each area's rank, 0 for the highest, as this contract in pyproject.toml orders them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    order = next(found["layers"] for found in contracts if found["name"].startswith(contract))
    return {area.strip(" ()"): rank for rank, level in enumerate(order) for area in level.split("|")}


def area(module: str) -> str | None:
    """Return the area of ``guardbook.<layer>.<area>...``, or None where a module belongs to no area."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 and parts[2] in area_ranks() else None
