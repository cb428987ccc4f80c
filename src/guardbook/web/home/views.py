"""The home page."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.queries import frameworks
from guardbook.queries.agenda import listing, members
from guardbook.queries.deciders import mine
from guardbook.queries.intake import reports
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.home import pages


@page(Permission.ORGANISATION_VIEW, "GET")
def home(request: Request) -> HttpResponse:
    """What to do next, how far it is, and by when."""
    found = listing.agenda(request.ctx)
    names = {each.user_id: each.name for each in members.members(request.ctx)}
    framework = frameworks.framework(found.found.pack.code)
    shown = pages.home_page(
        request.ctx, request.frame.organisation_name, found, framework, names, mine.roles(request.ctx)
    )
    shown = pages.with_reports(request.ctx, shown, reports.waiting(request.ctx))
    return render(request, "home/home.html", {"page": shown})
