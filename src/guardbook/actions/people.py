"""Every change to the staff list."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import NotFound, Refused
from guardbook.records.models import Person, StaffListCheck
from guardbook.rules.access import Permission
from guardbook.rules.people import Kind

_NUMBER_TAKEN = "Somebody else on the staff list has this staff number."


@dataclass(frozen=True, slots=True)
class Details:
    """What the staff list says of somebody who works here. All dates are UK dates."""

    name: str
    kind: Kind
    job_title: str = ""
    works_number: str = ""
    email: str = ""
    has_data_access: bool = True
    started_on: date | None = None
    absent_from: date | None = None
    absent_until: date | None = None
    clause_signed_on: date | None = None
    induction_on: date | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is known when somebody leaves; ``left_on`` is their last day."""

    left_on: date
    access_removed_on: date | None = None
    has_kit: bool | None = None
    kit_returned_on: date | None = None
    note: str = ""


@action(Permission.PEOPLE_EDIT)
def add(change: Change, *, details: Details) -> UUID:
    """Put somebody on the staff list and return their identifier.

    Raises:
        Refused: no name, a staff number in use, or dates that cannot be.
    """
    person = Person(organisation_id=change.organisation_id, **_clean(details))
    _check(person)
    (made,) = change.create_many([person])
    change.record("people.person.added", subject=made)
    return made.pk


@action(Permission.PEOPLE_EDIT)
def amend(change: Change, *, person_id: UUID, details: Details) -> None:
    """Change what the staff list says of somebody.

    Raises:
        NotFound: there is no such person here.
        Refused: no name, a staff number in use, or dates that cannot be.
    """
    person = theirs(change, person_id)
    for name, value in _clean(details).items():
        setattr(person, name, value)
    _check(person)
    change.save(person)
    change.record("people.person.changed", subject=person)


@action(Permission.PEOPLE_EDIT)
def leave(change: Change, *, person_id: UUID, leaving: Leaving) -> None:
    """Record that somebody leaves or has left, and what became of their access and kit.

    Raises:
        NotFound: there is no such person here.
        Refused: dates that cannot be.
    """
    record_leaving(change, theirs(change, person_id), leaving)


@action(Permission.PEOPLE_EDIT)
def rejoin(change: Change, *, person_id: UUID) -> None:
    """Take back that somebody left: they are on the staff list again.

    Raises:
        NotFound: there is no such person here.
    """
    record_staying(change, theirs(change, person_id))


@action(Permission.PEOPLE_EDIT)
def confirm_list(change: Change, *, note: str = "") -> UUID:
    """Say that the staff list is right today (toolkit item 4.1.1).

    Raises:
        Refused: there is nobody on it.
    """
    if not Person.objects.of(change.organisation_id).exists():
        raise Refused("There is nobody on the staff list yet. Add people first.")
    check = change.create(StaffListCheck, checked_on=change.today, checked_by=change.by.name, note=note.strip())
    change.record("people.list.confirmed", subject=check)
    return check.pk


def add_many(change: Change, rows: Iterable[Mapping[str, object]]) -> list[Person]:
    """Part of an action: put many people on the staff list at once; each row names table columns."""
    people = [Person(organisation_id=change.organisation_id, **row) for row in rows]
    return change.create_many(people)


def record_leaving(change: Change, person: Person, leaving: Leaving) -> None:
    """Part of an action: put what is known about somebody's leaving on the staff list, and record it."""
    person.left_on = leaving.left_on
    person.access_removed_on = leaving.access_removed_on
    person.has_kit = leaving.has_kit
    person.kit_returned_on = leaving.kit_returned_on if leaving.has_kit else None
    person.leaving_note = leaving.note.strip()
    _check(person)
    change.save(person)
    change.record("people.person.left", subject=person)


def record_staying(change: Change, person: Person) -> None:
    """Part of an action: somebody is on the staff list again, and that is recorded."""
    person.left_on = person.access_removed_on = person.kit_returned_on = None
    person.has_kit, person.leaving_note = None, ""
    change.save(person)
    change.record("people.person.rejoined", subject=person)


def theirs(change: Change, person_id: UUID) -> Person:
    """Part of an action: one person that this user may change, locked. Raises NotFound."""
    person = fresh(Person, change.organisation_id, person_id)
    if change.by.sites is not None and person.site_id is not None and person.site_id not in change.by.sites:
        raise NotFound
    return person


def _clean(details: Details) -> dict[str, object]:
    said = asdict(details)
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in said.items()} | {
        "kind": details.kind.value
    }


def _check(person: Person) -> None:
    problems = [] if person.name else ["Enter a name."]
    if person.started_on and person.left_on and person.left_on < person.started_on:
        problems.append("The last day is before the start date. Check both dates.")
    if person.absent_from and person.absent_until and person.absent_until < person.absent_from:
        problems.append("The absence ends before it starts. Check both dates.")
    if person.works_number and _number_is_taken(person):
        problems.append(_NUMBER_TAKEN)
    if problems:
        raise Refused(*problems)


def _number_is_taken(person: Person) -> bool:
    same = Person.objects.of(person.organisation_id).filter(works_number=person.works_number)
    return same.exclude(pk=person.pk).exists()
