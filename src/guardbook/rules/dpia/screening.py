"""D-04: does a change need an impact assessment (DPIA)? Answered from plain yes-or-no questions, with reasons.

Sources: UK GDPR Art 35(3) and the regulator's own list with its "combined with another" wording (read); the nine
European criteria with their "two or more" rule, and tracking and invisible processing as combined (from memory).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.registers.questions import Choice
from guardbook.rules.verdict import Confidence, Reason

ARTICLE_35 = "UK GDPR, Article 35(3)"
REGULATORS_LIST = (
    "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/accountability-and-governance/"
    "data-protection-impact-assessments-dpias/examples-of-processing-likely-to-result-in-high-risk"
)
EUROPEAN_CRITERIA = "Article 29 Working Party, WP248: nine criteria"


class Criterion(Choice):
    """One thing that may be true of a change, in words for a care home."""

    SENSITIVE = "sensitive", "It uses health, care or other sensitive information"
    VULNERABLE = "vulnerable_people", "It is about people who cannot easily say no: people we support, or staff"
    TARGET_VULNERABLE = "target_vulnerable", "It sells or advertises to children or to people who need support"
    LARGE_SCALE = "large_scale", "It covers very many people, or a whole group of homes"
    LARGE_SPECIAL = "large_scale_special_or_criminal", "It uses sensitive information or criminal records of very many"
    LARGE_PUBLIC = "large_scale_public_area_monitoring", "It watches a public place on a large scale"
    INNOVATIVE = "innovative_tech", "It uses new technology, such as artificial intelligence or clever sensors"
    BIOMETRICS = "biometrics", "It knows people by a fingerprint, a face or a voice"
    GENETIC = "genetic", "It uses facts about people's genes"
    TRACKING = "tracking", "It follows where somebody is, or what they do"
    INVISIBLE = "invisible", "It uses information we did not get from the person, and they will not be told"
    MONITORING = "systematic_monitoring", "It watches or listens to people again and again, such as with cameras"
    MATCHING = "data_matching", "It matches lists that come from different organisations or systems"
    SCORING = "scoring", "It scores people, or guesses things about them"
    LARGE_PROFILING = "large_scale_profiling", "It scores or sorts very many people"
    AUTO_DECISION = "auto_decision_effect", "A computer decides something that matters to a person"
    PROFILING_EFFECTS = (
        "systematic_extensive_profiling_with_effects",
        "It scores people all the time and in depth, and what follows matters to them",
    )
    DENIAL = "denial_of_service", "It decides who gets a service, by sensitive information or by computer"
    BLOCKS_RIGHT = "blocks_right_or_service", "It can stop somebody from using a right, a service or a contract"
    PHYSICAL_HARM = "risk_of_physical_harm", "If it leaked, somebody’s life or safety could be in danger"


class Group(Choice):
    """The three screens on which the criteria are asked."""

    WHO = "who", "Whom is it about, and how many?"
    HOW = "how", "How does it work?"
    EFFECT = "effect", "What can it mean for somebody?"

    @property
    def asks(self) -> tuple[Criterion, ...]:
        """What is asked on this screen."""
        return _ASKED[self]


_C = Criterion
_ASKED = {
    Group.WHO: (_C.SENSITIVE, _C.VULNERABLE, _C.TARGET_VULNERABLE, _C.LARGE_SCALE, _C.LARGE_SPECIAL, _C.LARGE_PUBLIC),
    Group.HOW: (
        _C.INNOVATIVE, _C.BIOMETRICS, _C.GENETIC, _C.TRACKING, _C.INVISIBLE, _C.MONITORING, _C.MATCHING,
    ),
    Group.EFFECT: (
        _C.SCORING, _C.LARGE_PROFILING, _C.AUTO_DECISION, _C.PROFILING_EFFECTS, _C.DENIAL, _C.BLOCKS_RIGHT,
        _C.PHYSICAL_HARM,
    ),
}  # fmt: skip
BY_LAW = (_C.PROFILING_EFFECTS, _C.LARGE_SPECIAL, _C.LARGE_PUBLIC)
BY_REGULATOR = (_C.DENIAL, _C.LARGE_PROFILING, _C.MATCHING, _C.TARGET_VULNERABLE, _C.PHYSICAL_HARM)
WITH_ANOTHER = (_C.INNOVATIVE, _C.BIOMETRICS, _C.GENETIC, _C.INVISIBLE, _C.TRACKING)
NINE = (
    _C.SCORING, _C.AUTO_DECISION, _C.MONITORING, _C.SENSITIVE, _C.LARGE_SCALE, _C.MATCHING, _C.VULNERABLE,
    _C.INNOVATIVE, _C.BLOCKS_RIGHT,
)  # fmt: skip


class Result(StrEnum):
    """What the screening comes to."""

    REQUIRED = "REQUIRED"
    REQUIRED_PRESUMED = "REQUIRED_PRESUMED"
    RECOMMENDED = "RECOMMENDED"
    SCREENED_OUT = "SCREENED_OUT"

    @property
    def label(self) -> str:
        """The words people see."""
        return _LABELS[self]


_LABELS = {
    Result.REQUIRED: "You must make an impact assessment",
    Result.REQUIRED_PRESUMED: "Make an impact assessment, unless you write down why not",
    Result.RECOMMENDED: "An impact assessment is a good idea",
    Result.SCREENED_OUT: "No impact assessment is needed",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of a change. ``watches`` is True for cameras and other watching, where CQC expects an assessment.

    ``reason_not_to`` is why somebody wants to do without one, in their own words.
    """

    criteria: frozenset[Criterion] = frozenset()
    watches: bool = False
    reason_not_to: str = ""


