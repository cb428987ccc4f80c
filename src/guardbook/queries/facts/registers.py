"""What the registers of many organisations hold, counted by what answers read. Two statements for all of them."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Exists, F, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONArray

from guardbook.queries.facts.within import Batch
from guardbook.records.models import RegisterCheck, RegisterLink
from guardbook.records.registers import table
from guardbook.rules.facts import Kept, RegisterFacts
from guardbook.rules.registers import catalogue, columns
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register


def registers(batch: Batch) -> Mapping[UUID, RegisterFacts]:
    """Every register of every organisation in the batch. Two queries, whatever their number.

    Each register gives one part of a single statement: its entries grouped by their counted
    columns, which travel as one JSON text, so that parts of different shapes fit together.
    """
    rows: defaultdict[UUID, defaultdict[str, list[Counted[Any]]]] = defaultdict(lambda: defaultdict(list))
    unchecked: defaultdict[UUID, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    known: dict[tuple[str, str], Any] = {}
    first, *rest = [_part(batch, register) for register in catalogue.ALL]
    for organisation_id, slug, is_checked, said, number in first.union(*rest, all=True) if rest else first:
        if not is_checked:
            unchecked[organisation_id][slug] += number
            continue
        entry = known.get((slug, said))
        if entry is None:
            entry = known[slug, said] = _entry(catalogue.BY_SLUG[slug], json.loads(said))
        rows[organisation_id][slug].append(Counted(entry, number))
    whole = _whole(batch)
    return {
        key: RegisterFacts(
            {
                slug: Kept(tuple(rows[key][slug]), unchecked[key][slug], *whole[key].get(slug, (None, False)))
                for slug in rows[key].keys() | unchecked[key].keys() | whole[key].keys()
            }
        )
        for key in rows.keys() | unchecked.keys() | whole.keys()
    }


def _part(batch: Batch, register: Register[Any]) -> QuerySet[Any, Any]:
    said = Cast(JSONArray(*(_column(register, name) for name in _counted(register)), Value(0)), TextField())
    return (
        table(register)
        .objects.filter(batch.rows(), archived_at=None)
        .order_by()
        .annotate(slug=Value(register.slug, CharField()), said=said)
        .values("organisation_id", "slug", "is_checked", "said")
        .annotate(number=Count("pk"))
        .values_list("organisation_id", "slug", "is_checked", "said", "number")
    )


def _counted(register: Register[Any]) -> tuple[str, ...]:
    """The counted columns, with the last days of the people among them whose entry wants to know."""
    wanted = {each.name for each in fields(register.entry)}
    gone = (columns.leaver(name) for name in register.counted)
    return (*register.counted, *(name for name in gone if name in wanted))


def _column(register: Register[Any], name: str) -> Any:
    found = register.question(name)
    if found is None:
        person = name.removesuffix(columns.leaver(""))
        return (
            Cast(F(name if person == name else f"{person}__left_on"), TextField())
            if _is_day(register, name)
            else F(name)
        )
    match found.kind:
        case Kind.LINKS:
            return Exists(RegisterLink.objects.filter(entry_id=OuterRef("pk"), question=name))
        case Kind.DAY:
            return Cast(F(name), TextField())
        case Kind.PERSON:
            return Cast(F(f"{name}_id"), TextField())
        case _:
            return F(name)


def _is_day(register: Register[Any], name: str) -> bool:
    return columns.worked(register.entry, name) is columns.Worked.DAY  # type: ignore[arg-type]  # a class can be a key


def _entry(register: Register[Any], held: list[Any]) -> Any:
    said: dict[str, Any] = {}
    for name, value in zip(_counted(register), held, strict=False):
        asked = register.question(name)
        said[name] = columns.read_plain(asked, value) if asked else columns.read_worked(register.entry, name, value)
    return register.entry(**said)


def _whole(batch: Batch) -> Mapping[UUID, dict[str, tuple[date, bool]]]:
    """When each register was last confirmed as whole, and whether as empty. One query."""
    found: defaultdict[UUID, dict[str, tuple[date, bool]]] = defaultdict(dict)
    rows = RegisterCheck.objects.filter(batch.rows()).order_by("checked_on", "id")
    for organisation_id, slug, on, is_none in rows.values_list("organisation_id", "register", "checked_on", "is_none"):
        found[organisation_id][slug] = (on, is_none)
    return found
