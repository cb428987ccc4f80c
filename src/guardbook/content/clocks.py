"""What every clock needs, as one value: the bank holidays that count today and the dated law."""

from pathlib import Path

from guardbook.content import calendars, law
from guardbook.rules.clocks.published import Published


def published(data_folder: Path | None = None) -> Published:
    """As shipped, and newer where a person brought a calendar into the data folder."""
    return Published(calendars.working_days(data_folder), law.published())
