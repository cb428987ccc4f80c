"""Small question lists for the tests of the framework rules."""

from guardbook.rules.frameworks.items import AnswerKind, Item, Knowledge, Known, Level
from guardbook.rules.frameworks.packs import Origin, Pack
from guardbook.rules.verdict import Confidence

READ = Known(Confidence.READ, "Read.")
KNOWN = Knowledge(READ, READ, READ, READ, READ, READ, READ)


def question(ref: str, text: str = "Do you keep a list?", level: Level = Level.STANDARDS_MET) -> Item:
    return Item(ref, level, AnswerKind.TEXT, text, KNOWN)


def listed(version: str, *items: Item, origin: Origin = Origin.REBUILT) -> Pack:
    return Pack("dspt", version, "2025-26", f"Toolkit, version {version}", origin, items)
