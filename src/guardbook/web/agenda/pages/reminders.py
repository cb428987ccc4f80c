"""The page of reminders and calendar addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from guardbook.rules.agenda.calendars import Whose
from guardbook.web import words


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One kind of calendar: whether it has an address, and what can be done about it."""

    name: str
    state: str
    make_text: str
    make_href: str
    end_href: str


@dataclass(frozen=True, slots=True)
class RemindersPage:
    """How somebody is reminded, and their calendar addresses."""

    organisation: UUID
    mail: str
    feeds: Sequence[FeedLine]


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A new address, shown once: as it is, and as phones open it."""

    organisation: UUID
    name: str
    address: str
    phone_address: str


@dataclass(frozen=True, slots=True)
class OffPage:
    """The page that stops reminders; ``is_done`` once they are stopped."""

    organisation_name: str
    is_done: bool


def reminders_page(
    organisation: UUID, feeds: Mapping[Whose, datetime], email: str, *, mail_is_set_up: bool
) -> RemindersPage:
    """Put the page together."""
    if not mail_is_set_up:
        mail = "Mail is not set up on this computer, so no reminders are sent. What you choose counts once it is."
    elif not email:
        mail = "You have no email address here, so you get no reminders."
    else:
        mail = f"Reminders go to {email}."
    return RemindersPage(organisation, mail, [_feed(organisation, each, feeds.get(each)) for each in Whose])


def feed_page(organisation: UUID, whose: Whose, base: str, path: str) -> FeedPage:
    """Show a new address; ``webcal`` is what phones know as "subscribe to this calendar"."""
    address = f"{base}{path}"
    return FeedPage(organisation, whose.label, address, f"webcal://{address.partition('://')[2]}")


def _feed(organisation: UUID, whose: Whose, since: datetime | None) -> FeedLine:
    parts = {"organisation": organisation, "whose": whose.value}
    return FeedLine(
        name=whose.label,
        state=f"It has an address since {words.day(since)}." if since else "It has no address yet.",
        make_text="Make a new address" if since else "Make an address",
        make_href=reverse("feed-make", kwargs=parts),
        end_href=reverse("feed-end", kwargs=parts) if since else "",
    )
