"""Draws charts on the server as SVG with words, shapes and the same figures in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from guardbook.web.components import Column, Table

LEFT, HEAD, ROW, NAME, WIDTH = 2, 24, 62, 20, 316
"""The drawing's measures: left margin, room for the line's name, height of a row and of a name, width of a bar.

It is narrow, with names above the bars, so that on a phone the words stay large enough to read.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a bar; ``pattern`` is solid, striped, dotted or hollow."""

    name: str
    amount: int
    pattern: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: its name and its stretches, in the order drawn."""

    name: str
    parts: Sequence[Part]

    @property
    def total(self) -> int:
        """What the whole bar counts."""
        return sum(part.amount for part in self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that share their parts, each drawn to its own whole.

    ``summary`` says in a sentence what the chart shows, ``bars_are`` what each bar is ("Level"). ``line`` marks a share that
    matters, from 0 to 1, such as the 0.95 of the training item, and ``line_name`` words it.
    """

    id: str
    title: str
    summary: str
    bars_are: str
    bars: Sequence[Bar]
    line: float = 0
    line_name: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a bar with its place in the drawing."""

    x: float
    y: int
    width: float
    pattern: str
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the template needs to draw a chart and the table below it."""

    chart: Chart
    height: int
    names: Sequence[tuple[str, int]]
    stretches: Sequence[Stretch]
    legend: Sequence[tuple[str, str]]
    line_x: float
    table: Table


def draw(chart: Chart) -> Drawing:
    """Work out where everything goes."""
    top = HEAD if chart.line else 0
    rows = [(bar, top + ROW * row) for row, bar in enumerate(chart.bars)]
    return Drawing(
        chart=chart,
        height=top + ROW * len(rows),
        names=[(bar.name, y + NAME - 6) for bar, y in rows],
        stretches=[stretch for bar, y in rows for stretch in _stretches(bar, y + NAME)],
        legend=list(dict.fromkeys((part.name, part.pattern) for bar in chart.bars for part in bar.parts)),
        line_x=LEFT + WIDTH * chart.line,
        table=_table(chart),
    )


def _stretches(bar: Bar, y: int) -> list[Stretch]:
    drawn: list[Stretch] = []
    before = 0
    for part in bar.parts:
        if part.amount:
            width = WIDTH * part.amount / bar.total
            x = LEFT + WIDTH * before / bar.total
            label = str(part.amount) if width >= 26 else ""
            drawn.append(Stretch(round(x, 1), y, round(width, 1), part.pattern, label))
        before += part.amount
    return drawn


def _table(chart: Chart) -> Table:
    names = [part.name for part in chart.bars[0].parts] if chart.bars else []
    columns = [
        Column(chart.bars_are),
        *(Column(name, is_numeric=True) for name in names),
        Column("All", is_numeric=True),
    ]
    rows = [[bar.name, *(str(part.amount) for part in bar.parts), str(bar.total)] for bar in chart.bars]
    return Table(f"{chart.title}: the figures", columns, rows)
