"""Reads whom somebody can tell outside the organisation, with how well each number is known."""

from datetime import date
from importlib import resources
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from guardbook.rules.verdict import Confidence

FILE = "routes.yaml"


class Emergency(BaseModel):
    """The number for danger now."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phone: str
    what: str


class Route(BaseModel):
    """Somebody outside to tell. ``checked_on`` None: nobody has rung the number or opened the page yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    what: str
    phone: str
    url: str
    checked_on: date | None = None
    confidence: Confidence


class Routes(BaseModel):
    """The number for danger, and everybody to tell."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    emergency: Emergency
    routes: tuple[Route, ...]


class BadRoutes(ValueError):
    """The file cannot be read; the message says where and why."""


def read(folder: Path | None = None) -> Routes:
    """The routes of an installation: its own file in the data folder, or else the ones that ship.

    Raises:
        BadRoutes: the installation's own file cannot be read.
    """
    own = folder / FILE if folder else None
    if own is not None and own.exists():
        return _parsed(own.read_text("utf-8"), str(own))
    return _parsed((resources.files("guardbook") / "library" / FILE).read_text("utf-8"), FILE)


def _parsed(text: str, name: str) -> Routes:
    try:
        return Routes.model_validate(YAML(typ="safe").load(text))
    except (YAMLError, ValidationError) as error:
        raise BadRoutes(f"{name} cannot be read: {error}") from error
