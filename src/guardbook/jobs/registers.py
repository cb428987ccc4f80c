"""Checks the rest of a long file of a register's entries, and works entries out again from what is published."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guardbook.actions.registers import importing, refreshing
from guardbook.jobs import imports
from guardbook.queries import access
from guardbook.queries.registers import reading


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
