"""Which level of training each person needs, and what is missing (rule F-03).

Source: NHS guide 3 (a training needs analysis once a year, endorsed by senior management),
toolkit items 3.1.1 and 3.4.1. Who needs which level is our default, for a provider to change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.training.window import Window
from guardbook.rules.verdict import Confidence, Reason

SOURCE = "https://www.kircca.co.uk/?p=1904"
YEARLY = Window()


class Level(StrEnum):
    """How much a person must know."""

    AWARENESS = "L0"
    CORE = "L1"
    MANAGER = "L2"
    LEAD = "L3"
    SPECIALIST = "L4"
    SYSTEMS = "L-IT"

    @property
    def label(self) -> str:
        """The words people see."""
        match self:
            case Level.AWARENESS:
                return "Awareness: a one-page brief"
            case Level.CORE:
                return "Core: the yearly training for everyone"
            case Level.MANAGER:
                return "Manager: core, and breaches, requests and spot checks"
            case Level.LEAD:
                return "Lead: manager, and the toolkit, impact assessments and suppliers"
            case Level.SPECIALIST:
                return "Specialist: training for the role they hold"
            case Level.SYSTEMS:
                return "Systems: core, and administrator access and backups"


class Duty(StrEnum):
    """Something a person does here that calls for more than the core training."""

    MANAGER = "manager"
    LEAD = "lead"
    DPO = "dpo"
    CALDICOTT_GUARDIAN = "caldicott_guardian"
    SIRO = "siro"
    SYSTEMS = "systems"

    @property
    def level(self) -> Level:
        """The level this duty needs."""
        match self:
            case Duty.MANAGER:
                return Level.MANAGER
            case Duty.LEAD:
                return Level.LEAD
            case Duty.DPO | Duty.CALDICOTT_GUARDIAN | Duty.SIRO:
                return Level.SPECIALIST
            case Duty.SYSTEMS:
                return Level.SYSTEMS


RESPONSIBLE = frozenset({Duty.LEAD, Duty.DPO, Duty.CALDICOTT_GUARDIAN, Duty.SIRO})
_CHAIN = (Level.AWARENESS, Level.CORE, Level.MANAGER, Level.LEAD)


@dataclass(frozen=True, slots=True)
class Held:
    """A level somebody reached on a day; ``duty`` says for which role a specialist trained, if known."""

    level: Level
    on: date
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class Learner:
    """One person: what they do, whether they can see records, and what they have learnt."""

    name: str
    duties: tuple[Duty, ...] = ()
    has_access: bool = True
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsFacts:
    """Everybody, the day to judge, and when senior management last approved the analysis."""

    as_of: date
    learners: tuple[Learner, ...] = ()
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """What one person needs; gaps are missing, refreshers are older than a year.

    ``in_figure`` is True for all staff: the 95% counts people without access to records too.
    """

    name: str
    required: tuple[Level, ...]
    gaps: tuple[Level, ...]
    refreshers: tuple[Level, ...]
    in_figure: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Whether a toolkit item is met by what is recorded, and why."""

    ref: str
    met: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Analysis:
    """The needs of each person and what they mean for items 3.1.1 and 3.4.1."""

    people: tuple[Needs, ...]
    items: tuple[Item, ...]


def needs(facts: NeedsFacts) -> Analysis:
    """Return what each person needs on a day, and whether items 3.1.1 and 3.4.1 are met (F-03)."""
    people = tuple(of(learner, facts.as_of) for learner in facts.learners)
    responsible = [learner for learner in facts.learners if RESPONSIBLE & set(learner.duties)]
    return Analysis(people, (analysis_item(facts.approved_on, facts.as_of), _duties_item(responsible, facts.as_of)))


def required(learner: Learner) -> tuple[Level, ...]:
    """Return the levels a person needs, lowest first."""
    base = Level.CORE if learner.has_access or learner.duties else Level.AWARENESS
    wanted = {base, *(duty.level for duty in learner.duties)}
    return tuple(level for level in Level if level in wanted)


