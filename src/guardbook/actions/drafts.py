"""Keeps what people type until they send it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from guardbook.actions.shell import upkeep
from guardbook.kernel.errors import Refused
from guardbook.records.models import Draft

LONGEST = 100_000


@upkeep
def keep(user_id: UUID, form: str, data: Mapping[str, list[str]], now: datetime) -> None:
    """Store the draft of one form, in place of the one before.

    Raises:
        Refused: it is too long to keep.
    """
    if sum(len(value) for values in data.values() for value in values) > LONGEST:
        raise Refused("This is too long to keep as a draft. Save it soon.")
    Draft.objects.update_or_create(user_id=user_id, form=form, defaults={"data": dict(data), "saved_at": now})


@upkeep
def drop(user_id: UUID, form: str) -> None:
    """Forget the draft: the form was sent."""
    Draft.objects.filter(user_id=user_id, form=form).delete()
