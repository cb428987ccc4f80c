"""What happened, in words."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.queries import audit
from guardbook.queries.incidents import reach
from guardbook.queries.intake import reports
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.history import pages


@page(Permission.HISTORY_VIEW, "GET")
def history(request: Request, subject_id: UUID) -> HttpResponse:
    """Everything done to one record."""
    found = audit.history(request.ctx, subject_id, _hidden(request))
    shown = pages.History(f"History of {found[0].subject or 'this record'}", [pages.line(each) for each in found])
    return render(request, "history/history.html", {"page": shown, "section": ""})


@page(Permission.HISTORY_VIEW, "GET")
def journal(request: Request) -> HttpResponse:
    """Everything done in the organisation, a page at a time."""
    asked = request.GET.get("before", "")
    found = audit.journal(request.ctx, int(asked) if asked.isdecimal() else None, _hidden(request))
    older = found[audit.PAGE - 1].sequence if len(found) > audit.PAGE else None
    lines = [pages.line(each) for each in found[: audit.PAGE]]
    shown = pages.History("Everything that was done", lines, older)
    return render(request, "history/history.html", {"page": shown, "section": "settings"})


def _hidden(request: Request) -> frozenset[UUID]:
    """What names the person who asks: they do not meet it here either."""
    return reports.hidden_from(request.ctx) | reach.hidden_from(request.ctx)
