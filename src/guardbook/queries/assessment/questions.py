"""One question with everything around it: where it stands, its versions, last year's words, remarks and proofs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import evidence
from guardbook.queries.access import Context, question
from guardbook.queries.assessment import latest
from guardbook.queries.assessment.latest import Run
from guardbook.queries.evidence import Proof
from guardbook.queries.facts import gathering
from guardbook.queries.facts.within import One
from guardbook.records.models import Answer as AnswerRow
from guardbook.records.models import ItemComment, PriorAnswer
from guardbook.rules.access import Permission
from guardbook.rules.assessment import standing
from guardbook.rules.assessment.standing import Latest, Standing
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import Item
from guardbook.rules.frameworks.packs import Pack


@dataclass(frozen=True, slots=True)
class Judged:
    """Where one question stands, the facts it was judged by, and how many proofs it has."""

    standing: Standing
    facts: Facts
    files: int

    @property
    def judged_on(self) -> date:
        """The day windows are judged on."""
        return self.facts.judged_on


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an answer, for the history of the question."""

    number: int
    said: Latest
    by: str
    at: datetime
    is_current: bool
    row_id: UUID


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment by a colleague."""

    body: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Prior:
    """Last year's words for the question."""

    from_version: str
    from_item: str
    text: str
    brought_at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """Everything the page of one question shows."""

    run: Run
    pack: Pack
    item: Item
    judged: Judged
    versions: tuple[Version, ...]
    prior: Prior | None
    remarks: tuple[Remark, ...]
    proofs: tuple[Proof, ...]

    @property
    def number(self) -> int:
        """The number of the version in force; 0 before the first."""
        return self.versions[0].number if self.versions else 0


@question(Permission.ITEM_VIEW)
def question_of(context: Context, run: Run, pack: Pack, item: Item) -> Question:
    """Gather one question. Ten queries, however many questions or people there are."""
    proofs = _proofs(context, pack, item)
    prior = _prior(context, run, item)
    versions = _versions(context, run, item, len(proofs))
    newest = (
        versions[0].said if versions else latest.carried(item.answer, prior.text, prior.brought_at) if prior else None
    )
    facts = _facts(context, run.planned_publication_on)
    return Question(
        run=run,
        pack=pack,
        item=item,
        judged=Judged(standing.evaluate(facts, item, newest), facts, len(proofs)),
        versions=versions,
        prior=prior,
        remarks=_remarks(context, run, item),
        proofs=proofs,
    )


def judge(context: Context, pack: Pack, item: Item, planned_on: date) -> Judged:
    """Where one question stands, for an action about it. Eight queries."""
    files = len(_proofs(context, pack, item))
    rows = AnswerRow.objects.of(context.organisation_id).filter(
        item=item.ref, is_current=True, assessment__framework=pack.code, assessment__version=pack.version
    )
    row = rows.values(*latest.ANSWER_COLUMNS).first()
    facts = _facts(context, planned_on)
    newest = latest.of_row(row, files) if row else None
    return Judged(standing.evaluate(facts, item, newest), facts, files)


def find(pack: Pack, ref: str) -> Item:
    """The question with this number. NotFound where the list has none."""
    item = pack.item(ref)
    if item is None:
        raise NotFound
    return item


def _facts(context: Context, planned_on: date) -> Facts:
    batch, today = One(context.organisation_id), clock.uk_today(context.now)
    return gathering.gather(batch, today, {context.organisation_id: planned_on})[context.organisation_id]


def _versions(context: Context, run: Run, item: Item, files: int) -> tuple[Version, ...]:
    rows = AnswerRow.objects.of(context.organisation_id).filter(assessment_id=run.assessment_id, item=item.ref)
    columns = (*latest.ANSWER_COLUMNS, "given_by", "is_current", "id")
    return tuple(
        Version(
            row["number"], latest.of_row(row, files), row["given_by"], row["given_at"], row["is_current"], row["id"]
        )
        for row in rows.order_by("-number").values(*columns)
    )


def _prior(context: Context, run: Run, item: Item) -> Prior | None:
    rows = PriorAnswer.objects.of(context.organisation_id).filter(assessment_id=run.assessment_id, item=item.ref)
    row = rows.values_list("from_version", "from_item", "text", "brought_at").first()
    return Prior(*row) if row else None


def _remarks(context: Context, run: Run, item: Item) -> tuple[Remark, ...]:
    rows = ItemComment.objects.of(context.organisation_id).filter(assessment_id=run.assessment_id, item=item.ref)
    return tuple(Remark(*row) for row in rows.order_by("-said_at", "-id").values_list("body", "said_by", "said_at"))


def _proofs(context: Context, pack: Pack, item: Item) -> tuple[Proof, ...]:
    key = latest.subject_key(pack, item.ref)
    return evidence.supporting(context, SubjectKind.ITEM, [key]).get(key, ())
