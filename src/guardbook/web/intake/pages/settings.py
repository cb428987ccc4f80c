"""What a manager sees of the addresses, the poster and the paper form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from guardbook.content import routes
from guardbook.exports.intake import Paper, Poster
from guardbook.queries.access import Context
from guardbook.queries.intake.addresses import Address, Phones
from guardbook.rules.intake import reports
from guardbook.rules.intake.reports import Purpose
from guardbook.web import words
from guardbook.web.components import Tag, Tone

Sites = Sequence[tuple[UUID, str, str, date | None]]


@dataclass(frozen=True, slots=True)
class Place:
    """One place at which an address is on or may be switched on; ``address`` is empty where it is off."""

    title: str
    tag: Tag
    address: str
    said: str
    has_poster: bool
    poster_href: str
    on_href: str
    off_href: str
    replace_href: str


@dataclass(frozen=True, slots=True)
class AddressesPage:
    """Every place, for mistakes and for the public."""

    back_href: str
    mistakes: Sequence[Place]
    public: Sequence[Place]
    paper_href: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class PosterPage:
    """The poster to print, or why it cannot be printed yet."""

    title: str
    back_href: str
    poster: Poster
    is_tried: bool
    said: str
    pdf_href: str
    paper_href: str


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The paper form to print."""

    back_href: str
    paper: Paper
    pdf_href: str


def addresses(context: Context, found: Sequence[Address], sites: Sites) -> AddressesPage:
    """Make the page of all addresses; a site without one can have one switched on."""
    here = {"organisation": context.organisation_id}
    on = {(each.purpose, each.site_id): each for each in found}
    open_sites = [(key, name) for key, name, _, closed in sites if closed is None]
    places: list[tuple[UUID | None, str]] = [(None, "The whole organisation"), *open_sites]
    return AddressesPage(
        back_href=reverse("settings", kwargs=here),
        mistakes=[
            _place(context, title, Purpose.MISTAKES, key, on.get((Purpose.MISTAKES, key))) for key, title in places
        ],
        public=[_place(context, "The whole organisation", Purpose.PUBLIC, None, on.get((Purpose.PUBLIC, None)))],
        paper_href=reverse("report-paper", kwargs=here),
        is_local="//127." in settings.BASE_URL or "//localhost" in settings.BASE_URL,
    )


def poster(context: Context, organisation: str, of: Address, phones: Phones) -> PosterPage:
    """Make the page of a poster."""
    here = {"organisation": context.organisation_id}
    return PosterPage(
        title="Poster",
        back_href=reverse("report-addresses", kwargs=here),
        poster=poster_of(organisation, of, phones),
        is_tried=of.tried_at is not None,
        said=_tried(of),
        pdf_href=reverse("report-poster-pdf", kwargs={**here, "address_id": of.id}),
        paper_href=reverse("report-paper", kwargs=here),
    )


def poster_of(organisation: str, of: Address, phones: Phones) -> Poster:
    """What stands on the poster."""
    return Poster(
        organisation=organisation,
        site=of.site,
        address=in_full(of),
        emergency=routes.read(settings.DATA_FOLDER).emergency.phone,
        council=_council(phones),
        is_public=of.purpose is Purpose.PUBLIC,
    )


def paper(context: Context, organisation: str, phones: Phones) -> PaperPage:
    """Make the page of the paper form."""
    here = {"organisation": context.organisation_id}
    return PaperPage(
        back_href=reverse("report-addresses", kwargs=here),
        paper=paper_of(organisation, phones),
        pdf_href=reverse("report-paper-pdf", kwargs=here),
    )


def paper_of(organisation: str, phones: Phones) -> Paper:
    """What stands on the paper form."""
    return Paper(organisation, routes.read(settings.DATA_FOLDER).emergency.phone, _council(phones))


def in_full(of: Address) -> str:
    """An address as one types it into a phone."""
    return f"{settings.BASE_URL}{reverse('tell', kwargs={'code': reports.in_fours(of.code).lower()})}"


def _council(phones: Phones) -> tuple[tuple[str, str], ...]:
    return tuple((each.name, each.phone) for each in phones.council)


def _place(context: Context, title: str, purpose: Purpose, site_id: UUID | None, found: Address | None) -> Place:
    here = {"organisation": context.organisation_id}
    of = {**here, "address_id": found.id} if found else here
    for_site = f"?site={site_id}" if site_id else ""
    return Place(
        title=title,
        tag=Tag("On", Tone.DONE) if found else Tag("Off"),
        address=in_full(found) if found else "",
        said=_tried(found) if found else "",
        has_poster=found is not None and found.tried_at is not None,
        poster_href=reverse("report-poster", kwargs=of) if found else "",
        on_href=reverse("report-address-on", kwargs={**here, "purpose": purpose.value}) + for_site,
        off_href=reverse("report-address-off", kwargs=of) if found else "",
        replace_href=reverse("report-address-replace", kwargs=of) if found else "",
    )


def _tried(of: Address) -> str:
    if of.tried_at is None:
        return "No other device has opened it yet. Open it on a phone that is not signed in. Then the poster can be printed."
    return f"First opened on {of.tried_with} on {words.day(of.tried_at)}."
