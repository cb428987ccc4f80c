"""What the pages of the registers show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from guardbook.content.registers import Starter
from guardbook.queries.evidence import Proof
from guardbook.queries.registers.entries import Linked, Whole
from guardbook.queries.registers.listing import PAGE, Asked, ListPage, Show
from guardbook.queries.registers.overview import Check, State
from guardbook.queries.registers.reading import Found
from guardbook.rules.evidence import EvidenceKind
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Gap, Register, Section
from guardbook.web import words
from guardbook.web.components import Cell, Column, Figure, Lines, Link, Paging, Row, Table, Tag, Task, Tone
from guardbook.web.registers import asking, look
from guardbook.web.registers.asking import Filter, Option
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class Part:
    """The registers of one section."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All registers."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """One register's list: what to look for, the entries, and what can be done."""

    register: Register[Any]
    to: Address
    is_empty: bool
    is_filtered: bool
    search: str
    shows: tuple[Option, ...]
    filters: tuple[Filter, ...]
    sorts: tuple[Option, ...]
    columns: tuple[Option, ...]
    figures: tuple[Figure, ...]
    findings: tuple[tuple[Cell, str], ...]
    table: Table
    paging: Paging
    whole: str
    whole_tag: Tag
    exports: tuple[Link, ...]
    has_starters: bool
    may_edit: bool
    may_confirm: bool
    may_import: bool
    extras: tuple[Link, ...]


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
    kept: tuple[Row, ...]
    leads_to: tuple[Row, ...]
    led_to_by: tuple[Link, ...]
    proofs: tuple[Row, ...]
    archived: str
    is_checked: bool
    may_edit: bool
    may_attach: bool
    history: str
    extras: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form about an entry."""

    title: str
    back: Link
    button: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class StartersPage:
    """Starter rows to choose from."""

    register: Register[Any]
    back: Link
    choices: tuple[tuple[Starter, bool, str], ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """Starter rows that wait for somebody to say whether they are true."""

    title: str
    back: Link
    rows: tuple[tuple[UUID, str, tuple[tuple[str, Cell], ...]], ...]
    more: int
    note: str


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Two versions of one entry side by side."""

    title: str
    back: Link
    keep: str
    table: Table


def index(organisation: UUID, states: Sequence[State]) -> IndexPage:
    """Put the page of all registers together."""
    return IndexPage(
        tuple(
            Part(section.value, tuple(_task(organisation, each) for each in states if each.register.section is section))
            for section in Section
            if any(each.register.section is section for each in states)
        )
    )


def _task(organisation: UUID, state: State) -> Task:
    counted = words.count(state.total, state.register.one, state.register.many) if state.total else "Nothing in it yet"
    if state.check is not None:
        kind = "confirmed that there is nothing to keep" if state.check.is_none else "confirmed whole"
        counted += f", {kind} on {words.day(state.check.on)}"
    return Task(state.register.title, _state(state), Address(organisation, state.register).to("list"), counted)


