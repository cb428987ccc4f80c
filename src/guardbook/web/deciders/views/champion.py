"""The champion's pack: twelve months of talks, posters and quizzes."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.content import champion as content
from guardbook.exports import deciders as exports
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.rules.access import Permission
from guardbook.rules.deciders.champion import Topic
from guardbook.web.deciders import documents
from guardbook.web.deciders.pages import champion as pages
from guardbook.web.door import Request, page

_PARTS = {"pack": exports.pack, "poster": exports.poster}


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
    found = _topic(topic)
    if part not in _PARTS:
        raise NotFound
    made = _PARTS[part](found, request.frame.organisation_name, clock.uk_today(request.now))
    return documents.sent(made, form, f"{part}-{found.slug}")


def _topic(slug: str) -> Topic:
    found = content.topic(slug)
    if found is None:
        raise NotFound
    return found
