"""The map of what goes to and from others."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.kernel import clock
from guardbook.queries.registers import flows
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.registers.pages import flow_map as pages


@page(Permission.REGISTER_VIEW, "GET")
def show(request: Request) -> HttpResponse:
    """The map, what is unsafe in it, and the same as a table."""
    of = flows.flowing(request.ctx)
    shown = pages.map_page(request.ctx.organisation_id, of, clock.uk_today(request.now))
    return render(request, "registers/flow_map.html", {"page": shown})
