"""The champion's pack: twelve months of talks, posters and quizzes."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.content import champion as content
from guardbook.exports import deciders as exports
from guardbook.exports.documents import pdf
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.rules.access import Permission
from guardbook.rules.deciders.champion import Topic
from guardbook.web import downloads
from guardbook.web.deciders import documents
from guardbook.web.deciders.pages import champion as pages
from guardbook.web.door import Request, page


@page(Permission.OVERSIGHT_VIEW, "GET")
def year(request: Request) -> HttpResponse:
    """All twelve months."""
    shown = pages.year(request.ctx, content.topics(), clock.uk_today(request.now).month)
    return render(request, "deciders/champion.html", {"page": shown})


@page(Permission.OVERSIGHT_VIEW, "GET")
def show(request: Request, topic: str) -> HttpResponse:
    """One month: the talk, the poster and the quiz."""
    found = _topic(topic)
    may_export = Permission.EXPORT in request.ctx.by.permissions
    shown = pages.topic(request.ctx, found, may_export=may_export)
    return render(request, "deciders/topic.html", {"page": shown})


@page(Permission.EXPORT, "GET")
def download(request: Request, topic: str, part: str, form: str) -> HttpResponse:
    """The pack or the poster of a month, as Word or PDF."""
    found, organisation = _topic(topic), request.frame.organisation_name
    match part, form:
        case "pack", _:
            made = exports.pack(found, organisation, clock.uk_today(request.now))
            return documents.sent(made, form, f"pack-{found.slug}")
        case "poster", "pdf":
            return downloads.file(exports.poster(found, organisation), pdf.PDF_TYPE, f"poster-{found.slug}.pdf")
        case _:
            raise NotFound


def _topic(slug: str) -> Topic:
    found = content.topic(slug)
    if found is None:
        raise NotFound
    return found
