"""A walk-round on its way: what was found at each stop, what is done about each fault, and photos."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions import evidence
from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change, action
from guardbook.content import walk_round as content
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import entries
from guardbook.records.models import Person, RegisterRow
from guardbook.rules.access import Permission
from guardbook.rules.evidence import LONGEST_TITLE, About, Subject, SubjectKind
from guardbook.rules.registers import walk_round
from guardbook.rules.registers.spot_checks import REGISTER, SpotCheck
from guardbook.rules.registers.walk_round import Answer, Finding, Photo


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is done about a fault, by whom and by when; or the day on which it was put right. ``note`` is what was seen."""

    action: str
    note: str = ""
    owner: UUID | None = None
    due_on: date | None = None
    done_on: date | None = None


@action(Permission.REGISTER_EDIT)
def note_findings(change: Change, *, entry_id: UUID, said: Mapping[str, Finding]) -> None:
    """Write down what was found at a stop. What was planned for a fault stays while it is one.

    Two people may walk at once: each stop is put beside what is there, never over all of it.

    Raises:
        NotFound: there is no such spot check, or one of the things is never looked at.
        Refused: it is archived.
    """
    if any(content.look(key) is None for key in said):
        raise NotFound
    row, entry = _open(change, entry_id)
    held = {each.look: each for each in walk_round.from_text(entry.answers)}
    for key, finding in said.items():
        if key not in held or held[key].finding is not finding:
            held[key] = Answer(key, finding)
    _keep(change, row, entry, held)
    change.record("registers.walk_round.noted", subject=row, details={"things": len(said)})


@action(Permission.REGISTER_EDIT)
def plan_remedy(change: Change, *, entry_id: UUID, look: str, remedy: Remedy) -> None:
    """Say what is done about a fault.

    Raises:
        NotFound: there is no such spot check, or no fault there.
        Refused: it does not say what, who and by when (rule E-10), or names somebody who is not here.
    """
    row, entry = _open(change, entry_id)
    held = {each.look: each for each in walk_round.from_text(entry.answers)}
    if look not in held or held[look].finding is not Finding.NOT_OK:
        raise NotFound
    answer = replace(
        held[look],
        note=remedy.note.strip(),
        action=remedy.action.strip(),
        owner=remedy.owner,
        due_on=remedy.due_on,
        done_on=remedy.done_on,
    )
    if faults := [*answer.faults, *_wrong(change, remedy)]:
        raise Refused(*faults)
    held[look] = answer
    _keep(change, row, entry, held)
    change.record("registers.walk_round.remedied", subject=row, details={"done": remedy.done_on is not None})


def photograph(
    context: Context, *, entry_id: UUID, look: str, upload: Any, shows_personal: bool | None
) -> tuple[str, ...]:
    """Keep a photo with a walk-round; return sentences to show about it.

    Raises:
        NotFound: there is no such spot check, or nothing of this name is looked at.
        Refused: nobody says that it shows no person and no record (rule E-10), or it may not come in.
    """
    asked = content.look(look)
    entries.one(context, REGISTER, entry_id)
    if asked is None:
        raise NotFound
    checked = walk_round.photo(Photo(shows_personal))
    if checked.reason is not None:
        raise Refused(checked.reason.text)
    return evidence.attach_upload(
        context,
        file_name=upload.name,
        stream=upload,
        about=About(title=f"Photo: {asked.question}"[:LONGEST_TITLE]),
        supports=Subject(SubjectKind.ENTRY, str(entry_id)),
    ).notes


def _open(change: Change, entry_id: UUID) -> tuple[RegisterRow, SpotCheck]:
    row = keeping.locked(change, REGISTER, entry_id)
    if row.archived_at is not None:
        raise Refused("This is archived. Bring it back first.")
    entry: SpotCheck = keeping.current(change, REGISTER, row)
    return row, entry


def _keep(change: Change, row: RegisterRow, entry: SpotCheck, held: Mapping[str, Answer]) -> None:
    keeping.keep(change, REGISTER, row, replace(entry, answers=walk_round.to_text(tuple(held.values()))))


def _wrong(change: Change, remedy: Remedy) -> list[str]:
    found = []
    people = Person.objects.of(change.organisation_id)
    if remedy.owner is not None and not people.filter(pk=remedy.owner).exists():
        found.append("This person is not on the staff list any more. Choose again.")
    if remedy.done_on is not None and remedy.done_on > change.today:
        found.append("The day on which it was put right is still to come.")
    return found
