"""Exercises: when the plan was tried or really used, who took part, and what was learned (rule E-06)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.plans import Scenario
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

EVERY = 12
"""Months between exercises (rule E-06)."""


class Form(Choice):
    """How the plan was tried."""

    TABLETOP = "tabletop", "We talked it through round a table"
    LIVE = "live", "We really did it, for practice"
    DEBRIEF = "debrief", "It happened for real, and we talked about it afterwards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Entry):
    """One exercise, or one real event that was talked about afterwards."""

    name: str = questions.line(
        "What did you try?", required=True, listed=True, also_called=("exercise", "test", "title", "description")
    )
    owner: UUID | None = questions.person(
        "Who sees to what is still to do?", also_called=("owner", "responsible", "led by", "lead")
    )
    held_on: date | None = questions.day(
        "When?", required=True, listed=True, also_called=("date", "date of test", "held on", "tested on")
    )
    form: Form | None = questions.one("How?", Form, required=True, listed=True, also_called=("type", "kind", "method"))
    about: tuple[Scenario, ...] = questions.some(
        "What went wrong in it?", Scenario, required=True, also_called=("scenario", "scenarios")
    )
    took_part: tuple[str, ...] = questions.things(
        "Who took part?",
        hint="Names or jobs, one on a line.",
        required=True,
        also_called=("attendees", "participants", "people", "who took part"),
    )
    lessons: str = questions.words(
        "What did you learn?",
        hint="For example: two seniors could not find the paper charts.",
        required=True,
        also_called=("lessons", "lessons learned", "findings", "gaps", "outcome"),
    )
    actions: tuple[str, ...] = questions.things(
        "What will you change?", hint="One thing on a line.", also_called=("actions", "remedies", "changes")
    )
    actions_by: date | None = questions.day("By when?", also_called=("due", "deadline", "action by", "target date"))
    actions_done_on: date | None = questions.day(
        "When was all of it done?", also_called=("completed", "done", "date completed")
    )


def is_complete(entry: Exercise) -> bool:
    """Whether an exercise says when, what, who and what was learned, as it must to count (E-06.e3)."""
    return bool(entry.held_on and entry.about and entry.took_part and entry.lessons)


def is_open(entry: Exercise) -> bool:
    """Whether something that was learned is still to be done."""
    return bool(entry.actions) and entry.actions_done_on is None


def counting(exercises: Iterable[Exercise], on: date) -> list[tuple[date, Exercise]]:
    """The exercises that count, as known on a day, with the day each was held; the newest first."""
    held = [(each.held_on, each) for each in exercises if each.held_on and each.held_on <= on and is_complete(each)]
    return sorted(held, key=lambda found: found[0], reverse=True)


def good_until(held_on: date) -> date:
    """The last day on which an exercise still counts."""
    return dates.add_months(held_on, EVERY)


def gaps(entry: Exercise, on: date) -> Iterator[Gap]:
    """What is missing in one exercise. Source: rule E-06."""
    if is_open(entry) and entry.actions_by is None:
        yield Gap("Say by when the changes will be made.", Severity.LOW, "actions_by", "E-06")
    elif is_open(entry) and entry.actions_by is not None and entry.actions_by < on:
        text = f"The changes were to be made by {dates.in_words(entry.actions_by)}. Note the day if they were."
        yield Gap(text, Severity.MEDIUM, "actions_done_on", "E-06")


def findings(rows: Sequence[Counted[Exercise]], on: date) -> Iterator[Gap]:
    """Whether the plan was tried in the last year. Source: rule E-06."""
    held = counting((each.entry for each in rows), on)
    if not held:
        text = "Nothing here shows that you ever tried your plan. An hour round a table is enough."
        yield Gap(text, Severity.MEDIUM, "held_on", "E-06", Confidence.READ)
    elif good_until(held[0][0]) < on:
        text = f"Try your plan again. The last time was {dates.in_words(held[0][0])}."
        yield Gap(text, Severity.MEDIUM, "held_on", "E-06", Confidence.READ)


REGISTER: Register[Exercise] = Register(
    slug="exercises",
    entry=Exercise,
    title="Tests of the plan",
    one="exercise",
    many="exercises",
    section=Section.RISKS,
    why="A plan that nobody has tried often fails on the day. An hour round a table each year finds the holes in it.",
    example="A day without the care system, talked through by five of us in March. The paper charts now have a label.",
    gaps=gaps,
    findings=findings,
    counted=("name", "held_on", "form", "about", "took_part", "lessons", "actions", "actions_done_on"),
    review_months=lambda _entry: None,  # what has happened is not looked at again
    same_by=("name", "held_on"),
)
