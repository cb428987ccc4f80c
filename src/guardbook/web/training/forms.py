"""The forms about training."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from guardbook.queries.training import Completion
from guardbook.rules.training import needs, records
from guardbook.rules.training.needs import Level
from guardbook.rules.training.records import Stored
from guardbook.rules.training.validity import MODULES, Course, Outcome, Proof
from guardbook.web import fields

_COURSES = [
    fields.Choice(Course.ELEARNING.value, Course.ELEARNING.label, reveals="modules_done"),
    fields.Choice(Course.OWN_COURSE.value, Course.OWN_COURSE.label, reveals="course"),
    fields.Choice(Course.DISCUSSION.value, Course.DISCUSSION.label),
    fields.Choice(Course.ASSESSMENT.value, Course.ASSESSMENT.label, reveals="quiz_percent"),
]
_PROOFS = [fields.Choice(proof.value, proof.label) for proof in (Proof.CERTIFICATE, Proof.SYSTEM_RECORD)]
_LEVELS = [fields.Choice(level.value, level.label) for level in Level]


class TrainingForm(fields.Form):
    """One training: what, when, and what shows it."""

    what = fields.Radios("What did they do?", _COURSES, coerce=Course)
    modules_done = fields.Number("How many of the four modules?", required=False, most=MODULES)
    course = fields.Text("Name of the course", required=False, max_length=160)
    quiz_percent = fields.Number("Mark out of 100", required=False, most=100, suffix="%")
    covers = fields.Checkboxes(
        "Which parts did it cover?",
        [fields.Choice(outcome.value, outcome.label) for outcome in Outcome],
        hint="For another course and for the discussion tool. It counts when it covers all four.",
        required=False,
        coerce=Outcome,
    )
    completed_on = fields.Date("When was it finished?")
    proof = fields.Radios(
        "What shows it?",
        _PROOFS,
        hint="For the discussion tool and the assessment it is the signed or marked paper.",
        coerce=Proof,
        required=False,
    )
    note = fields.Text(
        "Where is that kept?", hint="For example: training folder, shelf 2.", required=False, max_length=300
    )
    level = fields.Select(
        "How much did it teach?", _LEVELS, hint="Leave this at core for the yearly training for everyone.", coerce=Level
    )

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen course needs."""
        said: dict[str, Any] = super().clean() or {}
        what = said.get("what")
        if what is Course.OWN_COURSE and not said.get("course"):
            self.add_error("course", "Enter the name of the course")
        if what is Course.ASSESSMENT and said.get("quiz_percent") is None and "quiz_percent" not in self.errors:
            self.add_error("quiz_percent", "Enter the mark")
        if what in {Course.ELEARNING, Course.OWN_COURSE} and not said.get("proof"):
            self.add_error("proof", "Choose what shows it")
        return said

    def stored(self) -> Stored:
        """What was said, as the record keeps it."""
        said = self.cleaned_data
        what: Course = said["what"]
        is_mapped = what in {Course.OWN_COURSE, Course.DISCUSSION} and set(said["covers"]) == set(Outcome)
        modules = MODULES if said["modules_done"] is None else said["modules_done"]
        return Stored(
            course=_title(what, said["course"]),
            completed_on=said["completed_on"],
            proof=_proof(what, said["proof"]),
            level=said["level"],
            note=said["note"],
            modules_done=modules if what is Course.ELEARNING else None,
            quiz_percent=said["quiz_percent"] if what is Course.ASSESSMENT else None,
            is_mapped=is_mapped,
        )


class RecordForm(TrainingForm):
    """One training that several people did."""

    people = fields.Checkboxes("Who trained?", [], missing="Choose at least one person")

    field_order = ("people",)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str, str]], **options: Any) -> None:
        """Offer these people: identifier, name, and a hint."""
        super().__init__(*args, **options)
        offered = fields.Checkboxes(
            "Who trained?", [fields.Choice(*person) for person in people], missing="Choose at least one person"
        )
        self.fields["people"] = offered
        self.order_fields(["people"])


class CorrectForm(TrainingForm):
    """A training record put right."""

    reason = fields.Text("Why are you changing it?", missing="Say why you are changing it", max_length=300)


class WithdrawForm(fields.Form):
    """A training record taken out of the count."""

    reason = fields.Text(
        "Why is it taken out?", hint="It stays in the history.", missing="Say why it is taken out", max_length=300
    )


class PlannedForm(fields.Form):
    """The day to judge the figure on."""

    by = fields.Date("When do you plan to publish?", hint="The toolkit closes on 30 June")


class NeedsForm(fields.Form):
    """Which job needs which training, and who approved it."""

    approved_by = fields.Text(
        "Who approved it?",
        hint="Somebody senior: an owner, a director or the manager.",
        missing="Enter who approved it",
        max_length=120,
    )
    approved_on = fields.Date("When was it approved?")
    note = fields.LongText("Notes", hint="Anybody who needs something else, and how they learn.", required=False)

    def __init__(self, *args: Any, jobs: Sequence[str], levels: Mapping[str, Level], **options: Any) -> None:
        """Ask one question for each job, with the level decided last time."""
        super().__init__(*args, **options)
        self._jobs = {f"job-{number}": job for number, job in enumerate(jobs)}
        for name, job in self._jobs.items():
            self.fields[name] = fields.Select(job, _LEVELS, coerce=Level)
            self.initial.setdefault(name, levels.get(job, needs.suggested(job)).value)
        self.order_fields([*self._jobs])

    def levels(self) -> dict[str, Level]:
        """The level chosen for each job."""
        return {job: self.cleaned_data[name] for name, job in self._jobs.items()}


def of_completion(completion: Completion) -> dict[str, Any]:
    """What a form that corrects this record starts with."""
    stored = completion.stored
    what = records.kind_of(stored)
    return {
        "what": what.value,
        "course": stored.course if what is Course.OWN_COURSE else "",
        "modules_done": stored.modules_done,
        "quiz_percent": stored.quiz_percent,
        "covers": [outcome.value for outcome in Outcome] if stored.is_mapped else [],
        "completed_on": stored.completed_on,
        "proof": stored.proof.value,
        "note": stored.note,
        "level": stored.level.value,
    }


def next_deadline(today: date) -> date:
    """The next 30 June: the day the toolkit year closes."""
    this_year = date(today.year, 6, 30)
    return this_year if today <= this_year else date(today.year + 1, 6, 30)


def _title(what: Course, typed: str) -> str:
    match what:
        case Course.ELEARNING:
            return records.NATIONAL
        case Course.OWN_COURSE:
            return typed
        case Course.DISCUSSION:
            return records.DISCUSSION
        case Course.ASSESSMENT:
            return records.ASSESSMENT


def _proof(what: Course, chosen: Proof) -> Proof:
    match what:
        case Course.ELEARNING | Course.OWN_COURSE:
            return chosen
        case Course.DISCUSSION:
            return Proof.SIGNED_DISCUSSION
        case Course.ASSESSMENT:
            return Proof.ASSESSMENT_PAPER
