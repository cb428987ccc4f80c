"""Keeps the standings: a checked cache of where each organisation stands, recomputed in batches."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from guardbook.actions.shell import upkeep
from guardbook.kernel import clock
from guardbook.kernel.identifiers import uuid7
from guardbook.queries.assessment import evaluating, standings
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.queries.facts.within import Batch
from guardbook.records.models import Standing
from guardbook.rules.frameworks.packs import Pack

SIZE = 250


def recompute(pack: Pack, now: datetime, size: int = SIZE) -> int:
    """Work out every standing on one list again, in ranges of keys; return how many. Needs the scope of everything."""
    return sum(refresh(batch, pack, now) for batch in evaluating.ranges(pack, size))


@upkeep
def refresh(batch: Batch, pack: Pack, now: datetime) -> int:
    """Work out the standings of one batch again and store them; return how many."""
    # The marks are read before the facts: a change in between makes the standing stale, never wrong.
    marks = standings.marks(batch)
    rows = [_row(each, pack, marks, now) for each in evaluating.many(batch, pack, clock.uk_today(now))]
    Standing.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["organisation", "framework", "version"],
        update_fields=[
            "facts_seq",
            "stale_on",
            "rules_fingerprint",
            "pack_fingerprint",
            "status",
            "body",
            "computed_at",
        ],
        batch_size=100,
    )
    return len(rows)


def _row(found: Evaluated, pack: Pack, marks: Mapping[UUID, int], now: datetime) -> Standing:
    return Standing(
        id=uuid7(),
        organisation_id=found.organisation_id,
        framework=pack.code,
        version=pack.version,
        facts_seq=marks.get(found.organisation_id, 0),
        stale_on=found.stale_on,
        rules_fingerprint=standings.rules_fingerprint(),
        pack_fingerprint=pack.fingerprint,
        status=found.status.best or "",
        body=standings.body(found),
        computed_at=now,
    )
