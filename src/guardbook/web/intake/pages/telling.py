"""What the pages show on which people tell us something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from guardbook.actions.intake.receiving import Received
from guardbook.content import links, routes
from guardbook.queries.intake.addresses import Phone, Phones, Standing
from guardbook.queries.intake.reports import Photo
from guardbook.rules.intake import reports
from guardbook.rules.intake.reports import Purpose, State
from guardbook.web import fields, words
from guardbook.web.components import Link, Row, Tag, Tone
from guardbook.web.intake import sending
from guardbook.web.intake.forms import Tell
from guardbook.web.intake.sending import Mark

_MORE = ("happened_on", "happened_about", "place", "affected", "photo")
_UNCHECKED = "Nobody has rung this number lately to check it."


@dataclass(frozen=True, slots=True)
class Route:
    """Somebody outside to tell: who, what they do, a number to ring, a page, and a caution."""

    name: str
    what: str
    phone: str
    href: str
    page: Link | None
    note: str


@dataclass(frozen=True, slots=True)
class Danger:
    """What stands above everything: whom to ring when somebody is in danger."""

    emergency: str
    what: str
    council: Sequence[Phone]


@dataclass(frozen=True, slots=True)
class TellPage:
    """A form on which somebody tells something, without a sign-in or with one."""

    title: str
    lead: str
    is_worry: bool
    danger: Danger
    mark: str
    kept_photo: str
    photo_name: str
    trap: str
    phones: Sequence[Phone]
    outside: Sequence[Route]
    status_href: str
    is_more_open: bool
    more: Sequence[str] = _MORE
    last: Sequence[str] = ("name", "contact")


@dataclass(frozen=True, slots=True)
class ThanksPage:
    """What a reporter is given."""

    title: str
    number: str
    code: str
    comes_first: bool
    why: str
    next: Sequence[str]
    outside: Sequence[Route]
    status_href: str
    back: Link | None


@dataclass(frozen=True, slots=True)
class StatusPage:
    """How a report stands, for whoever holds its code; ``rows`` is empty until one is found."""

    rows: Sequence[Row]
    tag: Tag | None


def tell(organisation: str, form: fields.Form, phones: Phones, mark: Mark, photo: Photo) -> TellPage:
    """Make the page of the form; what somebody has said more of stays open."""
    is_worry = isinstance(form, Tell)
    said = [name for name in _MORE if is_worry and (form.errors.get(name) or _is_filled(form[name].value()))]
    return TellPage(
        title="Tell us about a mistake, a near miss or a worry"
        if is_worry
        else "Ask about your information, or complain",
        lead=_lead(organisation, is_worry=is_worry),
        is_worry=is_worry,
        danger=_danger(phones),
        mark=mark.signed,
        kept_photo=sending.carried(photo),
        photo_name=photo.name,
        trap=sending.TRAP,
        phones=phones.ours,
        outside=tuple(outside(phones)) if is_worry else (),
        status_href=reverse("report-status"),
        is_more_open=bool(said) or bool(photo.fingerprint),
        last=("keep",) if "keep" in form.fields else ("name", "contact"),
    )


def thanks(received: Received, purpose: Purpose, phones: Phones, back: Link | None = None) -> ThanksPage:
    """Make the page that thanks."""
    is_worry = purpose is Purpose.MISTAKES
    return ThanksPage(
        title="Thank you for telling us" if is_worry else "We have what you sent",
        number=reports.in_fours(received.number),
        code=reports.in_fours(received.code),
        comes_first=is_worry and received.routes.come_first,
        why=received.routes.reason.text if is_worry else "",
        next=_NEXT[purpose],
        outside=tuple(outside(phones)) if is_worry else (),
        status_href=reverse("report-status"),
        back=back,
    )


def status(found: Standing | None) -> StatusPage:
    """Make the page on which a reporter looks what became of their report."""
    if found is None:
        return StatusPage((), None)
    rows = [
        Row("Number", reports.in_fours(found.number)),
        Row("Sent to", found.organisation),
        Row("Received", words.day(found.received_at)),
        Row("Read by a person", f"Yes, on {words.day(found.read_at)}" if found.read_at else "Not yet"),
    ]
    if found.outcome and found.decided_at:
        rows.append(Row("What was done", f"{found.outcome} ({words.day(found.decided_at)})"))
    return StatusPage(rows, _TAGS[found.state])


def outside(phones: Phones) -> Iterator[Route]:
    """Everybody outside to tell: who checks care, who advises, who looks after data, and the council."""
    for each in routes.read(settings.DATA_FOLDER).routes:
        note = "" if each.checked_on else _UNCHECKED
        yield Route(
            each.name, each.what, each.phone, _tel(each.phone), Link("Open their website", each.url, each.name), note
        )
    regulator = links.read(settings.DATA_FOLDER).regulator
    yield Route(
        f"{regulator.name} ({regulator.short})",
        "Looks after people's rights over their information.",
        regulator.phone,
        _tel(regulator.phone),
        Link("Open their website", regulator.url, regulator.name),
        "",
    )
    for phone in phones.council:
        yield Route(
            phone.name, "The council's safeguarding team, for people at risk.", phone.phone, _tel(phone.phone), None, ""
        )


def _danger(phones: Phones) -> Danger:
    emergency = routes.read(settings.DATA_FOLDER).emergency
    return Danger(emergency.phone, emergency.what, phones.council)


def _lead(organisation: str, *, is_worry: bool) -> str:
    if is_worry:
        return f"It takes a minute, and it goes to {organisation}. Telling is always right, whoever made the mistake."
    return f"This goes to {organisation}. You can also ask by phone, by letter or in person: it counts just the same."


def _is_filled(value: object) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


def _tel(number: str) -> str:
    return f"tel:{''.join(char for char in number if char.isdigit() or char == '+')}"


_NEXT = {
    Purpose.MISTAKES: (
        "A person here reads it.",
        "They put right what can be put right, and tell those who must be told.",
        "You can see here what was done, with your number and your code.",
    ),
    Purpose.PUBLIC: (
        "A person here reads it. The time that the law gives us to answer usually counts from today.",
        "We may ask who you are, or which information you mean.",
        "We answer you at the address or number you gave.",
    ),
}
_TAGS = {
    State.WAITING: Tag("Waiting", Tone.WAITING),
    State.TAKEN: Tag("Being worked on", Tone.SUGGESTED),
    State.JOINED: Tag("Being worked on with another", Tone.SUGGESTED),
    State.CLOSED: Tag("Done", Tone.DONE),
}
