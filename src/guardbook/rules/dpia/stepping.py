"""May an impact assessment take its next step, and if not, what is missing (D-05, and A-04 for who may advise).

Sources: UK GDPR Art 35(2) (advice of the officer), 35(7) (content), 35(9) (people's views), 36 (ask first), 38(6).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from guardbook.rules.dpia import screening, states
from guardbook.rules.dpia.risk import Level
from guardbook.rules.dpia.states import Event, Guard, State
from guardbook.rules.verdict import Confidence, Reason

UNANSWERED = "Answer this first: "
ARTICLE_35 = "UK GDPR, Article 35"
ARTICLE_36 = "UK GDPR, Article 36"
ARTICLE_38 = "UK GDPR, Article 38(6)"


@dataclass(frozen=True, slots=True)
class Facts:
    """Where an assessment stands, what somebody wants to do, and all that bears on it."""

    state: State
    event: Event
    screened: screening.Facts = field(default_factory=screening.Facts)
    reason: str = ""
    unanswered: tuple[str, ...] = ()
    risks: int = 0
    unweighed: int = 0
    residual: Level | None = None
    consulted: str = ""
    not_consulted_because: str = ""
    officer_appointed: bool = False
    advice: str = ""
    adviser_chose_it: bool = False
    advice_followed: bool | None = None
    advice_answer: str = ""
    decider_is_officer: bool = False
    regulator_agreed: bool = False
    waiting_measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Whether the step may be taken, the state that follows, and what stands in the way."""

    allowed: bool
    state: State
    lacking: tuple[Reason, ...]


def step(facts: Facts) -> Step:
    """Whether one step of an impact assessment may be taken, with everything that is missing."""
    move = states.move_of(facts.state, facts.event)
    if move is None:
        return Step(False, facts.state, tuple(_no_way(facts)))
    lacking = tuple(reason for guard in move.guards for reason in _GUARDS[guard](facts))
    return Step(not lacking, facts.state if lacking else move.end, lacking)


def _no_way(facts: Facts) -> Iterator[Reason]:
    if facts.state is State.PRIOR_CONSULTATION:
        yield from _cleared(facts)
        return
    text = f"It stands at “{facts.state.label}”. From there this is not a next step: {facts.event.label}."
    yield Reason(text, "D-05", Confidence.DEFAULT, ARTICLE_35)


def _may_end(facts: Facts) -> Iterator[Reason]:
    found = screening.screening(facts.screened)
    if found.result is screening.Result.REQUIRED:
        yield Reason("This change needs an impact assessment. It cannot end here.", "D-04", Confidence.READ, ARTICLE_35)
    elif found.missing:
        yield Reason(found.missing, "D-04", Confidence.MEMORY, ARTICLE_35)


def _complete(facts: Facts) -> Iterator[Reason]:
    for each in facts.unanswered:
        yield _content(f"{UNANSWERED}{each}")
    if not facts.risks:
        yield _content("Write down at least one risk to people.")
    if facts.unweighed:
        yield _content("Say of every risk how likely and how bad it is, before and after your measures.")


def _heard(facts: Facts) -> Iterator[Reason]:
    if not facts.consulted.strip() and not facts.not_consulted_because.strip():
        yield Reason("Say whom you asked, or why you asked nobody.", "D-05", Confidence.READ, "UK GDPR, Article 35(9)")


def _officer(facts: Facts) -> Iterator[Reason]:
    if not facts.officer_appointed:
        yield _advised("No Data Protection Officer is appointed, so there is no advice of one to record.")
    if not facts.advice.strip():
        yield _advised("Write down the advice.")
    if facts.adviser_chose_it:
        text = (
            "The officer chose what is assessed here, or decides how it is used. "
            "They cannot check their own decision: ask somebody else for advice."
        )
        yield Reason(text, "A-04", Confidence.READ, ARTICLE_38)


def _no_officer(facts: Facts) -> Iterator[Reason]:
    if facts.officer_appointed:
        yield _advised("You have a Data Protection Officer. Ask for their advice first.")


def _answered(facts: Facts) -> Iterator[Reason]:
    if facts.advice_followed is None:
        yield _advised("Say whether you follow the officer's advice.")
    elif not facts.advice_followed and not facts.advice_answer.strip():
        yield _advised("You do not follow the officer's advice. Write down why not.")


def _not_high(facts: Facts) -> Iterator[Reason]:
    if facts.residual is Level.HIGH:
        yield from _ask_first()
    elif facts.residual is None:
        yield _content("Weigh the risk that is left.")


def _high(facts: Facts) -> Iterator[Reason]:
    if facts.residual is not Level.HIGH:
        yield Reason("No high risk is left, so you need not ask the regulator.", "D-05", Confidence.READ, ARTICLE_36)


def _cleared(facts: Facts) -> Iterator[Reason]:
    if facts.residual is Level.HIGH and not facts.regulator_agreed:
        yield from _ask_first()


def _ready(facts: Facts) -> Iterator[Reason]:
    for each in facts.waiting_measures:
        yield _content(f"This must be in place before you start: {each}")


def _not_officer(facts: Facts) -> Iterator[Reason]:
    if facts.decider_is_officer:
        text = "The Data Protection Officer advises and does not decide. Somebody else must sign this off."
        yield Reason(text, "A-04", Confidence.READ, ARTICLE_38)


def _reason(facts: Facts) -> Iterator[Reason]:
    if not facts.reason.strip():
        yield _content("Write down why.")


def _ask_first() -> Iterator[Reason]:
    text = "A high risk is left. Do not start. Find more measures, or ask the regulator first and wait for the answer."
    yield Reason(text, "D-05", Confidence.READ, ARTICLE_36)


def _content(text: str) -> Reason:
    return Reason(text, "D-05", Confidence.READ, f"{ARTICLE_35}(7)")


def _advised(text: str) -> Reason:
    return Reason(text, "D-05", Confidence.READ, f"{ARTICLE_35}(2)")


_GUARDS: Mapping[Guard, Callable[[Facts], Iterator[Reason]]] = {
    Guard.MAY_END: _may_end,
    Guard.COMPLETE: _complete,
    Guard.HEARD: _heard,
    Guard.OFFICER: _officer,
    Guard.NO_OFFICER: _no_officer,
    Guard.ANSWERED: _answered,
    Guard.NOT_HIGH: _not_high,
    Guard.HIGH: _high,
    Guard.CLEARED: _cleared,
    Guard.READY: _ready,
    Guard.NOT_OFFICER: _not_officer,
    Guard.REASON: _reason,
}
