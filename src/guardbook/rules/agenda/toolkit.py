"""What the toolkit asks to be done next: questions, starting, freezing, copying and publishing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo
from guardbook.rules.assessment import years
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.states import State
from guardbook.rules.assessment.years import Due
from guardbook.rules.frameworks.items import Level
from guardbook.rules.frameworks.packs import Pack

_TO_CONFIRM = 2  # minutes to read a suggestion and say yes
_AHEAD = timedelta(days=180)
_START, _CONFIRM, _FIRST_LEVEL, _OTHERS = 2, 0, 1, 2


@dataclass(frozen=True, slots=True)
class Run:
    """The work on one list: its questions, whether it has begun, and how far it is on the way to the portal."""

    pack: Pack
    standings: Sequence[Standing]
    due: Due
    on: date
    has_begun: bool
    is_ready: bool = False
    is_frozen: bool = False


def toolkit(run: Run) -> Iterator[Todo]:
    """Everything the toolkit asks to be done, in no order."""
    if not run.has_begun:
        yield _start(run)
        return
    yield from _questions(run)
    yield from _missed(run)
    yield _publish(run)


def cause_of(pack: Pack, ref: str) -> str:
    """The cause of a question of a list."""
    return f"question:{pack.code}:{pack.version}:{ref}"


def _start(run: Run) -> Todo:
    text = f"Start the {run.pack.year} toolkit"
    return Todo(
        cause=f"start:{run.pack.code}:{run.pack.version}",
        text=text,
        outside=text,
        why="Choose the day you plan to publish.",
        consequence=Consequence.STOPS_PUBLISHING,
        place=_place(Kind.START, run),
        needs=Permission.ITEM_ANSWER,
        minutes=2,
        step=_START,
    )


def _questions(run: Run) -> Iterator[Todo]:
    is_close = run.due.on - run.on <= todos.SOON
    for each in run.standings:
        if each.item.level is not Level.OPTIONAL or each.state in {State.CONTRADICTED, State.OUT_OF_DATE}:
            yield from _question(run, each, is_close=is_close)


def _question(run: Run, standing: Standing, *, is_close: bool) -> Iterator[Todo]:
    missing = Consequence.STOPS_PUBLISHING if is_close else Consequence.UNANSWERED
    first = _FIRST_LEVEL if standing.item.level is Level.APPROACHING else _OTHERS
    match standing.state:
        case State.CONTRADICTED:
            yield _asked(run, standing, "Put right", Consequence.CONTRADICTED)
        case State.OUT_OF_DATE:
            yield _asked(run, standing, "Put right", Consequence.OVERDUE)
        case State.SUGGESTED:
            yield _asked(run, standing, "Confirm", missing, _CONFIRM)
        case State.UNANSWERED:
            yield _asked(run, standing, "Answer", missing, first)
        case State.CONFIRMED | State.NOT_APPLICABLE | State.EXEMPT:
            pass


def _asked(run: Run, standing: Standing, verb: str, consequence: Consequence, step: int = 0) -> Todo:
    text = f"{verb} {standing.item.ref}: {standing.item.question}"
    return Todo(
        cause=cause_of(run.pack, standing.item.ref),
        text=text,
        outside=text,
        why=standing.why,
        consequence=consequence,
        place=_place(Kind.QUESTION, run, standing.item.ref),
        needs=Permission.ITEM_VIEW,
        minutes=_TO_CONFIRM if verb == "Confirm" else standing.item.minutes,
        step=step,
    )


def _missed(run: Run) -> Iterator[Todo]:
    """A year that closed without a publication that we know of (G-01.e1)."""
    year = run.due.missed_year
    if year:
        text = f"Say whether you published for {year}"
        closed = dates.in_words(years.closes_on(year))
        yield Todo(
            cause=f"publish:{run.pack.code}:{year}",
            text=text,
            outside=text,
            why=f"It closed on {closed}, and we have no record that you published in full. If you did, record it here.",
            consequence=Consequence.OVERDUE,
            place=_place(Kind.RECORD, run),
            needs=Permission.ASSESSMENT_PUBLISH,
            due_on=years.closes_on(year),
            minutes=5,
        )


def _publish(run: Run) -> Todo:
    """The publication to come: one date that does not move when an earlier one is early (G-01)."""
    is_this_year = run.due.year == years.year_of(run.on)
    can_go_on = run.is_ready and is_this_year
    text, why, kind = f"Publish the {run.due.year} toolkit", _left(run), Kind.TOOLKIT
    if can_go_on and not run.is_frozen:
        text, why, kind = "Check and freeze your answers", "Everything needed for a level is done.", Kind.FREEZE
    elif can_go_on:
        text, kind = "Copy your answers to the NHS portal", Kind.COPY
        why = "They are frozen here. Nobody sees them until you publish there."
    is_pressing = can_go_on or run.due.on - run.on <= todos.SOON
    return Todo(
        cause=f"publish:{run.pack.code}:{run.due.year}",
        text=text,
        outside=text,
        why=why,
        consequence=Consequence.STOPS_PUBLISHING if is_pressing else Consequence.REST,
        place=_place(kind, run),
        needs=Permission.ITEM_VIEW if kind is Kind.TOOLKIT else Permission.ASSESSMENT_PUBLISH,
        due_on=run.due.on,
        minutes=30 if can_go_on else None,
        opens_on=None if can_go_on else run.due.on - _AHEAD,
    )


def _left(run: Run) -> str:
    open_ones = sum(1 for each in run.standings if each.item.level is not Level.OPTIONAL and not each.counts)
    left = f"{open_ones} questions are" if open_ones != 1 else "1 question is"
    return f"It closes on {dates.in_words(run.due.on)}. {left} still to do."


def _place(kind: Kind, run: Run, *more: str) -> Place:
    return Place(kind, (run.pack.code, run.pack.version, *more))
