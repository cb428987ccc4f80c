"""What every entry of every register has, and how equal entries are counted together."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
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
