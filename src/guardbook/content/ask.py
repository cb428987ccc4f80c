"""Puts a question in JSON to a public rule, and gives its verdict as JSON.

The command ``guardbook ask``, the reviewer's page and the table of worked examples all come
through here.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from guardbook.content import clocks, incidents, law, reference
from guardbook.kernel.errors import NotFound, Refused
from guardbook.rules import public
from guardbook.rules.clocks.law import NO_LAW
from guardbook.rules.clocks.published import NOTHING
from guardbook.rules.incidents import decision, grid
from guardbook.rules.registers.endings.published import Endings

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Described:
    """A public rule as a list shows it."""

    name: str
    answers: str
    rules: tuple[str, ...]


def listed() -> tuple[Described, ...]:
    """Every public rule, in order of area and rule book."""
    return tuple(Described(entry.name, entry.answers, entry.rules) for entry in public.RULES.values())


def names() -> tuple[str, ...]:
    """The name of every public rule."""
    return tuple(public.RULES)


def schema(name: str) -> Mapping[str, object]:
    """The JSON Schema of the facts a rule takes. Raises ``NotFound`` for a name we do not know."""
    return _facts(name).json_schema()


def answer(name: str, facts: str) -> Mapping[str, Json]:
    """The verdict of a rule on facts in JSON.

    Where a rule is judged by what is published (a field ``endings``, ``published``, ``law`` or ``grid``) and
    nothing is given there, what ships with the package is used.

    Raises ``NotFound`` for a rule we do not know and ``Refused``, with one sentence for each
    fault that names the field, for facts it cannot read.
    """
    try:
        value = _facts(name).validate_json(facts, strict=True, extra="forbid")
    except ValidationError as error:
        known: list[str] = []
        _collect(schema(name), known)
        raise Refused(*(_in_words(fault, tuple(known)) for fault in error.errors())) from error
    verdict: Mapping[str, Json] = _verdict(name).dump_python(_entry(name).run(_published(value)), mode="json")
    return verdict


def _published(value: Any) -> Any:
    """The facts, with what is published where they are judged by it and hold none."""
    held = getattr(value, "endings", None)
    if isinstance(held, Endings) and not held.products:
        return replace(value, endings=reference.current().endings)
    if getattr(value, "published", None) == NOTHING:
        return replace(value, published=clocks.published())
    if getattr(value, "law", None) == NO_LAW:
        return replace(value, law=law.published())
    if isinstance(value, grid.Facts) and value.grid is None:
        return replace(value, grid=incidents.grid())
    if isinstance(value, decision.Facts):
        return replace(value, scores=_published(value.scores))
    return value


def _entry(name: str) -> public.Entry:
    if name not in public.RULES:
        raise NotFound(f"There is no rule called “{name}”.{_nearest(name, names())}")
    return public.RULES[name]


@cache
def _facts(name: str) -> TypeAdapter[object]:
    return TypeAdapter(_entry(name).facts)


@cache
def _verdict(name: str) -> TypeAdapter[object]:
    return TypeAdapter(_entry(name).verdict)


def _collect(part: object, found: list[str]) -> None:
    """Every name of a field anywhere in a schema."""
    if isinstance(part, dict):
        properties = part.get("properties")
        if isinstance(properties, dict):
            found.extend(properties)
        for inner in part.values():
            _collect(inner, found)


def _in_words(fault: ErrorDetails, known: tuple[str, ...]) -> str:
    field = ".".join(str(step) for step in fault["loc"] if step != "[key]")
    complaint = _complaint(fault, known)
    if field:
        return f"{field}: {complaint}"
    return complaint if fault["type"] == "value_error" else f"the facts: {complaint}"


_EXPECTED = {
    "missing": "this fact is needed",
    "bool_type": "give true or false",
    "int_type": "give a whole number",
    "int_from_float": "give a whole number",
    "string_type": "give words in quotes",
    "date_type": "give a date in quotes, like “2026-11-22”",
    "date_parsing": "give a date in quotes, like “2026-11-22”",
    "date_from_datetime_parsing": "give a date in quotes, like “2026-11-22”",
    "date_from_datetime_inexact": "give a date without a time, like “2026-11-22”",
    "frozen_set_type": "give a list, like [“A”, “B”]",
    "tuple_type": "give a list, like [“A”, “B”]",
    "dataclass_type": "give an object, like {“name”: “value”}",
    "dataclass_exact_type": "give an object, like {“name”: “value”}",
    "dict_type": "give an object, like {“name”: “value”}",
}


def _complaint(fault: ErrorDetails, known: tuple[str, ...]) -> str:
    match fault["type"]:
        case "enum":
            choices = fault.get("ctx", {}).get("expected", "")
            return f"choose one of {choices}; you gave {fault['input']!r}"
        case "unexpected_keyword_argument":
            return f"there is no such fact.{_nearest(str(fault['loc'][-1]), known)}"
        case "value_error":
            return fault["msg"].removeprefix("Value error, ")
        case "json_invalid":
            return "this is not JSON that can be read. Check the commas and the quotes"
        case kind:
            return _EXPECTED.get(kind, fault["msg"])


def _nearest(word: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f" Did you mean “{near[0]}”?" if near else ""
