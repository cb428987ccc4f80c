"""The part of the list of what to do that comes from incidents."""

from collections.abc import Iterator
from uuid import UUID

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.incidents import listing, reach
from guardbook.queries.incidents.listing import Line
from guardbook.rules.access import Permission
from guardbook.rules.agenda import incidents as rules
from guardbook.rules.agenda.incidents import Action, Open
from guardbook.rules.agenda.todo import Todo
from guardbook.rules.clocks import hours


def todos(context: Context) -> Iterator[Todo]:
    """Everything to do about incidents, as far as this person may see it. Four queries, however many there are."""
    if Permission.INCIDENT_VIEW not in context.by.permissions:
        return
    found, actions = listing.running(context), listing.waiting(context)
    hidden = reach.hidden_users(context.organisation_id) if context.by.is_system and (found or actions) else {}
    yield from rules.incidents(
        [_open(each, hidden.get(each.id, frozenset())) for each in found],
        [
            Action(
                str(each.id),
                str(each.incident_id),
                each.reference,
                each.due_on,
                hidden.get(each.incident_id, frozenset()),
            )
            for each in actions
        ],
        clock.uk_today(context.now),
    )


def _open(of: Line, hidden_from: frozenset[UUID]) -> Open:
    ends = of.clock.safe_deadline if of.clock else None
    return Open(
        key=str(of.id),
        reference=of.reference,
        is_sorted=of.event_class is not None,
        to_tell=of.to_tell,
        since=of.found_on,
        ends_on=clock.uk_today(ends) if ends else None,
        ends=hours.said(ends) if ends else "",
        hidden_from=hidden_from,
    )
