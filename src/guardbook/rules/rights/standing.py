"""How a case stands on a day: the date to work to beside the date of the law, how we got there, and what is next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.kernel.dates import Step as Working
from guardbook.kernel.dates import in_words
from guardbook.rules.clocks import counting
from guardbook.rules.clocks.complaint import Acknowledgement
from guardbook.rules.clocks.published import Published
from guardbook.rules.clocks.request import Running
from guardbook.rules.rights import cases
from guardbook.rules.rights.cases import Case
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import Kind
from guardbook.rules.verdict import Reason


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with a day: what to do, the day to work to, the last day by law where there is one."""

    name: str
    text: str
    on: date
    legal: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state with the sentence that says what now, both days, their working, and everything that is due."""

    state: State
    headline: str
    safe: date | None
    legal: date | None
    is_late: bool
    dues: tuple[Due, ...]
    steps: tuple[Working, ...] = ()
    findings: tuple[Reason, ...] = ()
    missing_facts: tuple[str, ...] = ()


def standing(case: Case, published: Published, today: date) -> Standing:
    """Work out how a case stands (C-02, C-05, C-08)."""
    match case.kind:
        case Kind.REQUEST if cases.is_deceased(case):
            return _records(case, today)
        case Kind.REQUEST:
            return _request(case, published, today)
        case Kind.COMPLAINT:
            return _complaint(case, published, today)
        case Kind.DISCLOSURE:
            return _disclosure(case)


def _request(case: Case, published: Published, today: date) -> Standing:
    clock = cases.request_clock(case, published, today)
    done = _done(case)
    dues = () if done else tuple(_request_dues(case, published, today))
    is_late = not done and clock.running is Running.RUNNING and clock.legal is not None and clock.legal < today
    return Standing(
        case.state,
        done or clock.headline,
        clock.safe,
        clock.legal,
        is_late,
        dues,
        clock.steps,
        clock.findings,
        clock.missing_facts,
    )


def _request_dues(case: Case, published: Published, today: date) -> Iterator[Due]:
    clock = cases.request_clock(case, published, today)
    if clock.running is Running.PAUSED and clock.remind_on and clock.decide_on:
        if today < clock.remind_on:
            yield Due("remind", "Remind them of your question", clock.remind_on)
        text = "Decide: answer from a reasonable search, or close with an explanation"
        yield Due("decide", text, clock.decide_on)
        return
    if clock.running is Running.NOT_STARTED:
        yield Due("identity", "Ask again who they are, or begin all the same", clock.safe)
        return
    if case.decision is not None:
        yield Due("answer", "Send the answer", clock.safe, clock.legal)
        return
    yield Due("answer", "Answer the request", clock.safe, clock.legal)
    if not clock.is_extended and clock.notice_by and today <= clock.notice_by:
        text = "The last day to say that you need two months more, if you do"
        yield Due("notice", text, clock.notice_safe, clock.notice_by)


def _records(case: Case, today: date) -> Standing:
    clock, done = cases.records_clock(case), _done(case)
    headline = f"Answer by {counting.weekday(clock.safe)}. The last day by law is {counting.weekday(clock.legal)}."
    due = Due("answer", "Answer about the records of somebody who has died", clock.safe, clock.legal)
    return Standing(
        case.state,
        done or headline,
        clock.safe,
        clock.legal,
        not done and clock.legal < today,
        () if done else (due,),
        clock.steps,
        (clock.reason,),
    )


def _complaint(case: Case, published: Published, today: date) -> Standing:
    clock, done = cases.complaint_clock(case, published, today), _done(case)
    dues: list[Due] = []
    is_waiting = clock.acknowledgement in {Acknowledgement.DUE, Acknowledgement.LATE} and not case.of(Event.ACKNOWLEDGE)
    if not done and is_waiting:
        dues.append(Due("acknowledge", "Acknowledge the complaint", clock.ack_safe, clock.ack_due))
    if not done and clock.next_word_on:
        dues.append(Due("progress", "Tell them how it goes", clock.next_word_on))
    late = not done and is_waiting and clock.acknowledgement is Acknowledgement.LATE
    return Standing(
        case.state,
        done or clock.headline,
        clock.ack_safe if is_waiting else None,
        clock.ack_due if is_waiting else None,
        late,
        tuple(dues),
        clock.steps,
        clock.findings,
        clock.missing_facts,
    )


def _disclosure(case: Case) -> Standing:
    done = _done(case)
    headline = "No law sets a date. Do not hurry: see it in writing, and decide with your Caldicott Guardian."
    return Standing(case.state, done or headline, None, None, is_late=False, dues=())


def _done(case: Case) -> str:
    """The sentence where nothing runs any more; empty while something does."""
    if case.state is State.CLOSED:
        return "It is closed."
    if case.state is State.ESCALATED:
        return "The regulator looks at it. Answer what they ask, and write it down."
    if case.sent is not None:
        return f"The answer went out on {in_words(case.sent.on)}. Close it once nothing is left to do."
    return ""
