"""What happened and still runs, in numbers: breaches with their clocks, and impact assessments."""

from datetime import date

from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.queries.incidents import reach, reading, stored
from guardbook.records.models import Incident
from guardbook.rules.deciders.figures import Events
from guardbook.rules.dpia import states
from guardbook.rules.dpia.states import State as Assessed
from guardbook.rules.incidents import clock
from guardbook.rules.incidents.vocabulary import Class, State

_IN_USE = frozenset({Assessed.LIVE, Assessed.REVIEW_DUE})


def events(ctx: Context, since: date) -> Events:
    """The running clocks and open assessments; ``since`` is the first day of the month reported. Nine queries at most."""
    rows = reach.visible(ctx)
    unclosed = list(rows.exclude(state=State.CLOSED))
    impacts = assessments.listed(ctx)
    return Events(
        breaches_open=len(unclosed),
        breaches_late=sum(_is_late(ctx, each) for each in unclosed),
        breaches_month=rows.filter(found_on__gte=since).count(),
        assessments_open=sum(each.state not in states.ENDED | _IN_USE for each in impacts),
        assessments_due=sum(each.state is Assessed.REVIEW_DUE for each in impacts),
    )


def _is_late(ctx: Context, row: Incident) -> bool:
    """Whether the earlier of the two deadlines has passed while somebody may still have to tell the regulator."""
    event_class = Class(row.event_class) if row.event_class else None
    if row.regulator_decided is False or not reading.runs(State(row.state), event_class, row.notified_at):
        return False
    deadline = clock.clock(stored.times(row)).safe_deadline
    return deadline is not None and deadline < ctx.now
