"""Works out every organisation's standing again each night, so that a portfolio opens on today's figures."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guardbook.actions.assessment import standings
from guardbook.queries import access, frameworks


def refresh_standings(arguments: Mapping[str, Any], now: datetime) -> None:
    """Recompute the standings on every list of questions. Doing it twice changes nothing more."""
    del arguments  # it is about all organisations
    with access.everything():
        for version in frameworks.versions():
            standings.recompute(frameworks.pack(frameworks.TOOLKIT, version), now)
