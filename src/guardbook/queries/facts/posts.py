"""The key roles of many organisations: who holds which, how it was given, and training for it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.queries.facts.staff import last_completion
from guardbook.queries.facts.within import Batch
from guardbook.records.models import Appointment
from guardbook.rules.facts import Post
from guardbook.rules.roles import words
from guardbook.rules.roles.vocabulary import EvidenceKind, Role
from guardbook.rules.training.needs import Level

_EVIDENCE = {
    EvidenceKind.JOB_DESCRIPTION: "a line in the job description",
    EvidenceKind.MINUTES: "the minutes of a meeting",
    EvidenceKind.APPOINTMENT_LETTER: "a letter of appointment",
}


def posts(batch: Batch, as_of: date) -> Mapping[UUID, tuple[Post, ...]]:
    """Every appointment, the earliest first, with training for the role by ``as_of``. One query."""
    rows = (
        Appointment.objects.filter(batch.rows())
        .annotate(
            lead_training=last_completion("person_id", [Level.LEAD], as_of),
            special_training=last_completion("person_id", [Level.SPECIALIST], as_of),
        )
        .order_by("from_on", "id")
        .values(
            "organisation_id",
            "role",
            "title",
            "firm",
            "firm_person",
            "person__name",
            "person__job_title",
            "senior_post",
            "is_accountable",
            "is_deputy",
            "from_on",
            "until_on",
            "evidence_kind",
            "evidence_note",
            "accepted_on",
            "lead_training",
            "special_training",
        )
    )
    found: defaultdict[UUID, list[Post]] = defaultdict(list)
    for row in rows:
        found[row["organisation_id"]].append(_post(row))
    return {key: tuple(held) for key, held in found.items()}


def _post(row: Mapping[str, Any]) -> Post:
    role = Role(row["role"])
    return Post(
        role=role,
        title=words.ROLE[role],
        holder=row["person__name"] or row["firm_person"] or row["firm"],
        job_title=row["person__job_title"] or row["senior_post"],
        is_external=bool(row["firm"]),
        is_accountable=row["is_accountable"],
        is_deputy=row["is_deputy"],
        from_on=row["from_on"],
        until_on=row["until_on"],
        evidence=_evidence(row["evidence_kind"], row["evidence_note"]),
        accepted_on=row["accepted_on"],
        role_training_on=row["lead_training" if role is Role.DSP_LEAD else "special_training"],
    )


def _evidence(kind: str, note: str) -> str:
    known = {each.value: text for each, text in _EVIDENCE.items()}
    text = known.get(kind, "")
    return f"{text} ({note})" if text and note else text or note
