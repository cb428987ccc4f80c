"""What the pages about what comes round show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from guardbook.queries.duties import Recorded, Standing
from guardbook.queries.evidence import Proof
from guardbook.rules.duties.due import State
from guardbook.rules.duties.duty import Anchor, Duty
from guardbook.rules.evidence import EvidenceKind
from guardbook.rules.frameworks.packs import Pack
from guardbook.rules.registers import catalogue
from guardbook.web import words
from guardbook.web.assessment.pages import look
from guardbook.web.components import Cell, Lines, Link, Row, Tag, Task, Tone

TONES: Mapping[State, Tone] = {
    State.OVERDUE: Tone.PROBLEM,
    State.DUE: Tone.WARNING,
    State.NOT_STARTED: Tone.WAITING,
    State.DONE: Tone.DONE,
    State.WAIVED: Tone.QUIET,
}
_GROUPS: Mapping[State, str] = {
    State.OVERDUE: "Overdue",
    State.DUE: "Due soon",
    State.NOT_STARTED: "Not done yet",
    State.DONE: "Done for now",
    State.WAIVED: "Left out for now",
}
FEE, CONTACTS = "fee", "breach-contacts"
MOST_OFFERED = 8
_OFTEN = {1: "Every month", 3: "Every 3 months", 6: "Every 6 months", 12: "Once a year", 24: "Every 2 years"}


@dataclass(frozen=True, slots=True)
class Group:
    """Duties that stand alike."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that comes round."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One time a duty was ticked or left out: the words, what shows it, and the way to take it back."""

    title: str
    rows: tuple[Row, ...]
    take_back: str


@dataclass(frozen=True, slots=True)
class DutyPage:
    """One duty: how it stands and why, what it is for, what was recorded, and what can be done."""

    name: str
    back: Link
    tag: Tag
    why: str
    reasons: tuple[str, ...]
    rows: tuple[Row, ...]
    known: str
    events: tuple[Event, ...]
    tick: str
    leave_out: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form about a duty."""

    title: str
    back: Link
    button: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class May:
    """What the person looking may do."""

    edit: bool
    decide: bool


def overview(organisation: UUID, standings: Sequence[Standing]) -> Overview:
    """Put the list together: the most pressing first, and what may not concern this provider last."""
    ours = [each for each in standings if each.concerns]
    others = [each for each in standings if not each.concerns]
    groups = [
        Group(title, tuple(_task(organisation, each) for each in _in_order(ours) if each.next.state is state))
        for state, title in _GROUPS.items()
    ]
    groups.append(Group("Only if they apply to you", tuple(_task(organisation, each) for each in others)))
    return Overview(tuple(each for each in groups if each.tasks))


def duty_page(
    organisation: UUID, of: Standing, proofs: Mapping[str, Sequence[Proof]], pack: Pack, may: May
) -> DutyPage:
    """Put the page of one duty together; ``proofs`` are by the identifier of what they show."""
    here = {"organisation": organisation, "slug": of.duty.key}
    return DutyPage(
        name=of.duty.name,
        back=back(organisation),
        tag=tag(of),
        why=of.duty.why,
        reasons=tuple(each.text for each in of.next.reasons) if of.concerns else (f"{of.duty.only_if.label}.",),
        rows=tuple(_rows(organisation, of.duty, pack)),
        known=_known(of),
        events=tuple(_event(here, each, proofs.get(str(each.id), ()), may) for each in of.recorded),
        tick=reverse("duty-tick", kwargs=here) if may.edit else "",
        leave_out=reverse("duty-leave-out", kwargs=here) if may.decide else "",
    )


def back(organisation: UUID) -> Link:
    """The way back to the list."""
    return Link("What comes round", reverse("duties", kwargs={"organisation": organisation}))


def back_to(organisation: UUID, duty: Duty) -> Link:
    """The way back to one duty."""
    return Link(duty.name, reverse("duty", kwargs={"organisation": organisation, "slug": duty.key}))


def others(standings: Sequence[Standing], key: str) -> tuple[tuple[str, str], ...]:
    """Other duties that the same piece of work may have done: the most pressing of those that wait."""
    waiting = {State.OVERDUE, State.DUE, State.NOT_STARTED}
    found = [each for each in standings if each.duty.key != key and each.concerns and each.next.state in waiting]
    return tuple((each.duty.key, each.duty.name) for each in _in_order(found)[:MOST_OFFERED])


def tag(of: Standing) -> Tag:
    """How a duty stands, as a tag. What may not concern this provider presses nobody."""
    if not of.concerns:
        return Tag("If it applies", Tone.QUIET)
    return Tag(of.next.state.label, TONES[of.next.state])


