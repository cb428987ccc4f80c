"""What follows in entries when something they are worked out from changes. Parts of actions."""

from typing import Any

from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change
from guardbook.queries.registers import reading
from guardbook.records.registers import table
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.register import Register


def follow(change: Change, register: Register[Any]) -> None:
    """Work out again the entries of every register that is worked out from this one."""
    for other in catalogue.ALL:
        if register.slug in other.reads:
            again(change, other)


def again(change: Change, register: Register[Any]) -> int:
    """Work out again what follows from each entry of a register; return how many changed.

    Nothing is refused here: an entry that could not be saved today keeps what people said, and shows a gap.
    """
    rows = table(register).objects.of(change.organisation_id).filter(archived_at=None)
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
