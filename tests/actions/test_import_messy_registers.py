"""Spreadsheets as care homes keep them: titles above, columns in any order, words for dates, and things nobody expects."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardbook.actions import organisations
from guardbook.actions.imports import runs, staging
from guardbook.actions.imports.staging import Source
from guardbook.actions.registers import entries, importing
from guardbook.kernel.errors import Refused
from guardbook.outside import spreadsheets
from guardbook.outside.uploads.kinds import Kind
from guardbook.queries.access import Context
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked
from guardbook.records import scope
from guardbook.records.models import Grant, ImportRow, ImportRun
from guardbook.rules.imports import rows
from guardbook.rules.imports.written import Cell
from guardbook.rules.registers import importing as row_rules
from guardbook.rules.registers import layout
from guardbook.rules.registers.suppliers import REGISTER
from guardbook.rules.registers.suppliers.entry import Supplier
from tests.cast import Cast, user_id
from tests.rules.registers import everything

SUPPLIERS = importing.target(REGISTER)
ANNEXE = ("Company", "Service", "Personal data?", "Location")


def checked(ctx: Context, content: bytes, kind: Kind, **chosen: str) -> UUID:
    """Bring a file in up to its check; ``chosen`` is what a person corrects: heading to column."""
    sheet = spreadsheets.read(content, kind)
    lines = tuple((line.number, line.cells) for line in sheet.lines)
    run_id = staging.start(ctx, SUPPLIERS, Source("suppliers", "0" * 64, sheet.headings, lines))
    guessed = ImportRun.objects.get(pk=run_id).matching
    matching = tuple(chosen.get(heading, key) for heading, key in zip(sheet.headings, guessed, strict=True))
    runs.match(ctx, SUPPLIERS, run_id=run_id, matching=matching, options={})
    return run_id


def outcomes(run_id: UUID) -> dict[int, str]:
    return dict(ImportRow.objects.filter(run_id=run_id).order_by("number").values_list("number", "outcome"))


def reasons(run_id: UUID, number: int) -> str:
    return " ".join(ImportRow.objects.get(run_id=run_id, number=number).reasons)


def workbook(grid: Sequence[Sequence[Cell]], merged: str) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in grid:
        page.append(list(row))
    page.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_a_title_sections_and_notes(cast: Cast) -> None:
    grid: list[list[Cell]] = [
        ["SUPPLIERS & CONTRACTORS - Rose House (updated by Jan)", None, None, None, None],
        [None, None, None, None, None],
        ["GDPR? Y/N", "Tel No.", "Company ", "What for", "Renewal"],
        ["IT", None, None, None, None],
        ["Y", 1632960123, "Harbour Payroll", "Pays our staff", datetime(2026, 3, 1)],
        ["N", "01632 960 456\nask for Sue", "OAK LAUNDRY", "Washing - sheets & towels", "March"],
        ["tbc", "-", "Elm Taxis", "Drives people to day care", "tbc"],
        ["y ", "see office", "Ash Pharmacy", "Medicines", None],
        [None, None, None, None, None],
        ["Total", 4, None, None, None],
    ]

    run_id = checked(
        cast.asha,
        workbook(grid, "A1:E1"),
        Kind.XLSX,
        **{"GDPR? Y/N": "handles_personal", "Tel No.": "contact", "What for": "does"},
    )
    said = {number: reasons(run_id, number) for number in (4, 7, 10)}
    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    found = {each.entry.name: each.entry for each in listing.page(cast.asha, REGISTER, Asked()).found}
    assert said[4].startswith("Row 4, Do they handle information about people?: “IT” is neither yes nor no.")
    assert said[7] == "Row 7: Answer the question: Do they handle information about people?"
    assert said[10].startswith("Row 10, Do they handle information about people?: “Total” is neither yes nor no.")
    assert set(found) == {"Harbour Payroll", "OAK LAUNDRY", "Ash Pharmacy"}
    assert found["Harbour Payroll"].contact == "1632960123"
    assert found["OAK LAUNDRY"].contact == "01632 960 456 ask for Sue"


def test_a_file_from_an_old_program_with_semicolons(cast: Cast) -> None:
    text = 'Service;Supplier name;Personal data\r\nCaf\u00e9, drinks;"Caf\u00e9 ""Blue""";no\r\nMilk;=1+1;x\r\n'

    run_id = checked(cast.asha, text.encode("cp1252"), Kind.CSV)
    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    found = [
        (each.entry.name, each.entry.handles_personal) for each in listing.page(cast.asha, REGISTER, Asked()).found
    ]
    assert sorted(found) == [("=1+1", True), ('Caf\u00e9 "Blue"', False)]


