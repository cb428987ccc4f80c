"""The part of the list of what to do that comes from changes, impact assessments and privacy notices."""

from collections.abc import Iterator

from guardbook.kernel import clock
from guardbook.queries import notices
from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.queries.dpia.assessments import Standing
from guardbook.rules.access import Permission
from guardbook.rules.agenda import assessments as rules
from guardbook.rules.agenda.assessments import Change, Late, Notice
from guardbook.rules.agenda.todo import Todo


def todos(context: Context) -> Iterator[Todo]:
    """Everything to do about them, as far as this person may see it. Thirteen queries, however many there are."""
    if Permission.DPIA_VIEW not in context.by.permissions:
        return
    on = clock.uk_today(context.now)
    found = assessments.standings(context)
    has_officer = bool(found) and assessments.officer(context, on) is not None
    yield from rules.changes([_change(each, has_officer=has_officer) for each in found], on)
    if notices.any_agreed(context):
        told = notices.all_of(context)
        yield from rules.notices([Notice(each.audience.value, each.audience.label) for each in told if each.changed])


def _change(of: Standing, *, has_officer: bool) -> Change:
    impact, reasons = of.impact, of.review.reasons
    return Change(
        key=str(impact.id),
        name=impact.name,
        state=of.state,
        since=clock.uk_today(impact.steps[-1].at if impact.steps else impact.told_at),
        has_officer=has_officer,
        review_on=impact.review_on,
        why=reasons[0].text if reasons else "",
        late=tuple(Late(str(each.id), each.name, each.due_on) for each in of.overdue if each.due_on),
    )
