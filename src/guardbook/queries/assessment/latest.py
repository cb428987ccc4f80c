"""The latest word on each question, for many organisations at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from guardbook.kernel import clock
from guardbook.queries.facts.within import Batch
from guardbook.records.models import Answer as AnswerRow
from guardbook.records.models import EvidenceUse, PriorAnswer, Publication
from guardbook.rules.assessment import years
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.standing import Latest, Said
from guardbook.rules.assessment.status import Goal, Published
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.frameworks.items import AnswerKind
from guardbook.rules.frameworks.packs import Pack

ANSWERED, NOT_APPLICABLE, WITHDRAWN = "answered", "not_applicable", "withdrawn"
ANSWER_COLUMNS = (
    "organisation_id", "item", "number", "kind", "is_yes", "text", "on_date", "figure", "comment", "reason",
    "is_confirmed", "rests_on", "given_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """One organisation's work on one version of the toolkit."""

    assessment_id: UUID
    organisation_id: UUID
    framework: str
    version: str
    planned_publication_on: date
    started_at: datetime
    approaching_planned_at: datetime | None


def subject_key(pack: Pack, ref: str) -> str:
    """How a proof names a question: "dspt/8/1.1.1"."""
    return f"{pack.code}/{pack.version}/{ref}"


def latest(batch: Batch, pack: Pack) -> Mapping[UUID, dict[str, Latest]]:
    """The latest version of every answer by organisation and question; last year's words fill the gaps. Three queries."""
    files = _files(batch, pack)
    found: defaultdict[UUID, dict[str, Latest]] = defaultdict(dict)
    for organisation_id, each in _prior(batch, pack):
        found[organisation_id].update(each)
    rows = AnswerRow.objects.filter(
        batch.rows(), is_current=True, assessment__framework=pack.code, assessment__version=pack.version
    )
    for row in rows.values(*ANSWER_COLUMNS):
        found[row["organisation_id"]][row["item"]] = of_row(row, files[row["organisation_id"], row["item"]])
    return found


def of_row(row: Mapping[str, Any], files: int) -> Latest:
    """One stored version of an answer as the rules read it."""
    answer = Answer(
        kind=_kind(row),
        text=row["text"],
        yes=bool(row["is_yes"]),
        on=row["on_date"],
        number=None if row["figure"] is None else int(row["figure"]),
        files=files,
        comment=row["comment"],
        not_applicable_because=row["reason"],
    )
    rests_on = row["rests_on"] or {}
    basis = Outcome(rests_on["outcome"]) if "outcome" in rests_on else None
    return Latest(_said(row["kind"], confirmed=row["is_confirmed"]), answer, clock.uk_today(row["given_at"]), basis)


def published(batch: Batch, code: str) -> Mapping[UUID, tuple[Published, ...]]:
    """What was published on the portal, the earliest first, by organisation. One query."""
    rows = Publication.objects.filter(batch.rows(), framework=code, withdrawn_at=None).order_by("published_on", "id")
    found: defaultdict[UUID, list[Published]] = defaultdict(list)
    for organisation_id, level, on in rows.values_list("organisation_id", "level", "published_on"):
        found[organisation_id].append(Published(Goal(level), years.year_of(on), on))
    return {key: tuple(each) for key, each in found.items()}


def _files(batch: Batch, pack: Pack) -> Counter[tuple[UUID, str]]:
    prefix = subject_key(pack, "")
    rows = EvidenceUse.objects.filter(
        batch.rows(), subject_kind=SubjectKind.ITEM, subject_key__startswith=prefix, evidence__withdrawn_at=None
    )
    counted = rows.values_list("organisation_id", "subject_key").annotate(number=Count("pk"))
    return Counter({(organisation_id, key.removeprefix(prefix)): number for organisation_id, key, number in counted})


def _prior(batch: Batch, pack: Pack) -> Iterable[tuple[UUID, dict[str, Latest]]]:
    rows = PriorAnswer.objects.filter(
        batch.rows(), assessment__framework=pack.code, assessment__version=pack.version
    ).values_list("organisation_id", "item", "text", "brought_at")
    for organisation_id, ref, text, brought_at in rows:
        item = pack.item(ref)
        if item is not None:
            yield organisation_id, {ref: carried(item.answer, text, brought_at)}


def carried(kind: AnswerKind, text: str, brought_at: datetime) -> Latest:
    """Last year's words as a latest word that counts for nothing."""
    answer = Answer(kind, text=text) if kind is not AnswerKind.CONFIRM else Answer(kind, comment=text)
    return Latest(Said.CARRIED, answer, clock.uk_today(brought_at))


def _said(kind: str, *, confirmed: bool) -> Said:
    if kind == WITHDRAWN:
        return Said.WITHDRAWN
    if not confirmed:
        return Said.PROPOSED
    return Said.NOT_APPLICABLE if kind == NOT_APPLICABLE else Said.CONFIRMED


def _kind(row: Mapping[str, Any]) -> AnswerKind:
    """The kind of an answer shows in which column is filled; a document has none, its proofs are its content."""
    if row["is_yes"] is not None:
        return AnswerKind.CONFIRM
    if row["figure"] is not None:
        return AnswerKind.NUMBER
    if row["on_date"] is not None:
        return AnswerKind.DATE
    return AnswerKind.TEXT if row["text"] else AnswerKind.DOCUMENT
