"""Addresses of the pages that bring in the staff list."""

from django.urls import URLPattern

from guardbook.actions.imports.staff import STAFF
from guardbook.web.imports.doors import doors
from guardbook.web.imports.pages import Names
from guardbook.web.imports.steps import Flow

FLOW = Flow(
    target=STAFF,
    names=Names("people-import", "people"),
    title="Import your staff list",
    lead=(
        "Bring the list you already have: from payroll, a rota, or the Skills for Care worker file.",
        "The order of the columns does not matter. Nothing changes until you have checked every row.",
        "National Insurance numbers, dates of birth, ethnicity and the like are never kept.",
    ),
    back="Staff",
)

urlpatterns: list[URLPattern] = doors("o/<uuid:organisation>/people/import/", lambda: FLOW, "people-import")
