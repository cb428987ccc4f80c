"""Pages that bring in the staff list."""

from uuid import UUID

from django.http import HttpResponse

from guardbook.actions.imports.staff import STAFF
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.imports import steps
from guardbook.web.imports.pages import Names
from guardbook.web.imports.steps import Flow

FLOW = Flow(
    target=STAFF,
    names=Names("import-start", "import-columns", "import-check", "import-drop", "people"),
    title="Import your staff list",
    lead=(
        "Bring the list you already have: from payroll, a rota, or the Skills for Care worker file.",
        "The order of the columns does not matter. Nothing changes until you have checked every row.",
        "National Insurance numbers, dates of birth, ethnicity and the like are never kept.",
    ),
    back="Staff",
)


@page(Permission.PEOPLE_IMPORT, "GET", "POST")
def start(request: Request) -> HttpResponse:
    """Choose the file."""
    return steps.start(request, FLOW)


@page(Permission.PEOPLE_IMPORT, "GET", "POST")
def columns(request: Request, run_id: UUID) -> HttpResponse:
    """Match its columns."""
    return steps.columns(request, FLOW, run_id)


@page(Permission.PEOPLE_IMPORT, "GET", "POST")
def check(request: Request, run_id: UUID) -> HttpResponse:
    """Check row by row, and apply."""
    return steps.check(request, FLOW, run_id)


@page(Permission.PEOPLE_IMPORT, "POST")
def drop(request: Request, run_id: UUID) -> HttpResponse:
    """Drop it."""
    return steps.drop(request, FLOW, run_id)
