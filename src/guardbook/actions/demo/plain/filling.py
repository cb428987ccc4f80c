"""Puts the registers of a plain provider in: about 270 rows where one home's worth of people work."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from guardbook.actions.demo.plain import devices, information, paperwork, systems
from guardbook.actions.demo.plain.draw import Draw
from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change
from guardbook.queries.registers import reading
from guardbook.records.models import Person, RegisterCheck
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.register import Register


@dataclass(frozen=True, slots=True)
class Kind:
    """One register that begins as starter rows: how many one home has, what completes a row, what nearly all have."""

    slug: str
    usual: int
    completed: Callable[[Draw, Any], Any]
    grows: bool = False
    always: tuple[str, ...] = ()


# In the order in which entries lead to each other.
_FROM_STARTERS = (
    Kind("retention", 20, information.line, always=("care", "staff_file", "payroll", "finance")),
    Kind("suppliers", 15, systems.supplier),
    Kind("software", 12, devices.program),
    Kind("networks", 4, devices.box, grows=True),
    Kind("systems", 20, systems.system),
    Kind("assets", 15, information.place, grows=True),
    Kind("processing", 20, information.use),
    Kind("flows", 8, information.flow),
    Kind("opt-out", 1, information.disclosure),
    Kind("policies", 12, paperwork.policy, always=paperwork.POLICIES),
    Kind("paper", 6, paperwork.paper, grows=True),
    Kind("premises", 1, paperwork.building, grows=True),
    Kind("cctv", 3, paperwork.camera, grows=True),
    Kind("risks", 12, paperwork.risk),
    Kind("plans", 1, paperwork.plan, always=("whole-plan",)),
    Kind("contacts", 8, paperwork.contact, grows=True, always=paperwork.CONTACTS),
    Kind("backups", 5, systems.backup),
    Kind("exercises", 2, paperwork.exercise),
)
_OF_THEIR_OWN: tuple[tuple[str, Callable[[Draw], Iterable[Any]]], ...] = (
    ("devices", devices.devices),
    ("access", systems.log_ins),
    ("spot-checks", paperwork.walk_rounds),
)


def fill(change: Change, number: int, people: Sequence[Person]) -> None:
    """Put the registers of provider ``number`` in, and somebody's word that most of them are whole."""
    draw = Draw(number, change.today, [each.pk for each in people])
    for kind in _FROM_STARTERS:
        _from_starters(change, draw, kind)
    put = {*(kind.slug for kind in _FROM_STARTERS), *(slug for slug, _ in _OF_THEIR_OWN)}
    for slug, rows in _OF_THEIR_OWN:
        _put(change, draw, reading.named(slug), list(rows(draw)))
    change.create_many(
        RegisterCheck(
            organisation_id=change.organisation_id,
            register=register.slug,
            checked_on=draw.lately(6),
            checked_by="Measurement",
            is_none=register.slug not in put,
        )
        for register in catalogue.ALL
        if not draw.lapse()
    )


def _from_starters(change: Change, draw: Draw, kind: Kind) -> None:
    register = reading.named(kind.slug)
    chosen = draw.starters(kind.slug, draw.number_of(kind.usual, grows=kind.grows), kind.always)
    entries = [
        kind.completed(draw, register.entry(**each.answers, **_led(draw, register, each.leads_to))) for each in chosen
    ]
    made = _put(change, draw, register, entries)
    for starter, key in zip(chosen, made, strict=True):
        draw.made.setdefault((kind.slug, starter.key), key)


def _put(change: Change, draw: Draw, register: Register[Any], entries: Sequence[Any]) -> list[UUID]:
    looked_at: list[tuple[Any, dict[str, Any]]] = [
        (replace(entry, owner=draw.somebody(), reviewed_on=draw.lately(), is_checked=not draw.lapse()), {})
        for entry in entries
    ]
    return [row.pk for row in keeping.make_many(change, register, looked_at)]


def _led(draw: Draw, register: Register[Any], leads_to: Any) -> dict[str, tuple[UUID, ...]]:
    return {name: draw.led(_to(register, name), keys) for name, keys in leads_to.items()}


def _to(register: Register[Any], name: str) -> str:
    asked = register.question(name)
    return asked.to if asked else ""
