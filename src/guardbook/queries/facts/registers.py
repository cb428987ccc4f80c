"""What the registers of many organisations hold, counted by what answers read."""

from collections.abc import Mapping
from uuid import UUID

from guardbook.queries.facts.within import Batch
from guardbook.queries.registers import counting
from guardbook.rules.facts import Kept, RegisterFacts
from guardbook.rules.registers import catalogue


def registers(batch: Batch) -> Mapping[UUID, RegisterFacts]:
    """Every register of every organisation in the batch. One query, whatever their number."""
    return {
        key: RegisterFacts(
            {slug: Kept(tuple(each.rows), each.unchecked, each.whole_on, each.is_none) for slug, each in held.items()}
        )
        for key, held in counting.tallies(batch.rows(), catalogue.ALL).items()
    }
