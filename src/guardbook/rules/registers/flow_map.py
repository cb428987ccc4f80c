"""Where everything stands on the map of data flows: us in the middle, the others left and right, an arrow to each.

Pure arithmetic, so that a template only draws: positions are whole numbers, in one fixed width that a
page scales. The same flows, one by one, are the table beside the map. Source: rule D-02, our own drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.rules.registers import flows
from guardbook.rules.registers.flows import Direction, Flow, Partner
from guardbook.rules.registers.register import Gap, Severity

MOST_PARTNERS = 40
"""More than these and the last of them share one box; the table still has every flow."""
_WIDTH, _BOX, _TALL, _BETWEEN, _EDGE = 960, 260, 64, 16, 8
_US = 200
_LETTERS, _LINES = 28, 2
_OUR_LETTERS = 20
_WORST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with the words in it, a line each. ``x`` and ``y`` are its upper left corner."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> tuple[int, int]:
        """The point in its middle."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on the other side: their box, and how many of their flows have something unsafe."""

    box: Box
    partner: str
    kind: Partner | None
    flows: int
    unsafe: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from our box to theirs; ``is_out`` puts a head at their end, ``is_in`` one at ours."""

    x1: int
    y1: int
    x2: int
    y2: int
    is_out: bool
    is_in: bool
    is_unsafe: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One flow in words: a row of the table that says the same as the map."""

    partner: str
    direction: str
    what: str
    why: str
    allowed_by: str
    method: str
    frequency: str
    protected: str
    country: str
    agreement: str
    unsafe: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class FlowMap:
    """The whole map in a drawing of ``width`` by ``height``, and the same as lines of a table."""

    width: int
    height: int
    us: Box
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """Everything that goes to and from one partner, or from all those who share the last box."""

    name: str
    kind: Partner | None
    flows: tuple[Flow, ...]

    @property
    def is_in(self) -> bool:
        return any(each.direction in {Direction.IN, Direction.BOTH} for each in self.flows)

    @property
    def is_out(self) -> bool:
        return any(each.direction is not Direction.IN for each in self.flows)


def flow_map(found: Iterable[Flow], on: date, us: str = "Us") -> FlowMap:
    """Place everybody on the map. The same flows give the same map, in whatever order they come."""
    listed = sorted(found, key=order)
    sides = _sides(listed)
    half = (len(sides) + 1) // 2
    left, right = sides[:half], sides[half:]
    height = max(half, 1) * (_TALL + _BETWEEN) - _BETWEEN + 2 * _EDGE
    ours = Box((_WIDTH - _US) // 2, _EDGE, _US, height - 2 * _EDGE, _wrapped(us, _OUR_LETTERS))
    nodes = (
        *_column(left, _EDGE, height, on),
        *_column(right, _WIDTH - _EDGE - _BOX, height, on),
    )
    arrows = tuple(_arrow(ours, node, side) for node, side in zip(nodes, sides, strict=True))
    return FlowMap(_WIDTH, height, ours, nodes, arrows, tuple(_line(each, on) for each in listed))


def order(flow: Flow) -> tuple[str, ...]:
    """By what the lines of the map stand in order. Two flows that are alike in it are alike in everything."""
    words = (
        flow.partner.strip(),
        flow.name,
        flow.direction or "",
        flow.method or "",
        flow.why,
        flow.country,
        flow.agreement,
    )
    return (*(each.casefold() for each in words), repr(flow))


def _sides(listed: Sequence[Flow]) -> list[_Side]:
    """Everybody once: those who mostly send first, so that they come to stand on the left."""
    by_name: dict[str, list[Flow]] = {}
    for each in listed:
        by_name.setdefault(each.partner.strip().casefold(), []).append(each)
    sides = [_Side(each[0].partner.strip(), each[0].partner_kind, tuple(each)) for each in by_name.values()]
    sides.sort(key=lambda side: (side.is_out, side.is_in, side.name.casefold()))
    if len(sides) <= MOST_PARTNERS:
        return sides
    kept, rest = sides[: MOST_PARTNERS - 1], sides[MOST_PARTNERS - 1 :]
    return [*kept, _Side(f"{len(rest)} others", None, tuple(each for side in rest for each in side.flows))]


def _column(sides: Sequence[_Side], x: int, height: int, on: date) -> tuple[Node, ...]:
    tall = len(sides) * (_TALL + _BETWEEN) - _BETWEEN
    top = (height - tall) // 2
    return tuple(_node(side, x, top + place * (_TALL + _BETWEEN), on) for place, side in enumerate(sides))


def _node(side: _Side, x: int, y: int, on: date) -> Node:
    unsafe = sum(bool(_unsafe(each, on)) for each in side.flows)
    count = "1 flow" if len(side.flows) == 1 else f"{len(side.flows)} flows"
    lines = (*_wrapped(side.name), f"{count}, {unsafe} not safe" if unsafe else count)
    return Node(Box(x, y, _BOX, _TALL, lines), side.name, side.kind, len(side.flows), unsafe)


def _arrow(ours: Box, node: Node, side: _Side) -> Arrow:
    """A level line between the two edges that face each other."""
    _, y = node.box.middle
    is_left = node.box.x < ours.x
    here = ours.x if is_left else ours.x + ours.width
    there = node.box.x + node.box.width if is_left else node.box.x
    return Arrow(here, y, there, y, side.is_out, side.is_in, node.unsafe > 0)


def _unsafe(flow: Flow, on: date) -> tuple[Gap, ...]:
    """What makes a flow unsafe on the way; what is merely missing is said in the list."""
    return tuple(
        each
        for each in flows.gaps(flow, on)
        if each.question in {"method", "is_protected"} and _WORST.index(each.severity) <= _WORST.index(Severity.MEDIUM)
    )


def _line(flow: Flow, on: date) -> Line:
    protected = {True: "Yes", False: "No", None: "Not said"}[flow.is_protected]
    return Line(
        partner=flow.partner.strip(),
        direction=flow.direction.label if flow.direction else "Not said",
        what=flow.name,
        why=flow.why,
        allowed_by="; ".join(each.label for each in flow.bases),
        method=flow.method.label if flow.method else "Not said",
        frequency=flow.frequency.label if flow.frequency else "",
        protected=protected,
        country=flow.country or "United Kingdom",
        agreement=flow.agreement,
        unsafe=_unsafe(flow, on),
    )


def _wrapped(text: str, letters: int = _LETTERS) -> tuple[str, ...]:
    """The words in at most two lines that fit a box; what does not fit ends in dots, and stands whole in the table."""
    lines: list[str] = []
    for word in text.split():
        piece = word if len(word) <= letters else f"{word[: letters - 1]}…"
        if lines and len(lines[-1]) + 1 + len(piece) <= letters:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    if len(lines) > _LINES:
        kept = lines[_LINES - 1]
        lines = [*lines[: _LINES - 1], f"{kept[: letters - 1]}…"]
    return tuple(lines)
