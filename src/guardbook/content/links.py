"""Reads the links and the regulator's name and number that pages and documents show."""

from datetime import date, timedelta
from importlib import resources
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from guardbook.rules.verdict import Confidence

STALE_AFTER = timedelta(days=365)
FILE = "links.yaml"


class Regulator(BaseModel):
    """The data protection regulator, named in one place because it is to be renamed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    short: str
    also: str
    url: str
    phone: str
    option: str


class Link(BaseModel):
    """One place to get help, with the day somebody last looked at it; None where nobody has yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    what: str
    url: str
    checked_on: date | None = None
    confidence: Confidence


class Links(BaseModel):
    """The regulator and every link."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regulator: Regulator
    links: tuple[Link, ...]

    def is_old(self, today: date) -> bool:
        """Whether any link was last looked at more than a year ago (I-02)."""
        return any(one.checked_on is not None and today - one.checked_on > STALE_AFTER for one in self.links)


class BadLinks(ValueError):
    """The file of links cannot be read; the message says where and why."""


def read(folder: Path | None = None) -> Links:
    """The links of an installation: its own file in the data folder, or else the ones that ship.

    Raises:
        BadLinks: the installation's own file cannot be read.
    """
    own = folder / FILE if folder else None
    if own is not None and own.exists():
        return _parsed(own.read_text("utf-8"), str(own))
    return _parsed((resources.files("guardbook") / "library" / FILE).read_text("utf-8"), FILE)


def _parsed(text: str, name: str) -> Links:
    try:
        return Links.model_validate(YAML(typ="safe").load(text))
    except (YAMLError, ValidationError) as error:
        raise BadLinks(f"{name} cannot be read: {error}") from error
