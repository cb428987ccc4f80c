"""A-12: the yearly statement about information risk, and who may sign it.

That there is one every year, and that it says these things, is our own default: the sector guide gives the owner of
information risk the register, the acceptances and the report to the board.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules.registers import risk_acceptance
from guardbook.rules.registers.risk_acceptance import Accepter
from guardbook.rules.roles import sources
from guardbook.rules.verdict import Confidence, Reason

YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Facts:
    """The register of risks on a day, and as what somebody wants to sign.

    ``high`` are big risks, ``unplanned`` the big ones that nobody works on, ``accepted`` those somebody lives with,
    ``outlived`` acceptances that ran out or that the risk has outgrown. ``confirmed_on`` is when somebody last said
    that the register is whole.
    """

    as_of: date
    signs_as: Accepter = Accepter.NOBODY
    siro_appointed: bool = False
    risks: int = 0
    high: int = 0
    unplanned: int = 0
    accepted: int = 0
    outlived: int = 0
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Whether it may be signed, why not, what it says, and what it says plainly that is not in order."""

    may_sign: bool
    refusals: tuple[Reason, ...]
    says: tuple[str, ...]
    not_in_order: tuple[str, ...]


def statement(facts: Facts) -> Statement:
    """What the yearly statement says, and whether this person may sign it. Source: rule A-12."""
    refusals = tuple(Reason(each, "A-12", Confidence.DEFAULT, sources.OUR_CHOICE) for each in _refusals(facts))
    return Statement(not refusals, refusals, tuple(_says(facts)), tuple(_open(facts)))


def _refusals(facts: Facts) -> Iterator[str]:
    if facts.signs_as not in risk_acceptance.authority(facts.siro_appointed):
        yield (
            "Only the Senior Information Risk Owner may sign this."
            if facts.siro_appointed
            else "Only the Lead or an owner may sign this, because nobody is Senior Information Risk Owner."
        )
    if not facts.risks:
        yield "There is nothing in the register of risks yet. Put your risks in first."


def _says(facts: Facts) -> Iterator[str]:
    some = _count(facts.risks, "risk")
    yield f"On {dates.in_words(facts.as_of)} the register holds {some}, of which {facts.high} {_are(facts.high)} big."
    lived = _count(facts.accepted, "risk")
    yield f"Somebody who may decide it has chosen to live with {lived} for now, each with a reason and a last day."
    if facts.confirmed_on:
        yield f"Somebody last went through the whole register on {dates.in_words(facts.confirmed_on)}."


def _open(facts: Facts) -> Iterator[str]:
    if facts.unplanned:
        yield f"Nobody works yet on {_count(facts.unplanned, 'big risk')}."
    if facts.outlived:
        yield f"{_count(facts.outlived, 'decision')} to live with a risk must be taken again."
    if facts.confirmed_on is None or facts.as_of - facts.confirmed_on > YEAR:
        yield "Nobody has gone through the whole register in the last year."


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
