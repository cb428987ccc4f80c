"""Changes to what comes round: tick a duty with what shows it, leave it out for now, take a mistake back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions import evidence
from guardbook.actions.shell import Change, action, fresh, require
from guardbook.content import duties as content
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import duties as questions
from guardbook.queries.access import Context
from guardbook.records.models import DutyDone
from guardbook.rules.access import Permission
from guardbook.rules.duties import ticking
from guardbook.rules.duties.duty import Duty
from guardbook.rules.duties.ticking import Shown, Tick, WaiverFacts
from guardbook.rules.evidence import LONGEST_TITLE, About, Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was sent to show that a duty is done: a file, a web address, or the words for where something is kept."""

    upload: Any = None
    address: str = ""
    kept_at: str = ""

    @property
    def kinds(self) -> frozenset[Shown]:
        """Which kinds were sent."""
        sent = {Shown.FILE: self.upload, Shown.LINK: self.address.strip(), Shown.PLACE: self.kept_at.strip()}
        return frozenset(kind for kind, what in sent.items() if what)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a duty that is done. ``also`` are the keys of other duties done by the same."""

    done_on: date | None
    by: str
    note: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ticked:
    """One duty to tick, and what the rule made of it."""

    duty: Duty
    verdict: Tick


def tick(context: Context, *, key: str, said: Said, proofs: Proofs) -> tuple[str, ...]:
    """Tick a duty, and others done by the same, with what shows it; return sentences to show about a file.

    Raises:
        NotFound: there is no such duty.
        Refused: something is missing, or what was sent may not come in; then nothing is ticked.
    """
    require(context, Permission.REGISTER_EDIT)
    ticked = tuple(_rehearsed(context, key, said, proofs))
    kept, notes = _kept(context, ticked[0].duty, proofs)
    _record(context, ticked=ticked, said=said, evidence_ids=kept)
    return notes


@action(Permission.REGISTER_EDIT)
def _record(change: Change, *, ticked: Sequence[_Ticked], said: Said, evidence_ids: Sequence[UUID]) -> None:
    """Write down duties that the rule lets stand, each with the same proofs."""
    context = Context(change.by, change.organisation_id, change.now)
    for each in ticked:
        row = change.create(
            DutyDone,
            duty=each.duty.key,
            done_on=said.done_on,
            settles=each.verdict.settles,
            done_by=said.by.strip(),
            note=said.note.strip(),
            recorded_at=change.now,
            recorded_by=change.by.name,
        )
        change.record("duties.duty.ticked", subject=row, details={"duty": each.duty.name})
        for evidence_id in evidence_ids:
            evidence.use_for(context, evidence_id=evidence_id, supports=Subject(SubjectKind.DUTY, str(row.pk)))


@action(Permission.REGISTER_CONFIRM)
def leave_out(change: Change, *, key: str, until: date | None, reason: str, approved_by: str) -> None:
    """Leave a duty out until a day.

    Raises:
        NotFound: there is no such duty.
        Refused: no day, no reason or nobody who decided it.
    """
    duty = _duty(key)
    faults = ticking.waiver_faults(WaiverFacts(change.today, until, reason, approved_by))
    if faults:
        raise Refused(*faults)
    row = change.create(
        DutyDone,
        duty=key,
        left_out_until=until,
        left_out_because=reason.strip(),
        approved_by=approved_by.strip(),
        recorded_at=change.now,
        recorded_by=change.by.name,
    )
    change.record("duties.duty.left_out", subject=row, details={"duty": duty.name})


@action(Permission.REGISTER_EDIT)
def undo(change: Change, *, done_id: UUID, reason: str) -> str:
    """Take back a tick, or a decision to leave a duty out; it is kept. Return the duty's key.

    Raises:
        NotFound: nothing of that kind was recorded here.
        Refused: no reason, or it was taken back already.
    """
    row = fresh(DutyDone, change.organisation_id, done_id)
    if row.undone_at is not None:
        raise Refused("This was taken back already.")
    if not reason.strip():
        raise Refused("Say why you take it back, for example: ticked the wrong one.")
    row.undone_at, row.undone_because = change.now, reason.strip()[:300]
    change.save(row)
    change.record("duties.duty.taken_back", subject=row, details={"reason": row.undone_because})
    return row.duty


def _rehearsed(context: Context, key: str, said: Said, proofs: Proofs) -> Iterator[_Ticked]:
    """Ask the rule about each duty before anything is kept."""
    standing = {each.duty.key: each for each in questions.standings(context)}
    for each in dict.fromkeys((key, *said.also)):
        found = standing[_duty(each).key]
        verdict = ticking.tick(
            ticking.Facts(
                duty=found.duty,
                as_of=clock.uk_today(context.now),
                done_on=said.done_on,
                by=said.by,
                note=said.note,
                evidence=proofs.kinds,
                due_on=found.next.due_on,
                also_for=frozenset(said.also),
            )
        )
        if not verdict.is_accepted:
            raise Refused(*verdict.faults)
        yield _Ticked(found.duty, verdict)


def _kept(context: Context, duty: Duty, proofs: Proofs) -> tuple[list[UUID], tuple[str, ...]]:
    """Keep what was sent, and say what was done to a file."""
    kept: list[UUID] = []
    notes: tuple[str, ...] = ()
    if proofs.address.strip():
        about = About(title=proofs.address.strip()[:LONGEST_TITLE])
        kept.append(evidence.attach_link(context, address=proofs.address, about=about))
    if proofs.kept_at.strip():
        kept.append(evidence.attach_place(context, place=proofs.kept_at, about=About(title=duty.name)))
    if proofs.upload:
        about = About(title=proofs.upload.name[:LONGEST_TITLE])
        made = evidence.attach_upload(context, file_name=proofs.upload.name, stream=proofs.upload, about=about)
        kept.append(made.evidence_id)
        notes = made.notes
    return kept, notes


def _duty(key: str) -> Duty:
    found = content.find(key)
    if found is None:
        raise NotFound
    return found
