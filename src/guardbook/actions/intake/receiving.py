"""Takes in what somebody tells, keeps no trace of those who stay anonymous, and tells the people who read it that it came."""

import hashlib
import secrets
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from guardbook.actions.shell import Change, action, require
from guardbook.kernel.errors import NotFound, Refused
from guardbook.outside import files, uploads
from guardbook.outside.uploads import kinds
from guardbook.queries import access
from guardbook.queries.access import Context
from guardbook.queries.intake import readers
from guardbook.queries.intake.addresses import Opened
from guardbook.queries.intake.readers import Named
from guardbook.queries.intake.reports import Photo
from guardbook.records.models import Report
from guardbook.rules.access import Permission
from guardbook.rules.intake import reports, routes
from guardbook.rules.intake.reports import About, CameBy, Purpose, Sort, State, When
from guardbook.rules.intake.routes import Routes

MAX_PHOTO = 10 * 1024 * 1024
SAME_WITHIN = timedelta(days=1)
_NUMBER, _CODE = 8, 12
_UNKNOWN = "Somebody who stays anonymous"
_SUBJECT = "Something was reported at {organisation}"
_LETTER = """Hello,

Something was reported: {kind}.

Sign in to read it: {address}

This message says no more, because email is not safe enough for it.
"""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody told, as typed. Empty where the form did not ask or they did not say."""

    sort: Sort
    what: str
    happened_on: date | None = None
    happened_about: When | None = None
    affected: str = ""
    place: str = ""
    about: About | None = None
    named_person_id: UUID | None = None
    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with the words: the mark of the form they were written on, and a picture."""

    mark: str
    photo: Photo = field(default_factory=Photo)


@dataclass(frozen=True, slots=True)
class Received:
    """What the reporter is given: the number, the code that only they have, and whether to look outside first."""

    number: str
    code: str
    routes: Routes


def keep_photo(name: str, stream: BinaryIO) -> Photo:
    """Draw a picture again without its hidden details, and keep it.

    Raises:
        Refused: it is no picture, too large, or damaged; says what to do instead.
    """
    accepted = uploads.accept(name, stream, max_bytes=MAX_PHOTO)
    if accepted.kind not in kinds.PICTURES:
        raise Refused("Only a photo can be sent here: JPEG, PNG or WebP.")
    return Photo(accepted.name, accepted.media_type, files.store().put(accepted.content))


def by_address(opened: Opened, words: Words, sent: Sent) -> Received:
    """Take in what came by an address without signing in.

    Raises:
        Refused: nothing was said, or this address takes no reports of that kind.
    """
    is_public = opened.address.purpose is Purpose.PUBLIC
    if is_public == (words.sort.kind is reports.Kind.WORRY):
        raise Refused("This address is for something else. Ask whoever gave it to you.")
    return _receive(opened.context, words=words, sent=sent, came_by=CameBy.ADDRESS, site_id=opened.address.site_id)


def signed_in(
    context: Context, words: Words, sent: Sent, *, keeps_name: bool = False, is_paper: bool = False
) -> Received:
    """Take in what somebody signed in tells. Unless they keep their name, nothing leads back to them.

    Raises:
        NotFound: a stranger.
        NotPermitted: a member who may not report.
        Refused: nothing was said.
    """
    require(context, Permission.MISTAKE_REPORT)
    if is_paper:
        return _receive(context, words=words, sent=sent, came_by=CameBy.PAPER, site_id=None)
    if keeps_name:
        own = replace(words, name=context.by.name)
        return _receive(context, words=own, sent=sent, came_by=CameBy.SIGNED_IN, site_id=None)
    unknown = access.system(_UNKNOWN, context.organisation_id, context.now)
    nameless = replace(words, name="", contact="")
    return _receive(unknown, words=nameless, sent=sent, came_by=CameBy.SIGNED_IN, site_id=None)


def code_of(mark: str) -> str:
    """The reporter's code for a form. Worked out from its mark, so that sending the form twice gives the same."""
    digest = salted_hmac("guardbook.intake.code", mark, algorithm="sha256").digest()
    return "".join(reports.ALPHABET[byte % len(reports.ALPHABET)] for byte in digest[:_CODE])


def digest(secret: str) -> str:
    """What is kept of a code or a mark: enough to know it again."""
    return hashlib.sha256(reports.plain(secret).encode()).hexdigest()


@action(None)
def _receive(change: Change, *, words: Words, sent: Sent, came_by: CameBy, site_id: UUID | None) -> Received:
    if not words.what.strip():
        raise Refused("Say what happened, in your own words.")
    mark = hashlib.sha256(sent.mark.encode()).hexdigest()
    found = Report.objects.of(change.organisation_id).filter(sent_once=mark).first()
    person = _named(change, words)
    row = found or _stored(change, words, sent, came_by, site_id)
    kind = words.sort.kind
    all_readers = readers.readers(change.organisation_id, kind, site_id, change.now)
    others = readers.besides(all_readers, person)
    if found is None:
        change.record("intake.report.received", subject=row)
        for each in others:
            if each.email:
                change.mail(each.email, _subject(row), _letter(row))
    facts = routes.Facts(
        about=words.about or About.UNSURE,
        readers_besides=len(others),
        is_named=person is not None,
        named_reads=len(others) < len(all_readers) if person else None,
    )
    return Received(row.number, code_of(sent.mark), routes.routes(facts))


def _named(change: Change, words: Words) -> Named | None:
    if words.named_person_id is None:
        return None
    person = readers.named(change.organisation_id, words.named_person_id)
    if person is None:
        raise NotFound
    return person


def _stored(change: Change, words: Words, sent: Sent, came_by: CameBy, site_id: UUID | None) -> Report:
    same = _same(change, words)
    return change.create(
        Report,
        site_id=site_id,
        number=_fresh_number(),
        code_digest=digest(code_of(sent.mark)),
        sent_once=hashlib.sha256(sent.mark.encode()).hexdigest(),
        kind=words.sort.kind,
        sort=words.sort,
        came_by=came_by,
        received_at=change.now,
        what=words.what.strip(),
        happened_on=words.happened_on,
        happened_about=words.happened_about or "",
        affected=words.affected.strip(),
        place=words.place.strip(),
        photo_name=sent.photo.name,
        photo_type=sent.photo.media_type,
        photo_fingerprint=sent.photo.fingerprint,
        about=words.about or "",
        named_person_id=words.named_person_id,
        reporter_name=words.name.strip(),
        reporter_contact=words.contact.strip(),
        reporter_id=change.by.user_id if came_by is not CameBy.PAPER else None,
        state=State.JOINED if same else State.WAITING,
        joined_to=same,
    )


def _same(change: Change, words: Words) -> Report | None:
    """A report of the very same words, sent within a day and not joined itself: a second copy is joined to it."""
    rows = Report.objects.of(change.organisation_id).filter(what=words.what.strip(), sort=words.sort)
    recent = rows.filter(received_at__gte=change.now - SAME_WITHIN, joined_to=None)
    return recent.filter(named_person_id=words.named_person_id).order_by("received_at", "id").first()


def _fresh_number() -> str:
    return "".join(secrets.choice(reports.ALPHABET) for _ in range(_NUMBER))


def _subject(row: Report) -> str:
    return _SUBJECT.format(organisation=row.organisation.name)[:200]


def _letter(row: Report) -> str:
    address = f"{settings.BASE_URL}/o/{row.organisation_id}/reports/"
    return _LETTER.format(kind=reports.Kind(row.kind).label.lower(), address=address)
