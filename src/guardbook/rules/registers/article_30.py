"""Whether a record of processing is required, and what is missing in one that somebody puts to it (rule D-01)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.rules.registers import checked
from guardbook.rules.registers.checked import Row
from guardbook.rules.registers.processing import ARTICLE_30, REGISTER, Part, Processing
from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """What a provider is, and the rows it has. ``works_for`` names organisations it keeps records for."""

    as_of: date
    staff: int | None = None
    people_supported: int | None = None
    works_for: tuple[str, ...] = ()
    rows: tuple[Processing, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Whether a record is required, each row with its gaps, and rows that are missing."""

    is_required: bool
    reason: Reason
    rows: tuple[Row, ...]
    findings: tuple[Gap, ...]


def record(facts: Facts) -> Record:
    """Whether the record of processing is required, and what is missing in it (D-01)."""
    size = "" if facts.staff is None else f" It does not matter that you have {facts.staff} staff."
    text = f"You must keep this record, because health information is part of your everyday work.{size}"
    return Record(
        is_required=True,
        reason=Reason(text, "D-01", Confidence.MEMORY, f"{ARTICLE_30}(5)"),
        rows=tuple(checked.row(REGISTER, each, facts.as_of) for each in facts.rows),
        findings=tuple(_for_others(facts)),
    )


def _for_others(facts: Facts) -> Iterator[Gap]:
    if facts.works_for and not any(each.part is Part.FOR_OTHERS for each in facts.rows):
        named = ", ".join(facts.works_for)
        text = f"Add a row for what you do for others: {named} (Article 30(2))."
        yield Gap(text, Severity.MEDIUM, "part", "D-01", Confidence.MEMORY, ARTICLE_30)
