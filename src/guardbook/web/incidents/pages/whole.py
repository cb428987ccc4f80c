"""The page of one incident: what is next, how long is left, who must be told, and the whole record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from guardbook.queries.access import Context
from guardbook.queries.incidents.reading import Note, Telling, Todo, Whole
from guardbook.rules.access import Permission
from guardbook.rules.incidents import notice, record, states
from guardbook.rules.incidents.vocabulary import Event, Kind, Track, TrackState
from guardbook.web import words
from guardbook.web.components import Link, Row, Tag, Task, Tone
from guardbook.web.incidents import look
from guardbook.web.incidents.look import Address
from guardbook.web.incidents.pages import clocks, steps

_CORRECTED = {
    "title": "The short name",
    "story": "What happened",
    "found_on": "The day on which it was found",
    "gap_reason": "Why it took time to be sure",
    "certain_at": "When somebody in charge was sure",
    "staff_certain_at": "When somebody on the staff was sure",
    "suspected_at": "When it was first suspected",
    "supplier_aware_at": "When the supplier knew",
    "supplier_told_at": "When the supplier told us",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who may have to be told."""

    name: str
    tag: Tag
    why: str
    how: str
    said: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One line of what was done and said."""

    about: str
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action."""

    text: str
    about: str
    done_href: str


@dataclass(frozen=True, slots=True)
class WholePage:
    """One incident."""

    organisation: UUID
    title: str
    reference: str
    tag: Tag
    headline: str
    beside: str
    clock_href: str
    passed: str
    tasks: tuple[Task, ...]
    to_tell: tuple[Line, ...]
    others: tuple[Line, ...]
    rows: tuple[Row, ...]
    facts: tuple[Row, ...]
    actions: tuple[ActionLine, ...]
    agree_href: str
    notes: tuple[Said, ...]
    links: tuple[Link, ...]
    papers: tuple[Link, ...]
    is_closed: bool


def whole_page(context: Context, found: Whole, *, has_officer: bool) -> WholePage:
    """Put the page together."""
    go, may = Address(context.organisation_id, found.id), context.by.permissions
    edits, decides = Permission.INCIDENT_EDIT in may, Permission.INCIDENT_DECIDE in may
    told = [_line(go, each, edits=edits, decides=decides, is_decided=_is_settled(found, each)) for each in found.tracks]
    needed = {each.track.label for each in found.tracks if each.state is TrackState.NEEDED}
    now, runs = context.now, found.clock_runs
    ends = found.clock.safe_deadline
    return WholePage(
        organisation=context.organisation_id,
        title=found.title,
        reference=found.reference,
        tag=look.state(found.state),
        headline=clocks.headline(found.clock, now) if runs else "",
        beside=clocks.beside(found.clock, now) if runs else "",
        clock_href=go.to("incident-clock"),
        passed=_PASSED if runs and ends and ends < now else "",
        tasks=steps.tasks(context, found, has_officer=has_officer),
        to_tell=tuple(each for each in told if each.name in needed),
        others=tuple(each for each in told if each.name not in needed),
        rows=tuple(_rows(found)),
        facts=tuple(_facts(go, found, edits=edits)),
        actions=tuple(_action(go, each, edits=edits) for each in found.actions),
        agree_href=go.to("incident-actions-agree") if edits and _may_agree(found) else "",
        notes=tuple(_said(each) for each in reversed(found.notes)),
        links=_links(go, found) if edits else (),
        papers=_papers(go, found) if Permission.EXPORT in may else (),
        is_closed=found.closed_at is not None,
    )


def _may_agree(found: Whole) -> bool:
    return bool(found.actions) and Event.OPEN_ACTIONS in states.may_follow(found.state)


_TO_DECIDE = Tag("To decide", Tone.WARNING)
_BY_DECISION = frozenset({Track.REGULATOR, Track.INDIVIDUALS, Track.TOOLKIT})
_PASSED = "The 72 hours have passed. Tell the regulator at once all the same, and say why it took longer."


def _line(go: Address, of: Telling, *, edits: bool, decides: bool, is_decided: bool) -> Line:
    done = f"{words.moment(of.done_at)}, {of.done_by}" if of.done_at else ""
    said = " · ".join(part for part in (done, of.note, f"Number: {of.reference}" if of.reference else "") if part)
    links = []
    if of.track in {Track.REGULATOR, Track.TOOLKIT}:
        links = (
            [Link("Prepare the notice", go.to("incident-notice"), of.track.label)]
            if of.state is TrackState.NEEDED
            else []
        )
    elif of.state is TrackState.NEEDED and edits:
        links = [Link("They were told", go.to("incident-tell", track=of.track.value), of.track.label)]
        if decides and of.track is not Track.INDIVIDUALS:
            links.append(Link("They need not be told", go.to("incident-excuse", track=of.track.value), of.track.label))
    elif of.state is TrackState.NOT_NEEDED and edits:
        links = [Link("Tell them all the same", go.to("incident-need", track=of.track.value), of.track.label)]
    tag = look.track(of.state) if is_decided or of.state is not TrackState.NEEDED else _TO_DECIDE
    return Line(of.track.label, tag, of.why, of.how, said, tuple(links) if edits else ())


def _is_settled(found: Whole, of: Telling) -> bool:
    """Whether a line is not one that waits for the decision."""
    return found.decision is not None or of.track not in _BY_DECISION


