"""Importing the staff list: whom a row is about, and putting new and changed people in."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from guardbook.actions import people
from guardbook.actions.imports.targets import Answer, Planned, Target, Workforce
from guardbook.actions.shell import Change
from guardbook.content import imports
from guardbook.kernel import dates
from guardbook.records.models import Person
from guardbook.rules.imports import matching, staff, workforce
from guardbook.rules.imports.matching import Difference, Directory, Known, State
from guardbook.rules.imports.rows import Problem, Row
from guardbook.rules.imports.runs import Decision
from guardbook.rules.imports.workforce import File, Taken
from guardbook.rules.imports.written import Cell
from guardbook.rules.people import Kind

COLUMNS = (
    "works_number",
    "name",
    "email",
    "job_title",
    "kind",
    "started_on",
    "left_on",
    "clause_signed_on",
    "induction_on",
)


class StaffPlanner:
    """Plans rows of a staff list against the people stored now."""

    def __init__(self, organisation_id: UUID) -> None:
        """Read the staff list once."""
        self._known = known(organisation_id)
        self._directory = Directory(self._known.values())

    def plan(self, row: Row, answer: Answer | None) -> Planned:
        """Return what would become of the row."""
        match = self._directory.find(row.values)
        if match.sure and len(match.candidates) == 1:
            return self._about(match.candidates[0], row)
        if match.sure:
            return _somebody_new(row)
        return self._settled(row, answer, match.candidates)

    def _settled(self, row: Row, answer: Answer | None, candidates: Sequence[Known]) -> Planned:
        if answer is None:
            ids = tuple(one.id for one in candidates)
            return _asking(row, ids) if not row.problems else _wrong(row)
        match answer.decision:
            case Decision.NEW:
                return _somebody_new(row, candidates)
            case Decision.LEAVE_OUT:
                ids = tuple(one.id for one in candidates)
                return Planned(row, State.SKIPPED, reasons=("You chose to leave this row out.",), candidates=ids)
            case Decision.SAME:
                chosen = next((one for one in candidates if one.id == answer.person_id), None)
                return _asking(row, tuple(one.id for one in candidates)) if chosen is None else self._about(chosen, row)

    def _about(self, person: Known, row: Row) -> Planned:
        if row.problems or (row := _with_known_dates(row, person)).problems:
            return _wrong(row)
        changes = matching.differences(person, row.values)
        outcome = State.CHANGED if changes else State.UNCHANGED
        reasons = tuple(_said(change) for change in changes)
        return Planned(row, outcome, (f"person {person.id}", *_claims(row)), person.id, reasons)


def known(organisation_id: UUID) -> dict[UUID, Known]:
    """Return everyone on the staff list with what a row could change. One query."""
    rows = Person.objects.of(organisation_id).values("id", *COLUMNS)
    return {row["id"]: Known(row.pop("id"), row) for row in ({**each} for each in rows)}


def _with_known_dates(row: Row, person: Known) -> Row:
    """Return the row with a problem added when its dates and the stored ones cannot both be."""
    starts = row.values.get("started_on", person.values.get("started_on"))
    leaves = row.values.get("left_on", person.values.get("left_on"))
    if isinstance(starts, date) and isinstance(leaves, date) and leaves < starts:
        text = f"{dates.in_words(leaves)} is before the start date, {dates.in_words(starts)}. Check both."
        return Row(row.number, row.values, (Problem(row.number, "Leaving date", text),))
    return row


def _somebody_new(row: Row, namesakes: Sequence[Known] = ()) -> Planned:
    problems = row.problems
    if "started_on" not in row.values and not any(problem.column == "Start date" for problem in problems):
        problems = (*problems, Problem(row.number, "Start date", "Enter the day they started."))
    if problems:
        return _wrong(Row(row.number, row.values, problems))
    ids = tuple(one.id for one in namesakes)
    return Planned(row, State.NEW, _claims(row), candidates=ids)


def _asking(row: Row, candidates: tuple[UUID, ...]) -> Planned:
    text = "Somebody with this name is on the staff list already. Is it the same person?"
    return Planned(row, State.ASK, _claims(row), reasons=(text,), candidates=candidates)


def _wrong(row: Row) -> Planned:
    return Planned(row, State.WRONG, reasons=tuple(problem.sentence for problem in row.problems))


def _claims(row: Row) -> tuple[str, ...]:
    return (matching.identity(row.values),)


def _said(change: Difference) -> str:
    column = staff.STAFF.column(change.key)
    return f"{column.label}: {column.shown(change.before) or 'nothing'} → {column.shown(change.after)}"


def _carry_out(change: Change, plans: Sequence[Planned]) -> None:
    people.add_many(
        change, ({"kind": Kind.EMPLOYEE.value, **plan.values} for plan in plans if plan.outcome is State.NEW)
    )
    changed = {plan.target_id: plan for plan in plans if plan.outcome is State.CHANGED}
    by_columns: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in _locked(change, [key for key in changed if key]):
        values = changed[person.pk].values
        for name, value in values.items():
            setattr(person, name, value)
        by_columns[tuple(sorted(values))].append(person)
    for columns, rows in by_columns.items():
        change.save_many(rows, columns)


def _locked(change: Change, keys: Sequence[UUID]) -> list[Person]:
    """The people to change, read in batches that every database accepts."""
    wanted = set(keys)
    rows = Person.objects.of(change.organisation_id).select_for_update(of=("self",)).order_by("id")
    return [person for person in rows if person.pk in wanted]


def _take(headings: Sequence[str], row: Sequence[Cell]) -> Taken:
    return workforce.worker(headings, row, imports.workforce_codes())


def _complete(row: Row, today: date) -> Row:  # noqa: ARG001 - targets share this shape
    return staff.complete(row)


STAFF = Target(
    kind="staff",
    job="imports.check_staff",
    event="imports.staff.applied",
    layout=staff.STAFF,
    complete=_complete,
    planner=lambda organisation_id, _sites, _options: StaffPlanner(organisation_id),
    carry_out=_carry_out,
    workforce=Workforce(File.WORKERS, workforce.WORKER_COLUMNS, _take),
)
