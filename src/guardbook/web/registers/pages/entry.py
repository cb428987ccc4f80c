"""The page of one entry, the page with a form about it, and two versions of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import reverse

from guardbook.queries.evidence import Proof
from guardbook.queries.registers.entries import Linked, Whole
from guardbook.queries.registers.overview import State
from guardbook.queries.registers.reading import Found
from guardbook.rules.evidence import EvidenceKind
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Gap, Register
from guardbook.web import words
from guardbook.web.components import Cell, Column, Lines, Link, Row, Table, Tag, Tone
from guardbook.web.registers import look
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class Beside:
    """What one register has beside its form: facts of its own, and pages to go to."""

    rows: tuple[Row, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry: what it says, what is missing, what it is linked with, and what can be done."""

    register: Register[Any]
    to: Address
    id: UUID
    name: str
    tag: Tag
    gaps: tuple[tuple[Cell, str], ...]
    rows: tuple[Row, ...]
    unsaid: tuple[str, ...]
    kept: tuple[Row, ...]
    leads_to: tuple[Row, ...]
    led_to_by: tuple[Link, ...]
    proofs: tuple[Row, ...]
    archived: str
    is_checked: bool
    may_edit: bool
    may_attach: bool
    history: str
    beside: Beside


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form about an entry."""

    title: str
    back: Link
    button: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Two versions of one entry side by side."""

    title: str
    back: Link
    keep: str
    table: Table


def entry(organisation: UUID, of: Whole[Any], register: Register[Any], proofs: Sequence[Proof], may: Mapping[str, bool],
          beside: Beside) -> EntryPage:  # fmt: skip
    """Put the page of one entry together."""
    to, found = Address(organisation, register), of.found
    asked = [each for each in register.questions if each.name != "name" and each.kind is not Kind.LINKS]
    change = to.entry(found.id, "change")
    is_open = found.archived_at is None
    return EntryPage(
        register=register,
        to=to,
        id=found.id,
        name=found.entry.name,
        tag=_entry_tag(found, of.gaps),
        gaps=tuple(look.gap(each) for each in of.gaps) if is_open else (),
        rows=tuple(Row(each.label, look.answer(each, found)) for each in asked if _is_said(each, found)),
        unsaid=tuple(each.label for each in asked if not _is_said(each, found)),
        kept=tuple(_kept(register, found)),
        leads_to=tuple(_leads_to(organisation, register, of.leads_to)),
        led_to_by=tuple(_link(organisation, each) for each in of.led_to_by),
        proofs=tuple(_proof(to, found.id, each, may_edit=may["attach"]) for each in proofs),
        archived=f"Archived on {words.day(found.archived_at)}: {found.archived_because}" if found.archived_at else "",
        is_checked=found.entry.is_checked,
        may_edit=may["edit"] and bool(change),
        may_attach=may["attach"] and is_open,
        history=reverse("history", kwargs={"organisation": organisation, "subject_id": found.id})
        if may["history"]
        else "",
        beside=beside,
    )


def _is_said(question: Question, found: Found[Any]) -> bool:
    return bool(getattr(found.entry, question.name) != questions.nothing(question))


def _entry_tag(found: Found[Any], gaps: Sequence[Gap]) -> Tag:
    if found.archived_at is not None:
        return Tag("Archived", Tone.QUIET)
    if not found.entry.is_checked:
        return Tag("Not checked here", Tone.WAITING)
    return Tag(f"{words.count(len(gaps), 'thing')} to put right", Tone.WARNING) if gaps else Tag("In order", Tone.DONE)


def _kept(register: Register[Any], found: Found[Any]) -> Sequence[Row]:
    rows = [Row("Site", found.site or "The whole organisation")] if register.with_sites else []
    if found.entry.reviewed_on is not None:
        by = f" by {found.checked_by}" if found.checked_by else ""
        rows.append(Row("Last looked at", words.day(found.entry.reviewed_on) + by))
    if found.review_due_on is not None:
        rows.append(Row("Look again by", words.day(found.review_due_on)))
    return rows


def _leads_to(organisation: UUID, register: Register[Any], linked: Sequence[Linked]) -> Sequence[Row]:
    found = []
    for question in register.questions:
        links = [_link(organisation, each) for each in linked if each.question == question.name]
        if question.kind is Kind.LINKS:
            found.append(Row(question.label, "" if links else "None", links))
    return found


def _link(organisation: UUID, linked: Linked) -> Link:
    name = linked.name if linked.stands else f"{linked.name} (archived)"
    return Link(name, Address(organisation, linked.register).entry(linked.id), f"in {linked.register.title}")


def _proof(to: Address, entry_id: UUID, proof: Proof, *, may_edit: bool) -> Row:
    where: Cell
    match proof.kind:
        case EvidenceKind.FILE:
            parts = {"organisation": to.organisation, "evidence_id": proof.evidence_id}
            where = Link(proof.file_name, reverse("evidence-file", kwargs=parts))
        case EvidenceKind.LINK:
            where = Link(proof.address, proof.address)
        case EvidenceKind.PLACE:
            where = Lines(proof.place.splitlines())
    remove = to.to("unattach", entry_id=entry_id, evidence_id=proof.evidence_id)
    return Row(
        f"Added {words.day(proof.added_at)} by {proof.added_by}", where, [Link("Remove", remove)] if may_edit else []
    )


def confirming(to: Address, state: State) -> FormPage:
    """Put the page together on which a register is confirmed."""
    register = state.register
    if not state.total:
        lead = f"There are no {register.many} in the register. Confirm only if your service really has none."
        return FormPage(f"Confirm that you have no {register.many}", to.back, "We have none", lead)
    lead = (
        f"There are {words.count(state.total, register.one, register.many)} in the register. "
        "Look through the list first: is anything missing, is anything gone? Then say that it is whole and right."
    )
    return FormPage(f"Confirm: {register.title}", to.back, "It is whole and right", lead)


def back_to(to: Address, found: Found[Any]) -> Link:
    """The way back to an entry."""
    return Link(found.entry.name, to.entry(found.id))


def conflict(
    organisation: UUID, register: Register[Any], theirs: Found[Any], mine: Entry, people: Mapping[str, str]
) -> ConflictPage:
    """Put two versions side by side; only what differs is shown. ``people`` names those chosen in ``mine``."""
    to = Address(organisation, register)
    ours = replace(theirs, entry=mine, people=people)
    rows = [
        [each.label, look.answer(each, theirs), look.answer(each, ours)]
        for each in register.questions
        if getattr(mine, each.name) != getattr(theirs.entry, each.name) and each.kind is not Kind.LINKS
    ]
    columns = [Column("Question"), Column("Saved by a colleague"), Column("Yours, not saved")]
    return ConflictPage(
        title=f"Two versions of {theirs.entry.name}",
        back=back_to(to, theirs),
        keep=to.entry(theirs.id),
        table=Table("What differs", columns, rows),
    )
