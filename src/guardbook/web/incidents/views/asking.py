"""Shows a form about an incident; once it is in order, makes the change and goes back to the incident."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guardbook.kernel.errors import Conflict, Refused
from guardbook.queries.incidents import reading
from guardbook.queries.incidents.reading import Whole
from guardbook.web import fields
from guardbook.web.door import Request
from guardbook.web.incidents.pages.asking import AskPage

_MEANWHILE = (
    "A colleague changed this incident while you were writing. Your words are still here. "
    "Look at the incident in another tab, then save again."
)


def found(request: Request, incident: UUID) -> Whole:
    """The incident that an address names."""
    return reading.one(request.ctx, incident)


def asked(
    request: Request,
    form: fields.Form,
    shown: AskPage,
    change: Callable[[], object],
    done: str,
    *,
    to: tuple[str, Mapping[str, Any]],
) -> HttpResponse:
    """Show the form, or make the change and go on."""
    if request.method == "POST" and form.is_valid():
        try:
            change()
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict as conflict:
            form.data = request.POST.copy()
            form.data["seen_version"] = str(conflict.theirs.version) if isinstance(conflict.theirs, Whole) else ""
            form.refuse(_MEANWHILE)
        else:
            messages.success(request, done)
            name, parts = to
            where = {"organisation": request.ctx.organisation_id, **parts}
            return HttpResponseRedirect(reverse(name, kwargs=where))
    return render(request, "incidents/form.html", {"page": shown, "form": form, "section": "incidents"})
