"""Noting that the emergency phone list was printed: every number on it is on paper from that day."""

from dataclasses import replace

from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.registers import contacts


@action(Permission.REGISTER_EDIT)
def phone_list_printed(change: Change) -> int:
    """Note on every checked contact that it was printed today; return how many there are.

    Raises:
        Refused: there is no checked contact to print.
    """
    register = contacts.REGISTER
    rows = table(register).objects.of(change.organisation_id).visible_to(change.by.sites)
    held = list(rows.filter(archived_at=None, is_checked=True).select_for_update(of=("self",)).order_by("id"))
    if not held:
        raise Refused("There is nobody on the list yet. Add your emergency contacts first.")
    for row in held:
        entry = keeping.current(change, register, row)
        keeping.keep(change, register, row, replace(entry, printed_on=change.today))
        change.record("registers.contact.printed", subject=row, details={"register": register.title})
    return len(held)
