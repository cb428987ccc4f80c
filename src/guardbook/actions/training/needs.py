"""The decision of who needs which training."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.records.models import TrainingNeeds
from guardbook.rules.access import Permission
from guardbook.rules.training.needs import Level


@action(Permission.PEOPLE_EDIT)
def approve(
    change: Change, *, levels: Mapping[str, Level], approved_on: date, approved_by: str, note: str = ""
) -> UUID:
    """Record that senior management approved which job needs which training (toolkit item 3.1.1).

    Raises:
        Refused: no job is listed, nobody approved, or the date has not come yet.
    """
    problems = [] if levels else ["Set the training for at least one job."]
    if not approved_by.strip():
        problems.append("Enter who approved it.")
    if approved_on > change.today:
        problems.append("The day of approval has not come yet.")
    if problems:
        raise Refused(*problems)
    row = change.create(
        TrainingNeeds,
        approved_on=approved_on,
        approved_by=approved_by.strip(),
        levels={job: level.value for job, level in levels.items()},
        note=note.strip(),
    )
    change.record("training.needs.approved", subject=row, details={"approved by": row.approved_by})
    return row.pk
