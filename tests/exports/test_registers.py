"""Every register goes out as a spreadsheet in which nothing runs, and comes back in unchanged."""

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from guardbook.actions import organisations, people
from guardbook.actions.imports import runs, staging
from guardbook.actions.imports.staging import Source
from guardbook.actions.registers import entries, importing
from guardbook.exports import registers, sheets
from guardbook.kernel.errors import Refused
from guardbook.outside import spreadsheets
from guardbook.outside.uploads.kinds import Kind as FileKind
from guardbook.queries.access import Context
from guardbook.queries.registers import listing, naming
from guardbook.queries.registers.listing import Asked, Show
from guardbook.records.models import ImportRow, ImportRun
from guardbook.rules.people import Kind as StaffKind
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register
from guardbook.rules.registers.suppliers import REGISTER as SUPPLIERS
from guardbook.rules.registers.suppliers.entry import Supplier
from tests.cast import Cast

EVERY = pytest.mark.parametrize("register", catalogue.ALL, ids=lambda each: each.slug)
FORMS = pytest.mark.parametrize("form", ["csv", "xlsx"])
SHARED = Path(__file__).parents[3] / "shared" / "data" / "security"
TEXTS = (
    "=1+1", "@SUM(1+1)", "+44 7700 900123", "'=1+1", "-Not a formula", "\uff1d1+1", "n/a", "Yes", "0012", "1/2/2026",
    "a; b", "a, b", "\u2022 a", "None", "x" * 190, "<b>&amp;", "_x0041_", "caf\u00e9 \u202e", '"quoted", text', "tab\there",
)  # fmt: skip


def texts() -> tuple[str, ...]:
    """Text that spreadsheets stumble over; more of it where the shared lists stand beside this checkout."""
    listed = [SHARED / "formula-injection.json", SHARED / "blns.json"]
    held = [json.loads(each.read_text("utf-8")) for each in listed if each.exists()]
    return TEXTS + tuple(
        " ".join(text.split())[:190]
        for each in held
        for text in (each["cells"] if isinstance(each, dict) else each)
        if text.strip() and " ".join(text.split()).isprintable()  # a cell cannot carry what no keyboard types
    )


@dataclass(frozen=True, slots=True)
class Held:
    """What is there for entries to name."""

    person: UUID
    site: UUID
    entries: dict[str, tuple[UUID, ...]] = field(default_factory=dict)


def entry(register: Register[Any], number: int, text: str, held: Held, *, is_whole: bool = True) -> Any:
    """An entry with an answer to everything (or only what must be), the texts difficult ones."""
    asked = [each for each in register.questions if each.name != "name" and (is_whole or each.required)]
    said = {each.name: _answer(each, number, text, held) for each in asked}
    return register.entry(name=f"{text[:150]} {number}", site_id=held.site if number % 3 else None, **said)


def _answer(question: Question, number: int, text: str, held: Held) -> Any:
    chosen = question.chosen_from
    answers: dict[Kind, Callable[[], Any]] = {
        Kind.ONE: lambda: chosen[number % len(chosen)],
        Kind.CHECK: lambda: chosen[number % len(chosen)],
        Kind.SOME: lambda: tuple(each for at, each in enumerate(chosen) if (number >> at) & 1) or chosen[:1],
        Kind.YES_NO: lambda: number % 2 == 0,
        Kind.NUMBER: lambda: min(number * 7, question.most),
        Kind.MONEY: lambda: number * 7,
        Kind.DAY: lambda: date(2020 + number % 6, 3, 1 + number % 28),
        Kind.THINGS: lambda: (text.strip(),) if number % 2 else ("Two, things", f"thing {number}"),
        Kind.WEB: lambda: f"https://example.org/{number}",
        Kind.WORDS: lambda: f"{text}\nSecond line",
        Kind.PERSON: lambda: held.person,
        Kind.LINKS: lambda: held.entries.get(question.to, ())[: number % 3],
        Kind.LINE: lambda: text[: question.most],
    }
    return answers[question.kind]()


