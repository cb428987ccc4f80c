"""What the pages about colleagues show."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.queries.accounts import Colleague, Waiting


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody with access, and every invitation still open."""

    colleagues: list[Colleague]
    waiting: list[Waiting]
    own_id: UUID
    may_manage: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A one-use link, shown once."""

    name: str
    address: str
    is_mailed: bool
    mail_is_set_up: bool
