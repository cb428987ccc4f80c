"""The map of what goes to and from others: a drawing with links, what is unsafe in it, and a table that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from guardbook.queries.registers.flows import Flowing
from guardbook.queries.registers.reading import Found
from guardbook.rules.registers import flow_map, flows
from guardbook.rules.registers.flow_map import Arrow, Box, FlowMap, Line, Node
from guardbook.rules.registers.flows import Flow
from guardbook.rules.registers.register import Severity
from guardbook.web import words
from guardbook.web.components import Cell, Column, Lines, Link, Table, Tag, Tone
from guardbook.web.registers import look
from guardbook.web.registers.look import Address

_LINE, _HEAD, _WING = 19, 13, 7
"""The height of a line of words, and the length and half the width of the head of an arrow."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A box to draw, with each line of its words and where that stands; a link, unless ``href`` is empty."""

    box: Box
    texts: tuple[tuple[int, str], ...]
    href: str = ""
    label: str = ""
    is_unsafe: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow to draw: its line, and the corners of its heads."""

    line: Arrow
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The whole page. ``findings`` say how bad it is, in which flow, and what."""

    back: Link
    add: str
    width: int
    height: int
    summary: str
    us: Spot
    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    findings: tuple[tuple[Cell, Link, str], ...]
    notes: tuple[str, ...]
    table: Table


def map_page(organisation: UUID, of: Flowing, on: date) -> MapPage:
    """Put the page together."""
    to = Address(organisation, flows.REGISTER)
    listed = sorted(of.found, key=lambda each: flow_map.order(each.entry))
    drawn = flow_map.flow_map([each.entry for each in listed], on, of.us)
    pairs = list(zip(drawn.lines, listed, strict=True))
    return MapPage(
        back=to.back,
        add=to.to("add"),
        width=drawn.width,
        height=drawn.height,
        summary=_summary(drawn, of.us),
        us=Spot(drawn.us, _texts(drawn.us)),
        spots=tuple(_spot(to, each, listed) for each in drawn.nodes),
        ways=tuple(Way(each, tuple(_heads(each))) for each in drawn.arrows),
        findings=tuple(_findings(to, pairs)),
        notes=tuple(_notes(of)),
        table=Table(
            "Everything that goes to and from others",
            [Column(title) for title in _TITLES],
            [_row(to, line, found, of) for line, found in pairs],
        ),
    )


_TITLES = ("What", "Who", "Which way", "What for, and why allowed", "How", "On the way", "Where, and covered by")


def _summary(drawn: FlowMap, us: str) -> str:
    unsafe = sum(bool(each.unsafe) for each in drawn.lines)
    others = words.count(len({each.partner.casefold() for each in drawn.lines}), "other", "others")
    safe = (
        f"{words.count(unsafe, 'flow is', 'flows are')} not safe on the way."
        if unsafe
        else "None is known to be unsafe."
    )
    return f"{words.count(len(drawn.lines), 'flow', 'flows')} between {us} and {others}. {safe}"


def _notes(of: Flowing) -> Iterator[str]:
    unsaid = sum(each.entry.is_protected is None for each in of.found)
    if unsaid:
        yield f"{words.count(unsaid, 'flow does', 'flows do')} not say yet whether it is safe on the way."
    if of.waiting:
        yield f"{words.count(of.waiting, 'starter row is', 'starter rows are')} left out, because nobody has checked it yet."


def _findings(to: Address, pairs: Sequence[tuple[Line, Found[Flow]]]) -> Iterator[tuple[Cell, Link, str]]:
    """What is unsafe, the worst first."""
    unsafe = [(gap, _link(to, line, found)) for line, found in pairs for gap in line.unsafe]
    worst_first = tuple(Severity)
    for gap, link in sorted(unsafe, key=lambda pair: worst_first.index(pair[0].severity)):
        tag, text = look.gap(gap)
        yield tag, link, text


def _spot(to: Address, node: Node, listed: Sequence[Found[Flow]]) -> Spot:
    own = [each for each in listed if each.entry.partner.strip().casefold() == node.partner.casefold()]
    match own:
        case [only]:
            href = to.entry(only.id)
        case []:  # those who share the last box
            href = to.to("list")
        case _:
            href = f"{to.to('list')}?{urlencode({'search': node.partner})}"
    return Spot(node.box, _texts(node.box), href, f"{node.partner}: {node.box.lines[-1]}", node.unsafe > 0)


def _texts(box: Box) -> tuple[tuple[int, str], ...]:
    """Each line of a box with the height of its foot: together they stand in the middle."""
    first = box.middle[1] - len(box.lines) * _LINE // 2 + 15
    return tuple((first + place * _LINE, text) for place, text in enumerate(box.lines))


def _heads(arrow: Arrow) -> Iterator[str]:
    away = 1 if arrow.x2 > arrow.x1 else -1
    for is_there, x, side in ((arrow.is_out, arrow.x2, -away), (arrow.is_in, arrow.x1, away)):
        if is_there:
            foot = x + side * _HEAD
            yield f"{x},{arrow.y1} {foot},{arrow.y1 - _WING} {foot},{arrow.y1 + _WING}"


def _link(to: Address, line: Line, found: Found[Flow]) -> Link:
    return Link(line.what, to.entry(found.id), f"({line.partner})")


def _row(to: Address, line: Line, found: Found[Flow], of: Flowing) -> list[Cell]:
    part_of = [of.uses[each] for each in found.entry.processing if each in of.uses]
    return [
        _link(to, line, found),
        line.partner,
        line.direction,
        _lines(line.why, line.allowed_by, *part_of),
        _lines(line.method, line.frequency),
        _on_the_way(line),
        _lines(line.country, line.agreement),
    ]


def _on_the_way(line: Line) -> Tag:
    if line.unsafe:
        return Tag("Not safe", Tone.PROBLEM)
    return {"Yes": Tag("Safe", Tone.DONE)}.get(line.protected, Tag("Not said", Tone.WAITING))


def _lines(*said: str) -> Cell:
    kept: Any = [each for each in said if each]
    return Lines(kept) if kept else "Not said"
