"""Starter rows: to choose from, and to say of each whether it is true."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from guardbook.content.registers import Starter
from guardbook.queries.registers.listing import ListPage
from guardbook.rules.registers import checking
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register
from guardbook.web.components import Cell, Link
from guardbook.web.registers import look
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class StartersPage:
    """Starter rows to choose from; ``first`` leads to empty registers that are better filled before this one."""

    register: Register[Any]
    back: Link
    first: tuple[Link, ...]
    choices: tuple[tuple[Starter, bool, str], ...]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One starter row nobody has spoken about; ``needs`` says which answers only this service can give."""

    id: UUID
    name: str
    said: tuple[tuple[str, Cell], ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """Starter rows that wait for somebody to say whether they are true."""

    title: str
    to: Address
    back: Link
    rows: tuple["Unsettled", ...]
    more: int
    note: str


def starters(
    to: Address, offered: Sequence[Starter], held: frozenset[str], first: Sequence[Register[Any]]
) -> StartersPage:
    """Put the page of starter rows together; those in the register already are shown and cannot be chosen."""
    register = to.register
    return StartersPage(
        register=register,
        back=to.back,
        first=tuple(Link(each.title, Address(to.organisation, each).to("starters")) for each in first),
        choices=tuple((each, each.key in held, _about(register, each)) for each in offered),
    )


def _about(register: Register[Any], starter: Starter) -> str:
    """A line about a starter row: its first words beside the name, and how sure we are where we are not."""
    said = [
        str(value)
        for each in register.questions
        if each.name != "name" and each.kind in {Kind.LINE, Kind.WORDS} and (value := starter.answers.get(each.name))
    ]
    sure = "Check this against the source before you rely on it." if starter.confidence.needs_checking else ""
    return " ".join(part for part in (said[0] if said else "", starter.note, sure) if part)


def settling(organisation: UUID, register: Register[Any], found: ListPage[Any], note: str = "") -> Settling:
    """Put the page together on which starter rows are said to be true, or not."""
    shown = [each for each in register.questions if each.name != "name" and each.kind is not Kind.LINKS]
    rows = []
    for each in found.found:
        said = [(question.label, look.answer(question, each)) for question in shown]
        answered = tuple(pair for pair in said if pair[1] != "Not recorded")
        needs = checking.faults(register, replace(each.entry, is_checked=True))
        rows.append(Unsettled(each.id, each.entry.name, answered, needs))
    return Settling(
        title=f"Are these true of your service? {register.title}",
        to=Address(organisation, register),
        back=Address(organisation, register).back,
        rows=tuple(rows),
        more=found.total - len(found.found),
        note=note,
    )
