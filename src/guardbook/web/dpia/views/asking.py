"""Shows a form about a change; once it is in order, makes the change and goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.kernel.errors import Conflict, Refused
from guardbook.web import fields
from guardbook.web.components import Link
from guardbook.web.door import Request

MEANWHILE = (
    "A colleague changed this while you were working on it. Your words are still here. "
    "Open it in a second window to see theirs, and copy yours into it."
)


@dataclass(frozen=True, slots=True)
class Asking:
    """The words of a page with one form."""

    title: str
    back: Link
    button: str
    done: str
    lead: str = ""
    notes: tuple[str, ...] = ()
    remove: str = ""


def asked(request: Request, form: fields.Form, of: Asking, change: Callable[[], Any]) -> HttpResponse:
    """The page with the form, or the way back once the change is made."""
    if request.method == "POST" and form.is_valid():
        try:
            change()
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict:
            form.refuse(MEANWHILE)
        else:
            messages.success(request, of.done)
            return redirect(of.back.href)
    return render(request, "dpia/form.html", {"page": of, "form": form, "section": "registers"})
