"""Reads what the numbers in Skills for Care files stand for."""

from functools import cache
from importlib import resources
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from guardbook.rules.imports.workforce import Codes
from guardbook.rules.verdict import Confidence


class PublishedCodes(BaseModel):
    """The file of codes, with where they come from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    confidence: Confidence
    data_security: frozenset[str]
    data_protection: str
    job_roles: dict[str, str]
    training: dict[str, str]


@cache
def workforce_codes() -> Codes:
    """Return the job roles and training categories of Skills for Care files, by code."""
    text = (resources.files("guardbook") / "library" / "imports" / "asc-wds.yaml").read_text(encoding="utf-8")
    read = PublishedCodes.model_validate(YAML(typ="safe").load(text))
    return Codes(
        job_roles=MappingProxyType(read.job_roles),
        training=MappingProxyType(read.training),
        data_security=read.data_security,
        data_protection=read.data_protection,
    )
