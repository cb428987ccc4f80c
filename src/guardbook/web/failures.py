"""Says what went wrong, in words, with the right status; the one translator of errors for pages."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guardbook.kernel.errors import Conflict, GuardbookError, NotPermitted, Refused


def shown(request: HttpRequest, failure: GuardbookError) -> HttpResponse:
    """The page for a failure that no view turned into something more helpful."""
    match failure:
        case NotPermitted():
            return render(request, "errors/403.html", {"reasons": [str(failure)]}, status=403)
        case Refused(reasons=reasons):
            return render(request, "errors/400.html", {"reasons": list(reasons)}, status=400)
        case Conflict():
            return render(request, "errors/409.html", {"reasons": [str(failure)]}, status=409)
        case _:
            return render(request, "errors/404.html", {"reasons": []}, status=404)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's interface
    """A form came without a valid token: usually a page left open over a sign-out."""
    words = "This form had been open too long to be safe. Go back, reload the page and send it again."
    return render(request, "errors/403.html", {"reasons": [words]}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's interface
    """No page has this address."""
    return render(request, "errors/404.html", {"reasons": []}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be understood, or was too large."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "errors/413.html", {"reasons": []}, status=413)
    return render(request, "errors/400.html", {"reasons": []}, status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """A bug of ours."""
    return render(request, "errors/500.html", {"reasons": []}, status=500)
