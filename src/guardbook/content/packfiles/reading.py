"""Reads YAML safely into plain values, and plain values into shapes; what is wrong becomes faults."""

import json
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from guardbook.content.faults import Fault
from guardbook.content.packfiles import wording

AnyShape = TypeVar("AnyShape", bound=BaseModel)


def yaml(file: Traversable, label: str) -> tuple[object, list[Fault]]:
    """The plain value in a YAML file, or None with the fault that stopped the reading."""
    if not file.is_file():
        return None, [Fault(label, "", "this file is missing.")]
    try:
        text = file.read_text(encoding="utf-8")
        return YAML(typ="safe", pure=True).load(text), []
    except UnicodeDecodeError:
        return None, [Fault(label, "", "this is not a text file in UTF-8.")]
    except YAMLError as error:
        return None, [Fault(label, _line(error), _plain(error))]
    except (ValueError, TypeError) as error:
        return None, [Fault(label, "", f"a value cannot be read: {error}.")]


def shaped(raw: object, shape: type[AnyShape], label: str, where: str) -> tuple[AnyShape | None, list[Fault]]:
    """The value in its shape, or None with every fault found in it."""
    try:
        return shape.model_validate_json(json.dumps(raw, default=str)), []
    except TypeError:
        return None, [Fault(label, where, "a name here is a date, and names must be words.")]
    except ValidationError as error:
        return None, [Fault(label, where, sentence) for sentence in wording.sentences(error, shape)]


def _line(error: YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark is not None else ""


def _plain(error: YAMLError) -> str:
    problem = str(getattr(error, "problem", "") or "")
    if "duplicate key" in problem:
        return "the same name is written twice here."
    return "this line cannot be read. Look for a missing colon, a missing quote or a wrong indent."
