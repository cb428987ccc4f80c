"""How a form without a sign-in is sent: its mark, what a machine would do, how often, and the photo that came with it.

These pages carry no sign-in and change nothing of anybody's, so a forged form could do no more than an honest one. They
ask for no cookie: a phone that keeps none can report as well as any other.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from secrets import token_urlsafe
from typing import Any, BinaryIO, cast

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from guardbook.actions.intake import receiving
from guardbook.actions.intake.receiving import Words
from guardbook.kernel.errors import Refused
from guardbook.outside import throttle
from guardbook.queries.intake.reports import Photo
from guardbook.rules.intake import sending
from guardbook.rules.intake.sending import Answer, Facts, Sending
from guardbook.web import fields

TRAP = "website"
_SALT = "guardbook.intake"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a page carries: something that makes it one of a kind, and when it was opened. ``signed`` goes into the page."""

    signed: str
    key: str
    opened_at: datetime | None


def mark(request: HttpRequest, now: datetime) -> Mark:
    """The mark that came with a form, or a new one for a page that is opened."""
    try:
        key, stamp = signing.loads(request.POST.get("mark", ""), salt=_SALT)
        return Mark(request.POST["mark"], key, datetime.fromtimestamp(stamp, tz=now.tzinfo))
    except (signing.BadSignature, ValueError):
        return fresh(now, None)


def fresh(now: datetime, opened_at: datetime | None) -> Mark:
    """A new mark; ``opened_at`` None where the form brought none of ours."""
    key = token_urlsafe(16)
    return Mark(signing.dumps([key, int(now.timestamp())], salt=_SALT), key, opened_at)


def judged(request: HttpRequest, of: Mark, address: str, now: datetime) -> Sending:
    """What is done with a form that came by an address."""
    open_for = int((now - of.opened_at).total_seconds()) if of.opened_at else None
    return sending.sending(
        Facts(
            open_for_seconds=open_for,
            hidden_box_is_filled=bool(request.POST.get(TRAP)),
            sent_from_this_place=throttle.so_far(here(request, now), now),
            sent_to_this_address=throttle.so_far(address, now),
        )
    )


def count(request: HttpRequest, address: str, now: datetime) -> None:
    """Count a form that was taken."""
    throttle.count(here(request, now), now)
    throttle.count(address, now)


def again(found: Sending, of: Mark, now: datetime) -> Mark:
    """The mark for the page when it is shown again: a new one where the old one was open too long."""
    is_old = of.opened_at is not None and now - of.opened_at > sending.LONGEST
    return fresh(now, now) if found.answer is Answer.AGAIN and is_old else of


def here(request: HttpRequest, now: datetime) -> str:
    """Where a form comes from, as the throttle keeps it for an hour; no report ever holds it."""
    return throttle.place(network_address(request), now)


def network_address(request: HttpRequest) -> str:
    """The network address that sent the request; behind a proxy we trust, the one that the proxy saw."""
    seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    trusted = bool(settings.SECURE_PROXY_SSL_HEADER) and seen
    return seen if trusted else str(request.META.get("REMOTE_ADDR", ""))


def photo(request: HttpRequest, form: fields.Form) -> Photo:
    """The picture that came now, or with an earlier try of the same page; a fault is said beside its field."""
    sent = request.FILES.get("photo")
    if sent is None:
        return _kept_before(request)
    try:
        return receiving.keep_photo(sent.name or "photo", cast("BinaryIO", sent))
    except Refused as refusal:
        form.add_error("photo", " ".join(refusal.reasons))
        return Photo()


def carried(of: Photo) -> str:
    """A picture that is kept already, as the page carries it to the next try."""
    return signing.dumps(asdict(of), salt=_SALT) if of.fingerprint else ""


def words(said: dict[str, Any]) -> Words:
    """What was typed, as the action takes it."""
    return Words(
        sort=said["sort"],
        what=said["what"],
        happened_on=said.get("happened_on"),
        happened_about=said.get("happened_about"),
        affected=said.get("affected") or "",
        place=said.get("place") or "",
        about=said.get("about"),
        named_person_id=said.get("named"),
        name=said.get("name") or "",
        contact=said.get("contact") or "",
    )


def _kept_before(request: HttpRequest) -> Photo:
    try:
        return Photo(**signing.loads(request.POST.get("kept_photo", ""), salt=_SALT))
    except (signing.BadSignature, TypeError):
        return Photo()