def test_a_list_without_headings_is_refused_in_words(cast: Cast) -> None:
    with pytest.raises(Refused, match="no row of headings"):
        checked(cast.asha, b"1,2,3\n4,5,6\n", Kind.CSV)


def test_details_of_people_in_a_list_are_left_behind(cast: Cast) -> None:
    text = "Company,Service,Personal data,Date of birth,Address\nOak,Washes,N,1/2/1950,1 High Street\n"

    run_id = checked(cast.asha, text.encode(), Kind.CSV)

    kept = ImportRow.objects.get(run_id=run_id).cells
    assert "1/2/1950" not in kept
    assert "1 High Street" in kept


def test_a_row_is_about_the_entry_of_its_site(cast: Cast) -> None:
    annexe = organisations.add_site(cast.asha, name="The Annexe")
    held = Supplier(name="Oak", does="Washes", handles_personal=False)
    entries.add(cast.asha, register=REGISTER, entry=replace(held, site_id=annexe))
    text = "Company,Service,Personal data?,Location\nOak,Dries,N,the annexe\nOak,Irons,N,All sites\nOak,Folds,N,Elm\n"

    run_id = checked(cast.asha, text.encode(), Kind.CSV)

    assert outcomes(run_id) == {2: "changed", 3: "new", 4: "wrong"}
    assert "“Elm” is not in your sites." in reasons(run_id, 4)


def test_whoever_sees_one_site_imports_for_that_site_only(cast: Cast) -> None:
    annexe, lodge = (organisations.add_site(cast.asha, name=name) for name in ("The Annexe", "The Lodge"))
    held = Supplier(name="Oak", does="Washes", handles_personal=False, site_id=lodge)
    entries.add(cast.asha, register=REGISTER, entry=held)
    with scope.writing("action"):
        Grant.objects.filter(user_id=user_id(cast.mina)).update(site_id=annexe)
    mina = replace(cast.mina, by=replace(cast.mina.by, sites=frozenset({annexe})))
    text = "Company,Service,Personal data?,Location\nOak,Dries,N,The Annexe\nOak,Irons,N,The Lodge\n"

    by_hand = checked(mina, text.encode(), Kind.CSV)
    by_job = ImportRun.objects.get(pk=by_hand)
    runs.check_again(replace(cast.asha, by=replace(cast.asha.by, user_id=None)), SUPPLIERS, run_id=by_job.pk)

    assert outcomes(by_hand) == {2: "new", 3: "wrong"}
    runs.apply(mina, SUPPLIERS, run_id=by_hand)
    sites = {each.entry.site_id for each in listing.page(cast.asha, REGISTER, Asked()).found}
    assert sites == {annexe, lodge}


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(
        ["Y", "n/a", "tbc", "1/2/26", "£5", "a;b", "Oak", "Asha Rao", "=1+1", "1e999", "\x00", "\ud800", "_x000D_"]
    ),
    st.dates(),
)


@given(st.lists(CELLS, min_size=15, max_size=15))
def test_any_row_of_any_register_gives_answers_or_sentences(row: list[Cell]) -> None:
    columns = layout.of(everything.REGISTER)
    matching = tuple(column.key for column in columns.columns)

    read = rows.read(2, row, matching, columns)
    said = row_rules.said(everything.REGISTER, read, everything.HERE)

    assert all(problem.sentence.startswith("Row 2") and problem.text[-1] in ".?" for problem in said.problems)
    assert not set(said.answers) - {each.name for each in everything.REGISTER.questions} - {"site_id"}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=12))
def test_any_sheet_gives_rows_or_sentences(cast: Cast, grid: list[list[Cell]]) -> None:
    lines = tuple((number, tuple(row)) for number, row in enumerate(grid, start=2))
    run_id = staging.start(cast.asha, SUPPLIERS, Source("x", "0" * 64, ANNEXE, lines))
    runs.match(
        cast.asha,
        SUPPLIERS,
        run_id=run_id,
        matching=("name", "does", "handles_personal", "site"),
        options={"handles_personal": "no"},
    )
    said = list(ImportRow.objects.filter(run_id=run_id, outcome="wrong").values_list("reasons", flat=True))
    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    assert all(sentence.startswith("Row ") for sentences in said for sentence in sentences)
    assert all(sentences for sentences in said)


def test_an_excel_date_is_a_date_and_text_is_read_as_one() -> None:
    columns = layout.of(everything.REGISTER)

    for cell in (datetime(2026, 3, 1), date(2026, 3, 1), 46082, "1.3.26", "1st March 2026"):
        assert rows.read(2, [cell], ("bought_on",), columns).values == {"bought_on": date(2026, 3, 1)}
