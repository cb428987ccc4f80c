"""Published facts that registers are judged by, handed in by whoever holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guardbook.rules.registers.endings.published import Endings
from guardbook.rules.registers.terms import Term


@dataclass(frozen=True, slots=True)
class Reference:
    """What is published, and what the organisation itself has set.

    ``keeping`` is how long each kind of record is kept, by the kind's value (rule D-11). ``endings`` is
    when makers stop sending security fixes (rule E-04). ``own`` holds the organisation's entries of the registers that a register's ``reads`` names, by slug.
    """

    keeping: Mapping[str, Term] = field(default_factory=dict)
    own: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    endings: Endings = field(default_factory=Endings)
