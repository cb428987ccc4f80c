"""Parts that more than one working page has."""

from collections.abc import Sequence
from datetime import date

from guardbook.queries.access import Context
from guardbook.queries.deciders.reporting import Kept
from guardbook.queries.roles.held import Holding
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.roles import words as role_words
from guardbook.rules.roles.vocabulary import Role
from guardbook.web import words
from guardbook.web.components import Cell, Column, Link, Table
from guardbook.web.deciders.pages.look import Part, go, may


def held_by(role: Role, holder: Holding | None) -> str:
    """Who has a role, in a sentence."""
    name = role_words.ROLE[role]
    return f"{holder.who} is {name}." if holder else f"Nobody is {name} today."


def kept(ctx: Context, kind: Kind, found: Sequence[Kept], title: str, lead: str) -> Part:
    """The reports of a kind that were kept, and the way to make the next one."""
    mine = [each for each in found if each.kind is kind][:6]
    rows: list[list[Cell]] = [
        [
            Link(words.day(each.made_at), go(ctx, "deciding-report", kept_id=each.id), f"{kind.named}"),
            each.made_by,
            f"{each.signed_by}, {words.day(each.signed_on)}" if each.signed_on else "Not signed",
        ]
        for each in mine
    ]
    shown = Table(title, [Column("Made on"), Column("By"), Column("Signed")], rows, is_caption_hidden=True)
    make = may(
        ctx, kind.kept_by, Link("Make a new one", go(ctx, "deciding-report-make", kind=kind.value), title.lower())
    )
    return Part(title, lead, shown if rows else None, empty="None has been kept yet.", links=make)


def due(on: date | None, today: date) -> str:
    """A day with how far off it is."""
    return f"{words.day(on)} ({words.days_left(on, today)})" if on else "No day given"
