"""Checks the rest of a long file of a register's entries."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guardbook.actions.registers import importing
from guardbook.jobs import imports
from guardbook.queries.registers import reading


def check_import(arguments: Mapping[str, Any], now: datetime) -> None:
    """Check a file to its end; ``kind`` is the register."""
    imports.check(importing.target(reading.named(arguments["kind"])), arguments, now)
