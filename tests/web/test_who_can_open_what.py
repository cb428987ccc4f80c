"""Every address against every kind of person. A new address is in this table by itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from guardbook.actions import people
from guardbook.actions.intake import deciding, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.kernel.identifiers import uuid7
from guardbook.queries.access import Context
from guardbook.records.models import Report
from guardbook.rules.access import Permission
from guardbook.rules.intake.reports import Sort
from guardbook.rules.people import Kind
from tests.cast import Cast, user

_FILLERS: dict[str, object] = {"UUIDConverter": uuid7(), "StringConverter": "1.1.1", "IntConverter": 1}
_FILLERS |= {"SlugConverter": "dspt", "PathConverter": "x"}


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its name, its parts, and the door that guards it."""

    name: str
    converters: dict[str, Any]
    door: Callable[..., HttpResponse]

    @property
    def permission(self) -> Permission | str:
        return str(getattr(self.door, "permission", "no door"))

    @property
    def methods(self) -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(self.door, "methods", ())
        return found

    @property
    def is_of_a_report(self) -> bool:
        """True for the pages about one thing that somebody told."""
        return "report_id" in self.converters and ".intake." in self.door.__module__

    def to(self, context: Context) -> str:
        parts = {name: _FILLERS[type(kind).__name__] for name, kind in self.converters.items()}
        if "organisation" in parts:
            parts["organisation"] = context.organisation_id
        return reverse(self.name, kwargs=parts)

    def about(self, context: Context, key: UUID) -> str:
        """The same address, with one record's identifier wherever it wants one."""
        parts = {name: _FILLERS[type(kind).__name__] for name, kind in self.converters.items()}
        parts |= {name: key for name, kind in self.converters.items() if type(kind).__name__ == "UUIDConverter"}
        return reverse(self.name, kwargs=parts | {"organisation": context.organisation_id})

    def open(self, client: Client, context: Context) -> int:
        ask = client.get if "GET" in self.methods else client.post
        return ask(self.to(context)).status_code


def _addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns)
        else:
            yield Address(pattern.name or "", pattern.pattern.converters, pattern.callback)


ADDRESSES = list(_addresses(get_resolver().url_patterns))
OF_AN_ORGANISATION = [address for address in ADDRESSES if address.permission in set(Permission)]
OF_A_PERSON = [address for address in ADDRESSES if address.permission == "signed in"]
OPEN_TO_ANYBODY = {
    "start",
    "first-run",
    "example-look-round",
    "sign-in",
    "invitation",
    "calendar-feed",
    "reminders-off",
    "tell",
    "report-status",
    "help",
    "help-page",
    "glossary",
    "health",
}


def named(address: Address) -> str:
    return address.name


def test_every_address_has_a_name_and_a_door() -> None:
    assert [address.name for address in ADDRESSES if not address.name or address.permission == "no door"] == []


def test_only_a_listed_few_are_open_to_anybody() -> None:
    found = {address.name for address in ADDRESSES if address.permission == "anybody"}

    assert found <= OPEN_TO_ANYBODY


def test_every_page_of_an_organisation_asks_for_a_permission() -> None:
    found = {address.name for address in ADDRESSES if "organisation" in address.converters}

    assert found - {address.name for address in OF_AN_ORGANISATION} <= {"invitation", "calendar-feed"}


@pytest.mark.parametrize("address", OF_AN_ORGANISATION + OF_A_PERSON, ids=named)
def test_somebody_signed_out_is_asked_to_sign_in(address: Address, client: Client, cast: Cast) -> None:
    assert address.open(client, cast.asha) == 302


MEMBERS = (
    "ben",
    "rhea",
    "cole",
    "dee",
    "gail",
    "sid",
    "mina",
)  # who may least comes first, for an address may change things


@pytest.mark.parametrize("address", OF_AN_ORGANISATION, ids=named)
def test_each_member_opens_what_their_access_allows_and_a_stranger_is_told_that_there_is_nothing(
    address: Address, cast: Cast, client: Client
) -> None:
    client.force_login(user(cast.carol))
    of_a_stranger = address.open(client, cast.asha)
    opens, may = {}, {}
    for person in MEMBERS:
        context: Context = getattr(cast, person)
        client.force_login(user(context))
        opens[person] = address.open(client, context) != 403
        may[person] = address.permission in context.by.permissions

    assert of_a_stranger == 404
    assert opens == may


def test_a_page_answers_only_the_methods_it_names(cast: Cast, client: Client) -> None:
    client.force_login(user(cast.asha))

    found = {address.name: client.delete(address.to(cast.asha)).status_code for address in OF_AN_ORGANISATION}

    assert found == dict.fromkeys(found, 405)


MARK = "A tablet with a zebra sticker was left on the bus"


@pytest.fixture
def named_in(cast: Cast) -> Report:
    """A report that names Mina, who manages and so could read every other, and that Asha has read."""
    person_id = people.add(cast.asha, details=people.Details(name=cast.mina.by.name, kind=Kind.EMPLOYEE))
    told = Words(Sort.CONCERN, MARK, named_person_id=person_id)
    receiving.signed_in(cast.cole, told, Sent("a"), keeps_name=True)
    row = Report.objects.get()
    deciding.read(cast.asha, report_id=row.pk)
    return row


@pytest.mark.parametrize("address", OF_AN_ORGANISATION, ids=named)
def test_whoever_a_report_names_meets_it_at_no_address(
    address: Address, cast: Cast, client: Client, named_in: Report
) -> None:
    client.force_login(user(cast.mina))
    where = address.about(cast.mina, named_in.pk)

    response = client.get(where) if "GET" in address.methods else client.post(where)

    shown = response.content.decode(errors="replace")
    assert MARK not in shown
    assert named_in.number.upper()[:4] not in shown
    assert not address.is_of_a_report or response.status_code == 404


@pytest.mark.parametrize("address", [each for each in OF_AN_ORGANISATION if each.is_of_a_report], ids=named)
@pytest.mark.parametrize(("person", "opens"), [("asha", True), ("cole", False), ("rhea", False), ("ben", False)])
def test_others_open_a_report_as_their_access_allows(
    address: Address, person: str, opens: bool, cast: Cast, client: Client, named_in: Report
) -> None:
    context: Context = getattr(cast, person)
    client.force_login(user(context))

    response = client.get(address.about(context, named_in.pk))

    # There is no photo to open, even for those who may.
    assert response.status_code == ((404 if address.name == "report-photo" else 200) if opens else 403)


def test_whoever_may_not_read_reports_does_not_read_them_in_the_history_either(
    cast: Cast, client: Client, named_in: Report
) -> None:
    seen = {}
    for person in ("asha", "mina", "rhea"):
        context: Context = getattr(cast, person)
        client.force_login(user(context))
        seen[person] = MARK in client.get(reverse("journal", args=[context.organisation_id])).content.decode()

    assert seen == {"asha": True, "mina": False, "rhea": False}
