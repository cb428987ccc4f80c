"""The shape that the files of a pack must have; anything else in them is a fault."""

from datetime import date, datetime
from typing import Annotated, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from guardbook.rules.frameworks.items import AnswerKind, Change, Covers, Exemption, Level, TypedAs, Unit, WindowKind
from guardbook.rules.frameworks.packs import Origin
from guardbook.rules.verdict import Confidence

Ref: TypeAlias = Annotated[str, Field(pattern=r"^\d{1,2}\.\d{1,2}\.\d{1,3}$")]
AssertionRef: TypeAlias = Annotated[str, Field(pattern=r"^\d{1,2}\.\d{1,2}$")]
Version: TypeAlias = Annotated[str, Field(pattern=r"^[0-9][0-9a-z.-]*$")]
Code: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Year: TypeAlias = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
Words: TypeAlias = Annotated[str, Field(min_length=1)]


class Shape(BaseModel):
    """Strict and frozen: no guessing of types, no unknown keys."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class KnownShape(Shape):
    confidence: Confidence
    note: str = ""


def _spell_out(value: object) -> object:
    """``inferred`` alone is short for ``{confidence: inferred}``."""
    return {"confidence": value} if isinstance(value, str) else value


KnownFact: TypeAlias = Annotated[
    KnownShape, BeforeValidator(_spell_out, json_schema_input_type=KnownShape | Confidence)
]


class KnowledgeShape(Shape):
    ref: KnownFact
    level: KnownFact
    question: KnownFact
    answer: KnownFact
    not_applicable: KnownFact
    exemptions: KnownFact
    changed: KnownFact
    group: KnownFact | None = None
    window: KnownFact | None = None
    threshold: KnownFact | None = None


class WindowShape(Shape):
    kind: WindowKind
    covers: Covers
    words: Words
    months: Annotated[int, Field(ge=1, le=120)] | None = None
    since_on: date | None = None
    good_practice: bool = False


class ThresholdShape(Shape):
    number: Annotated[int, Field(ge=0)]
    unit: Unit
    words: Words


class NotApplicableShape(Shape):
    allowed: bool
    when: str = ""
    typed_as: TypedAs | None = None


class ItemShape(Shape):
    """One question, as an author writes it."""

    ref: Ref
    level: Level
    question: Words
    answer: AnswerKind
    known: KnowledgeShape
    topic: Annotated[tuple[Words, ...], Field(min_length=2, max_length=2)] | None = None
    also_accepts: tuple[AnswerKind, ...] = ()
    why: str = ""
    good: tuple[Words, ...] = ()
    example: str = ""
    who_helps: str = ""
    term: str = ""
    minutes: Annotated[int, Field(ge=1, le=600)] = 15
    not_applicable: NotApplicableShape = NotApplicableShape(allowed=False)
    exemptions: tuple[Exemption, ...] = ()
    exemptions_elsewhere: tuple[Words, ...] = ()
    threshold: ThresholdShape | None = None
    window: WindowShape | None = None
    source_register: str = ""
    rule: Code | None = None
    why_no_rule: str = ""
    prior_refs: dict[str, Ref] = {}
    changed: Change = Change.UNCHANGED
    note: str = ""
    sources: tuple[Words, ...] = ()
    official_help: str = ""


class TotalsShape(Shape):
    mandatory: Annotated[int, Field(ge=0)]
    approaching: Annotated[int, Field(ge=0)]
    shown: Annotated[int, Field(ge=0)] | None = None
    known: KnownFact
    sources: tuple[Words, ...] = ()


class DoubtShape(Shape):
    ref: Ref
    why: Words


class StandardShape(Shape):
    number: Annotated[int, Field(ge=1)]
    name: Words
    theme: Words


class AssertionShape(Shape):
    ref: AssertionRef
    title: Words


class TopicShape(Shape):
    name: Words
    parts: tuple[Words, ...]


class SourceShape(Shape):
    key: Words
    title: Words
    address: str = ""


class RenumberingShape(Shape):
    old: Ref
    new: Ref
    known: KnownFact


class MigrationShape(Shape):
    from_version: Version
    standards: tuple[int, ...]
    renumbered: tuple[RenumberingShape, ...]


class RetirementShape(Shape):
    ref: Ref
    why: Words
    merged_into: Ref | None = None


class RefsShape(Shape):
    """The questions written out by level, to check what a pack told as differences comes to."""

    approaching: tuple[Ref, ...]
    standards_met: tuple[Ref, ...]
    optional: tuple[Ref, ...]


class ImportedShape(Shape):
    file_name: Words
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    by: Words
    at: datetime


class PackShape(Shape):
    """``pack.yaml``: what is true of the whole version. Questions stand in ``items/`` or under ``items``."""

    code: Code
    version: Version
    year: Year
    name: Words
    category: str
    origin: Origin
    previous: Version | None = None
    based_on: Version | None = None
    opened_on: date | None = None
    closes_on: date | None = None
    made_up_names: tuple[Words, ...] = ()
    totals: TotalsShape | None = None
    doubts: tuple[DoubtShape, ...] = ()
    notes: tuple[Words, ...] = ()
    confidence_notes: dict[Confidence, Words] = {}
    standards: tuple[StandardShape, ...] = ()
    assertions: tuple[AssertionShape, ...] = ()
    topics: tuple[TopicShape, ...] = ()
    migrations: tuple[MigrationShape, ...] = ()
    retired: tuple[RetirementShape, ...] = ()
    sources: tuple[SourceShape, ...] = ()
    absent: tuple[Ref, ...] = ()
    differences: tuple[dict[str, JsonValue], ...] = ()
    refs: RefsShape | None = None
    items: tuple[ItemShape, ...] = ()
    imported: ImportedShape | None = None
    fingerprint: str = ""


class DeadlineShape(Shape):
    year: Year
    version: Version | None = None
    on: date
    known: KnownFact
    sources: tuple[Words, ...] = ()


class FrameworkShape(Shape):
    """``framework.yaml``: what is true of the toolkit across its versions."""

    code: Code
    name: Words
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    deadlines: tuple[DeadlineShape, ...]
    next_version: Words
    getting_the_list: tuple[Words, ...]
    sources: tuple[SourceShape, ...] = ()
