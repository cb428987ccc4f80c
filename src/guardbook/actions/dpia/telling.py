"""From somebody's word about a change to the decision whether it needs an assessment."""

from collections.abc import Collection
from uuid import UUID

from guardbook.actions.dpia import stepping
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.records.models import ImpactAssessment
from guardbook.rules.access import Permission
from guardbook.rules.dpia.screening import Criterion, Group
from guardbook.rules.dpia.states import Event, State
from guardbook.rules.dpia.telling import Kind


@action(Permission.MISTAKE_REPORT)
def tell(change: Change, *, name: str, kind: Kind | None, told: str) -> UUID:
    """Tell about a change before it begins; anybody who works here may.

    Raises:
        Refused: it does not say what changes.
    """
    if not name.strip():
        raise Refused("Say in a few words what will change.")
    row = change.create(
        ImpactAssessment,
        name=name.strip()[:200],
        kind=kind.value if kind else "",
        told=told.strip(),
        told_by=change.by.name,
        told_at=change.now,
    )
    change.record("dpia.change.told", subject=row)
    return row.pk


@action(Permission.DPIA_EDIT)
def screen(change: Change, *, assessment_id: UUID, group: Group, criteria: Collection[Criterion]) -> bool:
    """Answer one screen of the screening questions; True once all are answered.

    Raises:
        Refused: the assessment has begun already.
    """
    row, found = stepping.opened(change, assessment_id)
    stepping.check(change, found, Event.SCREENED)
    others = [each for each in found.impact.criteria if each not in group.asks]
    row.criteria = sorted(each.value for each in (*others, *(one for one in criteria if one in group.asks)))
    row.screened = sorted({*row.screened, group.value})
    row.reason_not_to = ""
    is_whole = set(row.screened) == {each.value for each in Group}
    if is_whole:
        stepping.take(change, row, Event.SCREENED)
    else:
        change.save(row)
        change.record("dpia.screening.answered", subject=row, details={"screen": group.label})
    return is_whole


@action(Permission.DPIA_EDIT)
def record_not_needed(change: Change, *, assessment_id: UUID, reason: str) -> None:
    """Record that no assessment is needed, with the reason where the screening asks for one.

    Raises:
        Refused: one is needed, or the reason is missing.
    """
    row, found = stepping.opened(change, assessment_id)
    row.reason_not_to = reason.strip()
    judged = found.impact.screening
    screened = type(judged)(judged.criteria, judged.watches, row.reason_not_to)
    stepping.check(change, found, Event.NOT_NEEDED, screened=screened)
    stepping.take(change, row, Event.NOT_NEEDED, note=reason)


@action(Permission.DPIA_EDIT)
def begin(change: Change, *, assessment_id: UUID) -> None:
    """Begin the whole assessment.

    Raises:
        Refused: the screening questions are not all answered.
    """
    row, found = stepping.opened(change, assessment_id)
    if found.standing.state is State.TOLD:
        raise Refused("Answer the screening questions first.")
    stepping.check(change, found, Event.BEGUN)
    if not row.answers.get("what"):
        row.answers = {**row.answers, "what": row.told or row.name}
    stepping.take(change, row, Event.BEGUN)
