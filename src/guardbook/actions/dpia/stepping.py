"""One step of an assessment: judged by the rule, then written down. Every action here goes through this."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from guardbook.actions.shell import Change, fresh
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.queries.dpia.assessments import Whole
from guardbook.records.models import ImpactAssessment, ImpactStep
from guardbook.rules.dpia import stepping
from guardbook.rules.dpia.states import Event, State


def context_of(change: Change) -> Context:
    """Who asks, as a question takes it."""
    return Context(change.by, change.organisation_id, change.now)


def opened(change: Change, assessment_id: UUID) -> tuple[ImpactAssessment, Whole]:
    """One assessment, locked, and everything that bears on it."""
    row = fresh(ImpactAssessment, change.organisation_id, assessment_id)
    return row, assessments.whole(context_of(change), assessment_id)


def in_draft(change: Change, assessment_id: UUID) -> tuple[ImpactAssessment, Whole]:
    """One assessment that may be written in now.

    Raises:
        Refused: it is not being written.
    """
    row, found = opened(change, assessment_id)
    if found.standing.state is not State.DRAFT:
        raise Refused("This assessment is not open for changes. Open it again first, and say why.")
    return row, found


def check(change: Change, of: Whole, event: Event, *, reason: str = "", **said: Any) -> None:
    """Ask the rule whether a step may be taken; ``said`` is what is being said with it.

    Raises:
        Refused: with everything that is missing.
    """
    verdict = stepping.step(replace(assessments.facts(of, event, change.by.user_id, reason), **said))
    if not verdict.allowed:
        raise Refused(*(each.text for each in verdict.lacking))


def take(
    change: Change, row: ImpactAssessment, event: Event, *, note: str = "", details: Mapping[str, Any] | None = None
) -> None:
    """Write a step down, with the row as it is now."""
    change.save(row)
    step(change, row, event, note)
    change.record(f"dpia.assessment.{event}", subject=row, details=details)


def step(change: Change, row: ImpactAssessment, event: Event, note: str = "") -> None:
    """Write down that something happened."""
    change.create(
        ImpactStep,
        assessment=row,
        event=event.value,
        at=change.now,
        by=change.by.name,
        by_user_id=change.by.user_id,
        note=note.strip(),
    )