def _in_order(standings: Sequence[Standing]) -> list[Standing]:
    return sorted(standings, key=lambda each: each.next.due_on or date.max)


def _task(organisation: UUID, of: Standing) -> Task:
    href = reverse("duty", kwargs={"organisation": organisation, "slug": of.duty.key})
    return Task(of.duty.name, tag(of), href, " ".join(_hint(of)))


def _hint(of: Standing) -> Iterator[str]:
    if of.duty.only_if.label and not of.concerns:
        yield f"{of.duty.only_if.label}."
    elif of.next.due_on:
        yield f"{'Next by' if of.next.state is State.DONE else 'By'} {words.day(of.next.due_on)}."
    yield f"About {words.count(of.duty.minutes, 'minute')}."
    if of.next.tell_owner and of.concerns:
        yield "The owner should know."


def _rows(organisation: UUID, duty: Duty, pack: Pack) -> Iterator[Row]:
    yield Row("How often", _often(duty))
    if duty.also_when:
        yield Row("And sooner when", duty.also_when)
    yield Row("What shows it", duty.evidence)
    yield Row("How long it takes", f"About {words.count(duty.minutes, 'minute')}")
    if duty.key == FEE:
        yield Row("How much it is", Link("Work out the fee", reverse("fee", kwargs={"organisation": organisation})))
    if duty.register in catalogue.BY_SLUG:
        here = {"organisation": organisation, "slug": duty.register}
        yield Row(
            "Where it is kept", Link(catalogue.BY_SLUG[duty.register].title, reverse("register-list", kwargs=here))
        )
    if duty.key == CONTACTS:
        yield Row("To print", Link("The phone list", reverse("phone-list", kwargs={"organisation": organisation})))
    for ref in duty.items:
        item = pack.item(ref)
        if item is not None:
            yield Row(f"Toolkit question {ref}", Link(item.question, _item(organisation, pack, ref)))
    yield Row("Where this comes from", Lines([duty.source, f"{look.SURE[duty.confidence]}. Rule {duty.rule}."]))


def _item(organisation: UUID, pack: Pack, ref: str) -> str:
    parts = {"organisation": organisation, "framework": pack.code, "version": pack.version, "ref": ref}
    return reverse("toolkit-item", kwargs=parts)


def _often(duty: Duty) -> str:
    often = _OFTEN.get(duty.months, f"Every {duty.months} months")
    match duty.anchor:
        case Anchor.FIXED:
            day = duty.fixed_day(2027)
            return f"{often}, by {day.day} {day:%B}, however early you did it last time"
        case Anchor.PERIOD:
            return f"{often}, in the first {duty.days_after + 1} days of your year with the regulator"
        case Anchor.LAST_DONE:
            return f"{often}, counted from the last time"


def _known(of: Standing) -> str:
    if not of.known or of.duty.anchor is Anchor.PERIOD:  # there, the records show a last day and not a day it was done
        return ""
    return f"Your records show that it was last done on {words.day(max(each.on for each in of.known))}."


def _event(here: Mapping[str, object], of: Recorded, proofs: Sequence[Proof], may: May) -> Event:
    take_back = reverse("duty-take-back", kwargs={**here, "done_id": of.id}) if may.edit else ""
    written = Row("Written down", f"{words.day(of.recorded_at)}, by {of.recorded_by}")
    if of.done_on is None:
        until = words.day(of.left_out_until) if of.left_out_until else ""
        said = (Row("Why", of.left_out_because), Row("Decided by", of.approved_by), written)
        return Event(f"Left out until {until}", said, take_back)
    shown = (_proof(here, each) for each in proofs)
    return Event(f"Done on {words.day(of.done_on)}", (Row("By", of.done_by), *_note(of), *shown, written), take_back)


def _note(of: Recorded) -> Iterator[Row]:
    if of.settles:
        yield Row("For", words.day(of.settles))
    if of.note:
        yield Row("About it", Lines(of.note.splitlines()))


def _proof(here: Mapping[str, object], proof: Proof) -> Row:
    where: Cell
    match proof.kind:
        case EvidenceKind.FILE:
            parts = {"organisation": here["organisation"], "evidence_id": proof.evidence_id}
            where = Link(proof.file_name, reverse("evidence-file", kwargs=parts))
        case EvidenceKind.LINK:
            where = Link(proof.address, proof.address)
        case EvidenceKind.PLACE:
            where = Lines(proof.place.splitlines())
    return Row("What shows it", where)
