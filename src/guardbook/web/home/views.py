"""The home page."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.queries import frameworks
from guardbook.queries.assessment import evaluating, snapshots
from guardbook.queries.roles import states
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.home import pages


@page(Permission.ORGANISATION_VIEW, "GET")
def home(request: Request) -> HttpResponse:
    """What to do next, how far it is, and by when."""
    run = evaluating.current(request.ctx)
    pack = frameworks.pack(run.framework, run.version) if run else frameworks.newest()
    seen = pages.Seen(
        found=evaluating.one(request.ctx, pack, run),
        roles=states.overview(request.ctx),
        framework=frameworks.framework(pack.code),
        is_frozen=run is not None and snapshots.newest(request.ctx, run) is not None,
    )
    shown = pages.home_page(request.ctx, request.frame.organisation_name, seen)
    return render(request, "home/home.html", {"page": shown})
