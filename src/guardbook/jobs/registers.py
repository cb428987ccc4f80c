"""Checks the rest of a long file of entries, works entries out again, and writes documents that take long."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from guardbook.actions.registers import importing, refreshing
from guardbook.actions.registers import record as actions
from guardbook.exports import processing
from guardbook.exports.documents import pdf
from guardbook.jobs import imports
from guardbook.kernel import clock
from guardbook.queries import access
from guardbook.queries.registers import reading, record


def check_import(arguments: Mapping[str, Any], now: datetime) -> None:
    """Check a file to its end; ``kind`` is the register."""
    imports.check(importing.target(reading.named(arguments["kind"])), arguments, now)


def work_out_again(arguments: Mapping[str, Any], now: datetime) -> None:
    """Work out every organisation's devices and programs again. Doing it twice changes nothing more."""
    del arguments  # it is about all organisations
    with access.everything():
        wanted = reading.keepers(refreshing.LASTING)
    for organisation_id in wanted:
        refreshing.work_out_again(access.system("Published dates", organisation_id, now))


def write_record(arguments: Mapping[str, Any], now: datetime) -> None:
    """Write the whole record of processing as a PDF, and keep it under the name of who asked for it."""
    organisation_id = UUID(arguments["organisation_id"])
    ctx = access.system(arguments["by"], organisation_id, now)
    with access.scoped(organisation_id, None):
        found = record.whole(ctx)
    made = pdf.pdf(processing.document(found.organisation, found.rows, clock.uk_today(now)))
    with access.scoped(organisation_id, None):
        actions.keep(ctx, asked=UUID(arguments["asked"]), content=made)
