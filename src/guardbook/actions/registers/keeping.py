"""How an entry is put into its table: checked by the rules, with what is worked out from it. Parts of actions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings

from guardbook.actions.shell import Change, fresh
from guardbook.content import reference
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.registers import reading
from guardbook.records.models import Person, RegisterLink, RegisterRow, Site
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.registers import checking, columns
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)
_BATCH = 500
_LOOKED_AT = ("reviewed_on", "review_due_on", "attention_on", "attention_why", "attention_severity", "number")


def kept_by(*, register: Register[Any], **_more: object) -> Permission:
    """What somebody needs to change a register: most are changed by whoever changes registers, a few are not."""
    return register.kept_by


def make(change: Change, register: Register[E], entry: E, **around: Any) -> RegisterRow:
    """Put a new entry in; the caller records the event.

    Raises:
        Refused: the entry may not be saved; each sentence says how to put it right.
    """
    (row,) = make_many(change, register, [(entry, around)])
    return row


def make_many(change: Change, register: Register[E], entries: list[tuple[E, dict[str, Any]]]) -> list[RegisterRow]:
    """Put many new entries in at once, each with what surrounds it; the caller records the event.

    Raises:
        Refused: an entry may not be saved.
    """
    known = _known(change, register, [entry for entry, _ in entries])
    settled = [(_settled(register, entry, known), around) for entry, around in entries]
    made = change.create_many(
        table(register)(
            organisation_id=change.organisation_id,
            added_at=change.now,
            **_columns(change, register, entry),
            **around,
        )
        for entry, around in settled
    )
    change.create_many(
        link for row, (entry, _) in zip(made, settled, strict=True) for link in _links(change, register, row.pk, entry)
    )
    return made


def keep(change: Change, register: Register[E], row: RegisterRow, entry: E) -> None:
    """Put what an entry now says into its row, as one version more; the caller records the event.

    Raises:
        Refused: the entry may not be saved; each sentence says how to put it right.
    """
    settled = settle(change, register, entry)
    for name, value in _columns(change, register, settled).items():
        setattr(row, name, value)
    row.number += 1
    change.save(row)
    _relink(change, register, row, settled)


def keep_many(change: Change, register: Register[E], entries: Mapping[UUID, E]) -> list[RegisterRow]:
    """Put what many entries now say into their rows at once; the caller records the events.

    Raises:
        NotFound: one of them is not here, or this person may not change it.
        Refused: an entry may not be saved.
    """
    known = _known(change, register, list(entries.values()))
    settled = {key: _settled(register, entry, known) for key, entry in entries.items()}
    rows = [row for some in _some(set(entries)) for row in _locked_rows(change, register, some)]
    if len(rows) != len(entries):
        raise NotFound
    names: dict[str, None] = {"number": None, "checked_by": None}
    for row in rows:
        if not row.is_checked and settled[row.pk].is_checked:
            row.checked_by = change.by.name
        said = _columns(change, register, settled[row.pk])
        for name, value in said.items():
            setattr(row, name, value)
        row.number += 1
        names |= dict.fromkeys(said)
    change.save_many(rows, names)
    for row in rows:
        _relink(change, register, row, settled[row.pk])
    return rows


def settle(change: Change, register: Register[E], entry: E) -> E:
    """The entry with what is worked out from it, and the last days of the people it names.

    Raises:
        Refused: it may not be saved, or it names somebody or something that is not here.
    """
    return _settled(register, entry, _known(change, register, [entry]))


def worked_out(change: Change, register: Register[E], entries: Mapping[UUID, E]) -> dict[UUID, E]:
    """Entries with what is worked out from them, whether or not they could be saved today."""
    known = _known(change, register, list(entries.values()))
    return {key: _worked(register, entry, known) for key, entry in entries.items()}


def attention(register: Register[E], entry: E, today: date) -> dict[str, Any]:
    """The columns that say from when an entry has something to put right, and what."""
    found = register.attention(entry, today)
    return {
        "attention_on": found.on if found else None,
        "attention_why": found.gap.text[:400] if found else "",
        "attention_severity": found.gap.severity.value if found else "",
    }


def look_at(change: Change, register: Register[E], rows: Sequence[RegisterRow]) -> None:
    """Mark rows as looked at today, all at once: for what changes nothing else. The caller records the event."""
    these = table(register).objects.of(change.organisation_id).filter(pk__in=[row.pk for row in rows])
    found = {each.id: each.entry for each in reading.read(register, these, with_links=True)}
    for row in rows:
        entry = replace(found[row.pk], reviewed_on=change.today)
        row.reviewed_on, row.review_due_on = entry.reviewed_on, register.review_due(entry)
        for name, value in attention(register, entry, change.today).items():
            setattr(row, name, value)
        row.number += 1
    change.save_many(rows, _LOOKED_AT)


def locked(change: Change, register: Register[E], entry_id: UUID) -> RegisterRow:
    """One row of a register that this person may change, locked. Raises NotFound."""
    row = fresh(table(register), change.organisation_id, entry_id)
    if change.by.sites is not None and row.site_id is not None and row.site_id not in change.by.sites:
        raise NotFound
    return row


def _locked_rows(change: Change, register: Register[E], keys: Sequence[UUID]) -> list[RegisterRow]:
    """Rows of a register that this person may change, locked, in the order in which they were made."""
    rows = table(register).objects.of(change.organisation_id).visible_to(change.by.sites).filter(pk__in=keys)
    return list(rows.select_for_update(of=("self",)).order_by("id"))


def current(change: Change, register: Register[E], row: RegisterRow) -> E:
    """What a locked row says, links too."""
    found = reading.read(
        register, table(register).objects.of(change.organisation_id).filter(pk=row.pk), with_links=True
    )
    return found[0].entry


def _columns(change: Change, register: Register[E], entry: E) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for question in register.questions:
        if question.kind is Kind.LINKS:
            continue
        column = f"{question.name}_id" if question.kind is Kind.PERSON else question.name
        said[column] = columns.stored(question, getattr(entry, question.name))
    return said | {
        **{name: getattr(entry, name) for name in register.derived},
        "site_id": entry.site_id,
        "reviewed_on": entry.reviewed_on,
        "is_checked": entry.is_checked,
        "review_due_on": register.review_due(entry),
        **attention(register, entry, change.today),
    }


@dataclass(frozen=True, slots=True)
class _Known:
    """Who and what is here, of all that some entries name."""

    last_days: Mapping[UUID, date | None]
    sites: frozenset[UUID]
    entries: frozenset[UUID]
    published: Reference


def _known(change: Change, register: Register[E], entries: Sequence[E]) -> _Known:
    """Look up all that these entries name. One query for each kind of thing, whatever their number."""
    return _Known(
        last_days=_last_days(change, _named(register, Kind.PERSON, entries)),
        sites=_sites(change) if any(entry.site_id for entry in entries) else frozenset(),
        entries=frozenset(
            each
            for question in register.questions
            if question.kind is Kind.LINKS
            for each in _here(change, question.to, {one for entry in entries for one in getattr(entry, question.name)})
        ),
        published=replace(
            reference.current(Path(settings.DATA_FOLDER)), own={slug: _own(change, slug) for slug in register.reads}
        ),
    )


def _own(change: Change, slug: str) -> tuple[Entry, ...]:
    """The organisation's own entries of a register that another is worked out from."""
    register = reading.named(slug)
    rows = table(register).objects.of(change.organisation_id).filter(archived_at=None)
    return tuple(each.entry for each in reading.read(register, rows, with_links=False))