def filled(ctx: Context, register: Register[Any], wanted: tuple[str, ...]) -> int:
    """Put difficult entries in; return how many the register let in."""
    held = Held(
        people.add(ctx, details=people.Details("Ana O\u2019Lopez", StaffKind.EMPLOYEE)),
        organisations.add_site(ctx, name="The Annexe, =1+1"),
    )
    for slug in sorted({each.to for each in register.questions if each.kind is Kind.LINKS}):
        held.entries[slug] = tuple(put(ctx, catalogue.BY_SLUG[slug], ("One, two; three", "-Four", "Four, five"), held))
    return len(put(ctx, register, wanted, held)) + len(held.entries.get(register.slug, ()))


def put(ctx: Context, register: Register[Any], wanted: tuple[str, ...], held: Held) -> list[UUID]:
    """Put entries in; what a register refuses to have all answered at once has only what it needs."""
    made = []
    for number, text in enumerate(wanted):
        for is_whole in (True, False):
            with contextlib.suppress(Refused):
                made.append(
                    entries.add(ctx, register=register, entry=entry(register, number, text, held, is_whole=is_whole))
                )
                break
    return made


def written(ctx: Context, register: Register[Any], form: str, asked: Asked | None = None) -> bytes:
    """The file of a register."""
    found = listing.everything(ctx, register, asked or Asked())
    sheet = registers.entries(register, found, naming.linked(ctx, register))
    return sheets.xlsx("x", [sheet], made_at=ctx.now) if form == "xlsx" else sheets.csv(sheet)


def read_back(ctx: Context, register: Register[Any], content: bytes, form: str) -> dict[str, int]:
    """Bring a file in up to its check; return what would become of its rows."""
    sheet = spreadsheets.read(content, FileKind.XLSX if form == "xlsx" else FileKind.CSV)
    target = importing.target(register)
    run_id = staging.start(ctx, target, Source(f"x.{form}", "0" * 64, sheet.headings, tuple(_lines(sheet))))
    matching = tuple(ImportRun.objects.get(pk=run_id).matching)
    runs.match(ctx, target, run_id=run_id, matching=matching, options={})
    while runs.check_next(ctx, target, run_id=run_id):
        pass
    return dict(ImportRun.objects.get(pk=run_id).counts)


def _lines(sheet: spreadsheets.Sheet) -> Iterator[tuple[int, tuple[spreadsheets.Cell, ...]]]:
    for line in sheet.lines:
        yield line.number, tuple(sheets.original(cell) if isinstance(cell, str) else cell for cell in line.cells)


@EVERY
@FORMS
def test_a_file_we_wrote_reads_back_unchanged(cast: Cast, register: Register[Any], form: str) -> None:
    made = filled(cast.asha, register, texts() if register is SUPPLIERS else TEXTS)

    counts = read_back(cast.asha, register, written(cast.asha, register, form), form)

    said = list(ImportRow.objects.exclude(outcome="unchanged").values_list("reasons", flat=True)[:5])
    assert made >= len(TEXTS)
    assert counts == {"unchanged": made}, said


@EVERY
@FORMS
def test_no_cell_of_it_can_run(cast: Cast, register: Register[Any], form: str, tmp_path: Path) -> None:
    filled(cast.asha, register, TEXTS[:8])
    content = written(cast.asha, register, form)

    if form == "csv":
        assert not [line for line in content.decode("utf-8-sig").splitlines() if line.startswith(("=", "@", "+", '"='))]
    else:
        (tmp_path / "x.xlsx").write_bytes(content)
        page = openpyxl.load_workbook(tmp_path / "x.xlsx").active
        assert page is not None
        assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_file_holds_what_the_list_shows(cast: Cast) -> None:
    held = Supplier(name="Harbour", does="Pays", handles_personal=True, contact="1")
    entries.add(cast.asha, register=SUPPLIERS, entry=held)
    gone = entries.add(cast.asha, register=SUPPLIERS, entry=replace(held, name="Oak"))
    entries.archive(cast.asha, register=SUPPLIERS, entry_id=gone, reason="Ended")

    current = written(cast.asha, SUPPLIERS, "csv").decode("utf-8-sig").splitlines()
    archived = written(cast.asha, SUPPLIERS, "csv", Asked(show=Show.ARCHIVED)).decode("utf-8-sig")

    assert current[0].startswith("Supplier,")
    assert current[0].endswith(",Site,Checked here,Last looked at,Look again by,Guardbook reference")
    assert len(current) == 2
    assert ",Whole organisation,Yes,2026-11-22,2027-11-22," in current[1]
    assert "Harbour" not in archived
    assert "Oak" in archived
