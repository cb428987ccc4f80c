"""One row of a file read by its match of columns, with what is wrong said in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guardbook.kernel.reading import Unreadable
from guardbook.rules.imports import cells
from guardbook.rules.imports.cells import Value
from guardbook.rules.imports.layouts import Layout, Matching
from guardbook.rules.imports.written import Cell


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where; ``row`` is the row's number as the spreadsheet shows it."""

    row: int
    column: str
    text: str

    @property
    def sentence(self) -> str:
        """The whole sentence: row, column, and what to do."""
        return f"Row {self.row}, {self.column}: {self.text}" if self.column else f"Row {self.row}: {self.text}"


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says, by the keys of the layout, without its empty cells; and its problems."""

    number: int
    values: Mapping[str, Value]
    problems: tuple[Problem, ...] = ()


def read(number: int, row: Sequence[Cell], matching: Matching, layout: Layout) -> Row:
    """Read one row. Cells in columns that are not matched are not looked at."""
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for key, cell in zip(matching, row, strict=False):
        if not key:
            continue
        column = layout.column(key)
        try:
            value = cells.read(cell, column.sort, column.longest, column.terms)
        except Unreadable as fault:
            problems.append(Problem(number, column.label, str(fault)))
        else:
            if value is not None:
                values[key] = value
    return Row(number, values, tuple(problems))
