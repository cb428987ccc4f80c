"""Importing training records: whose each row is, and whether it is kept already."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from guardbook.actions.imports import staff
from guardbook.actions.imports.targets import Answer, Options, Planned, Target, Workforce
from guardbook.actions.shell import Change
from guardbook.actions.training import completions
from guardbook.content import imports
from guardbook.records.models import TrainingCompletion
from guardbook.rules.imports import workforce
from guardbook.rules.imports.matching import Directory, Known, State, comparable
from guardbook.rules.imports.rows import Problem, Row
from guardbook.rules.imports.runs import Decision
from guardbook.rules.imports.workforce import File, Taken
from guardbook.rules.imports.written import Cell
from guardbook.rules.training import importing, records
from guardbook.rules.training.importing import Meaning
from guardbook.rules.training.records import Stored
from guardbook.rules.training.validity import Proof

_Key = tuple[UUID, date, str]


class TrainingPlanner:
    """Plans rows of a training list against the people and records stored now."""

    def __init__(self, organisation_id: UUID, options: Options) -> None:
        """Read the staff list and the training that stands, once each."""
        self._directory = Directory(staff.known(organisation_id).values())
        self._meaning, self._proof = _chosen(options)
        standing = TrainingCompletion.objects.of(organisation_id).filter(withdrawn_at=None)
        self._kept: set[_Key] = {
            (person, on, comparable(course))
            for person, on, course in standing.values_list("person_id", "completed_on", "course")
        }

    def plan(self, row: Row, answer: Answer | None) -> Planned:
        """Return what would become of the row."""
        if row.problems:
            return _wrong(row)
        match = self._directory.find(row.values)
        chosen = _settled(match.candidates, answer)
        if chosen is not None:
            return self._about(chosen, row)
        ids = tuple(one.id for one in match.candidates)
        if answer is not None and answer.decision is Decision.LEAVE_OUT:
            return Planned(row, State.SKIPPED, reasons=("You chose to leave this row out.",), candidates=ids)
        if ids:
            return Planned(row, State.ASK, reasons=("More than one person fits. Who is it?",), candidates=ids)
        text = f"{_who(row)} is not on the staff list. Import or add them first."
        return _wrong(Row(row.number, row.values, (Problem(row.number, "", text),)))

    def _about(self, person: Known, row: Row) -> Planned:
        stored = importing.stored(row.values, self._meaning, self._proof)
        key = (person.id, stored.completed_on, comparable(stored.course))
        outcome = State.UNCHANGED if key in self._kept else State.NEW
        verdict = records.judge(stored)
        reasons = () if verdict.counts or outcome is State.UNCHANGED else (f"Kept, not counted. {verdict.reason.text}",)
        return Planned(
            row, outcome, ("training " + " ".join(str(part) for part in key),), person.id, reasons, made=stored
        )


def _chosen(options: Options) -> tuple[Meaning, Proof]:
    return Meaning(options.get("meaning", Meaning.UNKNOWN)), Proof(options.get("proof", Proof.SYSTEM_RECORD))


def _settled(candidates: Sequence[Known], answer: Answer | None) -> Known | None:
    if len(candidates) == 1:
        return candidates[0]
    if answer is None or answer.decision is not Decision.SAME:
        return None
    return next((one for one in candidates if one.id == answer.person_id), None)


def _who(row: Row) -> str:
    return str(row.values.get("name") or row.values.get("email") or f"Number {row.values.get('works_number', '')}")


def _wrong(row: Row) -> Planned:
    return Planned(row, State.WRONG, reasons=tuple(problem.sentence for problem in row.problems))


def _carry_out(change: Change, plans: Sequence[Planned]) -> None:
    rows: list[tuple[UUID, Stored]] = [
        (plan.target_id, plan.made) for plan in plans if plan.outcome is State.NEW and plan.target_id is not None
    ]
    completions.add_many(change, rows)


def _take(headings: Sequence[str], row: Sequence[Cell]) -> Taken:
    return workforce.training(headings, row, imports.workforce_codes())


TRAINING = Target(
    kind="training",
    job="training.check_import",
    event="training.import.applied",
    layout=importing.TRAINING,
    complete=importing.complete,
    planner=lambda organisation_id, _sites, options: TrainingPlanner(organisation_id, options),
    carry_out=_carry_out,
    workforce=Workforce(File.TRAINING, workforce.TRAINING_COLUMNS, _take),
)
