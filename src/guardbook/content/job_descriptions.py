"""Reads the words of the job descriptions and fills in the names of one appointment."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from guardbook.rules.roles.job_description import Section, sections_of
from guardbook.rules.roles.vocabulary import Role

Lines = tuple[str, ...]
_SHAPE = TypeAdapter(dict[str, dict[Section, Lines]])


def filled(role: Role, names: Mapping[str, str]) -> Mapping[Section, Lines]:
    """The sections of a role's job description in order, each a list of sentences.

    ``names`` fills what stands in braces: organisation, title, reports_to and so on.
    """
    words = _words()
    own = words["common"] | words[role.value]
    return {one: tuple(line.format_map(names).strip() for line in own[one]) for one in sections_of(role)}


@cache
def _words() -> dict[str, dict[Section, Lines]]:
    text = (resources.files("guardbook") / "library" / "roles" / "job_descriptions.yaml").read_text("utf-8")
    return _SHAPE.validate_python(YAML(typ="safe").load(text))
