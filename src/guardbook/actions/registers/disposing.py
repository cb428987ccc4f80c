"""What becomes of records that are no longer in use: the decision, and that they went (rule D-11)."""

from typing import Any
from uuid import UUID

from guardbook.actions.registers import keeping
from guardbook.actions.registers.entries import Theirs
from guardbook.actions.shell import Change, action, seen
from guardbook.content import keeping as published
from guardbook.kernel.errors import Refused
from guardbook.rules.access import Permission
from guardbook.rules.registers import disposing
from guardbook.rules.registers.disposals import REGISTER, Disposal
from guardbook.rules.registers.disposing import Decided, Gone
from guardbook.rules.registers.terms import Term


@action(Permission.REGISTER_EDIT)
def decide(change: Change, *, entry_id: UUID, said: Decided, seen_version: int) -> None:
    """Decide that a batch of records is destroyed, passed on, or kept for longer.

    Raises:
        NotFound: there is no such batch here.
        Refused: it may not go, or the decision does not say enough; each sentence says why.
        Conflict: a colleague saved meanwhile; ``theirs`` is a ``Theirs``.
    """
    row, entry = _open(change, entry_id, seen_version)
    if faults := tuple(disposing.why_not_decided(entry, said, _published(entry), change.today)):
        raise Refused(*faults)
    keeping.keep(change, REGISTER, row, disposing.decided(entry, said, change.today))
    change.record("registers.disposal.decided", subject=row, details={"decision": said.decision.label})


@action(Permission.REGISTER_EDIT)
def write_down(change: Change, *, entry_id: UUID, said: Gone, seen_version: int) -> Disposal:
    """Write down when and how a batch of records went; return it as it now stands.

    Raises:
        NotFound: there is no such batch here.
        Refused: nobody decided that it goes, or it may not; each sentence says why.
        Conflict: a colleague saved meanwhile; ``theirs`` is a ``Theirs``.
    """
    row, entry = _open(change, entry_id, seen_version)
    if faults := tuple(disposing.why_not_gone(entry, said, _published(entry), change.today)):
        raise Refused(*faults)
    after = disposing.gone(entry, said)
    keeping.keep(change, REGISTER, row, after)
    change.record("registers.disposal.gone", subject=row, details={"how": after.how.label if after.how else ""})
    return after


def _open(change: Change, entry_id: UUID, seen_version: int) -> tuple[Any, Disposal]:
    """The locked row and what it says, where something may be decided about it."""
    row: Any = keeping.locked(change, REGISTER, entry_id)
    entry: Disposal = keeping.current(change, REGISTER, row)
    seen(seen_version, row.number, Theirs(row.number, entry))
    if row.archived_at is not None:
        raise Refused("This is archived. Bring it back first.")
    if not entry.is_checked:
        raise Refused("First say whether this is true of your service.")
    return row, entry


def _published(entry: Disposal) -> Term:
    return published.times().get(entry.kind or "") or Term()
