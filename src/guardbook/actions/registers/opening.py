"""Notes who opened which entry of a register that not everybody sees."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from guardbook.actions.shell import upkeep
from guardbook.queries.access import Context
from guardbook.queries.registers.reading import Found
from guardbook.records.models import SensitiveRead
from guardbook.records.registers import table
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)


@upkeep
def note(context: Context, register: Register[Any], entry_ids: Iterable[UUID]) -> None:
    """Note that entries were read, where that is noted; reading moves no facts."""
    if not register.is_sensitive:
        return
    SensitiveRead.objects.bulk_create(
        SensitiveRead(
            organisation_id=context.organisation_id,
            at=context.now,
            by_user_id=context.by.user_id,
            by_name=context.by.name,
            subject_table=table(register)._meta.db_table,
            subject_id=entry_id,
        )
        for entry_id in entry_ids
    )


def noted(context: Context, register: Register[E], found: Sequence[Found[E]]) -> Sequence[Found[E]]:
    """The same entries, once it is noted that they were read."""
    note(context, register, [each.id for each in found])
    return found
