"""What follows in entries when something they are worked out from, or lead to, changes. Parts of actions."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change
from guardbook.queries.registers import reading
from guardbook.records.models import RegisterLink
from guardbook.records.registers import table
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.register import Register


def follow(change: Change, register: Register[Any]) -> None:
    """Work out again the entries of every register that is worked out from this one."""
    for other in catalogue.ALL:
        if register.slug in other.reads:
            again(change, other)


def came_or_went(change: Change, entries: Collection[UUID]) -> None:
    """Look again at the entries that lead to these, which were archived or brought back: what is missing may change."""
    links = RegisterLink.objects.of(change.organisation_id).filter(to_entry_id__in=entries)
    leading: defaultdict[str, set[UUID]] = defaultdict(set)
    for slug, entry_id in links.values_list("register", "entry_id"):
        leading[slug].add(entry_id)
    for other in catalogue.ALL:
        if other.slug in leading:
            again(change, other, leading[other.slug])


def again(change: Change, register: Register[Any], only: Collection[UUID] | None = None) -> int:
    """Work out again what follows from each entry of a register, or ``only`` from some; return how many changed.

    Nothing is refused here: an entry that could not be saved today keeps what people said, and shows a gap.
    """
    rows = table(register).objects.of(change.organisation_id).filter(archived_at=None)
    if only is not None:
        rows = rows.filter(pk__in=only)
    found = {each.id: each.entry for each in reading.read(register, rows, with_links=True)}
    worked = keeping.worked_out(change, register, found)
    moved = 0
    for row in rows.select_for_update():
        entry = worked[row.pk]
        said = {name: getattr(entry, name) for name in register.derived}
        said |= keeping.attention(register, entry, change.today)
        if any(getattr(row, name) != value for name, value in said.items()):
            for name, value in said.items():
                setattr(row, name, value)
            change.save(row)
            change.record("registers.entry.worked_out", subject=row, details={"register": register.title})
            moved += 1
    return moved


def moved(change: Change, register: Register[Any]) -> set[UUID]:
    """The entries whose worked-out columns would be others today, such as when newer dates were published."""
    rows = table(register).objects.of(change.organisation_id).filter(archived_at=None)
    found = {each.id: each.entry for each in reading.read(register, rows, with_links=True)}
    worked = keeping.worked_out(change, register, found)
    return {
        key
        for key, entry in found.items()
        if any(getattr(entry, name) != getattr(worked[key], name) for name in register.derived)
    }
