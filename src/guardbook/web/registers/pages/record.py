"""The page of a record of processing that is too long to wait for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from guardbook.outside.queue import Stage
from guardbook.queries.evidence import Proof
from guardbook.web import words
from guardbook.web.components import Link, Row
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class LongRecord:
    """How far the writing is, in words, and what was written before."""

    back: Link
    lead: str
    is_being_written: bool
    has_failed: bool
    kept: tuple[Row, ...]
    again: str


def long_record(to: Address, stage: Stage | None, kept: Sequence[Proof], length: int) -> LongRecord:
    """Put the page together."""
    return LongRecord(
        back=to.back,
        lead=(
            f"Your record has {words.count(length, to.register.one, to.register.many)}. "
            "A PDF of it takes up to a minute to write."
        ),
        is_being_written=stage is Stage.OPEN,
        has_failed=stage is Stage.FAILED,
        kept=tuple(_written(to, each) for each in kept),
        again=reverse("record-pdf", kwargs={"organisation": to.organisation}),
    )


def _written(to: Address, proof: Proof) -> Row:
    href = reverse("evidence-file", kwargs={"organisation": to.organisation, "evidence_id": proof.evidence_id})
    said = f"Written on {words.moment(proof.added_at)}, asked for by {proof.added_by}"
    return Row(proof.title, said, [Link("Download", href, proof.title)])
