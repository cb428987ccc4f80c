"""The whole record of processing as one document and as one workbook, in the order of Article 30 of the UK GDPR."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.exports.documents import Document, Facts, Paragraph, Section, Table, day
from guardbook.exports.sheets import Cell, Column, Kind, Sheet
from guardbook.queries.registers.record import Organisation, Row
from guardbook.rules.registers.processing import Processing
from guardbook.rules.registers.questions import Choice

NOT_SAID = "Not said yet"


@dataclass(frozen=True, slots=True)
class _Fact:
    """One column of the record. ``is_asked`` where the law asks for it, so that a gap is told."""

    title: str
    of: Callable[[Row], str]
    is_asked: bool = True


_WHAT = _Fact("What is done", lambda row: row.entry.name)
_ABROAD = _Fact("Outside the United Kingdom", lambda row: _abroad(row.entry))
_SAFE = _Fact("How it is kept safe", lambda row: row.entry.security)
_AROUND = (
    _Fact("Where it is kept", lambda row: "; ".join(row.kept_in), is_asked=False),
    _Fact("Papers", lambda row: _papers(row.entry), is_asked=False),
    _Fact("Who looks after it", lambda row: row.owner, is_asked=False),
)
_OURS = (
    _WHAT,
    _Fact("Who decides", lambda row: _decides(row.entry)),
    _Fact("What it is for", lambda row: row.entry.purpose),
    _Fact("Whom it is about", lambda row: _labels(row.entry.people)),
    _Fact("Kinds of information", lambda row: _labels(row.entry.data)),
    _Fact("Who gets it", lambda row: "; ".join(row.entry.recipients)),
    _ABROAD,
    _Fact("How long it is kept", lambda row: "; ".join(row.kept_for)),
    _SAFE,
    _Fact("Why the law allows it", lambda row: _labels(row.entry.bases)),
    _Fact("Second reason, for sensitive information", lambda row: _second(row.entry), is_asked=False),
    _Fact("Where it comes from", lambda row: row.entry.came_from, is_asked=False),
    *_AROUND,
)
_FOR_OTHERS = (
    _WHAT,
    _Fact("For which organisation", lambda row: row.entry.with_whom),
    _Fact("What is done with it", lambda row: row.entry.purpose),
    _ABROAD,
    _SAFE,
    *_AROUND,
)


def document(organisation: Organisation, rows: Sequence[Row], on: date) -> Document:
    """The record as a document, one section for each use. Starter rows that nobody has checked are left out."""
    checked = _checked(rows)
    ours = [each for each in checked if not each.is_for_others]
    for_others = [each for each in checked if each.is_for_others]
    return Document(
        title="Record of processing",
        organisation=organisation.name,
        issued_on=on,
        reference=f"Record of processing, {day(on)}",
        summary=(_who(organisation), *_notes(rows, checked), _overview(checked)),
        sections=(
            *(Section(each.entry.name, (_facts(each, _OURS),)) for each in ours),
            *(Section(f"For others: {each.entry.name}", (_facts(each, _FOR_OTHERS),)) for each in for_others),
        ),
    )


def sheets(rows: Sequence[Row]) -> tuple[Sheet, ...]:
    """The record as sheets: what we decide on (Article 30(1)), and what we do for others (Article 30(2))."""
    checked = _checked(rows)
    return (
        _sheet("What we do", _OURS, [each for each in checked if not each.is_for_others]),
        _sheet("What we do for others", _FOR_OTHERS, [each for each in checked if each.is_for_others]),
    )


def _checked(rows: Sequence[Row]) -> list[Row]:
    return sorted((each for each in rows if each.entry.is_checked), key=lambda row: row.entry.name.casefold())


def _who(organisation: Organisation) -> Facts:
    pairs = (
        ("Organisation", organisation.name),
        ("How to reach it", organisation.contact or NOT_SAID),
        ("Data Protection Officer", organisation.officer or "None appointed"),
        ("Registration with the regulator", organisation.registration or NOT_SAID),
    )
    return Facts("Who keeps this record", pairs)


def _notes(rows: Sequence[Row], checked: Sequence[Row]) -> tuple[Paragraph, ...]:
    waiting = len(rows) - len(checked)
    if not waiting:
        return ()
    said = "1 starter row is" if waiting == 1 else f"{waiting} starter rows are"
    return (Paragraph(f"{said} left out, because nobody has said yet that they are true here.", is_note=True),)


def _overview(rows: Sequence[Row]) -> Table:
    return Table(
        "All uses of information",
        ("What is done", "Why the law allows it", "Last looked at"),
        tuple((each.entry.name, _labels(each.entry.bases) or NOT_SAID, _looked_at(each.entry)) for each in rows),
    )


def _facts(row: Row, wanted: tuple[_Fact, ...]) -> Facts:
    """What stands under the heading of a use, which says what is done."""
    pairs = [(each.title, each.of(row) or (NOT_SAID if each.is_asked else "")) for each in wanted if each is not _WHAT]
    looked_at = ("Last looked at", _looked_at(row.entry))
    return Facts("The facts", (*((title, text) for title, text in pairs if text), looked_at))


def _sheet(title: str, wanted: tuple[_Fact, ...], rows: Sequence[Row]) -> Sheet:
    columns = (*(Column(each.title) for each in wanted), Column("Last looked at", Kind.DATE, 14))
    return Sheet(title, columns, [_cells(wanted, row) for row in rows])


def _cells(wanted: tuple[_Fact, ...], row: Row) -> tuple[Cell, ...]:
    return (*(each.of(row) for each in wanted), row.entry.reviewed_on)


def _labels(chosen: Sequence[Choice]) -> str:
    return "; ".join(each.label for each in chosen)


def _decides(entry: Processing) -> str:
    part = entry.part.label if entry.part else ""
    return f"{part}: {entry.with_whom}" if part and entry.with_whom else part


def _second(entry: Processing) -> str:
    return _labels((*entry.conditions, *entry.paragraphs))


def _papers(entry: Processing) -> str:
    listed = _labels(entry.papers)
    return f"{listed} ({entry.papers_at})" if listed and entry.papers_at else listed or entry.papers_at


def _abroad(entry: Processing) -> str:
    if entry.leaves_uk is None:
        return ""
    return (entry.abroad or "Yes") if entry.leaves_uk else "No"


def _looked_at(entry: Processing) -> str:
    return day(entry.reviewed_on) if entry.reviewed_on else "Never"
