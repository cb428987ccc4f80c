"""What the pages of requests, complaints and disclosures show."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.kernel.calendars import BANK_HOLIDAYS
from guardbook.queries.rights.case import Detail, Overview
from guardbook.queries.rights.reading import Kept, Written
from guardbook.rules.access import Permission
from guardbook.rules.rights import acting, noticing, states
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import Kind
from guardbook.rules.rights.words import PAST, asks, said
from guardbook.web import words
from guardbook.web.components import Lines, Link, Row, Tag, Task, Tone
from guardbook.web.rights.papers import papers

TONES = {
    State.OPEN: Tone.WAITING,
    State.WAITING: Tone.WAITING,
    State.PAUSED: Tone.SUGGESTED,
    State.ACKNOWLEDGED: Tone.SUGGESTED,
    State.INVESTIGATING: Tone.SUGGESTED,
    State.DECIDED: Tone.SUGGESTED,
    State.SENT: Tone.DONE,
    State.ESCALATED: Tone.WARNING,
    State.CLOSED: Tone.QUIET,
}
IT_RUNS = "It is on record, and nothing is lost if you do this later."
NEW = {
    Kind.REQUEST: "Somebody asks about their information",
    Kind.COMPLAINT: "Somebody complains about data",
    Kind.DISCLOSURE: "Police, a council or others ask",
}
_MAIN = frozenset(
    {
        Event.SHOW_IDENTITY,
        Event.ANSWER_QUESTION,
        Event.SEARCH,
        Event.ACKNOWLEDGE,
        Event.INVESTIGATE,
        Event.DECIDE,
        Event.SEND,
        Event.CLOSE,
    }
)
_MISSING = {
    BANK_HOLIDAYS: "The bank holidays of that time are not known here yet, so the last day may be later.",
    "law": "The table of law does not say what was in force on that day.",
}


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Every case: those that are open, and those that are over."""

    new: tuple[Link, ...]
    open: tuple[Task, ...]
    closed: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One step as it was written down."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """One case: both days with their working, what to do next, what came in, and all that was written down."""

    title: str
    back: Link
    tag: Tag
    headline: str
    dates: tuple[Row, ...]
    working: tuple[str, ...]
    notes: tuple[str, ...]
    main: tuple[Link, ...]
    others: tuple[Link, ...]
    received: tuple[Row, ...]
    papers: tuple[Link, ...]
    log: tuple[LogEntry, ...]
    history: str
    details: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form."""

    title: str
    back: Link
    button: str
    lead: str = ""


def overview(organisation: UUID, found: Overview, permissions: frozenset[Permission]) -> OverviewPage:
    """Put the list together."""
    new = NEW.items() if Permission.REQUEST_EDIT in permissions else ()
    return OverviewPage(
        tuple(
            Link(text, reverse("rights-new", kwargs={"organisation": organisation, "kind": kind.value}))
            for kind, text in new
        ),
        tuple(_task(organisation, each) for each in found.open),
        tuple(_task(organisation, each) for each in found.closed),
    )


def case_page(organisation: UUID, found: Detail, permissions: frozenset[Permission]) -> CasePage:
    """Put the page of one case together, with the steps that this person may write down."""
    kept, standing = found.kept, found.kept.standing
    case = kept.case
    may = [each for each in states.possible(case.kind, case.state) if states.needs(each) in permissions]
    noticed = tuple(each.text for each in noticing.noticed(case))
    missing = tuple(_MISSING[each] for each in standing.missing_facts)
    return CasePage(
        title=f"{kept.reference}: {case.received.person}",
        back=back(organisation),
        tag=tag(kept),
        headline=standing.headline,
        dates=tuple(_dates(kept)),
        working=tuple(step.text for step in standing.steps),
        notes=(*(each.text for each in standing.findings), *missing, *noticed, *_before_closing(kept)),
        main=tuple(_step(organisation, kept, each) for each in may if each in _MAIN),
        others=tuple(_step(organisation, kept, each) for each in may if each not in _MAIN),
        received=tuple(_received(kept)),
        papers=papers(organisation, kept) if Permission.EXPORT in permissions else (),
        log=tuple(_entry(case.kind, each) for each in reversed(kept.log)),
        details=_details(organisation, kept) if Permission.REQUEST_EDIT in permissions else "",
        history=reverse("history", kwargs={"organisation": organisation, "subject_id": kept.id}),
    )


