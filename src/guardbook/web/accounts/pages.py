"""What the pages about signing in and colleagues show."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.queries.accounts import Colleague, Waiting


@dataclass(frozen=True, slots=True)
class Start:
    """The organisations a person may choose from, as identifier and name."""

    held: list[tuple[UUID, str]]


@dataclass(frozen=True, slots=True)
class FirstRun:
    """Whether this visitor may set Guardbook up; ``code`` is what their address carried after the question mark."""

    is_allowed: bool
    code: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """Whether somebody was sent here from a page they wanted."""

    is_on_the_way: bool


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
