"""How a case stands on a day: both days, what is due, and the sentence that says what now."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.content import clocks
from guardbook.rules.rights import noticing, standing
from guardbook.rules.rights.cases import Case, Received, Step
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, How, Requester
from tests.rules.rights.test_steps import COMPLAINT, GOOD, POLICE, REQUEST, a_case

PUBLISHED = clocks.published()
TODAY = date(2026, 9, 21)
DIED = replace(REQUEST, asked=Asked.DECEASED)
UPHELD = replace(GOOD[Event.DECIDE], choice="upheld")
CASES: dict[str, tuple[Case, date, str, list[str]]] = {
    "new": (a_case(), TODAY, "Answer by Friday 2 October 2026.", ["answer", "notice"]),
    "late": (a_case(), date(2026, 10, 20), "The last day was Monday 5 October 2026.", ["answer"]),
    "longer": (a_case(REQUEST, Event.EXTEND), TODAY, "Answer by Thursday 3 December 2026.", ["answer"]),
    "waiting": (a_case(REQUEST, Event.ASK_IDENTITY), TODAY, "The month has not begun.", ["identity"]),
    "paused": (a_case(REQUEST, Event.ASK_QUESTION), TODAY, "The clock is paused.", ["remind", "decide"]),
    "paused long": (a_case(REQUEST, Event.ASK_QUESTION), date(2026, 10, 20), "The clock is paused.", ["decide"]),
    "decided": (a_case(REQUEST, Event.SEARCH, Event.DECIDE), TODAY, "Answer by", ["answer"]),
    "sent": (a_case(REQUEST, Event.SEARCH, Event.DECIDE, Event.SEND), TODAY, "The answer went out on 21 September", []),
    "closed": (a_case(REQUEST, Event.WITHDRAW), TODAY, "It is closed.", []),
    "died": (a_case(DIED), TODAY, "Answer by Wednesday 23 September 2026.", ["answer"]),
    "died, closed": (a_case(DIED, Event.WITHDRAW), TODAY, "It is closed.", []),
    "complaint": (a_case(COMPLAINT), TODAY, "Acknowledge it by Friday 2 October 2026.", ["acknowledge"]),
    "complaint, late": (a_case(COMPLAINT), date(2026, 10, 9), "Do it today, and say sorry.", ["acknowledge"]),
    "complaint, acknowledged": (a_case(COMPLAINT, Event.ACKNOWLEDGE), TODAY, "Acknowledged on 21", ["progress"]),
    "complaint, sent": (a_case(COMPLAINT, UPHELD, Event.SEND), TODAY, "The answer went out", []),
    "complaint, with the regulator": (a_case(COMPLAINT, Event.ESCALATE), TODAY, "The regulator looks at it.", []),
    "police": (a_case(POLICE), TODAY, "No law sets a date.", []),
}


@pytest.mark.parametrize(("case", "today", "headline", "dues"), CASES.values(), ids=CASES)
def test_a_case_says_what_now(case: Case, today: date, headline: str, dues: list[str]) -> None:
    found = standing.standing(case, PUBLISHED, today)

    assert headline in found.headline
    assert [each.name for each in found.dues] == dues
    assert found.is_late == ("late" in headline or "last day was" in headline or "say sorry" in headline)


def said(received: Received, *steps: Event | Step) -> str:
    return " ".join(each.text for each in noticing.noticed(a_case(received, *steps)))


def test_what_to_mind_comes_from_their_words_and_who_asks() -> None:
    habit = replace(GOOD[Event.ASK_IDENTITY], choice="habit")
    social = replace(GOOD[Event.INDEX], choice="withheld", tags=("social_work",))

    assert "Write down when, and who heard it." in said(REQUEST)
    assert "Their words may also mean: see or have a copy" in said(replace(REQUEST, asked=Asked.ERASURE))
    assert said(replace(REQUEST, words="Hello", how=How.LETTER)) == ""
    assert "Next of kin is no legal power." in said(replace(REQUEST, requester=Requester.RELATIVE))
    assert "Next of kin" not in said(
        replace(REQUEST, requester=Requester.RELATIVE), Event.ASK_IDENTITY, Event.SHOW_IDENTITY
    )
    assert "so the question is likely not justified" in said(REQUEST, habit)
    assert "the question is" not in said(REQUEST, replace(habit, choice="stranger", on=date(2026, 9, 4)))
    assert said(REQUEST, Event.INDEX) == said(REQUEST)
    assert "likely not on that list" in said(REQUEST, social)
    assert "It is two complaints" in said(replace(COMPLAINT, words="The food is cold and you read my letters"))
    assert said(POLICE) == ""
    assert said(REQUEST, Event.WITHDRAW) == ""
