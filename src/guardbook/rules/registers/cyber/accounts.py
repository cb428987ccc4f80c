"""Is signing in to a service safe enough? (rule E-03, the Cyber Essentials controls)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.verdict import Confidence, Reason

SHORT, LONG = 8, 12
MOST_TRIES = 10
_SOURCE = "Cyber Essentials requirements version 3.3, user access control"


class Path(StrEnum):
    """The three ways in which a password can be good enough."""

    SECOND_STEP = "SECOND_STEP"
    LONG_PASSWORD = "LONG_PASSWORD"  # noqa: S105 - the name of a way, not a password
    COMMON_ONES_REFUSED = "COMMON_ONES_REFUSED"


@dataclass(frozen=True, slots=True)
class Facts:
    """One service or computer that people sign in to.

    ``people_without_second_step`` counts those for whom it is off. ``shortest`` and ``longest``
    are what its passwords may be (``longest`` None: no limit). ``locks_after`` wrong tries, or
    ``tries_in_5_minutes``, are what it allows; None where nobody has looked.
    """

    is_cloud: bool = True
    offers_second_step: bool = False
    people_without_second_step: int = 0
    shortest: int = 0
    longest: int | None = None
    refuses_common: bool = False
    locks_after: int | None = None
    tries_in_5_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Accounts:
    """The verdict. ``fails_at_once`` is what a Cyber Essentials assessor cannot let pass."""

    passes: bool
    fails_at_once: bool
    paths: tuple[Path, ...]
    reasons: tuple[Reason, ...]
    missing_facts: tuple[str, ...] = ()


def signing_in(facts: Facts) -> Accounts:
    """Say whether signing in is safe enough.

    Source: rule E-03. A cloud service that offers a second step must have it on for everybody.
    The password must be of one of three kinds, and guessing must be slowed down.
    """
    off = facts.offers_second_step and facts.people_without_second_step > 0
    at_once = off and facts.is_cloud
    paths = tuple(_paths(facts))
    guesses = _lets_guess(facts)
    missing = () if guesses is not None else ("how many wrong tries it allows",)
    return Accounts(
        passes=not at_once and bool(paths) and not guesses,
        fails_at_once=at_once,
        paths=paths,
        reasons=tuple(
            Reason(text, "E-03", Confidence.READ_SECOND, _SOURCE) for text in _sentences(facts, at_once, paths, guesses)
        ),
        missing_facts=missing,
    )


def _paths(facts: Facts) -> Iterator[Path]:
    if facts.offers_second_step and not facts.people_without_second_step and facts.shortest >= SHORT:
        yield Path.SECOND_STEP
    if facts.shortest >= LONG and facts.longest is None:
        yield Path.LONG_PASSWORD
    if facts.shortest >= SHORT and facts.refuses_common:
        yield Path.COMMON_ONES_REFUSED


def _lets_guess(facts: Facts) -> bool | None:
    """Whether somebody can go on guessing; None where nobody has looked. One of the two brakes is enough."""
    told = [each for each in (facts.locks_after, facts.tries_in_5_minutes) if each is not None]
    return min(told) > MOST_TRIES if told else None


def _sentences(facts: Facts, at_once: bool, paths: tuple[Path, ...], guesses: bool | None) -> Iterator[str]:
    if at_once:
        number = facts.people_without_second_step
        yield f"Turn on the second step for everybody. It is off for {number}, and a cloud service may leave out nobody."
    if not paths:
        yield (
            f"Passwords need one of three things: a second step and {SHORT} characters; {LONG} characters with no "
            f"upper limit; or {SHORT} characters with common passwords refused."
        )
    if guesses:
        yield f"Lock an account after {MOST_TRIES} wrong tries at most, or allow {MOST_TRIES} tries in 5 minutes at most."
    if not at_once and paths and not guesses:
        yield "Signing in is safe enough."
