"""Checks the rest of a long file of training records."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guardbook.actions.training.importing import TRAINING
from guardbook.jobs import imports


def check_import(arguments: Mapping[str, Any], now: datetime) -> None:
    """Check a training file to its end."""
    imports.check(TRAINING, arguments, now)