def of(learner: Learner, as_of: date) -> Needs:
    """Return what one person needs on a day, with a sentence for each thing missing."""
    gaps = tuple(level for level in required(learner) if _is_gap(level, learner, as_of))
    refreshers = tuple(level for level in required(learner) if level not in gaps and _is_stale(level, learner, as_of))
    texts = [f"{learner.name} still needs this training: {level.label}." for level in gaps]
    texts += [f"{learner.name} trained more than a year ago and should refresh: {level.label}." for level in refreshers]
    reasons = tuple(_reason(text, Confidence.DEFAULT) for text in texts)
    return Needs(learner.name, required(learner), gaps, refreshers, in_figure=True, reasons=reasons)


def suggested(job_title: str) -> Level:
    """Return the level to offer for a job before anybody has decided; our default."""
    words = job_title.casefold().split()
    return Level.MANAGER if {"manager", "managers", "head", "director"} & set(words) else Level.CORE


def analysis_item(approved_on: date | None, as_of: date) -> Item:
    """Return whether a training needs analysis was approved in the last twelve months (item 3.1.1)."""
    if approved_on is None:
        text = "No training needs analysis has been approved yet."
    elif YEARLY.counts(approved_on, as_of):
        text = f"The training needs analysis was approved on {dates.in_words(approved_on)}."
        return Item("3.1.1", met=True, reason=_reason(text, Confidence.READ_SECOND))
    else:
        text = (
            f"The training needs analysis was approved on {dates.in_words(approved_on)}. "
            "It must be from the last 12 months."
        )
    return Item("3.1.1", met=False, reason=_reason(text, Confidence.READ_SECOND))


def _duties_item(responsible: list[Learner], as_of: date) -> Item:
    if not responsible:
        text = "Nobody is recorded as responsible for data security, so there is nobody's training to show."
        return Item("3.4.1", met=False, reason=_reason(text, Confidence.MEMORY))
    short = [learner.name for learner in responsible if of(learner, as_of).gaps]
    if short:
        text = f"These people lead on data security and lack the training for it: {', '.join(short)}."
        return Item("3.4.1", met=False, reason=_reason(text, Confidence.MEMORY))
    names = ", ".join(learner.name for learner in responsible)
    text = f"Everyone who leads on data security has trained for it: {names}."
    return Item("3.4.1", met=True, reason=_reason(text, Confidence.MEMORY))


def _is_gap(level: Level, learner: Learner, as_of: date) -> bool:
    reached = _reached(level, learner, as_of)
    if level is Level.CORE:
        return not any(YEARLY.counts(on, as_of) for on in reached)
    if level is Level.SPECIALIST:
        return not all(_has_specialised(duty, learner, as_of) for duty in learner.duties if duty.level is level)
    return not reached


def _is_stale(level: Level, learner: Learner, as_of: date) -> bool:
    return level is not Level.AWARENESS and not any(YEARLY.counts(on, as_of) for on in _reached(level, learner, as_of))


def _reached(level: Level, learner: Learner, as_of: date) -> list[date]:
    enough = _enough(level)
    return [held.on for held in learner.held if held.level in enough and held.on <= as_of]


def _enough(level: Level) -> Iterable[Level]:
    """Return the levels whose training includes this one."""
    if level in _CHAIN:
        above = _CHAIN[_CHAIN.index(level) :]
        return (*above, Level.SYSTEMS) if level in {Level.AWARENESS, Level.CORE} else above
    return (level,)


def _has_specialised(duty: Duty, learner: Learner, as_of: date) -> bool:
    return any(
        held.level is Level.SPECIALIST and held.on <= as_of and held.duty in {None, duty} for held in learner.held
    )


def _reason(text: str, confidence: Confidence) -> Reason:
    return Reason(text, "F-03", confidence, SOURCE)
