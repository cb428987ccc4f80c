"""What happened and still runs, in numbers: breaches with their clocks, requests, complaints, and impact assessments."""

from datetime import date

from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.queries.incidents import listing, reach
from guardbook.queries.incidents.listing import Line
from guardbook.queries.rights import case
from guardbook.rules.deciders.figures import Events
from guardbook.rules.dpia import states
from guardbook.rules.dpia.states import State

_IN_USE = frozenset({State.LIVE, State.REVIEW_DUE})


def events(ctx: Context, since: date) -> Events:
    """The running clocks and open assessments; ``since`` is the first day of the month reported.

    Thirteen queries at most.
    """
    running, asked, impacts = listing.running(ctx), case.running(ctx), assessments.listed(ctx)
    return Events(
        breaches_open=len(running),
        breaches_late=sum(_is_late(ctx, each) for each in running),
        breaches_month=reach.visible(ctx).filter(found_on__gte=since).count(),
        requests_open=len(asked),
        requests_late=sum(each.standing.is_late for each in asked),
        assessments_open=sum(each.state not in states.ENDED | _IN_USE for each in impacts),
        assessments_due=sum(each.state is State.REVIEW_DUE for each in impacts),
    )


def _is_late(ctx: Context, line: Line) -> bool:
    """Whether a clock still runs and the earlier of its two deadlines has passed."""
    deadline = line.clock.safe_deadline if line.clock else None
    return deadline is not None and deadline < ctx.now
