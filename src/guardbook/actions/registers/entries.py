"""Changes to one entry of a register: add, change, archive, bring back, say that it is true, look at it again."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from guardbook.actions.registers import following, keeping
from guardbook.actions.shell import Change, action, seen
from guardbook.kernel.errors import Refused
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)
NOT_TRUE_HERE = "Not true of our service"


@dataclass(frozen=True, slots=True)
class Theirs:
    """What a colleague saved meanwhile: the version's number, and the entry."""

    number: int
    entry: Entry


@action(keeping.kept_by)
def add(change: Change, *, register: Register[E], entry: E) -> UUID:
    """Put an entry in a register and return its identifier.

    Raises:
        Refused: the entry may not be saved; each sentence says how to put it right.
    """
    row = keeping.make(change, register, replace(entry, is_checked=True, reviewed_on=change.today))
    change.record("registers.entry.added", subject=row, details={"register": register.title})
    following.follow(change, register)
    return row.pk


@action(keeping.kept_by)
def amend(change: Change, *, register: Register[E], entry_id: UUID, entry: E, seen_version: int) -> None:
    """Change what an entry says. ``seen_version`` is the number of the version the person had before them.

    Whoever changes an entry has looked at it, so it is checked and reviewed today.

    Raises:
        NotFound: there is no such entry here.
        Refused: the entry may not be saved, or it is archived.
        Conflict: a colleague saved meanwhile; ``theirs`` is a ``Theirs``.
    """
    row = keeping.locked(change, register, entry_id)
    seen(seen_version, row.number, Theirs(row.number, keeping.current(change, register, row)))
    _is_open(row)
    if not row.is_checked:
        row.checked_by = change.by.name
    beside = {name: getattr(row, name) for name in register.derived}  # never taken from a form
    keeping.keep(change, register, row, replace(entry, **beside, is_checked=True, reviewed_on=change.today))
    change.record("registers.entry.changed", subject=row, details={"register": register.title})
    following.follow(change, register)


@action(keeping.kept_by)
def archive(change: Change, *, register: Register[Any], entry_id: UUID, reason: str) -> None:
    """Take an entry out of the register; it is kept, and can be brought back.

    Raises:
        NotFound: there is no such entry here.
        Refused: no reason, or archived already.
    """
    row = keeping.locked(change, register, entry_id)
    _is_open(row)
    if not reason.strip():
        raise Refused("Say why it goes, for example: sold, contract ended, entered twice.")
    row.archived_at, row.archived_because = change.now, reason.strip()[:300]
    row.number += 1
    change.save(row)
    change.record("registers.entry.archived", subject=row, details={"register": register.title})
    following.follow(change, register)
    following.came_or_went(change, [entry_id])


@action(keeping.kept_by)
def restore(change: Change, *, register: Register[Any], entry_id: UUID) -> None:
    """Bring an archived entry back.

    Raises:
        NotFound: there is no such entry here.
        Refused: it is not archived, or the same starter row is in the register again.
    """
    row = keeping.locked(change, register, entry_id)
    if row.archived_at is None:
        raise Refused("This is in the register already.")
    row.archived_at, row.archived_because = None, ""
    taken = type(row).objects.of(change.organisation_id).filter(starter=row.starter, archived_at=None)
    if row.starter and taken.exists():
        row.starter = ""  # the same starter was added again: both stand on their own
    entry = keeping.current(change, register, row)
    keeping.keep(change, register, row, entry)
    change.record("registers.entry.restored", subject=row, details={"register": register.title})
    following.follow(change, register)
    following.came_or_went(change, [entry_id])


@action(keeping.kept_by)
def settle_starters(
    change: Change, *, register: Register[Any], true: Collection[UUID], not_true: Collection[UUID]
) -> None:
    """Say of starter rows whether they are true of this service. What is not true is archived.

    Raises:
        NotFound: one of them is not here.
        Refused: one lacks an answer it needs; the sentence names it.
    """
    for entry_id in dict.fromkeys((*true, *not_true)):
        row = keeping.locked(change, register, entry_id)
        _is_open(row)
        if entry_id in true:
            _say_true(change, register, row)
        else:
            row.archived_at, row.archived_because = change.now, NOT_TRUE_HERE
            change.save(row)
            change.record("registers.starter.refused", subject=row, details={"register": register.title})
    following.follow(change, register)
    following.came_or_went(change, not_true)


@action(keeping.kept_by)
def review(change: Change, *, register: Register[Any], entry_id: UUID) -> None:
    """Say that an entry was looked at today and is still right.

    Raises:
        NotFound: there is no such entry here.
        Refused: it is archived, was never said to be true here, or lacks an answer it needs.
    """
    row = keeping.locked(change, register, entry_id)
    _is_open(row)
    if not row.is_checked:
        raise Refused("First say whether this is true of your service.")
    keeping.keep(change, register, row, replace(keeping.current(change, register, row), reviewed_on=change.today))
    change.record("registers.entry.reviewed", subject=row, details={"register": register.title})


def _say_true(change: Change, register: Register[Any], row: Any) -> None:
    entry = replace(keeping.current(change, register, row), is_checked=True, reviewed_on=change.today)
    row.checked_by = change.by.name
    try:
        keeping.keep(change, register, row, entry)
    except Refused as refusal:
        reasons = [f"{entry.name}: {reason}" for reason in refusal.reasons]
        raise Refused(*reasons) from refusal
    change.record("registers.starter.accepted", subject=row, details={"register": register.title})


def _is_open(row: Any) -> None:
    if row.archived_at is not None:
        raise Refused("This is archived. Bring it back first.")
