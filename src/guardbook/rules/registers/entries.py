"""What every entry of every register has, and how equal entries are counted together."""

from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cache
from typing import Generic, TypeVar, get_args, get_type_hints
from uuid import UUID

from guardbook.rules.registers import questions

SOMEBODY = UUID(int=1)
"""Stands for "there is one" where entries are counted and nobody's identifier is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. A register's own entry extends this, and words ``name`` in its own way.

    ``site_id`` None is the whole organisation. ``owner_leaves_on`` is the owner's last day of
    work where one is known. ``is_checked`` is False for starter content until a person says
    that it is true here; nothing unchecked supports an answer. ``support_ends_on`` and other
    worked-out values are named in the register's ``derived``.
    """

    name: str = questions.line("Name", required=True, listed=True)
    owner: UUID | None = questions.person(
        "Who looks after this?", also_called=("owner", "responsible", "responsible person", "lead")
    )
    site_id: UUID | None = None
    owner_leaves_on: date | None = None
    reviewed_on: date | None = None
    is_checked: bool = True


E_co = TypeVar("E_co", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True)
class Counted(Generic[E_co]):
    """Entries that are alike in everything their register counts, and how many there are.

    Only the columns in the register's ``counted`` are filled in; everything else holds nothing.
    An owner or a link that exists is ``SOMEBODY``.
    """

    entry: E_co
    number: int = 1
    days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    """Each date the entry holds, and the day after it: when it may say something else."""

    def __post_init__(self) -> None:
        """Look through the entry once for all that will be asked of it."""
        held = (getattr(self.entry, name) for name in _dates(type(self.entry)))  # type: ignore[arg-type]  # a class can be a key
        days = tuple(day for found in held if found is not None for day in (found, found + timedelta(days=1)))
        object.__setattr__(self, "days", days)


@cache
def _dates(entry: type[Entry]) -> tuple[str, ...]:
    """The columns of a register that can hold a date."""
    kinds = get_type_hints(entry)
    return tuple(each.name for each in fields(entry) if date in get_args(kinds[each.name]))
