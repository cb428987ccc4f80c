"""Somebody leaves, as one step: log-ins closed, things given back, roles ended, the rest handed over. Or they stay."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions import people
from guardbook.actions.people import Leaving
from guardbook.actions.registers import keeping
from guardbook.actions.roles import leaving as roles
from guardbook.actions.shell import Change, action, require
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import moving
from guardbook.queries.registers.moving import Thing
from guardbook.records.models import Person
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.registers import access, catalogue

ROLES, REST, KIT = "roles", "rest", "kit"
_STILL_OPEN = "Not done yet, "


@dataclass(frozen=True, slots=True)
class Going:
    """What was done about somebody who leaves.

    ``done`` are the things and roles that were ticked, done on ``done_on``. ``rest_is_done`` speaks of
    shared passwords, email groups and door codes, ``kit_is_back`` of keys and whatever no register knows.
    ``why_open`` says by part (a register's slug, ``ROLES``, ``REST`` or ``KIT``) why something is left open.
    """

    left_on: date
    done_on: date
    done: frozenset[UUID] = frozenset()
    rest_is_done: bool = False
    kit_is_back: bool = False
    takes_over: UUID | None = None
    why_open: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of it, in numbers."""

    closed: int
    still_open: int


@action(Permission.PEOPLE_EDIT)
def leave(change: Change, *, person_id: UUID, going: Going) -> Done:
    """Record that somebody leaves, with all that was closed, given back, ended and handed over.

    Nothing is closed ahead: what is ticked has been done. Once they have left, each part that is not
    done needs a reason.

    Raises:
        NotFound: there is no such person here.
        NotPermitted: something ticked is beyond what this user may change.
        Refused: a reason is missing, or a date cannot be; each sentence says how to put it right.
    """
    person = people.theirs(change, person_id)
    context = Context(change.by, change.organisation_id, change.now)
    has = _Has.found(context, person_id)
    if problems := tuple(_problems(change, going, has)):
        raise Refused(*problems)
    closed = [thing for thing in has.things if thing.id in going.done]
    if closed or going.takes_over:
        require(context, Permission.REGISTER_EDIT)
    for thing in closed:
        _close(change, thing, going.done_on)
    ended = [each for each in has.roles if each in going.done]
    if ended:
        require(context, Permission.ROLE_APPOINT)
    for each in ended:
        roles.end_one(change, each, going.left_on, "Left")
    if going.takes_over:
        _hand_over(change, context, person_id, going.takes_over)
    people.record_leaving(change, person, _leaving(person, going, has))
    return Done(len(closed) + len(ended), len(tuple(_open_parts(going, has))))


@action(Permission.PEOPLE_EDIT)
def stay(change: Change, *, person_id: UUID, reopen: frozenset[UUID]) -> None:
    """Take back that somebody left. Log-ins that were closed since their last day open again where ticked.

    Roles and devices are not given back by this: somebody decides about those afresh.

    Raises:
        NotFound: there is no such person here.
        Refused: they have not left.
    """
    person = people.theirs(change, person_id)
    if person.left_on is None:
        raise Refused("They are on the staff list. Nothing is to be taken back.")
    rows: Any = table(access.REGISTER).objects.of(change.organisation_id).filter(pk__in=reopen, archived_at=None)
    chosen = list(rows.filter(person_id=person_id, ended_on__gte=person.left_on).values_list("id", flat=True))
    people.record_staying(change, person)
    if chosen:
        require(Context(change.by, change.organisation_id, change.now), Permission.REGISTER_EDIT)
    for key in chosen:
        row = keeping.locked(change, access.REGISTER, key)
        keeping.keep(
            change, access.REGISTER, row, replace(keeping.current(change, access.REGISTER, row), ended_on=None)
        )
        change.record("registers.log_in.opened_again", subject=row)


@dataclass(frozen=True, slots=True)
class _Has:
    """What the person has today, and the roles they hold."""

    things: tuple[Thing[Any], ...]
    roles: tuple[UUID, ...]

    @classmethod
    def found(cls, context: Context, person_id: UUID) -> "_Has":
        held = tuple(each.id for each in moving.roles(context, person_id))
        return cls(moving.things(context, person_id), held)


def _open_parts(going: Going, has: _Has) -> Iterator[str]:
    """The parts in which something is not ticked, by slug, in the order of the page."""
    slugs = dict.fromkeys(thing.register.slug for thing in has.things if thing.id not in going.done)
    yield from slugs
    if any(each not in going.done for each in has.roles):
        yield ROLES
    if not going.rest_is_done:
        yield REST
    if not going.kit_is_back:
        yield KIT


def _problems(change: Change, going: Going, has: _Has) -> Iterator[str]:
    if going.done_on > change.today:
        yield "What you ticked is done on a day that is still to come. Tick it when it is done."
    if going.left_on > change.today:
        return
    for part in _open_parts(going, has):
        if not going.why_open.get(part, "").strip():
            yield f"{title(part)}: say why something is left open, or tick it."


def title(part: str) -> str:
    """What a part of the checklist is called."""
    named = {ROLES: "Roles", REST: "Shared passwords and codes", KIT: "Keys and the rest"}
    return named.get(part) or catalogue.BY_SLUG[part].title


def _close(change: Change, thing: Thing[Any], on: date) -> None:
    register = thing.register
    row = keeping.locked(change, register, thing.id)
    said = {register.ends: on} if register.ends_with_holder else {register.held_by: None}
    try:
        keeping.keep(change, register, row, replace(keeping.current(change, register, row), **said))
    except Refused as refusal:
        reasons = [f"{thing.entry.name}: {reason}" for reason in refusal.reasons]
        raise Refused(*reasons) from refusal
    change.record("registers.entry.closed" if register.ends_with_holder else "registers.entry.given_back", subject=row)


def _hand_over(change: Change, context: Context, person_id: UUID, to: UUID) -> None:
    if to == person_id:
        raise Refused("Choose somebody else to take over.")
    for each in moving.looked_after(context, person_id):
        row = keeping.locked(change, each.register, each.id)
        entry = keeping.current(change, each.register, row)
        keeping.keep(change, each.register, row, replace(entry, owner=to))
        change.record("registers.entry.handed_over", subject=row, details={"register": each.register.title})


def _leaving(person: Person, going: Going, has: _Has) -> Leaving:
    open_parts = tuple(_open_parts(going, has))
    devices = [thing.register.slug for thing in has.things if not thing.register.ends_with_holder]
    all_closed = access.REGISTER.slug not in open_parts and REST not in open_parts
    all_back = KIT not in open_parts and not {*devices} & {*open_parts}
    had_kit = bool(devices) or bool(person.has_kit) or KIT in open_parts
    reasons = [f"{_STILL_OPEN}{title(each)}: {' '.join(going.why_open[each].split())}" for each in open_parts
               if going.why_open.get(each, "").strip()]  # fmt: skip
    return Leaving(
        left_on=going.left_on,
        access_removed_on=(person.access_removed_on or going.done_on) if all_closed else None,
        has_kit=had_kit,
        kit_returned_on=(person.kit_returned_on or going.done_on) if all_back and had_kit else None,
        note="\n".join([own_words(going.note), *reasons]).strip(),
    )


def own_words(note: str) -> str:
    """A leaving note without the lines that an earlier checklist added."""
    return "\n".join(line for line in note.splitlines() if not line.startswith(_STILL_OPEN)).strip()