def _state(state: State) -> Tag:
    if state.attention:
        return Tag(f"{state.attention} to put right", Tone.WARNING)
    if state.unchecked:
        return Tag(f"{state.unchecked} to check", Tone.SUGGESTED)
    if state.check is not None:
        return Tag("In order", Tone.DONE)
    return Tag("To confirm", Tone.SUGGESTED) if state.total else Tag("To start", Tone.WAITING)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list is made of."""

    register: Register[Any]
    asked: Asked
    found: ListPage[Any]
    state: State
    sites: tuple[tuple[UUID, str], ...]
    findings: Sequence[Gap]
    has_starters: bool
    extras: tuple[Link, ...] = ()


def listing(organisation: UUID, of: Listed, today: date, may: Mapping[str, bool]) -> ListView:
    """Put the list of one register together."""
    register, asked, to = of.register, of.asked, Address(organisation, of.register)
    shown = asking.columns(register, asked)
    return ListView(
        register=register,
        to=to,
        is_empty=not of.found.total,
        is_filtered=bool(asked.search or asked.where or asked.site or asked.show is not Show.CURRENT),
        search=asked.search,
        shows=tuple(Option(show.value, text, show is asked.show) for show, text in asking.SHOWS.items()),
        filters=asking.filters(register, asked, of.sites),
        sorts=asking.sorts(register, asked),
        columns=tuple(
            Option(each.name, each.label, each in shown) for each in register.questions if _is_column(each.kind)
        ),
        figures=_figures(of.state, to),
        findings=tuple(look.gap(each) for each in of.findings),
        table=_table(to, shown, of.found.found, today),
        paging=_paging(to, of),
        whole=_whole(of.state),
        whole_tag=_whole_tag(of.state.check, today),
        exports=tuple(
            Link(text, to.to("export", form=form) + asking.address(asked), "of this list")
            for form, text in (("xlsx", "Download as Excel"), ("csv", "Download as CSV"))
        )
        if may["export"]
        else (),
        has_starters=of.has_starters,
        may_edit=may["edit"],
        may_confirm=may["confirm"],
        may_import=may["import"],
        extras=of.extras,
    )


def _is_column(kind: Kind) -> bool:
    return kind not in {Kind.WORDS, Kind.LINKS}


def _figures(state: State, to: Address) -> tuple[Figure, ...]:
    counted = (
        (state.total, "in the register", ""),
        (state.attention, "with something to put right", "?show=attention"),
        (state.unchecked, "not checked here yet", "?show=unchecked"),
    )
    return tuple(Figure(f"{number:,}", text, to.to("list") + ask) for number, text, ask in counted if number or not ask)


def _whole(state: State) -> str:
    if state.check is None:
        return "Nobody has said yet that this list is whole and right."
    what = "there is nothing to keep here" if state.check.is_none else "this list is whole and right"
    return f"{state.check.by} said on {words.day(state.check.on)} that {what}."


def _whole_tag(check: Check | None, today: date) -> Tag:
    if check is None:
        return Tag("To confirm", Tone.WAITING)
    return Tag("Confirmed", Tone.DONE) if (today - check.on).days <= 365 else Tag("Confirm again", Tone.WARNING)


def _table(to: Address, shown: Sequence[Any], found: Sequence[Found[Any]], today: date) -> Table:
    heads = [Column(each.label, each.kind in {Kind.NUMBER, Kind.MONEY}) for each in shown]
    rows = [
        [
            Link(each.entry.name, to.entry(each.id)),
            *(look.answer(question, each) for question in shown[1:]),
            look.state(each, to.register.all_gaps(each.entry, today)),
        ]
        for each in found
    ]
    return Table(to.register.title, [*heads, Column("To put right")], rows, is_caption_hidden=True)


def _paging(to: Address, of: Listed) -> Paging:
    register, found, asked = of.register, of.found, of.asked
    if len(found.found) == found.total:
        return Paging(words.count(found.total, register.one, register.many))
    here = to.to("list")
    next_href = here + asking.address(asked, after=found.next_after) if found.next_after else ""
    first_href = here + asking.address(asked) if asked.after else ""
    shown = f"{len(found.found)} of {words.count(found.total, register.one, register.many)} ({PAGE} on a page)"
    return Paging(shown, first_href, next_href)


def entry(organisation: UUID, of: Whole[Any], register: Register[Any], proofs: Sequence[Proof], may: Mapping[str, bool],
          extras: tuple[Link, ...] = ()) -> EntryPage:  # fmt: skip
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
        rows=tuple(Row(each.label, look.answer(each, found)) for each in asked),
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
        extras=extras,
    )


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
    return Link(linked.name, Address(organisation, linked.register).entry(linked.id), f"in {linked.register.title}")


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


def starters(
    organisation: UUID, register: Register[Any], offered: Sequence[Starter], held: frozenset[str]
) -> StartersPage:
    """Put the page of starter rows together; those in the register already are shown and cannot be chosen."""
    return StartersPage(
        register=register,
        back=Address(organisation, register).back,
        choices=tuple((each, each.key in held, _about(register, each)) for each in offered),
    )


def _about(register: Register[Any], starter: Starter) -> str:
    """A line about a starter row: its first words beside the name, and how sure we are where we are not."""
    said = [
        str(value)
        for each in register.questions
        if each.name != "name" and each.kind in {Kind.LINE, Kind.WORDS} and (value := starter.answers.get(each.name))
    ]
    sure = "Check this against the source before you rely on it." if starter.confidence.needs_checking else ""
    return " ".join(part for part in (said[0] if said else "", starter.note, sure) if part)


def settling(organisation: UUID, register: Register[Any], found: ListPage[Any], note: str = "") -> Settling:
    """Put the page together on which starter rows are said to be true, or not."""
    shown = [each for each in register.questions if each.name != "name" and each.kind is not Kind.LINKS]
    rows = []
    for each in found.found:
        said = [(question.label, look.answer(question, each)) for question in shown]
        rows.append((each.id, each.entry.name, tuple(pair for pair in said if pair[1] != "Not recorded")))
    return Settling(
        title=f"Are these true of your service? {register.title}",
        back=Address(organisation, register).back,
        rows=tuple(rows),
        more=found.total - len(found.found),
        note=note,
    )


def conflict(organisation: UUID, register: Register[Any], mine: Found[Any], theirs: Found[Any]) -> ConflictPage:
    """Put two versions side by side; only what differs is shown."""
    to = Address(organisation, register)
    rows = [
        [each.label, look.answer(each, theirs), look.answer(each, mine)]
        for each in register.questions
        if getattr(mine.entry, each.name) != getattr(theirs.entry, each.name) and each.kind is not Kind.LINKS
    ]
    columns = [Column("Question"), Column("Saved by a colleague"), Column("Yours, not saved")]
    return ConflictPage(
        title=f"Two versions of {theirs.entry.name}",
        back=Link(theirs.entry.name, to.entry(theirs.id)),
        keep=to.entry(theirs.id),
        table=Table("What differs", columns, rows),
    )
