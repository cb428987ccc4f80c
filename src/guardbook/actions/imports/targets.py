"""What an import is for: its columns, how a row is planned, and how the plan is carried out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from guardbook.actions.shell import Change
from guardbook.rules.imports.cells import Value
from guardbook.rules.imports.layouts import Layout, Matching
from guardbook.rules.imports.matching import State
from guardbook.rules.imports.rows import Row
from guardbook.rules.imports.runs import Decision
from guardbook.rules.imports.workforce import File, Taken
from guardbook.rules.imports.written import Cell

Options = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said about an unsure row; ``person_id`` names whom they mean by SAME."""

    decision: Decision
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """What would become of a row. ``claims`` names whom or what it is about: one row each.

    ``made`` is what carrying it out needs beside the row, in a form that only its target knows.
    """

    row: Row
    outcome: State
    claims: tuple[str, ...] = ()
    target_id: UUID | None = None
    reasons: tuple[str, ...] = ()
    candidates: tuple[UUID, ...] = ()
    made: Any = None

    @property
    def values(self) -> Mapping[str, Value]:
        """What the row says."""
        return self.row.values


class Planner(Protocol):
    """Knows what is stored now, and plans one row after another against it."""

    def plan(self, row: Row, answer: Answer | None) -> Planned:
        """Return what would become of the row."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """How a Skills for Care file is taken in."""

    file: File
    columns: Matching
    take: Callable[[Sequence[str], Sequence[Cell]], Taken]


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of import. ``job`` is the name of the job that checks a long file.

    ``planner`` is made for an organisation, for the sites that whoever imports may see (None is
    every site), and for what was said for the whole file. ``workforce`` is None where no Skills for
    Care file is for this import.
    """

    kind: str
    job: str
    event: str
    layout: Layout
    complete: Callable[[Row, date], Row]
    planner: Callable[[UUID, frozenset[UUID] | None, Options], Planner]
    carry_out: Callable[[Change, Sequence[Planned]], None]
    workforce: Workforce | None = None
