"""Shows the help pages and what the words mean, to anybody."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.content import glossary as words
from guardbook.content import help as texts
from guardbook.kernel.errors import NotFound
from guardbook.web.door import Request, public
from guardbook.web.help import pages


@public("GET")
def contents(request: Request) -> HttpResponse:
    """List the help pages."""
    return render(request, "help/contents.html", {"page": pages.Contents(texts.pages())})


@public("GET")
def read(request: Request, slug: str) -> HttpResponse:
    """Show one help page."""
    shown = texts.page(slug)
    if shown is None:
        raise NotFound
    later = texts.pages()[texts.pages().index(shown) + 1 :]
    page = pages.Reading(shown.title, shown.text, later[0] if later else None)
    return render(request, "help/page.html", {"page": page})


@public("GET")
def glossary(request: Request) -> HttpResponse:
    """Show what every word means, by letter."""
    return render(request, "help/glossary.html", {"page": pages.Glossary.of(words.terms())})
