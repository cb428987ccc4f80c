"""The shape that all working pages share, and how entries of a log stand in a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.deciders.figures import Says
from guardbook.rules.registers.register import Register
from guardbook.web.components import Cell, Column, Figure, Link, Row, Table, Tag, Tone
from guardbook.web.registers.look import Address

SAYS = {
    Says.ACT: Tag("Needs you", Tone.PROBLEM),
    Says.WATCH: Tag("Keep an eye on it", Tone.WARNING),
    Says.FINE: Tag("In order", Tone.DONE),
    Says.NOTE: Tag("For information"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a working page: what it is for, what stands in it, and where one goes from there.

    ``empty`` is said where there is nothing in it.
    """

    title: str
    lead: str = ""
    table: Table | None = None
    rows: Sequence[Row] = ()
    sentences: Sequence[str] = ()
    empty: str = ""
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class WorkingPage:
    """A whole working page. ``held`` says who has the role; ``buttons`` are what is done most."""

    title: str
    held: str
    lead: str
    figures: Sequence[Figure]
    parts: Sequence[Part]
    buttons: Sequence[Link]
    back: Link


def go(ctx: Context, name: str, **more: object) -> str:
    """The address of a page about this organisation."""
    return reverse(name, kwargs={"organisation": ctx.organisation_id, **more})


def may(ctx: Context, permission: Permission, *links: Link) -> tuple[Link, ...]:
    """Links that only somebody with a permission is shown."""
    return links if permission in ctx.by.permissions else ()


def to_log(ctx: Context, register: Register[Any], add: str = "") -> tuple[Link, ...]:
    """The way to a whole log and, for those who keep it, to adding an entry."""
    to = Address(ctx.organisation_id, register)
    every = Link("See all", to.to("list"), f"of {register.title.lower()}")
    return (*(may(ctx, register.kept_by, Link(add, to.to("add"))) if add else ()), every)


def table(
    ctx: Context,
    register: Register[Any],
    found: Sequence[Found[Any]],
    columns: Sequence[tuple[str, Callable[[Any], Cell]]],
) -> Table | None:
    """Entries of a log as rows, each named by a link to its page; None where there are none."""
    if not found:
        return None
    to = Address(ctx.organisation_id, register)
    heads = [Column(register.one.capitalize()), *(Column(title) for title, _ in columns)]
    rows = [[Link(each.entry.name, to.entry(each.id)), *(show(each.entry) for _, show in columns)] for each in found]
    return Table(register.title, heads, rows, is_caption_hidden=True)
