"""The published facts that registers are judged by, as one value."""

from pathlib import Path

from guardbook.content import keeping
from guardbook.content.endings import current as endings
from guardbook.rules.registers.reference import Reference


def current(data_folder: Path | None = None) -> Reference:
    """What is published: as shipped, and newer where a person brought it into the data folder."""
    return Reference(keeping=keeping.times(), endings=endings.endings(data_folder))
