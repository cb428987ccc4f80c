"""Changes to proofs: attach a file, a link or a place, use it for something, withdraw it, note who read it."""

from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh, require, upkeep
from guardbook.kernel.errors import Refused
from guardbook.outside import files, uploads
from guardbook.queries import evidence as questions
from guardbook.queries.access import Context
from guardbook.queries.evidence import Proof
from guardbook.records.models import Evidence, EvidenceUse, SensitiveRead
from guardbook.rules import evidence
from guardbook.rules.access import Permission
from guardbook.rules.evidence import About, EvidenceKind, Subject


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is already in the store."""

    file_name: str
    media_type: str
    size: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of sending a file: the new proof, and sentences to show (such as what was removed)."""

    evidence_id: UUID
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A stored file with the proof it belongs to."""

    proof: Proof
    content: bytes


def attach_upload(
    context: Context, *, file_name: str, stream: BinaryIO, about: About, supports: Subject | None = None
) -> Attached:
    """Check a file that somebody sent, keep it, and attach it.

    Raises:
        Refused: the file may not come in, or what was said of it will not do; says what to do instead.
    """
    require(context, Permission.EVIDENCE_EDIT)
    _refuse(evidence.faults(about))
    # Outside the transaction: reading a large file must not keep everybody else waiting.
    accepted = uploads.accept(file_name, stream)
    kept = _keep(accepted.name, accepted.media_type, accepted.content)
    return Attached(attach_file(context, kept=kept, about=about, supports=supports), accepted.notes)


def attach_made(
    context: Context, *, file_name: str, media_type: str, content: bytes, about: About, supports: Subject | None = None
) -> UUID:
    """Keep a document that Guardbook itself wrote, such as an appointment letter, and attach it."""
    require(context, Permission.EVIDENCE_EDIT)
    return attach_file(context, kept=_keep(file_name, media_type, content), about=about, supports=supports)


@action(Permission.EVIDENCE_EDIT)
def attach_file(change: Change, *, kept: Kept, about: About, supports: Subject | None = None) -> UUID:
    """Attach a file that is in the store; return the proof's identifier."""
    row = _row(change, EvidenceKind.FILE, about, file_name=kept.file_name, media_type=kept.media_type,
               size=kept.size, fingerprint=kept.fingerprint)  # fmt: skip
    return _attached(change, row, supports)


@action(Permission.EVIDENCE_EDIT)
def attach_link(change: Change, *, address: str, about: About, supports: Subject | None = None) -> UUID:
    """Attach a web address.

    Raises:
        Refused: it is not an ordinary web address.
    """
    _refuse(evidence.link_faults(address))
    return _attached(change, _row(change, EvidenceKind.LINK, about, address=address.strip()), supports)


@action(Permission.EVIDENCE_EDIT)
def attach_place(change: Change, *, place: str, about: About, supports: Subject | None = None) -> UUID:
    """Attach the words for where something is kept.

    Raises:
        Refused: nothing was said, or too much.
    """
    _refuse(evidence.place_faults(place))
    return _attached(change, _row(change, EvidenceKind.PLACE, about, place=place.strip()), supports)


@action(Permission.EVIDENCE_EDIT)
def use_for(change: Change, *, evidence_id: UUID, supports: Subject) -> None:
    """Use a proof that is here already for one more thing. Doing it twice changes nothing more.

    Raises:
        NotFound: there is no such proof here.
        Refused: it was withdrawn.
    """
    row = fresh(Evidence, change.organisation_id, evidence_id)
    if row.withdrawn_at is not None:
        raise Refused("This was withdrawn. Attach a current one instead.")
    _use(change, row, supports)
    change.record("evidence.proof.used", subject=row, details={"for": f"{supports.kind} {supports.key}"})


@action(Permission.EVIDENCE_EDIT)
def stop_using_for(change: Change, *, evidence_id: UUID, supports: Subject) -> None:
    """Stop using a proof for one thing; it stays for all others."""
    row = fresh(Evidence, change.organisation_id, evidence_id)
    found = EvidenceUse.objects.of(change.organisation_id).filter(
        evidence=row, subject_kind=supports.kind, subject_key=supports.key
    )
    for use in found:
        change.delete(use)
    change.record("evidence.proof.unused", subject=row, details={"for": f"{supports.kind} {supports.key}"})


@action(Permission.EVIDENCE_EDIT)
def withdraw(change: Change, *, evidence_id: UUID, reason: str) -> None:
    """Stop relying on a proof. It is kept, because frozen answers may rest on it.

    Raises:
        NotFound: there is no such proof here.
        Refused: no reason, or withdrawn already.
    """
    row = fresh(Evidence, change.organisation_id, evidence_id)
    if row.withdrawn_at is not None:
        raise Refused("This was withdrawn already.")
    if not reason.strip():
        raise Refused("Say why you withdraw it, for example: replaced by the 2026 policy.")
    row.withdrawn_at = change.now
    change.save(row)
    change.record("evidence.proof.withdrawn", subject=row, details={"reason": reason.strip()})


def read_file(context: Context, *, evidence_id: UUID) -> Read:
    """Read the file behind a proof, and note the reading where it is sensitive.

    Raises:
        NotFound: no such proof here, it has no file, or the store no longer holds it whole.
        NotPermitted: a member who may not open evidence.
    """
    found = questions.proof(context, evidence_id)
    content = files.store().read(found.fingerprint)
    if found.is_sensitive:
        _note_reading(context, found)
    return Read(found, content)


@upkeep
def _note_reading(context: Context, found: Proof) -> None:
    SensitiveRead.objects.create(
        organisation_id=context.organisation_id,
        at=context.now,
        by_user_id=context.by.user_id,
        by_name=context.by.name,
        subject_table=Evidence._meta.db_table,
        subject_id=found.evidence_id,
    )


def _keep(file_name: str, media_type: str, content: bytes) -> Kept:
    return Kept(file_name, media_type, len(content), files.store().put(content))


def _row(change: Change, kind: EvidenceKind, about: About, **values: object) -> Evidence:
    _refuse(evidence.faults(about))
    return change.create(
        Evidence,
        kind=kind,
        title=about.title.strip(),
        effective_from=about.effective_from,
        expires_on=about.expires_on,
        is_sensitive=about.is_sensitive,
        added_at=change.now,
        added_by=change.by.name,
        **values,
    )


def _attached(change: Change, row: Evidence, supports: Subject | None) -> UUID:
    said = {}
    if supports is not None:
        _use(change, row, supports)
        said["for"] = f"{supports.kind} {supports.key}"
    change.record("evidence.proof.attached", subject=row, details=said)
    return row.pk


def _use(change: Change, row: Evidence, supports: Subject) -> None:
    held = EvidenceUse.objects.of(change.organisation_id).filter(
        evidence=row, subject_kind=supports.kind, subject_key=supports.key
    )
    if not held.exists():
        change.create(EvidenceUse, evidence=row, subject_kind=supports.kind, subject_key=supports.key)


def _refuse(reasons: tuple[str, ...]) -> None:
    if reasons:
        raise Refused(*reasons)
