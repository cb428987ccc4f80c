"""The published facts that registers are judged by, as one value."""

from guardbook.content import keeping
from guardbook.rules.registers.reference import Reference


def current() -> Reference:
    """What is published, as shipped or as refreshed since."""
    return Reference(keeping=keeping.times())
