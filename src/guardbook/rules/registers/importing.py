"""What a row of a spreadsheet says of an entry: its answers, the names found, and what it would change."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from uuid import UUID

from guardbook.kernel import reading
from guardbook.kernel.reading import Unreadable
from guardbook.rules.imports import written
from guardbook.rules.imports.cells import Value
from guardbook.rules.imports.rows import Problem, Row
from guardbook.rules.registers import catalogue, layout, questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.layout import REFERENCE, SITE
from guardbook.rules.registers.picking import Names
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)
WHOLE_ORGANISATION = "Whole organisation"
_EVERYWHERE = frozenset(
    {"whole organisation", "all", "all sites", "all locations", "everywhere", "company", "head office"}
)
_BETWEEN = (";", ",")


@dataclass(frozen=True, slots=True)
class Here:
    """Who and what a row can name: people, sites, and the entries of each register that questions lead to."""

    people: Names
    sites: Names
    entries: Mapping[str, Names] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says: answers by the entry's fields, without its empty cells, and its problems."""

    answers: Mapping[str, Any]
    problems: tuple[Problem, ...]


def said(register: Register[E], row: Row, here: Here, current: E | None = None) -> Said:
    """Read the answers of a row. Where namesakes share a name, the one that ``current`` holds is meant."""
    answers: dict[str, Any] = {}
    problems = list(row.problems)
    columns = layout.of(register)
    for key, value in row.values.items():
        if key == REFERENCE:
            continue
        try:
            name, answer = _answer(register, key, value, here, current)
        except Unreadable as fault:
            problems.append(Problem(row.number, columns.column(key).label, str(fault)))
        else:
            answers[name] = answer
    return Said(answers, tuple(problems))


def reference(row: Row) -> UUID | None:
    """The entry that a row of our own file names, if it does."""
    text = str(row.values.get(REFERENCE, ""))
    return UUID(text) if re.fullmatch(r"[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}", text) else None


def identity(register: Register[E], entry: E) -> str:
    """What makes two rows the same entry, as text in which capitals and spaces make no difference."""
    return "\n".join(" ".join(str(getattr(entry, name)).casefold().split()) for name in register.same_by)


def is_named(register: Register[E], entry: E) -> bool:
    """Return whether an entry says anything of what makes it the same as another."""
    asked = [each for each in register.questions if each.name in register.same_by]
    return any(getattr(entry, each.name) != questions.nothing(each) for each in asked)


def filled(register: Register[E], answers: Mapping[str, Any], entry: E, once: Mapping[str, str]) -> dict[str, Any]:
    """The answers of a row, with what was said once for all rows where neither row nor entry says anything."""
    found = dict(answers)
    for column in layout.of(register).columns:
        asked = register.question(column.key)
        value = once.get(column.key, "")
        if asked and column.once and value and column.key not in found and _says_nothing(asked, entry):
            found[column.key] = _chosen(asked, value)
    return found


