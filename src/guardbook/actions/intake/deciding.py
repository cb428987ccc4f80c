"""What readers do with a report: read it, say whom it names, join it to another, take it up, or close it with a word back."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh, require, seen, upkeep
from guardbook.kernel.errors import NotFound, Refused
from guardbook.outside import files
from guardbook.queries.access import Context
from guardbook.queries.intake import readers
from guardbook.queries.intake import reports as questions
from guardbook.queries.intake.reports import Told
from guardbook.records.models import Report, SensitiveRead
from guardbook.rules.access import Permission
from guardbook.rules.intake import reports
from guardbook.rules.intake.reports import Became, Decision, Kind, State

_EDITS = {
    Kind.WORRY: Permission.INCIDENT_EDIT,
    Kind.REQUEST: Permission.REQUEST_EDIT,
    Kind.COMPLAINT: Permission.REQUEST_EDIT,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that came with a report."""

    name: str
    media_type: str
    content: bytes


def read(context: Context, *, report_id: UUID) -> Told:
    """Open a report: the reading is noted, and the first is what the reporter learns of.

    Raises:
        NotFound: there is none, it is out of reach, or it names the person who asks.
    """
    found = questions.one(context, report_id)
    _note(context, report_id)
    if found.read_at is None:
        _first_read(context, report_id=report_id)
    return questions.one(context, report_id)


def picture(context: Context, *, report_id: UUID) -> Picture:
    """Open the picture of a report; the reading is noted.

    Raises:
        NotFound: there is no such report for this person, or no picture came with it.
    """
    photo = questions.one(context, report_id).photo
    if not photo.fingerprint:
        raise NotFound
    content = files.store().read(photo.fingerprint)
    _note(context, report_id)
    return Picture(photo.name, photo.media_type, content)


@action(None)
def say_who(change: Change, *, report_id: UUID, person_id: UUID | None, version: int) -> None:
    """Say whom a report is about; from then on that person does not meet it. None: nobody is named any more.

    Raises:
        Refused: one cannot name oneself, because then nobody could undo it.
        Conflict: somebody else changed the report first.
    """
    row = _editable(change, report_id)
    seen(version, row.version, row)
    person = readers.named(change.organisation_id, person_id)
    if person_id is not None and person is None:
        raise NotFound
    if person and change.by.user_id and person.is_(readers.Reader(change.by.user_id, change.by.name, "")):
        raise Refused("You cannot hide a report from yourself. Ask a colleague who reads reports to do it.")
    for each in (row, *Report.objects.of(change.organisation_id).filter(joined_to=row)):
        each.named_person_id = person_id
        _saved(change, each)
    change.record("intake.report.person_said", subject=row)


@action(None)
def join(change: Change, *, report_id: UUID, to_id: UUID, version: int) -> None:
    """Join a report to another about the same thing. Whoever one of them names is hidden from both.

    Raises:
        Refused: it was dealt with already, or it is the same report.
        NotFound: there is no such other report for this person.
    """
    row, other = _editable(change, report_id), _editable(change, to_id)
    seen(version, row.version, row)
    _decide(change, row, Decision(State(row.state), State.JOINED, is_the_same=row.pk == other.pk))
    row.joined_to = other
    row.named_person_id = row.named_person_id or other.named_person_id
    _saved(change, row)
    if other.named_person_id is None and row.named_person_id is not None:
        other.named_person_id = row.named_person_id
        _saved(change, other)
    change.record("intake.report.joined", subject=row, details={"to": str(other)})


@action(None)
def close(change: Change, *, report_id: UUID, outcome: str, version: int) -> None:
    """Close a report that needs nothing more, and say what was done; the reporter can read that.

    Raises:
        Refused: nothing is said, or it was dealt with already.
    """
    row = _editable(change, report_id)
    seen(version, row.version, row)
    _decide(change, row, Decision(State(row.state), State.CLOSED, outcome))
    row.outcome = outcome.strip()
    _saved(change, row)
    change.record("intake.report.closed", subject=row)


def take_up(change: Change, report_id: UUID, became: Became, became_id: UUID) -> Report:
    """Note what was made of a report, inside the action that makes it; gives the report to copy from.

    Raises:
        Refused: somebody has dealt with it already.
        NotFound: there is none for this person, or it names them.
    """
    row = _editable(change, report_id)
    _decide(change, row, Decision(State(row.state), State.TAKEN))
    row.became_kind, row.became_id = became, became_id
    _saved(change, row)
    change.record("intake.report.taken_up", subject=row, details={"as": became.value})
    return row


def tell(change: Change, became_id: UUID, outcome: str) -> None:
    """Tell whoever reported it what was done, inside the action that ends what was made of their report."""
    for row in Report.objects.of(change.organisation_id).filter(became_id=became_id):
        row.state, row.outcome, row.decided_at = State.CLOSED, outcome.strip(), change.now
        _saved(change, row)
        change.record("intake.report.answered", subject=row)


@action(None)
def _first_read(change: Change, *, report_id: UUID) -> None:
    row = fresh(Report, change.organisation_id, report_id)
    row.read_at, row.read_by = change.now, change.by.name
    change.save(row)
    change.record("intake.report.read", subject=row)


@upkeep
def _note(context: Context, report_id: UUID) -> None:
    SensitiveRead.objects.create(
        organisation_id=context.organisation_id,
        at=context.now,
        by_user_id=context.by.user_id,
        by_name=context.by.name,
        subject_table=Report._meta.db_table,
        subject_id=report_id,
    )


def _editable(change: Change, report_id: UUID) -> Report:
    """A report that this person may work on, locked."""
    context = _context(change)
    row = fresh(Report, change.organisation_id, report_id)
    if not questions.visible(context).filter(pk=report_id).exists():
        raise NotFound
    require(context, _EDITS[Kind(row.kind)])
    return row


def _context(change: Change) -> Context:
    return Context(change.by, change.organisation_id, change.now)


def _decide(change: Change, row: Report, decision: Decision) -> None:
    if faults := reports.faults(decision):
        raise Refused(*faults)
    row.state, row.decided_at, row.decided_by = decision.wanted, change.now, change.by.name


def _saved(change: Change, row: Report) -> None:
    row.version += 1
    change.save(row)
