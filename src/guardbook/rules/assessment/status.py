"""How far an assessment has come at each level, exactly what is missing, and what may be claimed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.frameworks.items import Item, Level
from guardbook.rules.frameworks.packs import Pack


class Goal(StrEnum):
    """A level a provider can publish at."""

    APPROACHING = "approaching"
    STANDARDS_MET = "standards_met"
    EXCEEDED = "exceeded"

    @property
    def label(self) -> str:
        """The toolkit's own name of the level."""
        return {
            Goal.APPROACHING: "Approaching Standards",
            Goal.STANDARDS_MET: "Standards Met",
            Goal.EXCEEDED: "Standards Exceeded",
        }[self]


@dataclass(frozen=True, slots=True)
class Published:
    """One publication on the portal that a person has recorded; ``year`` is the toolkit year."""

    goal: Goal
    year: str
    on: date


@dataclass(frozen=True, slots=True)
class Missing:
    """One question that stands in the way, and why."""

    ref: str
    question: str
    state: str
    why: str
    to_do: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelStatus:
    """Progress towards one level. ``barred`` says why it cannot be published, apart from open questions."""

    goal: Goal
    done: int
    total: int
    missing: tuple[Missing, ...]
    barred: str = ""

    @property
    def is_ready(self) -> bool:
        """True when nothing is missing and nothing bars the level."""
        return not self.missing and not self.barred


@dataclass(frozen=True, slots=True)
class Status:
    """Every level, and the one sentence that may be claimed today."""

    levels: tuple[LevelStatus, ...]
    headline: str
    caveat: str = ""

    def level(self, goal: Goal) -> LevelStatus:
        """The status of one level."""
        return next(level for level in self.levels if level.goal is goal)

    @property
    def best(self) -> Goal | None:
        """The highest level that is ready, or None."""
        ready = [level.goal for level in self.levels if level.is_ready]
        return ready[-1] if ready else None


def needs(item: Item, goal: Goal) -> bool:
    """True where a level needs the question; each level needs what the one below it needs."""
    match goal:
        case Goal.APPROACHING:
            return item.level is Level.APPROACHING
        case Goal.STANDARDS_MET | Goal.EXCEEDED:
            return item.level is not Level.OPTIONAL


def status(
    pack: Pack,
    standings: Iterable[Standing],
    published: tuple[Published, ...],
    ce_plus_until: date | None,
    judged_on: date,
) -> Status:
    """Say how far each level is and what may be claimed (source: the toolkit's levels, dspt.md 2.4).

    On a list rebuilt by us the headline never names a level as reached.
    """
    standings = tuple(standings)
    bars = {
        Goal.APPROACHING: approaching_barred(published),
        Goal.STANDARDS_MET: "",
        Goal.EXCEEDED: exceeded_barred(ce_plus_until, judged_on),
    }
    levels = tuple(_level(goal, standings, bars[goal]) for goal in Goal)
    return Status(levels, _headline(pack, levels), _caveat(pack))


def approaching_barred(published: tuple[Published, ...]) -> str:
    """Why Approaching Standards cannot be published: only once, and never after a full publication."""
    if any(each.goal is not Goal.APPROACHING for each in published):
        return "You have published in full before, so Approaching Standards is no longer open to you."
    if published:
        return f"You published Approaching Standards for {published[0].year}. It can be used only once."
    return ""


def exceeded_barred(ce_plus_until: date | None, judged_on: date) -> str:
    """Why Standards Exceeded cannot be published: it needs Cyber Essentials Plus on that day."""
    if ce_plus_until is None:
        return "Standards Exceeded needs a current Cyber Essentials Plus certificate."
    if ce_plus_until < judged_on:
        ended = dates.in_words(ce_plus_until)
        return f"Your Cyber Essentials Plus certificate ends on {ended}, before {dates.in_words(judged_on)}."
    return ""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the action plan that Approaching Standards asks for."""

    ref: str
    question: str
    action: str
    by: date


def action_plan(status: Status, by: date) -> tuple[PlanLine, ...]:
    """The open questions of Standards Met as actions with a day to finish them by."""
    return tuple(
        PlanLine(each.ref, each.question, " ".join(each.to_do) or each.why, by)
        for each in status.level(Goal.STANDARDS_MET).missing
    )


def _level(goal: Goal, standings: tuple[Standing, ...], barred: str) -> LevelStatus:
    wanted = [standing for standing in standings if needs(standing.item, goal)]
    missing = tuple(_missing(standing) for standing in wanted if not standing.counts)
    return LevelStatus(goal, len(wanted) - len(missing), len(wanted), missing, barred)


def _missing(standing: Standing) -> Missing:
    to_do = standing.suggestion.to_do if standing.suggestion else ()
    return Missing(standing.item.ref, standing.item.question, standing.state.label, standing.why, to_do)


def _headline(pack: Pack, levels: tuple[LevelStatus, ...]) -> str:
    ready = [level for level in levels if level.is_ready]
    if not ready:
        open_now = len(next(level for level in levels if level.goal is Goal.STANDARDS_MET).missing)
        return f"{open_now} {'question' if open_now == 1 else 'questions'} to go"
    if pack.is_rebuilt:
        return "Ready, on a rebuilt list"
    return f"Ready to publish at {ready[-1].goal.label}"


def _caveat(pack: Pack) -> str:
    if not pack.is_rebuilt:
        return ""
    return (
        "We rebuilt this list of questions from public pages. Bring in the official list from the portal "
        "before you rely on it."
    )
