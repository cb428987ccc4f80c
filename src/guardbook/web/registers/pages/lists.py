"""The list of one register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.queries.registers.listing import PAGE, Asked, ListPage, Show
from guardbook.queries.registers.overview import Check, State
from guardbook.queries.registers.reading import Found
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Gap, Register
from guardbook.web import words
from guardbook.web.components import Cell, Column, Figure, Link, Paging, Table, Tag, Tone
from guardbook.web.registers import asking, look
from guardbook.web.registers.asking import Filter, Option
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class ListView:
    """One register's list: what to look for, the entries, and what can be done."""

    register: Register[Any]
    to: Address
    is_empty: bool
    is_filtered: bool
    is_narrowed: bool
    search: str
    shows: tuple[Option, ...]
    filters: tuple[Filter, ...]
    sorts: tuple[Option, ...]
    columns: tuple[Option, ...]
    figures: tuple[Figure, ...]
    findings: tuple[tuple[Cell, str], ...]
    table: Table
    paging: Paging
    whole: str
    whole_tag: Tag
    exports: tuple[Link, ...]
    has_starters: bool
    may_edit: bool
    may_confirm: bool
    may_import: bool
    extras: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list is made of."""

    register: Register[Any]
    asked: Asked
    found: ListPage[Any]
    state: State
    sites: tuple[tuple[UUID, str], ...]
    findings: Sequence[Gap]
    has_starters: bool
    extras: tuple[Link, ...] = ()


def listing(organisation: UUID, of: Listed, today: date, may: Mapping[str, bool]) -> ListView:
    """Put the list of one register together."""
    register, asked, to = of.register, of.asked, Address(organisation, of.register)
    shown = asking.columns(register, asked)
    return ListView(
        register=register,
        to=to,
        is_empty=not of.found.total,
        is_filtered=bool(asked.search or asked.where or asked.site or asked.show is not Show.CURRENT),
        is_narrowed=bool(asked.where or asked.site or asked.columns or asked.sort != "name" or asked.is_down),
        search=asked.search,
        shows=tuple(Option(show.value, text, show is asked.show) for show, text in asking.SHOWS.items()),
        filters=asking.filters(register, asked, of.sites),
        sorts=asking.sorts(register, asked),
        columns=tuple(
            Option(each.name, each.label, each in shown) for each in register.questions if _is_column(each.kind)
        ),
        figures=_figures(of.state, to),
        findings=tuple(look.gap(each) for each in of.findings),
        table=_table(to, shown, of.found.found, today),
        paging=_paging(to, of),
        whole=_whole(of.state),
        whole_tag=_whole_tag(of.state.check, today),
        exports=tuple(
            Link(text, to.to("export", form=form) + asking.address(asked), "of this list")
            for form, text in (("xlsx", "Download as Excel"), ("csv", "Download as CSV"))
        )
        if may["export"]
        else (),
        has_starters=of.has_starters,
        may_edit=may["edit"],
        may_confirm=may["confirm"],
        may_import=may["import"],
        extras=of.extras,
    )


def _is_column(kind: Kind) -> bool:
    return kind not in {Kind.WORDS, Kind.LINKS}


def _figures(state: State, to: Address) -> tuple[Figure, ...]:
    counted = (
        (state.total, "in the register", ""),
        (state.attention, "with something to put right", "?show=attention"),
        (state.unchecked, "not checked here yet", "?show=unchecked"),
    )
    return tuple(Figure(f"{number:,}", text, to.to("list") + ask) for number, text, ask in counted if number or not ask)


def _whole(state: State) -> str:
    if state.check is None:
        return "Nobody has said yet that this list is whole and right."
    what = "there is nothing to keep here" if state.check.is_none else "this list is whole and right"
    return f"{state.check.by} said on {words.day(state.check.on)} that {what}."


def _whole_tag(check: Check | None, today: date) -> Tag:
    if check is None:
        return Tag("To confirm", Tone.WAITING)
    return Tag("Confirmed", Tone.DONE) if (today - check.on).days <= 365 else Tag("Confirm again", Tone.WARNING)


def _table(to: Address, shown: Sequence[Any], found: Sequence[Found[Any]], today: date) -> Table:
    heads = [Column(each.label, each.kind in {Kind.NUMBER, Kind.MONEY}) for each in shown]
    rows = [
        [
            Link(each.entry.name, to.entry(each.id)),
            *(look.answer(question, each) for question in shown[1:]),
            look.state(each, to.register.all_gaps(each.entry, today)),
        ]
        for each in found
    ]
    return Table(to.register.title, [*heads, Column("To put right")], rows, is_caption_hidden=True)


def _paging(to: Address, of: Listed) -> Paging:
    register, found, asked = of.register, of.found, of.asked
    if len(found.found) == found.total:
        return Paging(words.count(found.total, register.one, register.many))
    here = to.to("list")
    next_href = here + asking.address(asked, after=found.next_after) if found.next_after else ""
    first_href = here + asking.address(asked) if asked.after else ""
    shown = f"{len(found.found)} of {words.count(found.total, register.one, register.many)} ({PAGE} on a page)"
    return Paging(shown, first_href, next_href)
