"""Which steps somebody may take on an assessment today, and what stands in the way of the next one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.queries.dpia.assessments import Whole
from guardbook.rules.access import Permission
from guardbook.rules.dpia import states, stepping
from guardbook.rules.dpia.risk import Level
from guardbook.rules.dpia.states import Event, State
from guardbook.web import words
from guardbook.web.components import Link
from guardbook.web.dpia.look import Address


@dataclass(frozen=True, slots=True)
class Way:
    """One step: its event, its page, its words, who may, and whether it stands aside of the usual way."""

    event: Event
    page: str
    text: str
    needs: Permission
    is_aside: bool = False


_P = Permission
WAYS = (
    Way(Event.NOT_NEEDED, "dpia-not-needed", "Record that none is needed", _P.DPIA_EDIT),
    Way(Event.CONSULTED, "dpia-consult", "Say whom you asked", _P.DPIA_EDIT),
    Way(Event.ADVISED, "dpia-advise", "Record the officer’s advice", _P.ADVICE_RECORD),
    Way(Event.DECIDED, "dpia-decide", "Sign it off", _P.DPIA_DECIDE),
    Way(Event.HIGH_RISK_LEFT, "dpia-decide", "Stop, to ask the regulator first", _P.DPIA_DECIDE),
    Way(Event.REGULATOR_AGREED, "dpia-agreed", "Record the regulator’s answer", _P.DPIA_DECIDE),
    Way(Event.WENT_LIVE, "dpia-live", "Say that it has begun", _P.DPIA_DECIDE),
    Way(Event.LOOKED_AGAIN, "dpia-look", "I looked again: it still holds", _P.DPIA_DECIDE),
    Way(Event.REOPENED, "dpia-reopen", "Open it to change it", _P.DPIA_EDIT, is_aside=True),
    Way(Event.STOPPED, "dpia-stop", "Give this change up", _P.DPIA_DECIDE, is_aside=True),
)


@dataclass(frozen=True, slots=True)
class Steps:
    """Buttons for the next steps, links aside of them, and what is missing for what is not offered."""

    buttons: tuple[Link, ...]
    is_pressing: bool
    aside: tuple[Link, ...]
    lacking: tuple[str, ...]


def steps(context: Context, to: Address, of: Whole) -> Steps:
    """What may be done now, as far as it does not depend on what the step's own page asks for."""
    held, judged = context.by.permissions, {way: _judged(context, of, way) for way in WAYS}
    may = [way for way, found in judged.items() if found is not None and found.allowed and way.needs in held]
    buttons = [Link(way.text, to.to(way.page)) for way in may if not way.is_aside]
    if of.standing.state is State.PRIOR_CONSULTATION and _P.DPIA_DECIDE in held:
        buttons.insert(0, Link("Say when you asked the regulator", to.to("dpia-asked")))
        may = [way for way in may if of.impact.regulator_asked_on or way.event is not Event.REGULATOR_AGREED]
        buttons = buttons[:1] + [each for each in buttons[1:] if of.impact.regulator_asked_on]
    return Steps(
        tuple(buttons),
        of.standing.state is not State.LIVE,
        tuple(Link(way.text, to.to(way.page)) for way in may if way.is_aside),
        () if buttons and of.standing.state is not State.DRAFT else tuple(_lacking(judged, of)),
    )


def _judged(context: Context, of: Whole, way: Way) -> stepping.Step | None:
    """What the rule says, taking as given what the step's own page asks for; None where it is no step from here."""
    if states.move_of(of.standing.state, way.event) is None or _is_other(of, way):
        return None
    facts = assessments.facts(of, way.event, context.by.user_id, "said on its page")
    return stepping.step(
        replace(
            facts,
            screened=replace(facts.screened, reason_not_to="said on its page"),
            consulted="said on its page",
            advice=facts.advice or "said on its page",
            advice_followed=True,
            regulator_agreed=facts.regulator_agreed or way.event is Event.REGULATOR_AGREED,
        )
    )


def _is_other(of: Whole, way: Way) -> bool:
    """Signing off and stopping for the regulator share a page: which of them it is follows from the risk left."""
    is_high = of.impact.residual is Level.HIGH
    return (way.event is Event.DECIDED and is_high) or (way.event is Event.HIGH_RISK_LEFT and not is_high)


def _lacking(judged: dict[Way, stepping.Step | None], of: Whole) -> Iterator[str]:
    for way, found in judged.items():
        if found is not None and not found.allowed and not way.is_aside and way.event is not Event.NOT_NEEDED:
            asked = {f"{stepping.UNANSWERED}{each}" for each in of.impact.unanswered}
            yield from dict.fromkeys(each.text for each in found.lacking if each.text not in asked)
            if of.impact.unanswered and of.standing.state is State.DRAFT:
                left = len(of.impact.unanswered)
                yield f"{words.count(left, 'question is', 'questions are')} left to answer."
            return
