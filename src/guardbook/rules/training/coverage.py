"""How many of the staff have trained in time: the 95% figure, its names and its dates (rule F-02).

Source: toolkit item 3.2.1 for care providers (question list at kircca.co.uk; Digital Care Hub
on the twelve months). Larger bodies lost the 95% in 2023-24 and some blogs say care did too,
so the percentage and the window belong to the toolkit version, not to this code.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules import people
from guardbook.rules.training.window import Window
from guardbook.rules.verdict import Confidence, Reason

SOURCE = "https://www.kircca.co.uk/?p=1904"
_DAY = timedelta(days=1)


class State(StrEnum):
    """Whether enough people have trained; nobody to train is not the same as met."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Standard:
    """What a toolkit version asks for."""

    percent: int = 95
    window: Window = field(default_factory=Window)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people count, and how many of them have trained; the absent are included in both."""

    eligible: int
    trained: int
    away: int = 0
    away_trained: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure, what it needs, and the sentence that explains it.

    ``needed`` is how many trained people the standard asks for, ``still_needed`` how many more.
    ``without_away`` leaves out the long-term absent: for information, it decides nothing.
    """

    state: State
    counts: Counts
    needed: int
    still_needed: int
    without_away: Counts
    reasons: tuple[Reason, ...]

    @property
    def percent(self) -> str:
        """The percentage cut to one decimal place, never rounded up: 94.9 for 94.99."""
        return in_percent(self.counts)


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person and the dates of their training that counts (rule F-01 decides which does)."""

    person: people.Person
    completed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """Everybody on the staff list, the day to judge, and what the toolkit version asks for.

    ``planned_on`` is the planned day of publication, if there is one.
    """

    as_of: date
    people: tuple[Trainee, ...]
    planned_on: date | None = None
    standard: Standard = field(default_factory=Standard)


@dataclass(frozen=True, slots=True)
class Lapse:
    """Somebody whose training stops counting, and the first day it no longer does."""

    name: str
    on: date


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figure with its names: who still needs it, and who will need it again in time."""

    figure: Figure
    to_chase: tuple[str, ...]
    lapsing: tuple[Lapse, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The counts from this day on, as far as records show."""

    on: date
    counts: Counts


def is_eligible(person: people.Person, on: date) -> bool:
    """Return whether a person belongs in the figure: everyone active, and agency staff with access."""
    counts = person.kind is not people.Kind.AGENCY or person.has_access
    return counts and people.is_active(person, on)


def coverage(facts: CoverageFacts) -> Coverage:
    """Return the figure on a day, who to chase, and whose training lapses by the planned day."""
    window = facts.standard.window
    eligible = [one for one in facts.people if is_eligible(one.person, facts.as_of)]
    trained = [one for one in eligible if _is_trained(one, facts.as_of, window)]
    figure = judge(_count(eligible, trained), facts.standard, facts.as_of)
    chase = tuple(one.person.name for one in eligible if not _is_trained(one, facts.as_of, window))
    return Coverage(figure, chase, _lapsing(trained, facts))


def judge(counts: Counts, standard: Standard, as_of: date) -> Figure:
    """Return the verdict on counted people, in whole numbers only (F-02)."""
    needed = -(-standard.percent * counts.eligible // 100)
    still_needed = max(0, needed - counts.trained)
    without = Counts(counts.eligible - counts.away, counts.trained - counts.away_trained)
    state = state_of(counts, standard)
    texts = _sentences(state, counts, needed, standard.window.opens_after(as_of))
    reasons = [Reason(text, "F-02", Confidence.READ_SECOND, SOURCE) for text in texts]
    if counts.away:
        text = (
            f"Without the {_people(counts.away)} on long absence it would be {without.trained} of "
            f"{without.eligible}. That is for information only."
        )
        reasons.append(Reason(text, "F-02", Confidence.MEMORY))
    return Figure(state, counts, needed, still_needed, without, tuple(reasons))


def timeline(trainees: Iterable[Trainee], window: Window) -> tuple[Change, ...]:
    """Return how the counts move over time, past and future, one entry for each day they change."""
    moves: dict[date, list[int]] = {}
    for one in trainees:
        for on, eligible, trained in _moves(one, window):
            day = moves.setdefault(on, [0, 0])
            day[0] += eligible
            day[1] += trained
    changes: list[Change] = []
    eligible = trained = 0
    for on in sorted(moves):
        eligible, trained = eligible + moves[on][0], trained + moves[on][1]
        changes.append(Change(on, Counts(eligible, trained)))
    return tuple(changes)


def fails_on(changes: Sequence[Change], standard: Standard, as_of: date) -> date | None:
    """Return the first day after ``as_of`` on which the standard is not met, if nothing is done."""
    later = (change for change in changes if change.on > as_of)
    return next((change.on for change in later if state_of(change.counts, standard) is State.NOT_MET), None)


def counts_on(changes: Sequence[Change], on: date) -> Counts:
    """Return the counts of a timeline on a day."""
    past = [change.counts for change in changes if change.on <= on]
    return past[-1] if past else Counts(0, 0)


def in_percent(counts: Counts) -> str:
    """Return trained over eligible as a percentage, cut (never rounded up) to one decimal place."""
    if not counts.eligible:
        return "0"
    whole, tenth = divmod(counts.trained * 1000 // counts.eligible, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def state_of(counts: Counts, standard: Standard) -> State:
    """Return whether enough of the people counted have trained, in whole numbers only (F-02)."""
    if not counts.eligible:
        return State.NOT_APPLICABLE
    return State.MET if counts.trained * 100 >= standard.percent * counts.eligible else State.NOT_MET


def _sentences(state: State, counts: Counts, needed: int, opens_after: date) -> tuple[str, ...]:
    since = dates.in_words(opens_after + _DAY)
    have = "has" if 1 in {counts.trained, counts.eligible} else "have"
    figure = f"{counts.trained} of {_people(counts.eligible)} {have} trained since {since} ({in_percent(counts)}%)."
    match state:
        case State.NOT_APPLICABLE:
            return ("Nobody is on the staff list on this day, so there is nothing to measure.",)
        case State.MET:
            return (figure, f"{needed} or more meets the standard.")
        case State.NOT_MET:
            return (figure, f"{needed} or more meets the standard, so {needed - counts.trained} to go.")


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _is_trained(one: Trainee, as_of: date, window: Window) -> bool:
    return any(window.counts(on, as_of) for on in one.completed_on)


def _count(eligible: Sequence[Trainee], trained: Sequence[Trainee]) -> Counts:
    return Counts(
        eligible=len(eligible),
        trained=len(trained),
        away=sum(one.person.away for one in eligible),
        away_trained=sum(one.person.away for one in trained),
    )


def _lapsing(trained: Iterable[Trainee], facts: CoverageFacts) -> tuple[Lapse, ...]:
    if facts.planned_on is None:
        return ()
    found = [
        Lapse(one.person.name, facts.standard.window.lapses_on(max(one.completed_on)))
        for one in trained
        if is_eligible(one.person, facts.planned_on)
    ]
    return tuple(sorted((lapse for lapse in found if lapse.on <= facts.planned_on), key=lambda lapse: lapse.on))


def _moves(one: Trainee, window: Window) -> Iterable[tuple[date, int, int]]:
    """Yield (day, change in eligible, change in trained) for one person."""
    if one.person.kind is people.Kind.AGENCY and not one.person.has_access:
        return
    begun = one.person.started_on or date.min
    gone = None if one.person.left_on is None else one.person.left_on + _DAY
    if gone is not None and gone <= begun:
        return
    yield begun, 1, 0
    if gone is not None:
        yield gone, -1, 0
    for start, end in _spells(one, window):
        first, last = max(start, begun), end if gone is None else min(end, gone)
        if first < last:
            yield first, 0, 1
            yield last, 0, -1


def _spells(one: Trainee, window: Window) -> list[tuple[date, date]]:
    """Return the stretches in which the person's training counts, overlaps joined."""
    spells: list[tuple[date, date]] = []
    for on in sorted(one.completed_on):
        lapses = window.lapses_on(on)
        if spells and on <= spells[-1][1]:
            spells[-1] = (spells[-1][0], max(spells[-1][1], lapses))
        else:
            spells.append((on, lapses))
    return spells
