"""What the service did with the officer's advice. The officer advises and cannot decide (rule A-04)."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from guardbook.actions.registers import keeping
from guardbook.actions.registers.entries import Theirs
from guardbook.actions.shell import Change, action, seen
from guardbook.kernel.errors import Refused
from guardbook.rules.access import Permission
from guardbook.rules.registers.advice import REGISTER, Answer, OfficerAdvice


@dataclass(frozen=True, slots=True)
class Said:
    """What the service decided about advice: followed or not, why, and who decided it."""

    answer: Answer
    because: str
    decided_by: str


@action(Permission.ADVICE_ANSWER)
def answer(change: Change, *, entry_id: UUID, said: Said, seen_version: int) -> None:
    """Record whether advice is followed, and why not where it is not.

    Raises:
        NotFound: there is no such advice here.
        Refused: there is no advice yet, nobody is named, or a reason is missing.
        Conflict: a colleague saved meanwhile; ``theirs`` is a ``Theirs``.
    """
    row: Any = keeping.locked(change, REGISTER, entry_id)
    entry: OfficerAdvice = keeping.current(change, REGISTER, row)
    seen(seen_version, row.number, Theirs(row.number, entry))
    if row.archived_at is not None:
        raise Refused("This is archived. Bring it back first.")
    if entry.advised_on is None:
        raise Refused("The officer has not advised yet, so there is nothing to decide.")
    reasons = []
    if not said.decided_by.strip():
        reasons.append("Write the name of who decided.")
    if said.answer is not Answer.FOLLOWED and not said.because.strip():
        reasons.append("Say why the advice is not followed. The law lets you decide, if you can explain it.")
    if reasons:
        raise Refused(*reasons)
    answered = replace(
        entry,
        answer=said.answer.value,
        answered_on=change.today,
        answered_by=said.decided_by.strip()[:120],
        answered_because=said.because.strip(),
    )
    keeping.keep(change, REGISTER, row, answered)
    change.record("deciders.advice.answered", subject=row, details={"decided_by": answered.answered_by})
