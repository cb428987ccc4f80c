"""Keeps records from being destroyed while somebody has asked about them, and lets go once nobody asks any more."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change
from guardbook.kernel.errors import NotFound
from guardbook.records.models import RightsStep
from guardbook.rules.registers.disposals import REGISTER, Disposal
from guardbook.rules.registers.keeping import Hold
from guardbook.rules.rights.cases import Case
from guardbook.rules.rights.states import Event


def follow(change: Change, case_id: UUID, before: Case, after: Case) -> None:
    """Put the holds of a case in step with it, inside the action that moved it (C-06; DPA 2018 section 173)."""
    was, held = _held(before), _held(after)
    _set(change, held - was, is_held=True)
    _set(change, was - held - _by_others(change, case_id), is_held=False)


def _held(case: Case) -> set[str]:
    return set() if case.is_closed else {tag for step in case.of(Event.HOLD) for tag in step.tags}


def _by_others(change: Change, case_id: UUID) -> set[str]:
    rows = RightsStep.objects.of(change.organisation_id).filter(event=Event.HOLD, case__is_closed=False)
    return {tag for tags in rows.exclude(case_id=case_id).values_list("tags", flat=True) for tag in tags}


def _set(change: Change, keys: Iterable[str], *, is_held: bool) -> None:
    for key in sorted(keys):
        row: Any = keeping.locked(change, REGISTER, _identifier(key))
        entry: Disposal = keeping.current(change, REGISTER, row)
        others = tuple(each for each in entry.holds if each is not Hold.REQUEST)
        keeping.keep(change, REGISTER, row, replace(entry, holds=(*others, Hold.REQUEST) if is_held else others))
        change.record("registers.disposal.held" if is_held else "registers.disposal.let_go", subject=row)


def _identifier(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError:
        raise NotFound from None
