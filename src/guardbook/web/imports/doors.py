"""The four addresses of any import: choose the file, match its columns, check row by row, drop it."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.urls import URLPattern, path

from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.imports import steps
from guardbook.web.imports.steps import Flow


def doors(at: str, flow: Callable[..., Flow], name: str) -> list[URLPattern]:
    """Return the addresses below ``at``, named ``name``, ``name-columns``, ``name-check`` and ``name-drop``.

    ``flow`` is called with the parts of the address that name neither organisation nor run.
    """

    @page(Permission.PEOPLE_IMPORT, "GET", "POST")
    def start(request: Request, /, **parts: str) -> HttpResponse:
        return steps.start(request, flow(**parts))

    @page(Permission.PEOPLE_IMPORT, "GET", "POST")
    def columns(request: Request, /, run_id: UUID, **parts: str) -> HttpResponse:
        return steps.columns(request, flow(**parts), run_id)

    @page(Permission.PEOPLE_IMPORT, "GET", "POST")
    def check(request: Request, /, run_id: UUID, **parts: str) -> HttpResponse:
        return steps.check(request, flow(**parts), run_id)

    @page(Permission.PEOPLE_IMPORT, "POST")
    def drop(request: Request, /, run_id: UUID, **parts: str) -> HttpResponse:
        return steps.drop(request, flow(**parts), run_id)

    return [
        path(at, start, name=name),
        path(f"{at}<uuid:run_id>/columns/", columns, name=f"{name}-columns"),
        path(f"{at}<uuid:run_id>/", check, name=f"{name}-check"),
        path(f"{at}<uuid:run_id>/drop/", drop, name=f"{name}-drop"),
    ]
