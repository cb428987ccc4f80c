"""Reads the toolkit's grid for reporting incidents, as shipped or as an installation keeps it."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from guardbook.rules.incidents.grid import Grid

OWN = "incident-grid.yaml"
_SHAPE = TypeAdapter(Grid)


class BadGrid(ValueError):
    """The file of the grid cannot be read; the message says where and why."""


def grid(folder: Path | None = None) -> Grid:
    """The grid of an installation: its own file in the data folder, or else the one that ships.

    Raises:
        BadGrid: the installation's own file cannot be read.
    """
    own = folder / OWN if folder else None
    if own is not None and own.exists():
        return read(own)
    return read(resources.files("guardbook") / "library" / "incidents" / "grid.yaml")


def read(file: Traversable) -> Grid:
    """The grid in one file. Raises ``BadGrid`` where it says something else."""
    try:
        return _SHAPE.validate_python(YAML(typ="safe").load(file.read_text(encoding="utf-8")), extra="forbid")
    except (YAMLError, ValidationError) as error:
        raise BadGrid(f"{file.name} cannot be read: {error}") from error
