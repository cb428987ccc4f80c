"""A register as a spreadsheet: to keep, and to bring in."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from guardbook.actions.registers import importing, opening
from guardbook.exports import registers as sheets
from guardbook.queries.registers import listing, naming, reading
from guardbook.rules.access import Permission
from guardbook.web import downloads
from guardbook.web.door import Request, page
from guardbook.web.imports.doors import doors
from guardbook.web.imports.pages import Names
from guardbook.web.imports.steps import Flow
from guardbook.web.registers import asking

_ONE = "o/<uuid:organisation>/registers/<slug:slug>/"


@page(Permission.EXPORT, "GET")
def export(request: Request, slug: str, form: str) -> HttpResponse:
    """The entries to keep, as the list on the page is filtered."""
    register = reading.named(slug)
    found = listing.everything(request.ctx, register, asking.asked(register, request.GET))
    if register.is_sensitive:
        found = iter(opening.noted(request.ctx, register, list(found)))
    names = naming.linked(request.ctx, register)
    return downloads.sheet(sheets.entries(register, found, names), form, slug, request.now)


def flow(slug: str) -> Flow:
    """How a register is brought in. Raises NotFound where there is no such register."""
    register = reading.named(slug)
    return Flow(
        target=importing.target(register),
        names=Names("register-import", "register-list", {"slug": slug}),
        title=f"Import your {register.many}",
        lead=(
            "Bring the list you already have, in Excel or CSV. A list that you downloaded here can come back, too.",
            "The order of the columns does not matter. Nothing changes until you have checked every row.",
            "What you bring counts as checked by you today. An empty cell changes nothing.",
        ),
        back=register.title,
        section="registers",
    )


urlpatterns: list[URLPattern] = [
    path(f"{_ONE}download/<str:form>/", export, name="register-export"),
    *doors(f"{_ONE}import/", flow, "register-import"),
]
