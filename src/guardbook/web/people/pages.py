"""What the pages of the staff list show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from guardbook.queries.people import PAGE, Check, Entry, Listing, Show, Sort, StaffPage
from guardbook.rules import people
from guardbook.rules.people import Kind
from guardbook.web import words
from guardbook.web.components import Cell, Column, Lines, Link, Paging, Table, Tag, Tone

E = TypeVar("E", bound=StrEnum)
D = TypeVar("D")
_SHOWS = {Show.HERE: "People who work here", Show.LEFT: "People who have left", Show.ALL: "Everybody"}
_SORTS = {Sort.NAME: "Name", Sort.JOB: "Job title", Sort.NEWEST: "Newest first"}
_TOPICS = {
    people.Topic.INDUCTION: "Induction not recorded",
    people.Topic.AGREEMENT: "Data security clause not signed",
    people.Topic.ACCESS: "Access not removed in time",
    people.Topic.DEVICES: "Device or keys not back",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a drop-down."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class StaffList:
    """The staff list: what to look for, the people, and what can be done."""

    organisation: UUID
    search: str
    shows: tuple[Option, ...]
    kinds: tuple[Option, ...]
    sorts: tuple[Option, ...]
    is_filtered: bool
    is_empty: bool
    table: Table
    paging: Paging
    freshness: str
    freshness_tag: Tag
    exports: tuple[Link, ...]
    may_edit: bool
    may_import: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A page with one form about a person."""

    title: str
    back: Link
    button: str
    lead: str = ""


def asked(query: QueryDict) -> Listing:
    """What an address asks for; anything it cannot mean is left out."""
    return Listing(
        search=query.get("search", "")[:100].strip(),
        show=_known(Show, query.get("show", ""), Show.HERE),
        kind=_known(Kind, query.get("kind", ""), None),
        sort=_known(Sort, query.get("sort", ""), Sort.NAME),
        after=_uuid(query.get("after", "")),
    )


def staff_list(
    organisation: UUID, listing: Listing, found: StaffPage, check: Check | None, today: date, may: Mapping[str, bool]
) -> StaffList:
    """Put the staff list together."""
    fresh = people.list_is_current(people.ListFacts(today, None if check is None else check.on))
    by = "" if check is None else f" Checked by {check.by}."
    return StaffList(
        organisation=organisation,
        search=listing.search,
        shows=tuple(Option(show.value, text, show is listing.show) for show, text in _SHOWS.items()),
        kinds=(
            Option("", "Every kind", listing.kind is None),
            *(Option(kind.value, kind.label, kind is listing.kind) for kind in Kind),
        ),
        sorts=tuple(Option(sort.value, text, sort is listing.sort) for sort, text in _SORTS.items()),
        is_filtered=listing != Listing(after=listing.after),
        is_empty=not found.total,
        table=_table(organisation, found.entries, today),
        paging=_paging(organisation, listing, found),
        freshness=fresh.reason.text + by,
        freshness_tag=Tag("Current", Tone.DONE) if fresh.current else Tag("Needs a look", Tone.WARNING),
        exports=tuple(
            Link(text, _address("people-export", organisation, listing, form=form), "of this list")
            for form, text in (("xlsx", "Download as Excel"), ("csv", "Download as CSV"))
        ),
        may_edit=may["edit"],
        may_import=may["import"],
        may_export=may["export"],
    )


def missing(entry: Entry, today: date) -> tuple[str, ...]:
    """What is missing about one person, in a few words each."""
    found = people.findings(people.StaffFacts(today, (entry.facts(today),))).findings
    return tuple(_TOPICS[finding.topic] for finding in found)


def _table(organisation: UUID, entries: Sequence[Entry], today: date) -> Table:
    columns = (Column("Name"), Column("Job"), Column("Kind"), Column("Started"), Column("To put right"))
    return Table("Staff", columns, [_row(organisation, entry, today) for entry in entries], is_caption_hidden=True)


def _row(organisation: UUID, entry: Entry, today: date) -> list[Cell]:
    href = reverse("person", kwargs={"organisation": organisation, "person_id": entry.id})
    wrong = missing(entry, today)
    return [
        Link(entry.name, href, entry.works_number),
        entry.job_title or "Not recorded",
        entry.kind.label,
        _dates(entry),
        Lines(wrong) if wrong else Tag("Nothing", Tone.DONE),
    ]


def _dates(entry: Entry) -> Cell:
    started = words.day(entry.started_on) if entry.started_on else "Not recorded"
    return Lines([started, f"Last day {words.day(entry.left_on)}"]) if entry.left_on else started


def _paging(organisation: UUID, listing: Listing, found: StaffPage) -> Paging:
    if len(found.entries) == found.total:
        return Paging(words.count(found.total, "person", "people"))
    next_href = _address("people", organisation, listing, after=found.next_after) if found.next_after else ""
    first_href = _address("people", organisation, listing) if listing.after else ""
    shown = f"{len(found.entries)} of {words.count(found.total, 'person', 'people')} ({PAGE} on a page)"
    return Paging(shown, first_href, next_href)


def _address(name: str, organisation: UUID, listing: Listing, *, after: UUID | None = None, form: str = "") -> str:
    parts: dict[str, object] = {"organisation": organisation} | ({"form": form} if form else {})
    query = {
        "search": listing.search,
        "show": listing.show.value if listing.show is not Show.HERE else "",
        "kind": listing.kind.value if listing.kind else "",
        "sort": listing.sort.value if listing.sort is not Sort.NAME else "",
        "after": str(after) if after else "",
    }
    kept = urlencode({key: value for key, value in query.items() if value})
    return reverse(name, kwargs=parts) + (f"?{kept}" if kept else "")


def _known(vocabulary: type[E], value: str, otherwise: D) -> E | D:
    return vocabulary(value) if value in set(vocabulary) else otherwise


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
