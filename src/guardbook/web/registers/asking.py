"""What the address of a list asks for, and the address that asks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from guardbook.queries.registers.listing import FILTERED, SORTED, Asked, Show
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register

SHOWS: Mapping[Show, str] = {
    Show.CURRENT: "Everything in the register",
    Show.ATTENTION: "Something to put right",
    Show.UNCHECKED: "Not checked here yet",
    Show.DUE: "A look is overdue",
    Show.ARCHIVED: "Archived",
}
_ANSWERS = (("yes", "Yes"), ("no", "No"))


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a drop-down, or one box."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One drop-down that narrows a list."""

    name: str
    label: str
    options: tuple[Option, ...]


def asked(register: Register[Any], query: QueryDict) -> Asked:
    """What an address asks for; anything it cannot mean is left out."""
    show, sort = query.get("show", ""), query.get("sort", "")
    where = {
        each.name: query.get(f"is-{each.name}", "")
        for each in filtered(register)
        if query.get(f"is-{each.name}", "") in {value for value, _ in _values(each)}
    }
    known = [each.name for each in register.questions]
    return Asked(
        search=query.get("search", "")[:100].strip(),
        show=Show(show) if show in set(Show) else Show.CURRENT,
        where=where,
        site=_uuid(query.get("site", "")),
        sort=sort.removeprefix("-") or "name",
        is_down=sort.startswith("-"),
        after=_uuid(query.get("after", "")),
        columns=tuple(name for name in known if name in query.getlist("column")),
    )


def address(of: Asked, **changed: object) -> str:
    """The part of an address after the question mark that asks for the same, with some of it changed."""
    pairs: list[tuple[str, str]] = [
        ("search", of.search),
        ("show", of.show.value if of.show is not Show.CURRENT else ""),
        *((f"is-{name}", value) for name, value in of.where.items()),
        ("site", str(of.site or "")),
        ("sort", f"-{of.sort}" if of.is_down else of.sort if of.sort != "name" else ""),
        *(("column", name) for name in of.columns),
    ]
    kept = [(name, value) for name, value in pairs if value and name not in changed]
    kept += [(name, str(value)) for name, value in changed.items() if value]
    return f"?{urlencode(kept)}" if kept else "?"


def filtered(register: Register[Any]) -> tuple[Question, ...]:
    """The questions a list can be narrowed by: listed ones first, five at most."""
    fit = [each for each in register.questions if each.kind in FILTERED]
    return tuple(sorted(fit, key=lambda each: not each.listed)[:5])


def filters(register: Register[Any], of: Asked, sites: tuple[tuple[UUID, str], ...]) -> tuple[Filter, ...]:
    """The drop-downs of a list."""
    found = [
        Filter(f"is-{each.name}", each.label, _options(_values(each), of.where.get(each.name, "")))
        for each in filtered(register)
    ]
    if len(sites) > 1:
        found.append(Filter("site", "Site", _options([(str(key), name) for key, name in sites], str(of.site or ""))))
    return tuple(found)


def sorts(register: Register[Any], of: Asked) -> tuple[Option, ...]:
    """The ways a list can be sorted."""
    found = []
    for each in register.questions:
        if each.kind not in SORTED:
            continue
        up, down = _directions(each)
        is_it = of.sort == each.name
        found.append(Option(each.name, f"{each.label}: {up}", is_it and not of.is_down))
        found.append(Option(f"-{each.name}", f"{each.label}: {down}", is_it and of.is_down))
    return tuple(found)


def columns(register: Register[Any], of: Asked) -> tuple[Question, ...]:
    """The questions a list shows: those chosen, or the usual ones. The name is always the first."""
    others = [each for each in register.questions if each.name != "name"]
    chosen = [each for each in others if each.name in of.columns] or [each for each in others if each.listed]
    named = register.question("name")
    return ((named,) if named else ()) + tuple(chosen)


def _directions(question: Question) -> tuple[str, str]:
    match question.kind:
        case Kind.DAY:
            return "earliest first", "latest first"
        case Kind.NUMBER | Kind.MONEY:
            return "smallest first", "largest first"
        case _:
            return "A to Z", "Z to A"


def _values(question: Question) -> list[tuple[str, str]]:
    if question.kind is Kind.YES_NO:
        return list(_ANSWERS)
    return [(each.value, each.label) for each in question.chosen_from]


def _options(values: list[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    return (Option("", "All", not chosen), *(Option(value, text, value == chosen) for value, text in values))


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