@dataclass(frozen=True, slots=True)
class Screening:
    """The result with its reasons; ``may_end_here`` says whether it may be recorded as not needed."""

    result: Result
    counted: tuple[Criterion, ...]
    may_end_here: bool
    missing: str
    reasons: tuple[Reason, ...]


def screening(facts: Facts) -> Screening:
    """Whether a change needs an impact assessment, by Art 35(3), the regulator's list, and two of the nine criteria."""
    counted = tuple(each for each in NINE if each in facts.criteria)
    forced = tuple(_forced(facts.criteria, counted))
    result = _result(forced, len(counted))
    missing = _missing(result, facts.reason_not_to)
    return Screening(
        result=result,
        counted=counted,
        may_end_here=result is not Result.REQUIRED and not missing,
        missing=missing,
        reasons=(*forced, *_counted(result, counted), *_beside(facts)),
    )


def _forced(criteria: frozenset[Criterion], counted: tuple[Criterion, ...]) -> Iterator[Reason]:
    for each in BY_LAW:
        if each in criteria:
            yield Reason(f"The law names this: {_small(each)}.", "D-04", Confidence.READ, ARTICLE_35)
    for each in BY_REGULATOR:
        if each in criteria:
            yield Reason(f"The regulator's list has this: {_small(each)}.", "D-04", Confidence.READ, REGULATORS_LIST)
    for each in WITH_ANOTHER:
        others = tuple(one for one in counted if one is not each)
        if each in criteria and others:
            text = f"The regulator's list has this together with another sign of risk: {_small(each)}. The other: {_small(others[0])}."
            sure = Confidence.MEMORY if each in {_C.INVISIBLE, _C.TRACKING} else Confidence.READ
            yield Reason(text, "D-04", sure, REGULATORS_LIST)


def _result(forced: tuple[Reason, ...], count: int) -> Result:
    if forced:
        return Result.REQUIRED
    if count >= 2:
        return Result.REQUIRED_PRESUMED
    return Result.RECOMMENDED if count else Result.SCREENED_OUT


def _missing(result: Result, reason: str) -> str:
    if result in {Result.REQUIRED_PRESUMED, Result.RECOMMENDED} and not reason.strip():
        return "Write down why you do without an impact assessment."
    return ""


def _counted(result: Result, counted: tuple[Criterion, ...]) -> Iterator[Reason]:
    if result is Result.REQUIRED:
        return
    if not counted:
        text = "None of the nine signs of high risk is there."
    elif len(counted) == 1:
        text = f"One of the nine signs of high risk is there: {_small(counted[0])}. Two would call for an assessment."
    else:
        named = "; ".join(_small(each) for each in counted)
        text = f"{len(counted)} of the nine signs of high risk are there, and two are enough: {named}."
    yield Reason(text, "D-04", Confidence.MEMORY, EUROPEAN_CRITERIA)


def _beside(facts: Facts) -> Iterator[Reason]:
    if facts.watches:
        text = "It watches people, and CQC expects to see a finished impact assessment for that."
        yield Reason(text, "D-12", Confidence.READ, "CQC guidance on surveillance")
    text = "Do it before the change begins. One assessment may cover several changes that are alike."
    yield Reason(text, "D-04", Confidence.READ, "UK GDPR, Article 35(1)")


def _small(criterion: Criterion) -> str:
    return criterion.label[0].lower() + criterion.label[1:]
