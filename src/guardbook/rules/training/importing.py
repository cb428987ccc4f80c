"""The columns of a list of training records, and whether a row repeats one we have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guardbook.rules.imports import staff
from guardbook.rules.imports.cells import Sort
from guardbook.rules.imports.layouts import Column, Layout, Need
from guardbook.rules.imports.matching import comparable
from guardbook.rules.imports.rows import Problem, Row

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


@dataclass(frozen=True, slots=True)
class Completion:
    """What makes a training record the same as another: whose it is, when, and which course."""

    who: str
    completed_on: date
    course: str


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


def repeats(new: Completion, known: Iterable[Completion]) -> bool:
    """Return whether a training record is already kept, capitals and spaces aside."""
    return any(
        (new.who, new.completed_on, comparable(new.course)) == (one.who, one.completed_on, comparable(one.course))
        for one in known
    )
