"""The decision to live with a risk, by somebody who may take it (rule A-12)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions.registers import keeping
from guardbook.actions.registers.entries import Theirs
from guardbook.actions.shell import Change, action, seen
from guardbook.kernel.errors import Refused
from guardbook.queries.registers import deciding
from guardbook.rules.access import Permission
from guardbook.rules.registers import risk_acceptance
from guardbook.rules.registers.risk_acceptance import Accepter
from guardbook.rules.registers.risks import REGISTER, Risk, Treatment


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided: by whom (the key of a ``Decider``), why, until when, and how they said so."""

    decider: str
    reason: str
    until: date | None
    how: str = ""


@action(Permission.RISK_ACCEPT)
def accept(change: Change, *, entry_id: UUID, decision: Decision, seen_version: int) -> None:
    """Record that somebody decided to live with a risk for a while.

    Who may decide is looked up today. Whoever records another's decision says how they know it.

    Raises:
        NotFound: there is no such risk here.
        Refused: this person may not decide, or the decision does not say enough.
        Conflict: a colleague saved meanwhile; ``theirs`` is a ``Theirs``.
    """
    row: Any = keeping.locked(change, REGISTER, entry_id)
    entry: Risk = keeping.current(change, REGISTER, row)
    seen(seen_version, row.number, Theirs(row.number, entry))
    who = deciding.today(change.organisation_id, change.today)
    decider = who.named(decision.decider)
    if faults := _not_ready(row, entry):
        raise Refused(*faults)
    asked = risk_acceptance.Facts(
        score=entry.score or 1,
        accepted_by=decider.decides_as if decider else Accepter.NOBODY,
        as_of=change.today,
        siro_appointed=who.siro_appointed,
        reason=decision.reason,
        until=decision.until,
    )
    reasons = [reason.text for reason in risk_acceptance.acceptance(asked).reasons]
    if decider and decider.user_id != change.by.user_id and not decision.how.strip():
        reasons.append(f"Say how you know that {decider.name} decided this, for example: minutes of 3 March.")
    if reasons or decider is None:
        raise Refused(*reasons)
    because = f"{decision.reason.strip()} {decision.how.strip()}".strip()
    accepted = replace(
        entry,
        treatment=Treatment.ACCEPT,
        accepted_on=change.today,
        accepted_by=decider.name,
        accepted_as=decider.decides_as.value,
        accepted_because=because,
        accepted_until=decision.until,
        accepted_score=entry.score,
        reviewed_on=change.today,
    )
    keeping.keep(change, REGISTER, row, accepted)
    change.record("registers.risk.accepted", subject=row, details={"decided_by": decider.name})


def _not_ready(row: Any, entry: Risk) -> tuple[str, ...]:
    if row.archived_at is not None:
        return ("This is archived. Bring it back first.",)
    if not entry.is_checked:
        return ("First say whether this is true of your service.",)
    if entry.score is None:
        return ("First say how likely it is, and how bad it would be.",)
    return ()
