"""Pages that show what is to be done: the list, one thing, and the calendar."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.queries.agenda import decided, listing, members
from guardbook.rules.access import Permission
from guardbook.web.agenda.pages import calendar as calendar_pages
from guardbook.web.agenda.pages import listing as pages
from guardbook.web.door import Request, page


@page(Permission.ORGANISATION_VIEW, "GET")
def everything(request: Request) -> HttpResponse:
    """Everything to do, a page at a time."""
    of = pages.asked(request.GET.dict())
    found, people = listing.agenda(request.ctx), members.members(request.ctx)
    done = decided.done(request.ctx) if of.show is pages.Show.DONE or of.just_done else ()
    return render(request, "agenda/list.html", {"page": pages.list_page(request.ctx, of, found, people, done)})


@page(Permission.ORGANISATION_VIEW, "GET")
def todo(request: Request, cause: str) -> HttpResponse:
    """One thing to do, and what was decided about it."""
    found = listing.agenda(request.ctx)
    shown = pages.todo_page(request.ctx, found, cause, members.members(request.ctx))
    return render(request, "agenda/todo.html", {"page": shown})


@page(Permission.ORGANISATION_VIEW, "GET")
def calendar(request: Request) -> HttpResponse:
    """One month."""
    found, people = listing.agenda(request.ctx), members.members(request.ctx)
    first = calendar_pages.month(request.GET.get("month", ""), found.on)
    shown = calendar_pages.calendar_page(request.ctx, found, first, people)
    return render(request, "agenda/calendar.html", {"page": shown})
