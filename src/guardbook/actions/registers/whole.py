"""Changes to a register as a whole: offer starter rows, confirm that it is whole, work everything out again."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from guardbook.actions.registers import following, keeping
from guardbook.actions.shell import Change, action
from guardbook.content import registers as content
from guardbook.content.registers import Starter
from guardbook.kernel.errors import Refused
from guardbook.queries.registers import reading
from guardbook.records.models import RegisterCheck, RegisterRow
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register

_SOON = timedelta(days=30)


@action(keeping.kept_by)
def add_starters(change: Change, *, register: Register[Any], keys: Collection[str]) -> int:
    """Put chosen starter rows in, each marked "not checked here"; return how many were new.

    A starter row that leads to starter rows of other registers is linked to those that are in already.

    Raises:
        Refused: nothing was chosen.
    """
    if not keys:
        raise Refused("Choose at least one.")
    held = set(_open(change, register).exclude(starter="").values_list("starter", flat=True))
    wanted = [each for each in content.starters(register.slug) if each.key in keys and each.key not in held]
    here = _by_starter(change, register)
    entries: list[tuple[Any, dict[str, Any]]] = [
        (register.entry(**each.answers, **_led(each, here), is_checked=False), {"starter": each.key}) for each in wanted
    ]
    made = keeping.make_many(change, register, entries)
    for row in made:
        change.record("registers.starter.added", subject=row, details={"register": register.title})
    return len(made)


@action(Permission.REGISTER_CONFIRM)
def confirm(change: Change, *, register: Register[Any], is_none: bool, note: str = "") -> None:
    """Say that a register is whole and right today, or that there is nothing to keep in it.

    Whoever says so has looked at every entry: those whose look is due within a month count as looked at.

    Raises:
        Refused: starter rows still wait, the register is empty, or it is not while somebody says that it is.
    """
    rows = _open(change, register)
    if rows.filter(is_checked=False).exists():
        raise Refused("Some starter rows are not checked yet. Say of each whether it is true of your service.")
    if is_none == rows.exists():
        raise Refused(
            f"There are {register.many} in the register. Archive them first, or say that the list is whole."
            if is_none
            else f"There is nothing in the register. Add {register.many}, or say that you have none."
        )
    for row in rows.filter(Q(review_due_on=None) | Q(review_due_on__lte=change.today + _SOON)).select_for_update():
        _look_at(change, register, row)
    check = change.create(
        RegisterCheck,
        register=register.slug,
        checked_on=change.today,
        checked_by=change.by.name,
        is_none=is_none,
        note=note.strip(),
    )
    change.record("registers.register.confirmed", subject=check, details={"register": register.title, "none": is_none})


@action(keeping.kept_by)
def work_out_again(change: Change, *, register: Register[Any]) -> int:
    """Work out again what follows from each entry, after published facts changed; return how many changed."""
    return following.again(change, register)


def _by_starter(change: Change, register: Register[Any]) -> Mapping[str, Mapping[str, UUID]]:
    """By question that leads elsewhere: the rows there that came from starters, by key. One query each."""
    return {
        each.name: dict(_open(change, reading.named(each.to)).exclude(starter="").values_list("starter", "id"))
        for each in register.questions
        if each.kind is Kind.LINKS
    }


def _led(starter: Starter, here: Mapping[str, Mapping[str, UUID]]) -> dict[str, tuple[UUID, ...]]:
    return {
        question: tuple(here[question][key] for key in keys if key in here[question])
        for question, keys in starter.leads_to.items()
    }


def _look_at(change: Change, register: Register[Any], row: RegisterRow) -> None:
    entry = replace(keeping.current(change, register, row), reviewed_on=change.today)
    row.reviewed_on, row.review_due_on = entry.reviewed_on, register.review_due(entry)
    for name, value in keeping.attention(register, entry, change.today).items():
        setattr(row, name, value)
    change.save(row)


def _open(change: Change, register: Register[Any]) -> Any:
    return table(register).objects.of(change.organisation_id).filter(archived_at=None)
