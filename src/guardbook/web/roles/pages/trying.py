"""The page that tries other facts: each role as it is, and as it would be."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.queries.access import Context
from guardbook.queries.roles.states import Overview
from guardbook.rules.organisations import Profile
from guardbook.rules.roles import requirement
from guardbook.rules.roles import words as names
from guardbook.rules.roles.vocabulary import Role
from guardbook.web.components import Column, Table
from guardbook.web.roles.pages import overview


@dataclass(frozen=True, slots=True)
class Tried:
    """The needs as they are and as tried, side by side; no needs while nothing was tried."""

    organisation: UUID
    summary: str
    table: Table | None
    needs: tuple[overview.Needed, ...]


def tried(context: Context, found: Overview, other: Profile | None) -> Tried:
    """Compare the roles under other facts with the roles as they are."""
    if other is None:
        return Tried(context.organisation_id, "", None, ())
    then = requirement.requirement(requirement.Facts(other, found.on))
    rows = [
        (names.ROLE[role], found.requirements.of(role).in_words, then.of(role).in_words, _change(found, then, role))
        for role in Role
    ]
    columns = [Column("Role"), Column("Now"), Column("With these facts"), Column("Changes?")]
    return Tried(
        organisation=context.organisation_id,
        summary=f"With these facts you would be: {names.KIND[then.kind.kind]}. {names.LARGE_SCALE[then.kind.large_scale]}.",
        table=Table("What would change", columns, rows),
        needs=tuple(overview.needed(context.organisation_id, one, edits=False) for one in then.all),
    )


def _change(found: Overview, then: requirement.Requirements, role: Role) -> str:
    now, other = found.requirements.of(role), then.of(role)
    return "No" if (now.need, now.force) == (other.need, other.force) else "Yes"
