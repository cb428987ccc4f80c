"""The page of the sector guide's own table and of the points where sources disagree."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.queries.access import Context
from guardbook.queries.roles.states import Overview
from guardbook.rules.organisations import ProviderKind
from guardbook.rules.roles import guidance as rules
from guardbook.rules.roles import words as names
from guardbook.rules.roles.vocabulary import Role
from guardbook.web.components import Cell, Column, Lines, Table
from guardbook.web.roles import words as said

_COLUMNS = {
    ProviderKind.PUBLIC_OWNED: "Owned by a council or the NHS",
    ProviderKind.LARGE_GROUP: "Large group",
    ProviderKind.OTHER: "Other",
}


@dataclass(frozen=True, slots=True)
class Differing:
    """One point on which sources disagree."""

    title: str
    said: str
    other: str
    we_do: str
    how_sure: str


@dataclass(frozen=True, slots=True)
class GuidancePage:
    """The table with this provider's column marked, and the disagreements."""

    organisation: UUID
    standing: str
    table: Table
    differing: tuple[Differing, ...]


def guidance(context: Context, found: Overview) -> GuidancePage:
    """Mark where this provider stands in the guide's table."""
    kind = found.requirements.kind.kind
    here = rules.column_of(kind)
    heads = [Column(f"{text} (you are here)" if one is here else text) for one, text in _COLUMNS.items()]
    rows: list[list[Cell]] = [[names.ROLE[role], *(_cell(role, one) for one in rules.COLUMNS)] for role in Role]
    standing = (
        f"You are: {names.KIND[kind]}. In the guide's table you stand under “{_COLUMNS[here]}”."
        if here
        else "We do not know enough yet to say where you stand."
    )
    return GuidancePage(
        organisation=context.organisation_id,
        standing=standing,
        table=Table("Which roles the guide asks for", [Column("Role"), *heads], rows),
        differing=tuple(
            Differing(one.title, one.said, one.other, one.we_do, said.CONFIDENCE[one.confidence])
            for one in rules.DISAGREEMENTS
        ),
    )


def _cell(role: Role, column: ProviderKind) -> Lines:
    one = rules.cell(role, column)
    return Lines([one.text, f"({one.note})"] if one.note else [one.text])
