"""The page that leads from an entry of a register to the answers that rest on it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.queries.assessment import resting
from guardbook.queries.registers import reading
from guardbook.rules.access import Permission
from guardbook.web.assessment.pages import resting as pages
from guardbook.web.door import Request, page


@page(Permission.ITEM_VIEW, "GET")
def answers(request: Request, slug: str, entry_id: UUID) -> HttpResponse:
    """Show which toolkit answers rest on an entry."""
    register = reading.named(slug)
    found, pack, standings = resting.resting(request.ctx, register, entry_id)
    shown = pages.resting_page(request.ctx, register, found, pack, standings)
    return render(request, "assessment/resting.html", {"page": shown})
