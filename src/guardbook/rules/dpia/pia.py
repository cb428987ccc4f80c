"""What an impact assessment holds that can travel, as the French regulator's open format numbers it.

The format is that of the free PIA software of the CNIL: an object ``pia`` beside lists of answers, measures,
evaluations and comments. Its questions 111 to 227 are ours (``questions``); its risks are numbered 32x to 34x.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guardbook.rules.dpia import questions
from guardbook.rules.dpia.risk import Kind, Likelihood, Severity

NUMBERED: Mapping[Kind, int] = {Kind.ACCESS: 32, Kind.CHANGE: 33, Kind.LOSS: 34}
"""The risks the format knows; others travel in a part of the file that only Guardbook reads."""
_SEVERITIES = (Severity.MINIMAL, Severity.SOME, Severity.SERIOUS, Severity.SERIOUS)
_LIKELIHOODS = (Likelihood.REMOTE, Likelihood.POSSIBLE, Likelihood.PROBABLE, Likelihood.PROBABLE)
Value = str | tuple[str, ...] | int | None


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk; each of ``harm``, ``cause`` and ``source`` is lines of words."""

    kind: Kind
    what: str = ""
    harm: tuple[str, ...] = ()
    cause: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    likelihood: Likelihood | None = None
    severity: Severity | None = None
    likelihood_after: Likelihood | None = None
    severity_after: Severity | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, by the name that risks know it by; ``due_on`` is a date as text, or empty."""

    name: str
    about: str = ""
    owner: str = ""
    due_on: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that travels. ``advice`` and ``adviser`` are the officer's, where there is one."""

    name: str
    answers: Mapping[str, str] = field(default_factory=dict)
    risks: tuple[Risk, ...] = ()
    measures: tuple[Measure, ...] = ()
    consulted: str = ""
    not_consulted_because: str = ""
    adviser: str = ""
    advice: str = ""
    advice_followed: bool | None = None
    is_signed: bool = False


def numbered(content: Content) -> Mapping[int, Value]:
    """Every answer by its number: words for questions, lines for lists, 1 to 4 for gauges."""
    said: dict[int, Value] = {each.pia: content.answers.get(each.key, "").strip() for each in questions.QUESTIONS}
    for kind, first in NUMBERED.items():
        mine = [each for each in content.risks if each.kind is kind]
        said[first * 10 + 1] = _lines(each.harm for each in mine)
        said[first * 10 + 2] = _lines(each.cause for each in mine)
        said[first * 10 + 3] = _lines(each.source for each in mine)
        said[first * 10 + 4] = tuple(sorted(_lines(each.measures for each in mine)))
        said[first * 10 + 5] = severity_number(each.severity for each in mine)
        said[first * 10 + 6] = likelihood_number(each.likelihood for each in mine)
    return said


def after(content: Content) -> Mapping[str, tuple[int, int]]:
    """What is left after measures, by the format's reference: severity, then likelihood; 0 is not said."""
    return {
        f"3.{first % 10}": (
            severity_number(each.severity_after for each in mine) or 0,
            likelihood_number(each.likelihood_after for each in mine) or 0,
        )
        for kind, first in NUMBERED.items()
        for mine in [[each for each in content.risks if each.kind is kind]]
    }


def others(content: Content) -> tuple[Risk, ...]:
    """The risks that the format has no place for."""
    return tuple(each for each in content.risks if each.kind not in NUMBERED)


def severity_of(number: object) -> Severity | None:
    """What a gauge of the format (1 to 4) means here."""
    return _SEVERITIES[number - 1] if isinstance(number, int) and 1 <= number <= 4 else None


def likelihood_of(number: object) -> Likelihood | None:
    """What a gauge of the format (1 to 4) means here."""
    return _LIKELIHOODS[number - 1] if isinstance(number, int) and 1 <= number <= 4 else None


def severity_number(found: Iterable[Severity | None]) -> int | None:
    """The worst of several as a gauge."""
    return _worst([_SEVERITIES.index(each) + 1 for each in found if each])


def likelihood_number(found: Iterable[Likelihood | None]) -> int | None:
    """The likeliest of several as a gauge."""
    return _worst([_LIKELIHOODS.index(each) + 1 for each in found if each])


def _worst(numbers: Sequence[int]) -> int | None:
    return max(numbers, default=None)


def _lines(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_each(found)))


def _each(found: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for lines in found:
        yield from lines