def changed(register: Register[E], entry: E, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Of the answers, those that say something else than the entry does."""
    return {
        name: answer
        for name, answer in answers.items()
        if _same_form(register.question(name), getattr(entry, name)) != _same_form(register.question(name), answer)
    }


def differences(register: Register[E], entry: E, answers: Mapping[str, Any], here: Here) -> Iterator[str]:
    """Each change in words: what is asked, what it was, and what it becomes."""
    after = replace(entry, **answers)
    columns = layout.of(register)
    for name in answers:
        column = columns.column(SITE if name == "site_id" else name)
        question = register.question(name)
        was, becomes = (_shown(column.shown, question, getattr(each, name), here) for each in (entry, after))
        yield f"{column.label}: {was or 'nothing'} → {becomes or 'nothing'}"


def _answer(register: Register[E], key: str, value: Value, here: Here, current: E | None) -> tuple[str, Any]:
    if key == SITE:
        return "site_id", _site(str(value), here)
    question = next(each for each in register.questions if each.name == key)
    held: Any = getattr(current, key) if current is not None else questions.nothing(question)
    match question.kind:
        case Kind.PERSON:
            then = "Write the name as it is there, or add them first."
            return key, _named(str(value), here.people, (held,), "your staff list", then)
        case Kind.LINKS:
            unseen = (each for each in held if each not in here.entries[question.to].ids)
            return key, (*_linked(str(value), question, here, held), *unseen)
        case _:
            return key, _chosen(question, value)


def _chosen(question: Question, value: Value) -> Any:
    """A plain value as the entry holds it."""
    match question.kind:
        case Kind.YES_NO:
            return value == "yes"
        case Kind.ONE | Kind.CHECK:
            return next(each for each in question.chosen_from if each.value == value)
        case Kind.SOME:
            return tuple(
                each for each in question.chosen_from if each.value in (value if isinstance(value, tuple) else ())
            )
        case _:
            return value


def _site(typed: str, here: Here) -> UUID | None:
    if typed.casefold() in _EVERYWHERE and here.sites.find(typed).sure is None:
        return None
    then = f"Write the name of one of your sites, or “{WHOLE_ORGANISATION}”."
    return _named(typed, here.sites, (), "your sites", then)


def _named(typed: str, names: Names, held: tuple[UUID | None, ...], where: str, then: str) -> UUID:
    """The one that a name means, or the one of its namesakes that is held already. Raises Unreadable."""
    found = names.find(typed)
    kept = [one for one in found.nearest if found.is_shared and one.id in held]
    if found.sure or kept:
        return (found.sure or kept[0]).id
    raise Unreadable(f"{found.sentence(where)} {then}")


def _linked(text: str, question: Question, here: Here, held: tuple[UUID, ...]) -> Iterator[UUID]:
    """The entries that a cell names: one on a line, or between semicolons or commas."""
    names = here.entries[question.to]
    register = catalogue.BY_SLUG.get(question.to)
    where = register.title.lower() if register else question.to
    free = list(held)
    for typed in _names_in(text, names):
        then = f"Add it to {where} first, or leave the cell empty."
        one = _named(typed, names, tuple(free), where, then)
        if one in free:
            free.remove(one)
        yield one


def _names_in(text: str, names: Names) -> Iterator[str]:
    """The names in a cell: a line that is one name whole, or its parts."""
    for line in (" ".join(each.split()) for each in text.split("\n")):
        found = names.find(line)
        mark = next((each for each in _BETWEEN if each in line), "")
        if found.sure or found.is_shared or not mark:
            yield line
        else:
            yield from (part.strip() for part in line.split(mark) if part.strip())


def _says_nothing(question: Question, entry: Entry) -> bool:
    return bool(getattr(entry, question.name) == questions.nothing(question))


def _same_form(question: Question | None, value: Any) -> Any:
    """An answer in the form in which it would come back from a spreadsheet of ours."""
    match question.kind if question else None:
        case Kind.LINE | Kind.WEB:
            return written.tidy(value)
        case Kind.WORDS:
            return written.words(value)
        case Kind.THINGS:
            return reading.things(value, len(value))
        case Kind.LINKS:
            return frozenset(value)
        case _:
            return value


def _shown(plainly: Callable[[Value], str], question: Question | None, value: Any, here: Here) -> str:
    if question is None:
        return _names_of(here.sites, (value,)) or WHOLE_ORGANISATION
    match question.kind:
        case Kind.PERSON:
            return _names_of(here.people, (value,))
        case Kind.LINKS:
            return _names_of(here.entries[question.to], value)
        case Kind.YES_NO:
            return "" if value is None else plainly("yes" if value else "no")
        case Kind.ONE | Kind.CHECK:
            return plainly(value.value if value else None)
        case Kind.SOME:
            return plainly(tuple(each.value for each in value))
        case _:
            return plainly(value)


def _names_of(names: Names, wanted: tuple[UUID | None, ...]) -> str:
    return ", ".join(one.name for one in names.known if one.id in wanted)