def form_page(organisation: UUID, kept: Kept, event: Event) -> FormPage:
    """The page of one step."""
    wanted = asks(kept.case.kind, event)
    return FormPage(wanted.title, back_to(organisation, kept), "Write it down", wanted.lead)


def back(organisation: UUID) -> Link:
    """The way back to the list."""
    return Link("Requests and complaints", reverse("rights", kwargs={"organisation": organisation}))


def back_to(organisation: UUID, kept: Kept) -> Link:
    """The way back to one case."""
    return Link(kept.reference, reverse("rights-case", kwargs={"organisation": organisation, "case_id": kept.id}))


def details(kept: Kept) -> dict[str, object]:
    """What is on record of what is asked, for the form that puts it right."""
    said = kept.case.received
    return {
        "version": kept.version,
        "asked": said.asked or "",
        "requester": said.requester.value,
        "requester_name": said.requester_name,
        "contact": said.contact,
        "power": said.power,
    }


def step(kept: Kept, event: Event, reader: str) -> dict[str, object]:
    """What the form of a step begins with: the reader where they mostly do it themselves, or whom a letter is to."""
    said = kept.case.received
    whom = {Event.SEND: said.requester_name or said.person, Event.SEARCH: reader, Event.DECIDE: reader}
    return {"version": kept.version, "person": whom.get(event, "")}


def tag(kept: Kept) -> Tag:
    """How a case stands, as a tag."""
    if kept.standing.is_late:
        return Tag("Late", Tone.PROBLEM)
    state = kept.case.state
    return Tag("To answer" if state is State.OPEN and kept.standing.dues else state.label, TONES[state])


def _before_closing(kept: Kept) -> tuple[str, ...]:
    """What the record still lacks, once the answer is out."""
    return acting.lacking(kept.case) if kept.case.state in {State.SENT, State.ESCALATED} else ()


def _details(organisation: UUID, kept: Kept) -> str:
    """Where to put right what is asked; nowhere once it is decided."""
    if kept.case.decision is not None or kept.case.is_closed:
        return ""
    return reverse("rights-details", kwargs={"organisation": organisation, "case_id": kept.id})


def _task(organisation: UUID, kept: Kept) -> Task:
    what = kept.case.received.asked or kept.case.received.asker or kept.case.kind
    first = min((due.on for due in kept.standing.dues), default=None)
    hint = f"{what.label}. {f'By {words.day(first)}.' if first else kept.standing.headline}"
    return Task(f"{kept.reference}: {kept.case.received.person}", tag(kept), back_to(organisation, kept).href, hint)


def _step(organisation: UUID, kept: Kept, event: Event) -> Link:
    parts = {"organisation": organisation, "case_id": kept.id, "event": event.value}
    return Link(event.label, reverse("rights-step", kwargs=parts))


def _dates(kept: Kept) -> Iterator[Row]:
    standing = kept.standing
    if standing.safe:
        yield Row("Work to", f"{standing.safe:%A} {words.day(standing.safe)}")
    if standing.legal:
        yield Row("Last day by law", f"{standing.legal:%A} {words.day(standing.legal)}")
    for due in standing.dues:
        if due.on != standing.safe:
            law = f" (by law, {words.day(due.legal)})" if due.legal else ""
            yield Row(due.text, f"{words.day(due.on)}{law}")


def _received(kept: Kept) -> Iterator[Row]:
    said = kept.case.received
    what = said.asked or said.asker or said.kind
    yield Row("What", what.label)
    yield Row("In their words", Lines(said.words.splitlines()))
    heard = f", heard by {said.heard_by}" if said.heard_by else ""
    yield Row("Came in", f"{words.day(said.on)}. {said.how.label}{heard}")
    yield Row("About", said.person)
    if said.kind is not Kind.DISCLOSURE:
        yield Row("Who asks", said.requester.label)
    pairs = (("Name", said.requester_name), ("How to reach them", said.contact), ("Power they name", said.power))
    yield from (Row(key, value) for key, value in pairs if value)
    yield Row("Written down", f"{words.day(kept.recorded_at)}, by {kept.recorded_by}")


def _entry(kind: Kind, written: Written) -> LogEntry:
    step = written.step
    rows = [Row(question, Lines(answer.splitlines())) for question, answer in said(kind, step)]
    rows.append(Row("Written down", f"{words.day(written.at)}, by {written.by}"))
    return LogEntry(f"{words.day(step.on)}: {PAST[step.event]}", tuple(rows))
