"""B-04: the toolkit's grid for reporting incidents: two scores, each with its own threshold, never their product.

Source: NHS guide to the notification of data security and protection incidents. The labels, floors and thresholds
are data (``library/incidents/grid.yaml``) to be verified before anybody relies on them. Art 33 decides; the grid guides.
"""

from dataclasses import dataclass

from guardbook.rules.incidents import sources
from guardbook.rules.incidents.vocabulary import Risk
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Level:
    """One score of the grid in our own words."""

    score: int
    label: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which two scores somebody is told; both must be reached."""

    likelihood: int
    impact: int
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid as published, in our words. ``verify`` says what nobody has checked."""

    likelihood: tuple[Level, ...]
    impact: tuple[Level, ...]
    groups: tuple[str, ...]
    floor: int
    regulator: Threshold
    department: Threshold
    source: str
    verify: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Two scores from 1 to 5, whether a vulnerable group is involved, and the risk a person judged.

    ``grid`` is the published one where it is left out.
    """

    likelihood: int
    impact: int
    vulnerable: bool
    manual: Risk | None = None
    grid: Grid | None = None

    def __post_init__(self) -> None:
        """Raise ``ValueError`` in words where a score is not one."""
        if not (1 <= self.likelihood <= 5 and 1 <= self.impact <= 5):
            raise ValueError("Each score is a number from 1 to 5.")


@dataclass(frozen=True, slots=True)
class Severity:
    """The scores that count, who is told by the grid, and whether to report at all."""

    likelihood: int
    impact: int
    score: int
    regulator_by_grid: bool
    department_by_grid: bool
    report_to_regulator: bool
    grid_says: str
    prompts: tuple[str, ...]
    reasons: tuple[Reason, ...]


def severity(facts: Facts) -> Severity:
    """What the grid says of an incident, with the floors for vulnerable groups."""
    if facts.grid is None:
        raise ValueError("Give the grid to judge by.")
    grid = facts.grid
    floor = grid.floor if facts.vulnerable else 1
    likelihood, impact = max(facts.likelihood, floor), max(facts.impact, floor)
    regulator = _reaches(likelihood, impact, grid.regulator)
    department = _reaches(likelihood, impact, grid.department)
    by_hand = facts.manual in {Risk.RISK, Risk.HIGH_RISK}
    return Severity(
        likelihood,
        impact,
        likelihood * impact,
        regulator,
        department,
        regulator or by_hand,
        _says(regulator=regulator, department=department),
        _prompts(facts, regulator=regulator, impact=impact),
        (_reason(facts, grid, regulator=regulator, by_hand=by_hand),),
    )


def _reaches(likelihood: int, impact: int, of: Threshold) -> bool:
    return likelihood >= of.likelihood and impact >= of.impact


def _says(*, regulator: bool, department: bool) -> str:
    if department:
        return "REGULATOR_AND_DEPARTMENT"
    return "REGULATOR" if regulator else "NOT_REPORTABLE"


def _prompts(facts: Facts, *, regulator: bool, impact: int) -> tuple[str, ...]:
    if not regulator and impact >= 3 and facts.manual is None:
        return ("The grid does not ask for a report, but the harm could be grave. Judge the risk by the law (Art 33).",)
    return ()


def _reason(facts: Facts, grid: Grid, *, regulator: bool, by_hand: bool) -> Reason:
    floor = f" Vulnerable people are involved, so no score is below {grid.floor}." if facts.vulnerable else ""
    if regulator:
        text = f"By the toolkit's grid the regulator is told.{floor}"
    elif by_hand:
        text = f"The grid alone asks for no report, but you judged that there is a risk. That decides.{floor}"
    else:
        text = f"By the toolkit's grid this is not reported.{floor}"
    return Reason(text, "B-04", Confidence.MEMORY, grid.source or sources.GRID)
