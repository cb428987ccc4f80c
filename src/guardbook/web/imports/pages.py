"""What the pages of an import show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from guardbook.queries.imports import Line, LinePage, Run
from guardbook.rules.imports import cells, layouts
from guardbook.rules.imports.layouts import Layout
from guardbook.rules.imports.matching import State as Outcome
from guardbook.web import words
from guardbook.web.components import Cell, Column, Figure, Lines, Link, Paging, Table, Tag, Tone

_TAGS = {
    Outcome.NEW: Tag("New", Tone.DONE),
    Outcome.CHANGED: Tag("Changed", Tone.SUGGESTED),
    Outcome.UNCHANGED: Tag("No change", Tone.QUIET),
    Outcome.ASK: Tag("Your answer", Tone.WARNING),
    Outcome.WRONG: Tag("Cannot be read", Tone.PROBLEM),
    Outcome.SKIPPED: Tag("Left out", Tone.QUIET),
}
_COUNTED = {
    Outcome.NEW: "new",
    Outcome.CHANGED: "changed",
    Outcome.UNCHANGED: "without a change",
    Outcome.ASK: "need your answer",
    Outcome.WRONG: "cannot be read",
    Outcome.SKIPPED: "left out",
}


@dataclass(frozen=True, slots=True)
class Names:
    """The addresses of one kind of import: ``start``, as ``doors`` names them, and the page to go back to.

    ``parts`` are the parts of these addresses that name neither organisation nor run.
    """

    start: str
    done: str
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> str:
        """The page that asks which column is what."""
        return f"{self.start}-columns"

    @property
    def check(self) -> str:
        """The page that shows what would become of each row."""
        return f"{self.start}-check"

    @property
    def drop(self) -> str:
        """Where an import is dropped."""
        return f"{self.start}-drop"

    def to(self, name: str, organisation: UUID, run_id: UUID | None = None) -> str:
        """Return the address of one step."""
        run = {"run_id": run_id} if run_id else {}
        return reverse(name, kwargs={"organisation": organisation, **self.parts, **run})


@dataclass(frozen=True, slots=True)
class Start:
    """The page that asks for the file."""

    title: str
    lead: tuple[str, ...]
    back: Link


@dataclass(frozen=True, slots=True)
class Columns:
    """The page that asks which column is what."""

    title: str
    file_name: str
    is_settled: bool
    private: str
    before: str
    drop: str
    back: Link


@dataclass(frozen=True, slots=True)
class Progress:
    """The page to wait on while a long file is checked."""

    title: str
    done: int
    total: int
    again: str
    drop: str


@dataclass(frozen=True, slots=True)
class Check:
    """The page that shows what would become of each row."""

    title: str
    file_name: str
    figures: tuple[Figure, ...]
    table: Table
    paging: Paging
    button: str
    note: str
    drop: str
    back: Link
    everything: Link | None


def columns(names: Names, layout: Layout, organisation: UUID, run: Run, before: datetime | None) -> Columns:
    """Put the page of columns together."""
    private = [heading for heading in run.headings if layouts.is_private(heading, layout)]
    return Columns(
        title="Check the columns",
        file_name=run.file_name,
        is_settled=run.is_workforce,
        private=words.listing(private) if private else "",
        before=f"You imported this very file on {words.day(before.date())}." if before else "",
        drop=names.to(names.drop, organisation, run.id),
        back=Link("Choose another file", names.to(names.start, organisation)),
    )


def progress(names: Names, organisation: UUID, run: Run) -> Progress:
    """Put the waiting page together."""
    again = names.to(names.check, organisation, run.id)
    return Progress(
        "Checking your file", run.rows_done, run.rows_total, again, names.to(names.drop, organisation, run.id)
    )


def check(names: Names, layout: Layout, organisation: UUID, run: Run, shown: Outcome | None, found: LinePage) -> Check:
    """Put the page of rows together."""
    address = names.to(names.check, organisation, run.id)
    changes = run.counts.get(Outcome.NEW, 0) + run.counts.get(Outcome.CHANGED, 0)
    return Check(
        title="Check the rows",
        file_name=run.file_name,
        figures=tuple(_figure(outcome, run.counts, address) for outcome in Outcome if outcome in run.counts),
        table=_table(layout, shown, found),
        paging=_paging(shown, found, address),
        button=_button(changes, run.counts),
        note=_note(run.counts),
        drop=names.to(names.drop, organisation, run.id),
        back=Link("Check the columns", names.to(names.columns, organisation, run.id)),
        everything=Link("Show all rows", f"{address}?show=all") if shown else None,
    )


def _figure(outcome: Outcome, counts: Mapping[Outcome, int], address: str) -> Figure:
    return Figure(str(counts[outcome]), _COUNTED[outcome], f"{address}?show={outcome.value}")


def _table(layout: Layout, shown: Outcome | None, found: LinePage) -> Table:
    caption = "All rows" if shown is None else f"Rows: {_COUNTED[shown]}"
    columns = (
        Column("Row"),
        Column("Who" if layout.is_about_staff else "What"),
        Column("What happens"),
        Column("What it says"),
    )
    rows: list[list[Cell]] = [
        [str(line.number), line.who, _TAGS[line.outcome], Lines(line.reasons or (_said(layout, line),))]
        for line in found.lines
    ]
    return Table(caption, columns, rows)


def _said(layout: Layout, line: Line) -> str:
    """What a row says beside the name, with our words for the columns."""
    parts = [(layout.column(key), value) for key, value in line.said.items() if key != "name"]
    return "; ".join(f"{column.label}: {column.shown(cells.restored(value, column.sort))}" for column, value in parts)


def _paging(shown: Outcome | None, found: LinePage, address: str) -> Paging:
    if not found.lines:
        return Paging("No rows")
    first, last = found.lines[0].number, found.lines[-1].number
    said = f"Row {first}" if first == last else f"Rows {first} to {last}"
    kind = f"show={shown.value if shown else 'all'}&"
    next_href = f"{address}?{kind}after={found.next_after}" if found.next_after else ""
    return Paging(said, "", next_href)


def _button(changes: int, counts: Mapping[Outcome, int]) -> str:
    if counts.get(Outcome.ASK):
        return ""
    return f"Import {words.count(changes, 'row')}" if changes else "Finish: there is nothing to change"


def _note(counts: Mapping[Outcome, int]) -> str:
    wrong = counts.get(Outcome.WRONG, 0)
    if not wrong:
        return ""
    return (
        f"{words.count(wrong, 'row')} cannot be read and will be left out. Correct your file and import it again: "
        "rows that are in already will not change."
    )
