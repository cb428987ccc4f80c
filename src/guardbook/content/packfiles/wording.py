"""Turns what the shape checker says about a pack into a sentence an author understands."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guardbook.rules.frameworks import items, packs
from guardbook.rules.verdict import Confidence

_CHOICES: dict[str, tuple[str, type[StrEnum]]] = {
    "answer": ("answer kind", items.AnswerKind),
    "also_accepts": ("answer kind", items.AnswerKind),
    "level": ("level", items.Level),
    "changed": ("kind of change", items.Change),
    "typed_as": ("way to type “not applicable”", items.TypedAs),
    "exemptions": ("exemption", items.Exemption),
    "kind": ("kind of window", items.WindowKind),
    "covers": ("thing that a window covers", items.Covers),
    "unit": ("unit", items.Unit),
    "origin": ("origin", packs.Origin),
    "confidence": ("confidence word", Confidence),
    "confidence_notes": ("confidence word", Confidence),
}

_TYPES = {
    "string_type": 'must be words in quotes, such as "8"',
    "string_too_short": "must not be empty",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "dict_type": "must be a set of names with values",
    "model_type": "must be a set of names with values",
    "model_attributes_type": "must be a set of names with values",
    "too_short": "has too few entries",
    "too_long": "has too many entries",
}

_PATTERNS = {
    "ref": 'must be a number in quotes like "1.1.1"',
    "year": 'must be a toolkit year in quotes like "2025-26"',
    "version": 'must be a version in quotes like "8"',
}


def sentences(error: ValidationError, shape: type[BaseModel]) -> Iterable[str]:
    """Yield one sentence for each thing the checker found wrong with a thing of this shape."""
    for each in error.errors(include_url=False):
        yield _sentence(each, shape)


def _sentence(error: ErrorDetails, shape: type[BaseModel]) -> str:
    path = [str(part) for part in error["loc"] if part != "[key]"]
    name = next((part for part in reversed(path) if not part.isdigit()), "")
    value = error.get("input")
    subject = f"“{_dotted(path)}”" if path else "this"
    match error["type"]:
        case "missing":
            return f"{subject} is missing."
        case "extra_forbidden":
            return _unknown(path, shape)
        case "enum":
            return _not_a_choice(name, value)
        case "string_pattern_mismatch":
            return f"{subject} {_pattern(name)}, not “{value}”."
        case kind if kind.startswith("date"):
            return f"{subject} must be a date like 2026-06-30, not “{value}”."
        case kind if kind.startswith(("greater_than", "less_than")):
            return f"{subject} cannot be {value}: {error['msg'].lower()}."
        case kind:
            return f"{subject} {_TYPES.get(kind, 'is not right')}, not {_shown(value)}."


def _dotted(path: list[str]) -> str:
    """``known.level`` for a name inside a name; places in a list count from one."""
    return ".".join(str(int(part) + 1) if part.isdigit() else part for part in path)


def _unknown(path: list[str], shape: type[BaseModel]) -> str:
    known = [name for name in _names(shape) if name != path[-1]]
    near = get_close_matches(path[-1], known, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"there is no field called “{_dotted(path)}”.{hint}"


def _names(shape: type[BaseModel]) -> set[str]:
    """Every field name used in this shape or in the shapes inside it."""
    schema = shape.model_json_schema()
    inner = [each.get("properties", {}) for each in schema.get("$defs", {}).values()]
    return set(schema["properties"]).union(*inner)


def _not_a_choice(name: str, value: object) -> str:
    noun, choices = _CHOICES.get(name, ("choice", Confidence))
    allowed = [str(each) for each in choices]
    listed = f"{', '.join(allowed[:-1])} or {allowed[-1]}" if len(allowed) > 1 else allowed[0]
    return f"there is no {noun} called {_shown(value)}. Use {listed}."


def _pattern(name: str) -> str:
    return next((words for key, words in _PATTERNS.items() if key in name), "must be a short name in quotes")


def _shown(value: object) -> str:
    """A value short enough to print inside a sentence."""
    if isinstance(value, dict | list):
        return "a set of names" if isinstance(value, dict) else "a list"
    text = str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