def _rows(found: Whole) -> list[Row]:
    severity = found.severity
    pairs: list[tuple[str, Any]] = [
        ("What it is", found.event_class.label if found.event_class else ""),
        ("The information was", words.listing([Kind(each).label for each in found.kinds])),
        ("Risk", look.risk(found.risk) if found.risk else ""),
        ("People affected", str(found.people) if found.people is not None else ""),
        (
            "Toolkit’s grid",
            f"Likelihood {severity.likelihood}, impact {severity.impact}. {severity.reasons[0].text}"
            if severity
            else "",
        ),
        (
            "Officer’s advice",
            f"{found.views.advice_by}: {found.views.advice}" if found.views.advice else found.views.none_because,
        ),
        ("Second view", f"{found.views.second_who}: {found.views.second_said}" if found.views.second_said else ""),
        *_decided(found),
        (
            "Still to follow to the regulator",
            words.listing([notice.LABELS[each].lower() for each in found.outstanding]),
        ),
        ("What let it happen", found.learnt.cause),
        ("What we learnt", found.learnt.lessons),
        ("Management", _management(found)),
        ("Closed", f"{words.moment(found.closed_at)}, {found.closed_by}" if found.closed_at else ""),
    ]
    return [Row(key, value) for key, value in pairs if value]


def _decided(found: Whole) -> list[tuple[str, str]]:
    of = found.decision
    if of is None:
        return []
    people = "Told" if of.individuals else f"Not told. {of.exemption.label}." if of.exemption else "Not told"
    return [
        ("Regulator", "Told" if of.regulator else "Not told"),
        ("People affected, decided", people),
        ("Why", of.rationale),
        ("Decided by", f"{of.by}, {words.moment(of.at)}"),
    ]


def _management(found: Whole) -> str:
    of = found.learnt
    told = f"{of.managers_told} was told on {words.day(of.managers_told_on)}." if of.managers_told_on else ""
    agreed = f"{of.agreed_by} agreed the actions." if of.agreed_by else ""
    return " ".join(part for part in (told, agreed) if part)


def _facts(go: Address, found: Whole, *, edits: bool) -> list[Row]:
    values = [
        ("story", "What happened", found.story),
        ("found_on", "Found", words.day(found.found_on)),
        *((name, text, words.moment(at)) for name, text, at in clocks.times(found) if at),
        ("gap_reason", "Why it took time to be sure", found.times.gap_reason),
    ]
    rows = [
        Row(text, value, (Link("Put right", go.to("incident-correct", name=name), text.lower()),) if edits else ())
        for name, text, value in values
        if value
    ]
    rows.append(Row("Logged", f"{words.moment(found.logged_at)}, {found.logged_by}"))
    rows.append(
        Row("In charge", found.owner, (Link("Change", go.to("incident-charge"), "who is in charge"),) if edits else ())
    )
    named = words.listing(list(found.named)) or "Nobody"
    rows.append(
        Row(
            "Named in it (they do not see this)",
            named,
            (Link("Change", go.to("incident-named"), "who is named"),) if edits else (),
        )
    )
    return rows


def _action(go: Address, of: Todo, *, edits: bool) -> ActionLine:
    done = f"Done on {words.day(of.done_at)} by {of.done_by}" if of.done_at else ""
    due = f"By {words.day(of.due_on)}" if of.due_on and not of.done_at else ""
    about = " · ".join(part for part in (of.owner or "Nobody does it yet", due, done) if part)
    return ActionLine(of.text, about, go.to("incident-action-done", action=of.id) if edits and not of.done_at else "")


def _said(of: Note) -> Said:
    before = f"{_CORRECTED[of.about]}: was “{_moment(of.old)}”, now “{_moment(of.new)}”." if of.about else ""
    return Said(f"{words.moment(of.at)}, {of.by} ({of.kind})", of.text, before)


def _moment(text: str) -> str:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return text or "nothing"
    return words.moment(instant) if instant.tzinfo else words.day(instant.date())


def _links(go: Address, found: Whole) -> tuple[Link, ...]:
    if found.closed_at:
        return (Link("Something new came up: open it again", go.to("incident-news")),)
    offered = [
        ("incident-note", "Write down what was done"),
        ("incident-action-add", "Add an action"),
        ("incident-times", "Add a time: who knew when"),
        ("incident-risk", "Put a risk into the risk register"),
    ]
    if found.decision:
        offered.append(("incident-news", "Something new came up: judge it again"))
    return tuple(Link(text, go.to(name)) for name, text in offered)


def _papers(go: Address, found: Whole) -> tuple[Link, ...]:
    offered = [("record.pdf", "The record (PDF)")]
    if found.triaged_at:
        offered += [("notice.docx", "The notice, to copy from (Word)"), ("notice.pdf", "The notice (PDF)")]
        offered += [
            ("letter.docx", "Letter to the people affected (Word)"),
            ("letter.pdf", "Letter to the people affected (PDF)"),
            ("letter-easy-read.docx", "Easy-read letter (Word)"),
            ("letter-easy-read.pdf", "Easy-read letter (PDF)"),
        ]
    return tuple(Link(text, go.to("incident-paper", name=name)) for name, text in offered)


def missing(found: Whole) -> tuple[str, ...]:
    """What still stands between this incident and its closing."""
    return record.closing(found.record).missing