def _settled(register: Register[E], entry: E, known: _Known) -> E:
    settled = _worked(register, entry, known)
    if problems := (*checking.faults(register, settled), *_strangers(register, entry, known)):
        raise Refused(*problems)
    return settled


def _worked(register: Register[E], entry: E, known: _Known) -> E:
    days: dict[str, Any] = {}
    for question in register.questions:
        day = columns.leaver(question.name)
        if question.kind is Kind.PERSON and hasattr(entry, day):
            person = getattr(entry, question.name)
            days[day] = known.last_days.get(person) if person else None
    return replace(register.settle(entry, known.published), **days)


def _strangers(register: Register[E], entry: E, known: _Known) -> Iterator[str]:
    if entry.site_id is not None and entry.site_id not in known.sites:
        yield "This site is not one of yours any more. Choose again."
    for question in register.questions:
        answer = getattr(entry, question.name)
        if question.kind is Kind.PERSON and answer is not None and answer not in known.last_days:
            yield f"{question.label}: this person is not on the staff list any more. Choose again."
        if question.kind is Kind.LINKS and not known.entries.issuperset(answer):
            yield f"{question.label}: something chosen is not in its register any more. Choose again."


def _named(register: Register[E], kind: Kind, entries: Sequence[E]) -> set[UUID]:
    found = {getattr(entry, each.name) for each in register.questions if each.kind is kind for entry in entries}
    return found - {None}


def _last_days(change: Change, wanted: set[UUID]) -> dict[UUID, date | None]:
    people = Person.objects.of(change.organisation_id)
    return {key: day for some in _some(wanted) for key, day in people.filter(pk__in=some).values_list("id", "left_on")}


def _sites(change: Change) -> frozenset[UUID]:
    mine = frozenset(Site.objects.filter(organisation_id=change.organisation_id).values_list("id", flat=True))
    return mine if change.by.sites is None else mine & change.by.sites


def _here(change: Change, slug: str, wanted: set[UUID]) -> Iterator[UUID]:
    target = table(reading.named(slug)).objects.of(change.organisation_id)
    for some in _some(wanted):
        yield from target.filter(pk__in=some, archived_at=None).values_list("id", flat=True)


def _some(wanted: set[UUID]) -> Iterator[list[UUID]]:
    """A set in pieces that one statement can carry."""
    listed = sorted(wanted)
    return (listed[start : start + _BATCH] for start in range(0, len(listed), _BATCH))


def _links(change: Change, register: Register[E], entry_id: UUID, entry: E) -> list[RegisterLink]:
    return [
        RegisterLink(
            organisation_id=change.organisation_id,
            register=register.slug,
            entry_id=entry_id,
            question=question.name,
            to_register=question.to,
            to_entry_id=each,
        )
        for question in register.questions
        if question.kind is Kind.LINKS
        for each in dict.fromkeys(getattr(entry, question.name))
    ]


def _relink(change: Change, register: Register[E], row: RegisterRow, entry: E) -> None:
    if not any(question.kind is Kind.LINKS for question in register.questions):
        return
    wanted = _links(change, register, row.pk, entry)
    # A link to an archived entry is not shown and not asked about: it waits until that entry comes back.
    held = list(RegisterLink.objects.of(change.organisation_id).filter(reading.stands(register), entry_id=row.pk))
    same = {(each.question, each.to_entry_id) for each in wanted} & {(each.question, each.to_entry_id) for each in held}
    for link in held:
        if (link.question, link.to_entry_id) not in same:
            change.delete(link)
    change.create_many([each for each in wanted if (each.question, each.to_entry_id) not in same])
