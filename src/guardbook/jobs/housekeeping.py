"""Keeps the place tidy once a day: forgets finished jobs, ended sessions, and files that nothing refers to."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.management import call_command

from guardbook.actions import jobs
from guardbook.outside import files
from guardbook.queries import access, evidence

logger = logging.getLogger(__name__)


def tidy(arguments: Mapping[str, Any], now: datetime) -> None:  # noqa: ARG001 - every job has this shape
    """Do all of it."""
    jobs.tidy(now)
    call_command("clearsessions")
    with access.everything():
        wanted = evidence.wanted_fingerprints()
    removed = files.store().sweep(wanted, now)
    if removed:
        logger.info("Removed %s files that nothing refers to.", len(removed))
