"""Who does a thing, and what may wait."""

from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.access import Context
from guardbook.queries.agenda import listing, members
from guardbook.records.models import Assignment, PutOff
from guardbook.rules.access import Permission
from guardbook.rules.agenda import deciding
from guardbook.rules.agenda.deciding import Listed


@action(Permission.TASK_EDIT)
def assign(change: Change, *, cause: str, user_id: UUID | None, by_on: date | None = None) -> None:
    """Say who does a thing, and by when where the thing has no day of its own; None is nobody in particular.

    Raises:
        NotFound: it is not on the list (any more).
        Refused: that person has no access, or may not open its page.
    """
    found = listing.agenda(_context(change)).one(cause)
    set_assignment(change, found, user_id, by_on)
    change.record("agenda.todo.assigned", details={"todo": found.todo.text, "to": _name(change, user_id)})


def set_assignment(change: Change, found: Listed, user_id: UUID | None, by_on: date | None) -> None:
    """Part of an action: store who does a thing on the list."""
    if user_id is not None:
        chosen = next((each for each in _members(change) if each.user_id == user_id), None)
        if chosen is None:
            raise Refused("Choose somebody who has access to Guardbook here.")
        if found.todo.needs not in chosen.permissions:
            raise Refused(f"{chosen.name}'s access does not let them do this. Choose somebody else.")
    row = Assignment.objects.of(change.organisation_id).filter(cause=found.todo.cause).first()
    if row is None:
        if user_id is not None or by_on is not None:
            change.create(
                Assignment,
                cause=found.todo.cause,
                user_id=user_id,
                by_on=by_on,
                assigned_at=change.now,
                assigned_by=change.by.name,
            )
    elif user_id is None and by_on is None:
        change.delete(row)
    else:
        row.user_id, row.by_on, row.assigned_at, row.assigned_by = user_id, by_on, change.now, change.by.name
        change.save(row)


@action(Permission.TASK_EDIT)
def put_off(change: Change, *, cause: str, until: date, reason: str) -> None:
    """Let a thing wait until a day; it comes back then, or sooner when it gets worse.

    Raises:
        NotFound: it is not on the list (any more).
        Refused: the law sets its date, or the day or the reason will not do.
    """
    todo = listing.agenda(_context(change)).one(cause).todo
    deciding.check_put_off(todo, until, reason, clock.uk_today(change.now))
    _forget(change, cause)
    change.create(
        PutOff,
        cause=cause,
        until_on=until,
        reason=reason.strip(),
        consequence=todo.consequence.value,
        put_off_at=change.now,
        put_off_by=change.by.name,
    )
    details = {"todo": todo.text, "until": until.isoformat(), "reason": reason.strip()}
    change.record("agenda.todo.put_off", details=details)


@action(Permission.TASK_EDIT)
def bring_back(change: Change, *, cause: str) -> None:
    """Put a thing back on the list before its day.

    Raises:
        NotFound: it was not put off.
    """
    if not _forget(change, cause):
        raise NotFound
    change.record("agenda.todo.brought_back", details={"cause": cause})


def _forget(change: Change, cause: str) -> bool:
    row = PutOff.objects.of(change.organisation_id).filter(cause=cause).first()
    if row is None:
        return False
    change.delete(row)
    return True


def _context(change: Change) -> Context:
    return Context(change.by, change.organisation_id, change.now)


def _members(change: Change) -> tuple[members.Member, ...]:
    return members.everybody(change.organisation_id, change.now)


def _name(change: Change, user_id: UUID | None) -> str:
    return next((each.name for each in _members(change) if each.user_id == user_id), "nobody in particular")
