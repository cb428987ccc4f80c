"""From nothing to a published toolkit, as one manager does it on a phone: with script, and without."""

from pathlib import Path

import openpyxl
import pikepdf
from playwright.sync_api import Page

from tests.journeys import answers, steps
from tests.journeys.looking import Looker
from tests.journeys.server import Server
from tests.journeys.walking import Walker

ALSO = (
    "",
    "roles/",
    "roles/guidance/",
    "roles/what-if/",
    "roles/help/",
    "roles/appoint/dpo/",
    "roles/appoint/dpo/firm/",
    "people/",
    "people/add/",
    "training/",
    "toolkit/dspt/8/",
    "toolkit/dspt/8/3.2.1/",
    "toolkit/dspt/8/3.2.1/why/",
    "toolkit/dspt/8/last-year/",
    "toolkit/dspt/8/action-plan/",
    "toolkit/dspt/8/list/",
    "settings/",
    "settings/sites/add/",
    "team/",
    "team/invite/",
    "history/",
    "next/",
    "next/?show=done",
    "next/calendar/",
    "next/reminders/",
)
FOR_ANYBODY = ("help/", "glossary/", "rules/", "password/")


def walk(walker: Walker, folder: Path) -> None:
    """Everything between the first run and the last recorded date."""
    steps.set_up(walker)
    assert steps.say_what_we_are(walker) <= 9
    steps.bring_staff(walker, folder)
    steps.bring_training(walker, folder)
    steps.decide_training_needs(walker)
    steps.say_details(walker)
    steps.appoint_the_lead(walker)
    steps.record_the_leads_course(walker)
    assert steps.answer_everything(walker) >= 6
    steps.freeze(walker)
    steps.look_at_what_is_next(walker)


def frozen_files(walker: Walker, folder: Path) -> tuple[Path, Path]:
    """The spreadsheet and the document of the frozen copy."""
    walker.open("toolkit/dspt/8/copies/")
    return walker.download("XLSX", folder), walker.download("PDF", folder)


def is_ready(walker: Walker) -> None:
    """Home says what is true: ready, on a rebuilt list, and never more than that."""
    walker.open("")
    assert "Ready, on a rebuilt list" in walker.text()
    assert f"Standards Met: {len(answers.mandatory())} of {len(answers.mandatory())}" in walker.text()


def test_a_manager_publishes_with_script(server: Server, page: Page, looker: Looker, tmp_path: Path) -> None:
    walker = Walker(page, looker, server.url)

    walk(walker, tmp_path)
    workbook, document = frozen_files(walker, tmp_path)
    walker.open("toolkit/dspt/8/companion/")
    companion = walker.text()
    steps.record_publication(walker)

    is_ready(walker)
    for address in (*ALSO, *(f"{server.url}/{path}" for path in FOR_ANYBODY), f"{server.url}/"):
        walker.open(address)
    assert all(item.ref in companion for item in answers.mandatory())
    cells = {str(cell) for sheet in openpyxl.load_workbook(workbook) for row in sheet.values for cell in row if cell}
    assert {item.ref for item in answers.mandatory()} <= cells
    with pikepdf.open(document) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
    assert "Traceback" not in server.log()


def test_a_manager_publishes_without_script(
    server: Server, page_without_script: Page, looker_without_script: Looker, tmp_path: Path
) -> None:
    walker = Walker(page_without_script, looker_without_script, server.url)

    walk(walker, tmp_path)
    steps.record_publication(walker)

    is_ready(walker)
    assert "Traceback" not in server.log()


def test_a_page_that_is_not_there_says_so_kindly(server: Server, page: Page, looker: Looker) -> None:
    walker = Walker(page, looker, server.url)
    steps.set_up(walker)

    for path in ("no-such-page/", "o/00000000-0000-7000-8000-000000000000/"):
        answer = page.goto(f"{server.url}/{path}")

        assert answer is not None
        assert answer.status == 404
        looker.look(page)
