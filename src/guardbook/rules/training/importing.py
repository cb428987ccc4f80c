"""The columns of a list of training records, and the record each row stands for."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from guardbook.rules.imports import staff
from guardbook.rules.imports.cells import Sort, Value
from guardbook.rules.imports.layouts import Column, Layout, Need
from guardbook.rules.imports.rows import Problem, Row
from guardbook.rules.training import records
from guardbook.rules.training.records import Stored
from guardbook.rules.training.validity import MODULES, Proof

TRAINING = Layout(
    name="training",
    columns=(
        *staff.WHO,
        Column(
            "course",
            "Course",
            synonyms=(
                "course name",
                "course title",
                "training",
                "training name",
                "module",
                "subject",
                "training title",
            ),
            longest=160,
        ),
        Column(
            "completed_on",
            "Date completed",
            Sort.DATE,
            synonyms=(
                "completed",
                "completed on",
                "completion date",
                "date of completion",
                "training date",
                "date of training",
                "date passed",
                "date",
                "completed date",
                "date trained",
            ),
        ),
        Column(
            "quiz_percent",
            "Mark",
            Sort.PERCENT,
            synonyms=("score", "result", "quiz", "quiz score", "percentage", "grade", "assessment score"),
            hint="Out of 100, where there was a quiz.",
        ),
        Column(
            "covers_all",
            "Covers all four parts",
            Sort.YES_NO,
            synonyms=("covers all parts", "full course"),
            hint="Yes or no. Leave it out when the answer is the same for the whole file.",
        ),
    ),
    needs=(
        Need(
            (
                frozenset({"works_number"}),
                frozenset({"email"}),
                *staff.HAS_A_NAME.groups,
            ),
            "Choose which column says who trained: a staff number, an email or a name.",
        ),
        Need((frozenset({"completed_on"}),), "Choose which column has the date they finished."),
    ),
)


class Meaning(StrEnum):
    """What the records of one file are, said once for all its rows."""

    ELEARNING = "elearning"
    MAPPED = "mapped"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The words people see."""
        match self:
            case Meaning.ELEARNING:
                return "The free e-learning for care providers, all four modules"
            case Meaning.MAPPED:
                return "Another course that covers all four parts"
            case Meaning.UNKNOWN:
                return "Something else, or I do not know"


def stored(values: Mapping[str, Value], meaning: Meaning, proof: Proof) -> Stored:
    """Return the training record a complete row stands for."""
    completed, quiz = values["completed_on"], values.get("quiz_percent")
    if not isinstance(completed, date):
        raise TypeError("A row is planned only when it has a date.")
    covers_all = values.get("covers_all") != "no"
    is_national = meaning is Meaning.ELEARNING and covers_all
    return Stored(
        course=str(values.get("course") or (records.NATIONAL if is_national else "Data security training")),
        completed_on=completed,
        proof=proof,
        modules_done=MODULES if is_national else None,
        quiz_percent=quiz if isinstance(quiz, int) else None,
        is_mapped=meaning is Meaning.MAPPED and covers_all,
    )


def complete(row: Row, today: date) -> Row:
    """Return the row with its name joined up, and problems for a missing or future date."""
    values, problems = staff.joined(row.values), list(row.problems)
    wrong = {problem.column for problem in problems}
    completed = values.get("completed_on")
    if completed is None and "Date completed" not in wrong:
        problems.append(Problem(row.number, "Date completed", "There is no date, so it cannot be counted."))
    if isinstance(completed, date) and completed > today:
        problems.append(Problem(row.number, "Date completed", "This date has not come yet. Check the year."))
    return Row(row.number, values, tuple(problems))
