"""What somebody can use, all at once: given, changed, closed. And the look through who can use what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from guardbook.actions import people
from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import log_ins
from guardbook.records.models import Person
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.registers import access, systems
from guardbook.rules.registers.access import Access, Kind, Level


@dataclass(frozen=True, slots=True)
class Changes:
    """How many log-ins were given, changed and closed."""

    given: int = 0
    changed: int = 0
    closed: int = 0

    @property
    def any(self) -> bool:
        """True where something was."""
        return bool(self.given or self.changed or self.closed)


@dataclass(frozen=True, slots=True)
class Looked:
    """How many log-ins were found right, and in how many systems every one was."""

    log_ins: int
    systems: int


@action(Permission.REGISTER_EDIT)
def set_for(
    change: Change, *, person_id: UUID, held: Mapping[UUID, Level | None], new: Mapping[UUID, Level]
) -> Changes:
    """Set what somebody can use. ``held`` names log-ins they have (None closes one), ``new`` systems to give.

    Raises:
        NotFound: the person, a log-in of theirs or a system is not here.
        Refused: nothing differs, or they have left and something would be given.
    """
    person = people.theirs(change, person_id)
    if new and person.left_on is not None and person.left_on < change.today:
        raise Refused("They have left, so they need nothing new.")
    counted = {True: 0, False: 0}
    for key, level in held.items():
        if (closed := _set_one(change, person, key, level)) is not None:
            counted[closed] += 1
    _give(change, person, new)
    done = Changes(len(new), counted[False], counted[True])
    if not done.any:
        raise Refused("Nothing is different from before. Change something first.")
    return done


@action(Permission.REGISTER_EDIT)
def look_through(change: Change, *, right: Collection[UUID]) -> Looked:
    """Say which log-ins are still right. A system is looked through when every one of its open log-ins is.

    Raises:
        Refused: nothing was ticked, or nothing ticked is open any more.
    """
    if not right:
        raise Refused("Tick each log-in that is still right.")
    context = Context(change.by, change.organisation_id, change.now)
    rows = list(log_ins.still_open(context).filter(pk__in=list(right)).select_for_update(of=("self",)))
    if not rows:
        raise Refused("None of these is open any more. Look at the list again.")
    keeping.look_at(change, access.REGISTER, rows)
    whole = {key: held for key, held in log_ins.open_by_system(context).items() if held <= set(right)}
    for key, held in whole.items():
        _looked_through(change, key, len(held))
    change.record("registers.access.looked_through", details={"log_ins": len(rows), "systems": len(whole)})
    return Looked(len(rows), len(whole))


def _set_one(change: Change, person: Person, key: UUID, level: Level | None) -> bool | None:
    """Change or close one log-in; True where it was closed, False where changed, None where it was so before."""
    row = keeping.locked(change, access.REGISTER, key)
    entry = keeping.current(change, access.REGISTER, row)
    if entry.person != person.pk or row.archived_at is not None:
        raise NotFound
    if access.REGISTER.is_over(entry, change.today) or entry.level is level:
        return None
    said = replace(entry, ended_on=change.today) if level is None else replace(entry, level=level)
    keeping.keep(change, access.REGISTER, row, replace(said, reviewed_on=change.today))
    change.record("registers.entry.closed" if level is None else "registers.log_in.level_changed", subject=row)
    return level is None


def _give(change: Change, person: Person, new: Mapping[UUID, Level]) -> None:
    here = table(systems.REGISTER).objects.of(change.organisation_id).filter(archived_at=None, pk__in=list(new))
    if here.count() != len(new):
        raise NotFound
    made = keeping.make_many(change, access.REGISTER, [(_log_in(change, person, *each), {}) for each in new.items()])
    for row in made:
        change.record("registers.log_in.given", subject=row)


def _log_in(change: Change, person: Person, system: UUID, level: Level) -> Access:
    return Access(
        name=person.name,
        systems=(system,),
        kind=Kind.OWN,
        person=person.pk,
        level=level,
        reason=person.job_title,
        granted_on=change.today,
        reviewed_on=change.today,
    )


def _looked_through(change: Change, system: UUID, number: int) -> None:
    row = keeping.locked(change, systems.REGISTER, system)
    entry = keeping.current(change, systems.REGISTER, row)
    keeping.keep(change, systems.REGISTER, row, replace(entry, access_reviewed_on=change.today))
    change.record("registers.access.reviewed", subject=row, details={"log_ins": number})
