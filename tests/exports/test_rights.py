"""The letters about requests, complaints and disclosures: the answer first, then the rights, then whom to ring."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.actions.roles import keeping
from guardbook.content import links
from guardbook.exports import documents
from guardbook.exports import rights as exports
from guardbook.exports.documents import pages, word
from guardbook.queries.rights import case as questions
from guardbook.rules.rights.cases import Received, Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, Requester
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast
from tests.factories import roles as factory
from tests.web.test_rights import COMPLAINT, DECIDED, POLICE, REQUEST, SEARCHED, SENT, STEPS, a_case

REGULATOR = links.read().regulator
ASKED = Step(Event.ASK_IDENTITY, date(2026, 11, 10), "A letter with your name.", choice="stranger")
PART = replace(DECIDED, choice="part", tags=("third_party",), words="We left out a name.")
HARM = replace(
    DECIDED,
    choice="part",
    tags=("health_harm",),
    other_on=date(2026, 11, 1),
    place="Dr Shah",
    words="We left some out.",
)
GIVEN = Step(Event.INDEX, date(2026, 11, 12), "Daily notes 2026", choice="given")
UPHELD = replace(DECIDED, choice="upheld", words="Your letters were opened. The post now goes to you alone.")
HANDED = replace(
    DECIDED,
    choice="disclose",
    tags=("recognised", "crime"),
    place="Schedule 1 paragraph 10",
    words="One line shows it.",
)
REPLIED = Step(Event.SEND, date(2026, 11, 17), "One line of the visitors’ book", person="PC Smith", place="By hand")
RELATIVE = replace(REQUEST, requester=Requester.REPRESENTATIVE, requester_name="Tom Brown")
SHOWN = Step(Event.SHOW_IDENTITY, date(2026, 11, 11), "Her signed permission")
LETTERS: dict[str, tuple[str, Received, tuple[Step, ...], str]] = {
    "received": ("received", REQUEST, (), "We will answer by 9 December 2026"),
    "identity": ("identity", REQUEST, (ASKED,), "The month that we have begins when you show it."),
    "question": ("question", *STEPS["paused"], "our time to answer stands still"),
    "more time": ("more-time", *STEPS["longer"], "We need up to two months more"),
    "yes": ("answer", REQUEST, (SEARCHED, GIVEN, DECIDED), "Yes. This is our answer to your request to see information"),
    "in part": ("answer", REQUEST, (SEARCHED, PART), "Yes, in part."),
    "for a relative": ("answer", RELATIVE, (ASKED, SHOWN, SEARCHED, DECIDED), "about Ivy Brown, which we received"),
    "harm is not named": ("answer", REQUEST, (SEARCHED, HARM), "The law lets us leave some things out"),
    "no": (
        "answer", replace(REQUEST, asked=Asked.ERASURE),
        (replace(DECIDED, choice="refused", tags=("legal_duty",), words="We must keep care notes for eight years."),),
        "No. This is our answer to your request to have something deleted",
    ),
    "nothing": ("answer", REQUEST, (SEARCHED, replace(DECIDED, choice="nothing")), "We looked, and hold nothing"),
    "not shown": ("answer", REQUEST, (ASKED, replace(DECIDED, choice="not_shown")), "Show us, and we begin"),
    "acknowledged": ("acknowledgement", COMPLAINT, (), "We are looking into it"),
    "acknowledged in part": (
        "acknowledgement", COMPLAINT, (Step(Event.SPLIT, date(2026, 11, 10), "To the deputy"),), "Part of what you told",
    ),
    "progress": ("progress", *STEPS["complaint heard"], "We asked the team."),
    "upheld": ("outcome", COMPLAINT, (UPHELD,), "You were right, and we are sorry."),
    "partly upheld": ("outcome", COMPLAINT, (replace(UPHELD, choice="part"),), "You were right about part of it"),
    "not upheld": ("outcome", COMPLAINT, (replace(UPHELD, choice="not_upheld"),), "we used the information as we should"),
}  # fmt: skip
OTHERS: dict[str, tuple[str, Received, tuple[Step, ...], str]] = {
    "handed over": ("reply", POLICE, (HANDED, REPLIED), "We hand over what you asked for"),
    "part": ("reply", replace(POLICE, power="CA 2014"), (replace(HANDED, choice="part"),), "We hand over part"),
    "refused": (
        "reply", replace(POLICE, asker=Asker.JOURNALIST), (replace(DECIDED, choice="refuse"),),
        "We neither say nor deny that we hold anything",
    ),
    "died": ("answer", STEPS["died"][0], (
        Step(Event.ASK_IDENTITY, date(2026, 11, 10), "Grant of probate", choice="authority"), SHOWN, SEARCHED,
        replace(DECIDED, choice="granted"),
    ), "Access to Health Records Act 1990 likely does"),
    "record": ("record", REQUEST, (SEARCHED, GIVEN, DECIDED, SENT), "Daily notes 2026"),
    "record of a disclosure": ("record", POLICE, (), "No law sets a date"),
}  # fmt: skip


def made(cast: Cast, name: str, received: Received, steps: tuple[Step, ...]) -> documents.Document:
    found = questions.detail(cast.asha, a_case(cast.asha, received, *steps))
    assert name in exports.possible(found.kept.case)
    return exports.paper(name, found, REGULATOR)


@pytest.mark.parametrize(("name", "received", "steps", "sentence"), (LETTERS | OTHERS).values(), ids=LETTERS | OTHERS)
def test_a_paper_says_what_it_is_about(
    cast: Cast, name: str, received: Received, steps: tuple[Step, ...], sentence: str
) -> None:
    document = made(cast, name, received, steps)

    assert sentence in pages.html(document)
    assert word.word(document).startswith(b"PK")


@pytest.mark.parametrize(("name", "received", "steps", "sentence"), LETTERS.values(), ids=LETTERS)
def test_a_letter_has_the_answer_first_then_the_rights_then_whom_to_ring(
    cast: Cast, name: str, received: Received, steps: tuple[Step, ...], sentence: str
) -> None:
    document = made(cast, name, received, steps)

    assert [each.title for each in document.sections][-2:] == ["Your rights", "Talk to us"]
    rights = repr(document.sections[-2])
    assert ("complain to us" in rights) == (received is not COMPLAINT)
    assert REGULATOR.name in rights
    assert REGULATOR.phone in rights
    assert "a court" in rights
    assert "Please ring us on: ____" in repr(document.sections[-1])


def test_a_letter_never_names_harm_as_its_reason(cast: Cast) -> None:
    document = made(cast, "answer", REQUEST, (SEARCHED, HARM))

    assert "harm" not in repr(document)


def test_the_officer_is_whom_to_ring_where_there_is_one(cast: Cast) -> None:
    officer = factory.officer(cast.asha, factory.hire(cast.asha, "Cleo Clerk", Post.FINANCE_CLERK))
    keeping.say_details(cast.asha, appointment_id=officer, details={"contact": "0121 496 0000"})

    assert "Cleo Clerk, 0121 496 0000" in repr(made(cast, "received", REQUEST, ()).sections[-1])
