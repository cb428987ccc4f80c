"""What the people see who read reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.intake.reports import Brief, Listing, Told
from guardbook.rules.access import Permission
from guardbook.rules.intake import reports
from guardbook.rules.intake.reports import Became, Kind, State
from guardbook.web import words
from guardbook.web.components import Cell, Column, Link, Paging, Row, Table, Tag, Tone

_TONES = {State.WAITING: Tone.WARNING, State.TAKEN: Tone.SUGGESTED, State.JOINED: Tone.QUIET, State.CLOSED: Tone.DONE}
_COLUMNS = (Column("Number"), Column("What it is"), Column("Received"), Column("Where"), Column("Standing"))
_NOT_SAID = "Not said"


@dataclass(frozen=True, slots=True)
class Switch:
    """One part of the list."""

    text: str
    href: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """Reports in one state."""

    switches: Sequence[Switch]
    table: Table | None
    nothing: str
    paging: Paging
    report_href: str
    settings_href: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report, and what this person may do with it."""

    title: str
    back: Link
    tag: Tag
    rows: Sequence[Row]
    photo_href: str
    named: str
    is_about_reader: bool
    may_decide: bool
    starts: Sequence[Link]
    close_href: str
    who_href: str
    join_href: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form about one report, with what was told above it."""

    title: str
    back_href: str
    what: str


def listing(context: Context, found: Listing, state: State) -> ListPage:
    """Make the list."""
    here = {"organisation": context.organisation_id}
    address = reverse("reported", kwargs=here)
    may_manage = Permission.SETTINGS_MANAGE in context.by.permissions
    shown = words.count(len(found.rows), "report")
    return ListPage(
        switches=[
            Switch(f"{each.label} ({found.counts[each]})", f"{address}?show={each.value}", each is state)
            for each in State
        ],
        table=_table(context, found.rows) if found.rows else None,
        nothing=_NOTHING[state],
        paging=Paging(
            shown, next_href=f"{address}?show={state.value}&before={_stamp(found.older)}" if found.older else ""
        ),
        report_href=reverse("report-mistake", kwargs=here),
        settings_href=reverse("report-addresses", kwargs=here) if may_manage else "",
    )


def one(context: Context, told: Told) -> ReportPage:
    """Make the page of a report."""
    waits = told.state is State.WAITING
    edits = Permission.INCIDENT_EDIT if told.kind is Kind.WORRY else Permission.REQUEST_EDIT
    may = edits in context.by.permissions
    return ReportPage(
        title=f"Report {reports.in_fours(told.number)}",
        back=Link("Reports", reverse("reported", kwargs={"organisation": context.organisation_id})),
        tag=Tag(told.state.label, _TONES[told.state]),
        rows=list(_rows(context, told)),
        photo_href=_to(context, told.id, "report-photo") if told.photo.fingerprint else "",
        named=told.named,
        is_about_reader=told.about is reports.About.READER and not told.named,
        may_decide=may and waits,
        starts=tuple(_starts(context, told)),
        close_href=_to(context, told.id, "report-close"),
        who_href=_to(context, told.id, "report-who") if may else "",
        join_href=_to(context, told.id, "report-join"),
    )


def address(context: Context, report_id: UUID) -> str:
    """The page of a report."""
    return _to(context, report_id, "report-read")


def _starts(context: Context, told: Told) -> Iterator[Link]:
    """What can be made of a report."""
    if told.kind is Kind.WORRY and Permission.INCIDENT_EDIT in context.by.permissions:
        here = reverse("incident-log", kwargs={"organisation": context.organisation_id})
        yield Link("Put it in the log of incidents", f"{here}?report={told.id}")
    if told.kind is not Kind.WORRY and Permission.REQUEST_EDIT in context.by.permissions:
        text = "Start a complaint from it" if told.kind is Kind.COMPLAINT else "Start a request from it"
        yield Link(text, _to(context, told.id, "rights-start"))


def _table(context: Context, rows: Sequence[Brief]) -> Table:
    return Table("Reports", _COLUMNS, [_line(context, each) for each in rows], is_caption_hidden=True)


def _line(context: Context, of: Brief) -> list[Cell]:
    number = Link(reports.in_fours(of.number), address(context, of.id))
    place = ", ".join(part for part in (of.site, of.place) if part) or _NOT_SAID
    tag = (
        Tag("New", Tone.PROBLEM)
        if of.state is State.WAITING and not of.is_read
        else Tag(of.state.label, _TONES[of.state])
    )
    return [number, of.sort.label, words.moment(of.received_at), place, tag]


def _rows(context: Context, told: Told) -> Iterator[Row]:
    yield Row("What it is", told.sort.label)
    yield Row("What happened" if told.kind is Kind.WORRY else "What they say", told.what)
    if told.kind is Kind.WORRY:
        yield Row("When", _when(told))
        yield Row("Where", ", ".join(part for part in (told.site, told.place) if part) or _NOT_SAID)
        yield Row("Who might be affected", told.affected or _NOT_SAID)
        yield Row("About somebody who works here", told.about.label if told.about else _NOT_SAID)
    else:
        yield Row("Whose information", told.affected or _NOT_SAID)
    if told.named:
        change = [Link("Change", _to(context, told.id, "report-who"), "who it is about")]
        yield Row("It is about", f"{told.named}, who does not see this report", change)
    yield Row("Received", f"{words.moment(told.received_at)}. {told.came_by.label}.")
    yield Row("Told by", _reporter(told))
    if told.read_at:
        yield Row("First read", f"{words.moment(told.read_at)} by {told.read_by}")
    if told.joined_to and told.joined_to_id:
        yield Row("Joined to", Link(reports.in_fours(told.joined_to), address(context, told.joined_to_id)))
    if told.became and told.became_id:
        name, part = _MADE[told.became]
        where = reverse(name, kwargs={"organisation": context.organisation_id, part: told.became_id})
        yield Row("What was made of it", Link(f"The {told.became.value} it became", where))
    if told.outcome:
        yield Row("What was done", told.outcome)
    if told.decided_at:
        yield Row("Decided", f"{words.moment(told.decided_at)} by {told.decided_by}")


def _when(told: Told) -> str:
    day = words.day(told.happened_on) if told.happened_on else ""
    about = told.happened_about.label.lower() if told.happened_about else ""
    return ", ".join(part for part in (day, about) if part) or _NOT_SAID


def _reporter(told: Told) -> str:
    known = ", ".join(part for part in (told.reporter_name, told.reporter_contact) if part)
    return known or "Somebody who stays anonymous"


def _to(context: Context, report_id: UUID, name: str) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, "report_id": report_id})


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


_MADE = {
    Became.INCIDENT: ("incident", "incident"),
    Became.REQUEST: ("rights-case", "case_id"),
    Became.COMPLAINT: ("rights-case", "case_id"),
}
_NOTHING = {
    State.WAITING: "No report waits to be read. When somebody reports a mistake or a worry, it appears here.",
    State.TAKEN: "Nothing that was reported is being worked on.",
    State.JOINED: "No report was joined to another.",
    State.CLOSED: "No report is closed yet.",
}
