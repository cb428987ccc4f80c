"""Opens an incident for somebody to read, and notes in the read log who did."""

from uuid import UUID

from guardbook.actions.shell import upkeep
from guardbook.queries.access import Context
from guardbook.queries.incidents import reading
from guardbook.queries.incidents.reading import Whole
from guardbook.records.models import Incident, SensitiveRead


def read(context: Context, *, incident_id: UUID) -> Whole:
    """One incident, with its reading noted.

    Raises:
        NotFound: there is none here, or the person who asks is named in it.
        NotPermitted: a member who may not see incidents.
    """
    found = reading.one(context, incident_id)
    _note(context, incident_id)
    return found


@upkeep
def _note(context: Context, incident_id: UUID) -> None:
    SensitiveRead.objects.create(
        organisation_id=context.organisation_id,
        at=context.now,
        by_user_id=context.by.user_id,
        by_name=context.by.name,
        subject_table=Incident._meta.db_table,
        subject_id=incident_id,
    )
