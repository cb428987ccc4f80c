"""How bad a risk to people is: how likely it is, and how much harm it would do (D-05).

Our own default, in the style of the regulator's template: a reasonable chance of serious harm is high.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from guardbook.rules.registers.questions import Choice
from guardbook.rules.verdict import Confidence, Reason


class Likelihood(Choice):
    """How likely it is."""

    REMOTE = "remote", "Remote: we would be surprised"
    POSSIBLE = "possible", "Possible: it could well happen"
    PROBABLE = "probable", "Probable: more likely than not"


class Severity(Choice):
    """How much harm it would do to people."""

    MINIMAL = "minimal", "Minimal: a nuisance"
    SOME = "some", "Some: people would be upset, or lose something"
    SERIOUS = "serious", "Serious: people could be hurt, robbed or shamed"


class Level(Choice):
    """What the two come to."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"


class Kind(Choice):
    """What would go wrong. The first three are those of the French regulator's tool."""

    ACCESS = "access", "Somebody sees or gets what they should not"
    CHANGE = "change", "Something is changed or entered wrongly"
    LOSS = "loss", "Something is lost, or is not there when it is needed"
    OTHER = "other", "Something else that is unfair or harmful to people"


_MATRIX = {
    Severity.MINIMAL: (Level.LOW, Level.LOW, Level.LOW),
    Severity.SOME: (Level.LOW, Level.MEDIUM, Level.HIGH),
    Severity.SERIOUS: (Level.LOW, Level.HIGH, Level.HIGH),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """One risk weighed."""

    likelihood: Likelihood
    severity: Severity


@dataclass(frozen=True, slots=True)
class Weighed:
    """Its level, and why."""

    level: Level
    reason: Reason


def weigh(facts: Facts) -> Weighed:
    """The level of a risk (our own default, after the regulator's template)."""
    level = _MATRIX[facts.severity][list(Likelihood).index(facts.likelihood)]
    text = f"{_word(facts.likelihood)} and {_word(facts.severity).lower()} harm make a {level.label.lower()} risk."
    return Weighed(level, Reason(text, "D-05", Confidence.DEFAULT, "The regulator's template for an assessment"))


def level(likelihood: Likelihood | None, severity: Severity | None) -> Level | None:
    """The level, or None while either is not said."""
    return weigh(Facts(likelihood, severity)).level if likelihood and severity else None


def worst(levels: Iterable[Level | None]) -> Level | None:
    """The worst of several; None where none is known."""
    known = [each for each in levels if each is not None]
    return max(known, key=list(Level).index) if known else None


def _word(choice: Choice) -> str:
    return choice.label.partition(":")[0]
