"""What changes, impact assessments and privacy notices ask to be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo
from guardbook.rules.dpia.states import State

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Late:
    """A measure that should be in place: its key, its name as somebody typed it, and its day."""

    key: str
    name: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it stands: ``why`` is what makes it due, ``has_officer`` whether advice is waited for."""

    key: str
    name: str
    state: State
    since: date
    has_officer: bool
    review_on: date | None = None
    why: str = ""
    late: Sequence[Late] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that would read differently today."""

    audience: str
    label: str


_WAITS = {
    State.TOLD: ("Look whether “{}” needs an impact assessment", "A change waits to be looked at", "Somebody told about it. Do this before it begins."),
    State.SCREENED: ("Decide what follows for “{}”", "A change waits for a decision", "The screening questions are answered."),
    State.DPO_ADVICE: ("Answer the officer’s advice on “{}”", "An impact assessment waits for a decision", "The officer has given advice. Say whether you follow it."),
    State.PRIOR_CONSULTATION: ("Do not start “{}”: ask the regulator first", "A change waits for the regulator", "A high risk is left."),
}  # fmt: skip


def changes(found: Sequence[Change], on: date) -> Iterator[Todo]:
    """Everything to do about changes and assessments, in no order. Names are people's own words and do not leave."""
    for each in found:
        yield from _waiting(each)
        yield from _review(each, on)
        for late in each.late:
            text = f"Put this in place: {late.name}"
            why = f"It protects people in “{each.name}”, and its day has passed."
            yield _todo(
                each, f"measure:{late.key}", text, "Put a measure in place", why, Consequence.OVERDUE, late.due_on
            )


def notices(found: Sequence[Notice]) -> Iterator[Todo]:
    """Notices to agree again, because the records behind them have changed."""
    for each in found:
        text = f"Agree the privacy notice again: {each.label.lower()}"
        yield Todo(
            cause=f"notice:{each.audience}",
            text=text,
            outside=text,
            why="Your records have changed since it was agreed, so it no longer tells people the truth.",
            consequence=Consequence.GAP,
            place=Place(Kind.NOTICE, (each.audience,)),
            needs=Permission.DPIA_EDIT,
            minutes=10,
        )


def _waiting(of: Change) -> Iterator[Todo]:
    if of.state is State.CONSULTED:
        text, outside = f"Ask the officer about “{of.name}”", "An impact assessment waits for the officer"
        if of.has_officer:
            yield _todo(of, "state", text, outside, "The officer’s advice comes before the decision.", Consequence.REST)
        else:
            outside = "An impact assessment waits for a decision"
            yield _todo(of, "state", f"Sign off “{of.name}”", outside, "The draft is whole.", Consequence.REST)
    elif of.state in _WAITS:
        text, outside, why = _WAITS[of.state]
        worse = of.state is State.PRIOR_CONSULTATION
        yield _todo(of, "state", text.format(of.name), outside, why, Consequence.GAP if worse else Consequence.REST)


def _review(of: Change, on: date) -> Iterator[Todo]:
    text, outside = f"Look again at the impact assessment of “{of.name}”", "Look again at an impact assessment"
    if of.state is State.REVIEW_DUE:
        late = of.review_on is not None and of.review_on <= on
        worse = Consequence.OVERDUE if late else Consequence.GAP
        yield _todo(of, "review", text, outside, of.why, worse, of.review_on if late else None)
    elif of.state is State.LIVE and of.review_on is not None:
        opens_on = of.review_on - AHEAD
        consequence = todos.in_time(of.review_on, on, opens_on)
        why = "An assessment is looked at again at least once a year."
        yield _todo(of, "review", text, outside, why, consequence, of.review_on, opens_on)


def _todo(
    of: Change,
    what: str,
    text: str,
    outside: str,
    why: str,
    consequence: Consequence,
    due_on: date | None = None,
    opens_on: date | None = None,
) -> Todo:
    return Todo(
        cause=f"dpia:{of.key}:{what}",
        text=text,
        outside=outside,
        why=why,
        consequence=consequence,
        place=Place(Kind.CHANGE, (of.key,)),
        needs=Permission.DPIA_VIEW,
        due_on=due_on,
        minutes=15,
        opens_on=opens_on,
        since=of.since,
    )
