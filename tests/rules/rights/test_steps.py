"""What each step asks for, and the sentence where it is missing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guardbook.content import clocks
from guardbook.rules.rights import acting, cases
from guardbook.rules.rights.cases import Case, Received, Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import Asked, How, Kind, Requester

PUBLISHED = clocks.published()
TODAY = date(2026, 9, 21)
REQUEST = Received(Kind.REQUEST, date(2026, 9, 3), How.SPOKEN, "Show me my notes", "Ivy Brown", asked=Asked.ACCESS)
COMPLAINT = replace(REQUEST, kind=Kind.COMPLAINT, asked=None)
POLICE = replace(REQUEST, kind=Kind.DISCLOSURE, asked=None, asker=Asker.POLICE, how=How.EMAIL, power="DPA Sch 2 para 2")
GOOD: dict[Event, Step] = {event: Step(event, TODAY, "In words.", person="Asha", place="By post") for event in Event}
GOOD |= {
    Event.ASK_IDENTITY: replace(GOOD[Event.ASK_IDENTITY], choice="stranger"),
    Event.ASK_FEE: replace(GOOD[Event.ASK_FEE], choice="copies"),
    Event.ASK_QUESTION: replace(GOOD[Event.ASK_QUESTION], choice="find", tags=("large",)),
    Event.EXTEND: replace(GOOD[Event.EXTEND], choice="complex"),
    Event.INDEX: replace(GOOD[Event.INDEX], choice="given"),
    Event.DECIDE: replace(GOOD[Event.DECIDE], choice="granted"),
}
HANDED = replace(GOOD[Event.DECIDE], choice="disclose", tags=("recognised", "crime"), place="Schedule 1 paragraph 10")


def a_case(received: Received = REQUEST, *events: Event | Step) -> Case:
    steps = tuple(GOOD[each] if isinstance(each, Event) else each for each in events)
    return Case(received, steps)


def said(case: Case, event: Event, **more: Any) -> str:
    return " ".join(acting.why_not(case, replace(GOOD[event], **more), PUBLISHED, TODAY))


SEARCHED = (Event.SEARCH,)
REFUSED: dict[str, tuple[Case, Event, dict[str, Any], str]] = {
    "in the future": (a_case(), Event.NOTE, {"on": date(2026, 9, 22)}, "cannot be in the future"),
    "before it came": (a_case(), Event.NOTE, {"on": date(2026, 9, 2)}, "cannot be before that"),
    "no words": (a_case(), Event.NOTE, {"words": " "}, "Write the note."),
    "not the next step": (a_case(), Event.SEND, {}, "so this is not the next step"),
    "no such answer": (a_case(), Event.ASK_IDENTITY, {"choice": "fish"}, "Choose one of the answers."),
    "asked twice": (
        a_case(REQUEST, Event.ASK_IDENTITY, Event.SHOW_IDENTITY), Event.ASK_IDENTITY, {}, "Once is enough",
    ),
    "shown, not asked": (a_case(REQUEST, Event.ASK_FEE), Event.SHOW_IDENTITY, {}, "write down that it was paid"),
    "shown before asked": (
        a_case(REQUEST, Event.ASK_IDENTITY), Event.SHOW_IDENTITY, {"on": date(2026, 9, 4)}, "You asked on 21 September",
    ),
    "a fee twice": (a_case(REQUEST, Event.ASK_FEE, Event.PAY_FEE), Event.ASK_FEE, {}, "asked for a fee already"),
    "a fee for work": (a_case(), Event.ASK_FEE, {"choice": "normal"}, "The first copy is free"),
    "paid, not asked": (a_case(REQUEST, Event.ASK_IDENTITY), Event.PAY_FEE, {}, "No fee is open"),
    "paid before asked": (
        a_case(REQUEST, Event.ASK_FEE), Event.PAY_FEE, {"on": date(2026, 9, 4)}, "You asked for it on 21 September",
    ),
    "a format question": (a_case(), Event.ASK_QUESTION, {"choice": "format"}, "it runs on"),
    "a pause after a death": (
        a_case(replace(REQUEST, asked=Asked.DECEASED)), Event.ASK_QUESTION, {}, "cannot be paused",
    ),
    "answered before asked": (
        a_case(REQUEST, Event.ASK_QUESTION), Event.ANSWER_QUESTION, {"on": date(2026, 9, 4)}, "You asked on 21 September",
    ),
    "more time twice": (a_case(REQUEST, Event.EXTEND), Event.EXTEND, {}, "It can be taken once"),
    "more time after a death": (
        a_case(replace(REQUEST, asked=Asked.DECEASED)), Event.EXTEND, {}, "cannot be made longer",
    ),
    "more time for leave": (a_case(), Event.EXTEND, {"choice": "workload"}, "no reason the law knows"),
    "withheld without a reason": (a_case(), Event.INDEX, {"choice": "withheld"}, "Say why it is not all given"),
    "no such reason": (
        a_case(), Event.INDEX, {"choice": "withheld", "tags": ("fish",)}, "Choose one of the reasons on this page",
    ),
    "harm without an opinion": (
        a_case(), Event.INDEX, {"choice": "withheld", "tags": ("health_harm",)}, "the written opinion",
    ),
    "searched nowhere": (a_case(), Event.SEARCH, {"place": ""}, "Say where you looked."),
    "searched by nobody": (a_case(), Event.SEARCH, {"person": ""}, "Say who searched."),
    "kept nothing": (a_case(), Event.HOLD, {}, "Choose the records that must not go"),
    "handed over nothing": (a_case(POLICE, HANDED), Event.SEND, {"words": ""}, "Write down what exactly went"),
    "advice by nobody": (a_case(), Event.ADVISE, {"person": ""}, "Say who gave the advice."),
    "advice not given": (a_case(), Event.FOLLOW_ADVICE, {}, "Nobody has given advice yet."),
    "a view of nobody": (a_case(), Event.GUARDIAN_VIEW, {"person": ""}, "Say whose view it is."),
    "decided by nobody": (a_case(REQUEST, *SEARCHED), Event.DECIDE, {"person": ""}, "Say who decided."),
    "decided while waiting": (a_case(REQUEST, Event.ASK_IDENTITY), Event.DECIDE, {}, "You still wait"),
    "not shown, not asked": (a_case(), Event.DECIDE, {"choice": "not_shown"}, "this cannot be the reason"),
    "refused without a reason": (a_case(), Event.DECIDE, {"choice": "refused"}, "which reason of the law"),
    "refused for harm": (
        a_case(), Event.DECIDE, {"choice": "refused", "tags": ("health_harm",)}, "the written opinion",
    ),
    "a relative without permission": (
        a_case(replace(REQUEST, requester=Requester.RELATIVE), *SEARCHED), Event.DECIDE, {}, "permission or a legal power",
    ),
    "an attorney not seen": (
        a_case(replace(REQUEST, requester=Requester.ATTORNEY_HEALTH), *SEARCHED), Event.DECIDE, {},
        "the registered lasting power of attorney",
    ),
    "an attorney for money": (
        a_case(replace(REQUEST, requester=Requester.ATTORNEY_FINANCE), Event.ASK_IDENTITY, Event.SHOW_IDENTITY, *SEARCHED),
        Event.DECIDE, {}, "Your Caldicott Guardian decides",
    ),
    "no search": (a_case(), Event.DECIDE, {}, "Log where you looked first"),
    "acknowledged too late": (
        a_case(replace(COMPLAINT, on=date(2026, 8, 1))), Event.DECIDE, {"choice": "upheld"}, "Acknowledge it first",
    ),
    "sent before decided": (
        a_case(REQUEST, *SEARCHED, Event.DECIDE), Event.SEND, {"on": date(2026, 9, 4)}, "It was decided on 21 September",
    ),
    "sent nowhere": (a_case(REQUEST, *SEARCHED, Event.DECIDE), Event.SEND, {"place": ""}, "Say how it was sent"),
    "sent to nobody": (a_case(REQUEST, *SEARCHED, Event.DECIDE), Event.SEND, {"person": ""}, "to whom it was sent"),
    "police, no condition": (a_case(POLICE), Event.DECIDE, {"choice": "disclose", "place": ""}, "Choose the lawful basis"),
    "a journalist": (
        a_case(replace(POLICE, asker=Asker.JOURNALIST)), Event.DECIDE, {"choice": "disclose"}, "They have no right to it",
    ),
    "advice still out": (
        a_case(REQUEST, *SEARCHED, Event.ASK_ADVICE, Event.DECIDE, Event.SEND), Event.CLOSE, {}, "advice that was asked for",
    ),
    "advice unanswered": (
        a_case(REQUEST, *SEARCHED, Event.ADVISE, Event.DECIDE, Event.SEND), Event.CLOSE, {}, "what became of the",
    ),
    "part without an index": (
        a_case(
            REQUEST, *SEARCHED, replace(GOOD[Event.DECIDE], choice="part", tags=("third_party",)), Event.SEND
        ),
        Event.CLOSE, {}, "the index of what was given",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("case", "event", "more", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_step_that_cannot_stand_is_refused_in_words(
    case: Case, event: Event, more: dict[str, Any], sentence: str
) -> None:
    assert sentence in said(case, event, **more)


def test_a_request_goes_from_its_start_to_its_end() -> None:
    whole = (
        Event.ASK_IDENTITY, Event.ASK_FEE, Event.SHOW_IDENTITY, Event.PAY_FEE, Event.ASK_QUESTION, Event.ANSWER_QUESTION,
        Event.EXTEND, Event.SEARCH, Event.INDEX, Event.ASK_ADVICE, Event.ADVISE, Event.FOLLOW_ADVICE, Event.GUARDIAN_VIEW,
        Event.DECIDE, Event.RECONSIDER, Event.DECIDE, Event.SEND, Event.REOPEN, Event.DECIDE, Event.SEND, Event.CLOSE,
    )  # fmt: skip
    case = Case(REQUEST)
    for event in whole:
        assert said(case, event) == "", event
        case = replace(case, steps=(*case.steps, GOOD[event]))

    assert case.is_closed
    assert cases.request_clock(case, PUBLISHED, TODAY).is_extended


def test_a_relative_who_shows_permission_is_answered() -> None:
    asked = replace(REQUEST, requester=Requester.RELATIVE)

    assert said(a_case(asked, Event.ASK_IDENTITY, Event.SHOW_IDENTITY, Event.SEARCH), Event.DECIDE) == ""


def test_what_the_record_lacks_is_said_at_any_time() -> None:
    assert "the decision" in " ".join(acting.lacking(a_case()))
    assert "was sent" in " ".join(acting.lacking(a_case(REQUEST, Event.SEARCH, Event.DECIDE)))
    assert acting.lacking(a_case(REQUEST, Event.SEARCH, Event.DECIDE, Event.SEND)) == ()


def test_records_are_kept_from_going_once_they_are_chosen() -> None:
    assert said(a_case(), Event.HOLD, tags=("0193a0e0-0000-7000-8000-000000000000",)) == ""


def test_a_fee_and_an_identity_are_both_waited_for() -> None:
    case = a_case(REQUEST, Event.ASK_IDENTITY, Event.ASK_FEE)

    assert case.state is State.WAITING
    assert a_case(REQUEST, *(Event.ASK_IDENTITY, Event.ASK_FEE, Event.PAY_FEE)).state is State.WAITING
    assert a_case(REQUEST, Event.ASK_IDENTITY, Event.ASK_FEE, Event.PAY_FEE, Event.SHOW_IDENTITY).state is State.OPEN


def test_a_decision_ends_a_pause_that_nobody_answered() -> None:
    case = a_case(REQUEST, Event.SEARCH, Event.ASK_QUESTION, Event.DECIDE)

    assert cases.request_clock(case, PUBLISHED, date(2026, 11, 1)).paused_days == 1


def test_a_complaint_may_be_answered_at_once_or_go_to_the_regulator() -> None:
    upheld = replace(GOOD[Event.DECIDE], choice="upheld")

    assert said(a_case(COMPLAINT), Event.DECIDE, choice="upheld") == ""
    assert a_case(COMPLAINT, upheld, Event.SEND, Event.CLOSE, Event.ESCALATE).state is State.ESCALATED
    assert said(a_case(COMPLAINT, Event.ESCALATE), Event.CLOSE) == ""
    assert said(a_case(COMPLAINT, upheld, Event.ESCALATE), Event.CLOSE) == ""


def test_the_police_are_helped_once_all_is_written_down() -> None:
    assert " ".join(acting.why_not(a_case(POLICE), HANDED, PUBLISHED, TODAY)) == ""
    assert said(a_case(POLICE), Event.DECIDE, choice="refuse") == ""
    assert a_case(POLICE, HANDED, Event.SEND, Event.CLOSE).is_closed
