"""Counts the entries of registers by what answers read: one statement for all registers of many organisations."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat, JSONArray

from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.records.models import RegisterCheck, RegisterLink
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.registers import columns
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register


@dataclass(slots=True)
class Tally:
    """One register of one organisation: its checked entries counted, how many nobody has checked, and the
    latest word on the whole of it: when somebody said that it is right, and whether that there is nothing.
    """

    rows: list[Counted[Any]] = field(default_factory=list)
    unchecked: int = 0
    whole_on: date | None = None
    is_none: bool = False
    _word: str = ""

    def hear(self, word: str, *, is_none: bool) -> None:
        """Take in somebody's word on the whole register; a later one wins."""
        if word > self._word:
            self._word, self.whole_on, self.is_none = word, date.fromisoformat(word[:10]), is_none


def tallies(of: Q, registers: Sequence[Register[Any]]) -> Mapping[UUID, Mapping[str, Tally]]:
    """Count these registers for the organisations that ``of`` lets through, by organisation and slug. One query.

    Each register gives one part of a single statement: its entries grouped by their counted
    columns, which travel as one JSON text, so that parts of different shapes fit together.
    """
    found: defaultdict[UUID, defaultdict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    readers = {register.slug: _reader(register) for register in registers}
    known: dict[tuple[str, str, int], Counted[Any]] = {}
    parts = [_part(of, register) for register in registers]
    for organisation_id, slug, flag, said, number in _words(of, tuple(readers)).union(*parts, all=True):
        tally = found[organisation_id][slug]
        if number == 0:
            tally.hear(said, is_none=flag)
            continue
        if not flag:
            tally.unchecked += number
            continue
        row = known.get((slug, said, number))
        if row is None:
            row = known[slug, said, number] = Counted(readers[slug](said), number)
        tally.rows.append(row)
    return found


@question(Permission.REGISTER_VIEW)
def counted(ctx: Context, register: Register[Any]) -> Sequence[Counted[Any]]:
    """The checked entries of one register, counted. One query."""
    reading.rows(ctx, register)  # whoever may not see it is stopped here
    held = tallies(Q(organisation_id=ctx.organisation_id), [register])
    return held[ctx.organisation_id][register.slug].rows if ctx.organisation_id in held else []


def _part(of: Q, register: Register[Any]) -> QuerySet[Any, Any]:
    said = Cast(JSONArray(*(_column(register, name) for name in _counted(register)), Value(0)), TextField())
    return (
        table(register)
        .objects.filter(of, archived_at=None)
        .order_by()
        .annotate(slug=Value(register.slug, CharField()), said=said)
        .values("organisation_id", "slug", "is_checked", "said")
        .annotate(number=Count("pk"))
        .values_list("organisation_id", "slug", "is_checked", "said", "number")
    )


def _words(of: Q, slugs: Sequence[str]) -> QuerySet[Any, Any]:
    """What people said of whole registers, in the shape of the other parts; the number 0 tells them apart."""
    text = TextField()
    said = Concat(Cast("checked_on", text), Value(" ", text), Cast("pk", text), output_field=text)
    return (
        RegisterCheck.objects.filter(of, register__in=slugs)
        .order_by()
        .annotate(slug=F("register"), said=said, number=Value(0))
        .values_list("organisation_id", "slug", "is_none", "said", "number")
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
            # Nothing rests on what was archived, or on what nobody has said to be true here.
            there = table(reading.named(found.to)).objects.filter(
                pk=OuterRef("to_entry_id"), archived_at=None, is_checked=True
            )
            return Exists(RegisterLink.objects.filter(Exists(there), entry_id=OuterRef("pk"), question=name))
        case Kind.DAY:
            return Cast(F(name), TextField())
        case Kind.PERSON:
            # Whether there is one: with the identifier itself, no two entries would be alike.
            return Case(When(**{f"{name}_id__isnull": False}, then=Value(1)), default=Value(0))
        case _:
            return F(name)


def _is_day(register: Register[Any], name: str) -> bool:
    return columns.worked(register.entry, name) is columns.Worked.DAY  # type: ignore[arg-type]  # a class can be a key


def _reader(register: Register[Any]) -> Callable[[str], Any]:
    """Reads an entry back from the JSON text of its counted columns."""
    ways: list[tuple[str, columns.Reader]] = []
    for name in _counted(register):
        asked = register.question(name)
        way = columns.plain_reader(asked) if asked else columns.worked_reader(register.entry, name)
        ways.append((name, way))

    def read(said: str) -> Any:
        return register.entry(**{name: way(held) for (name, way), held in zip(ways, json.loads(said), strict=False)})

    return read
