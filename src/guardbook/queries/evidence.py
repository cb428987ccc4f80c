"""Questions about proofs: what supports what, and which file is behind one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Evidence, EvidenceUse, ImportRun, Report
from guardbook.rules.access import Permission
from guardbook.rules.evidence import EvidenceKind, SubjectKind


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof, as pages and documents show it. ``fingerprint`` is the SHA-256 of a stored file, else empty."""

    evidence_id: UUID
    kind: EvidenceKind
    title: str
    file_name: str
    media_type: str
    size: int
    fingerprint: str
    address: str
    place: str
    effective_from: date | None
    expires_on: date | None
    is_sensitive: bool
    added_at: datetime
    added_by: str
    withdrawn_at: datetime | None


@question(Permission.EVIDENCE_VIEW)
def proof(context: Context, evidence_id: UUID) -> Proof:
    """One proof, withdrawn or not. One query.

    Raises:
        NotFound: there is none, or it belongs to another provider or to a site out of reach.
    """
    row = _visible(context).filter(pk=evidence_id).first()
    if row is None:
        raise NotFound
    return _proof(row)


@question(Permission.EVIDENCE_VIEW)
def listing(context: Context) -> list[Proof]:
    """Every proof that was not withdrawn, newest first. One query."""
    return [_proof(row) for row in _visible(context).filter(withdrawn_at=None).order_by("-added_at", "-id")]


@question(Permission.EVIDENCE_VIEW)
def supporting(context: Context, kind: SubjectKind, keys: Iterable[str] | None = None) -> dict[str, tuple[Proof, ...]]:
    """Proofs in use for each subject of a kind, oldest first; ``keys`` narrows it to these subjects. One query."""
    uses = EvidenceUse.objects.of(context.organisation_id).filter(subject_kind=kind)
    if keys is not None:
        uses = uses.filter(subject_key__in=list(keys))
    found: defaultdict[str, list[Proof]] = defaultdict(list)
    visible = uses.filter(evidence__in=_visible(context), evidence__withdrawn_at=None)
    for use in visible.select_related("evidence").order_by("evidence__added_at", "evidence_id"):
        found[use.subject_key].append(_proof(use.evidence))
    return {key: tuple(proofs) for key, proofs in found.items()}


def wanted_fingerprints() -> frozenset[str]:
    """The fingerprints of all files that some row refers to. Needs the scope of everything."""
    kept = Evidence.objects.exclude(fingerprint="").values_list("fingerprint", flat=True)
    staged = ImportRun.objects.exclude(fingerprint="").values_list("fingerprint", flat=True)
    told = Report.objects.exclude(photo_fingerprint="").values_list("photo_fingerprint", flat=True)
    return frozenset(kept.union(staged, told))


def _visible(context: Context) -> TenantQuerySet[Evidence]:
    return Evidence.objects.of(context.organisation_id).visible_to(context.by.sites)


def _proof(row: Evidence) -> Proof:
    return Proof(
        evidence_id=row.pk,
        kind=EvidenceKind(row.kind),
        title=row.title,
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size,
        fingerprint=row.fingerprint,
        address=row.address,
        place=row.place,
        effective_from=row.effective_from,
        expires_on=row.expires_on,
        is_sensitive=row.is_sensitive,
        added_at=row.added_at,
        added_by=row.added_by,
        withdrawn_at=row.withdrawn_at,
    )
