"""Opens every form: with what was sent, or with what was typed before and not lost."""

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from guardbook.queries import drafts

F = TypeVar("F", bound=forms.Form)
_HELD = "held_form"
_LONGEST = 100_000
_NOT_KEPT = frozenset({"csrfmiddlewaretoken"})


def open_form(form_class: type[F], request: HttpRequest, initial: Mapping[str, Any] | None = None, **more: Any) -> F:
    """The form of a page. A POST, even an empty one, is bound; otherwise it shows what is
    stored (``initial``), overlaid with words typed earlier that never arrived.
    """
    if request.method == "POST":
        return form_class(request.POST, request.FILES, initial=dict(initial or {}), **more)
    form = form_class(initial=dict(initial or {}), **more)
    typed = _typed(request)
    if not typed:  # boxes that are not ticked send nothing, so an empty draft would untick them all
        return form
    for name, field in form.fields.items():
        if not field.widget.value_omitted_from_data(typed, {}, form.add_prefix(name)):
            form.initial[name] = field.widget.value_from_datadict(typed, {}, form.add_prefix(name))
    return form


def hold(request: HttpRequest, page: str) -> None:
    """Keep a form that arrived after its session ended, until its sender comes back to the ``page`` it stood on."""
    body = urlencode(cleaned(request.POST), doseq=True)
    if len(body) <= _LONGEST:
        request.session[_HELD] = {"path": page, "body": body}


def cleaned(data: QueryDict) -> dict[str, list[str]]:
    """The fields worth keeping of a form: no token, no password."""
    return {
        name: [str(value) for value in data.getlist(name)]
        for name in data
        if name not in _NOT_KEPT and "password" not in name
    }


def _typed(request: HttpRequest) -> MultiValueDict[str, str]:
    """What was typed before; looked up once for all the forms of a page."""
    known: MultiValueDict[str, str] | None = getattr(request, "typed_before", None)
    if known is None:
        known = _found(request)
        request.typed_before = known  # type: ignore[attr-defined]  # ours, for the length of one request
    return known


def _found(request: HttpRequest) -> MultiValueDict[str, str]:
    held = request.session.get(_HELD)
    if held and held["path"] == request.path:
        del request.session[_HELD]
        return QueryDict(held["body"])
    if not request.user.is_authenticated:
        return MultiValueDict()
    return MultiValueDict(drafts.kept(cast("Any", request.user).pk, request.path))
