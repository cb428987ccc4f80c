"""Starter content of the registers: what a care provider usually has, offered and never added silently."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from ruamel.yaml import YAML

from guardbook.rules.registers import catalogue
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register
from guardbook.rules.verdict import Confidence

_AROUND = frozenset({"key", "confidence", "note"})


@dataclass(frozen=True, slots=True)
class Starter:
    """One row that may be added: its answers by question, how well they are known, and a note to the reader.

    ``leads_to`` names, by question, the keys of starter rows in the register that the question leads to.
    """

    key: str
    name: str
    answers: Mapping[str, Any]
    confidence: Confidence
    source: str
    note: str = ""
    leads_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Faulty(ValueError):
    """A file of starter content that says something its register does not ask."""


@cache
def starters(slug: str) -> tuple[Starter, ...]:
    """The starter rows of one register, in the order of its file; none where it has no file.

    Raises:
        Faulty: a row names a question or an answer that the register does not have.
    """
    file = library() / f"{slug}.yaml"
    return read(file, catalogue.BY_SLUG[slug]) if file.is_file() else ()


def comes_after(slug: str) -> tuple[Register[Any], ...]:
    """The registers that starter rows of this one lead to, best filled first: rows are linked to what is there."""
    register = catalogue.BY_SLUG[slug]
    asked = {name for each in starters(slug) for name in each.leads_to}
    to = dict.fromkeys(each.to for each in register.questions if each.name in asked)
    return tuple(catalogue.BY_SLUG[each] for each in to)


def library() -> Traversable:
    """Where the files are."""
    return resources.files("guardbook") / "library" / "registers"


def read(file: Traversable, register: Register[Any]) -> tuple[Starter, ...]:
    """Read one file of starter rows."""
    held = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    made = tuple(_starter(row, held, register) for row in held["starters"])
    if len({each.key for each in made}) != len(made):
        raise Faulty(f"{register.slug}: two starter rows have the same key.")
    return made


def _starter(row: Mapping[str, Any], held: Mapping[str, Any], register: Register[Any]) -> Starter:
    answers = {name: _answer(register, name, said) for name, said in row.items() if name not in _AROUND}
    led = {name: answers.pop(name) for name in tuple(answers) if _is_link(register, name)}
    return Starter(
        key=row["key"],
        name=row["name"],
        answers=answers,
        confidence=Confidence(row.get("confidence", held["confidence"])),
        source=held["source"],
        note=row.get("note", ""),
        leads_to=led,
    )


def _is_link(register: Register[Any], name: str) -> bool:
    question = register.question(name)
    return question is not None and question.kind is Kind.LINKS


def _answer(register: Register[Any], name: str, said: Any) -> Any:
    question = register.question(name)
    if question is None:
        raise Faulty(f"{register.slug}: there is no question called “{name}”.")
    try:
        return _value(question, said)
    except (ValueError, KeyError) as fault:
        raise Faulty(f"{register.slug}: “{said}” is no answer to “{name}”.") from fault


def _value(question: Question, said: Any) -> Any:
    by_value = {each.value: each for each in question.chosen_from}
    match question.kind:
        case Kind.ONE | Kind.CHECK:
            return by_value[str(said)]
        case Kind.SOME:
            wanted = {by_value[str(each)] for each in said}
            return tuple(each for each in question.chosen_from if each in wanted)
        case Kind.THINGS | Kind.LINKS:
            return tuple(str(each) for each in said)
        case Kind.YES_NO:
            return _exactly(bool, said)
        case Kind.NUMBER | Kind.MONEY:
            return _exactly(int, said)
        case Kind.DAY:
            return _exactly(date, said)
        case Kind.LINE | Kind.WORDS | Kind.WEB:
            return " ".join(_exactly(str, said).split()) if question.kind is Kind.LINE else _exactly(str, said).strip()
        case Kind.PERSON:
            raise ValueError(question.kind)


def _exactly(kind: type[Any], said: Any) -> Any:
    if type(said) is not kind:
        raise ValueError(said)
    return said
