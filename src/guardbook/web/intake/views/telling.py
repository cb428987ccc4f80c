"""The pages on which somebody tells something without signing in, and sees later what became of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from guardbook.actions.intake import addresses as tries
from guardbook.actions.intake import receiving
from guardbook.actions.intake.receiving import Received, Sent
from guardbook.kernel.errors import NotFound
from guardbook.outside import throttle
from guardbook.queries import access
from guardbook.queries.intake import addresses
from guardbook.queries.intake.addresses import Opened, Phones, Standing
from guardbook.queries.intake.reports import Photo
from guardbook.rules.intake.sending import PER_HOUR_FROM_ONE_PLACE, Answer, Sending
from guardbook.web import fields
from guardbook.web.door import Request, public
from guardbook.web.frame import Frame
from guardbook.web.intake import forms, sending
from guardbook.web.intake.pages import telling as pages

_LOOPBACK = frozenset({"127.0.0.1", "::1"})
_NOT_FOUND = "No report has this number and this code. Check both, letter by letter."
_TOO_OFTEN = "This was tried many times in the last hour. Try again in an hour."


@csrf_exempt  # it reads no sign-in, and must work on phones that keep no cookies: see web.intake.sending
@public("GET", "POST")
def tell(request: Request, code: str) -> HttpResponse:
    """Tell a provider something by its short address."""
    opened = addresses.opened(code, request.now)
    is_signed_in = bool(request.frame.person_name)
    request.frame = Frame(organisation_name=opened.organisation)
    with access.scoped(opened.context.organisation_id, None):
        if request.method == "POST":
            return _sent(request, opened)
        browser = request.headers.get("User-Agent", "")
        tries.try_out(opened, is_signed_in=is_signed_in, is_this_computer=_is_this_computer(request), browser=browser)
        form, mark = forms.public(opened.address.purpose)(), sending.fresh(request.now, request.now)
        shown = _page(opened, form, addresses.phones(opened.context), mark, Photo())
        return _plain(render(request, "intake/tell.html", {"page": shown, "form": form}))


@csrf_exempt  # as above
@public("GET", "POST")
def status(request: Request) -> HttpResponse:
    """See what became of a report, with its number and its code."""
    form = forms.Status.of(request)
    found = _found(request, form) if request.method == "POST" and form.is_valid() else None
    return _plain(render(request, "intake/status.html", {"page": pages.status(found), "form": form}))


def _sent(request: Request, opened: Opened) -> HttpResponse:
    form = forms.public(opened.address.purpose).of(request)
    form.full_clean()
    mark = sending.mark(request, request.now)
    photo = sending.photo(request, form) if "photo" in form.fields else Photo()
    phones = addresses.phones(opened.context)
    status_code = 200
    if form.is_valid():
        found = sending.judged(request, mark, opened.address.code, request.now)
        received = _taken(request, opened, form, Sent(mark.key, photo), found)
        if received:
            thanks = pages.thanks(received, opened.address.purpose, phones)
            return _plain(render(request, "intake/thanks.html", {"page": thanks}))
        mark = sending.again(found, mark, request.now)
        status_code = 429 if found.answer is Answer.WAIT else 200
    shown = _page(opened, form, phones, mark, photo)
    return _plain(render(request, "intake/tell.html", {"page": shown, "form": form}, status=status_code))


def _taken(request: Request, opened: Opened, form: fields.Form, sent: Sent, found: Sending) -> Received | None:
    """What came of it; None where the form says why it was not taken now."""
    if found.answer is not Answer.TAKE:
        form.refuse(found.reason.text)
        return None
    received = receiving.by_address(opened, sending.words(form.cleaned_data), sent)
    sending.count(request, opened.address.code, request.now)
    return received


def _found(request: Request, form: fields.Form) -> Standing | None:
    what = f"status:{sending.here(request, request.now)}"
    if throttle.so_far(what, request.now) >= PER_HOUR_FROM_ONE_PLACE:
        form.refuse(_TOO_OFTEN)
        return None
    try:
        return addresses.standing(form.cleaned_data["number"], receiving.digest(form.cleaned_data["code"]))
    except NotFound:
        throttle.count(what, request.now)
        form.refuse(_NOT_FOUND)
        return None


def _page(opened: Opened, form: fields.Form, phones: Phones, mark: sending.Mark, photo: Photo) -> pages.TellPage:
    where = f"{opened.organisation}, {opened.address.site}" if opened.address.site else opened.organisation
    return pages.tell(where, form, phones, mark, photo)


def _is_this_computer(request: HttpRequest) -> bool | None:
    """Whether it was opened on the machine itself; behind a proxy that cannot be told."""
    if settings.SECURE_PROXY_SSL_HEADER:
        return None
    return str(request.META.get("REMOTE_ADDR", "")) in _LOOPBACK


def _plain(response: HttpResponse) -> HttpResponse:
    """Keep a page out of the store of a browser that others use."""
    response.headers["Cache-Control"] = "no-store"
    return response
