"""The pages of requests, complaints and disclosures: the list, writing down, the steps, the letters, and who may."""

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guardbook.actions import rights
from guardbook.actions.intake import addresses, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.queries.access import Context
from guardbook.queries.intake import addresses as address_questions
from guardbook.queries.rights import case as questions
from guardbook.records.models import Report, ReportAddress, SensitiveRead
from guardbook.rules.intake.reports import Purpose, Sort
from guardbook.rules.rights.cases import Received, Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import Asked, How, Kind, Requester
from tests.cast import Cast, user

NEW = {
    "on-day": "9",
    "on-month": "11",
    "on-year": "2026",
    "how": "spoken",
    "heard_by": "Ben",
    "words": "Can I see what you write about me?",
    "person": "Ivy Brown",
    "is_self": "yes",
}
DAY = {"on-day": "20", "on-month": "11", "on-year": "2026"}
REQUEST = Received(Kind.REQUEST, date(2026, 11, 9), How.LETTER, "Send me my notes", "Ivy Brown", asked=Asked.ACCESS)
COMPLAINT = Received(Kind.COMPLAINT, date(2026, 11, 9), How.EMAIL, "You read my letters, and you are late", "Ivy Brown")
POLICE = Received(
    Kind.DISCLOSURE,
    date(2026, 11, 9),
    How.EMAIL,
    "Where is she?",
    "Ivy Brown",
    Requester.OFFICIAL,
    "PC Smith",
    asker=Asker.POLICE,
    power="DPA 2018 Schedule 2 paragraph 2",
)
SEARCHED = Step(Event.SEARCH, date(2026, 11, 12), "All notes of 2026: 40 pages", person="Asha", place="Care system")
DECIDED = Step(Event.DECIDE, date(2026, 11, 16), "All of it is enclosed.", choice="granted", person="Asha")
SENT = Step(Event.SEND, date(2026, 11, 17), person="Ivy Brown", place="By hand")
ADVICE = Step(Event.ADVISE, date(2026, 11, 12), "Give it all.", person="Dee")
STEPS: dict[str, tuple[Received, tuple[Step, ...]]] = {
    "new": (REQUEST, ()),
    "searched": (REQUEST, (SEARCHED,)),
    "waiting": (REQUEST, (Step(Event.ASK_IDENTITY, date(2026, 11, 10), "A letter", choice="habit"),)),
    "paused": (
        REQUEST, (Step(Event.ASK_QUESTION, date(2026, 11, 10), "Which years?", choice="find", tags=("large",)),),
    ),
    "longer": (REQUEST, (Step(Event.EXTEND, date(2026, 11, 10), "Four volumes", choice="complex"),)),
    "decided": (REQUEST, (SEARCHED, DECIDED)),
    "sent": (REQUEST, (SEARCHED, DECIDED, SENT)),
    "sent, advice open": (REQUEST, (SEARCHED, ADVICE, DECIDED, SENT)),
    "closed": (REQUEST, (SEARCHED, DECIDED, SENT, Step(Event.CLOSE, date(2026, 11, 18)))),
    "died": (
        Received(
            Kind.REQUEST, date(2026, 11, 9), How.PHONE, "My late mother", "Ivy Brown", Requester.EXECUTOR,
            "Tom Brown", asked=Asked.DECEASED,
        ),
        (),
    ),
    "complaint": (COMPLAINT, ()),
    "complaint heard": (
        COMPLAINT,
        (Step(Event.ACKNOWLEDGE, date(2026, 11, 10)), Step(Event.PROGRESS, date(2026, 11, 12), "We asked the team.")),
    ),
    "police": (POLICE, ()),
}  # fmt: skip


def a_case(context: Context, received: Received = REQUEST, *steps: Step) -> UUID:
    case_id = rights.receive(context, received=received)
    for number, step in enumerate(steps):
        rights.write_down(context, case_id=case_id, step=step, seen_version=number + 1)
    return case_id


def at(context: Context, name: str, /, **parts: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **parts})


def text(response: Any) -> str:
    return str(response.content.decode())


def test_a_request_is_written_down_and_its_clock_runs_from_the_day_it_was_heard(asha: Client, cast: Cast) -> None:
    response = asha.post(at(cast.asha, "rights-new", kind="request"), NEW)

    assert response.status_code == 302, text(response)
    details = text(asha.get(response["Location"]))
    assert re.search('value="access"[^>]* checked', details)
    saved = asha.post(response["Location"], {"version": "1", "asked": "access", "requester": "person"})
    shown = text(asha.get(saved["Location"]))
    assert "R-2026-1: Ivy Brown" in shown
    assert "Wednesday 9 December 2026" in shown
    assert "Received Monday 9 November 2026." in shown
    assert "Write down when, and who heard it." in shown


@pytest.mark.parametrize("kind", Kind)
def test_an_empty_form_says_what_is_missing_and_keeps_the_rest(asha: Client, cast: Cast, kind: Kind) -> None:
    shown = text(asha.post(at(cast.asha, "rights-new", kind=kind.value), {"person": "Ivy Brown"}))

    assert "There is a problem" in shown
    assert "Write what they asked or said" in shown
    assert 'value="Ivy Brown"' in shown


@pytest.mark.parametrize("received", [REQUEST, COMPLAINT, POLICE], ids=lambda each: each.kind.value)
def test_who_asks_is_put_right_until_it_is_decided(asha: Client, cast: Cast, received: Received) -> None:
    case_id = a_case(cast.asha, received)
    typed = {"asked": "erasure", "requester": "representative", "requester_name": "Tom", "power": "A court order"}

    response = asha.post(at(cast.asha, "rights-details", case_id=case_id), {"version": "1", **typed})

    assert response.status_code == 302, text(response)
    assert "Tom" in text(asha.get(response["Location"]))


def test_what_is_asked_does_not_change_behind_a_decision(asha: Client, cast: Cast) -> None:
    case_id = a_case(cast.asha, REQUEST, SEARCHED, DECIDED)
    typed = {"version": "3", "asked": "erasure", "requester": "person"}

    shown = text(asha.post(at(cast.asha, "rights-details", case_id=case_id), typed))

    assert "It is decided. Think again first" in shown
    stale = text(asha.post(at(cast.asha, "rights-details", case_id=case_id), typed | {"version": "1"}))
    assert "A colleague wrote something down meanwhile" in stale


def test_what_the_action_refuses_stands_above_the_form(asha: Client, cast: Cast) -> None:
    shown = text(asha.post(at(cast.asha, "rights-new", kind="complaint"), NEW | {"heard_by": "", "on-year": "2027"}))

    assert "cannot be in the future" in shown
    assert "Say who heard it" in shown


@pytest.mark.parametrize(("received", "steps"), STEPS.values(), ids=STEPS)
def test_the_page_of_a_case_shows_every_step_and_offers_what_may_come_next(
    asha: Client, cast: Cast, received: Received, steps: tuple[Step, ...]
) -> None:
    case_id = a_case(cast.asha, received, *steps)
    kept = questions.detail(cast.asha, case_id).kept

    shown = text(asha.get(at(cast.asha, "rights-case", case_id=case_id)))

    assert kept.standing.headline in shown
    assert "The whole record (Word)" in shown
    for each in steps:
        assert each.words in shown
    assert SensitiveRead.objects.filter(subject_id=case_id).count() == 1


@pytest.mark.parametrize(("received", "steps"), STEPS.values(), ids=STEPS)
def test_every_step_that_is_offered_has_a_form(
    asha: Client, cast: Cast, received: Received, steps: tuple[Step, ...]
) -> None:
    case_id = a_case(cast.asha, received, *steps)
    shown = text(asha.get(at(cast.asha, "rights-case", case_id=case_id)))

    for event in Event:
        address = at(cast.asha, "rights-step", case_id=case_id, event=event.value)
        if address in shown:
            assert "Write it down" in text(asha.get(address))


def test_a_step_is_written_down_on_a_form(asha: Client, cast: Cast) -> None:
    case_id = a_case(cast.asha)
    typed = {**DAY, "version": "1", "words": "Which years?", "choice": "find", "tags": ["large"]}

    response = asha.post(at(cast.asha, "rights-step", case_id=case_id, event="ask-question"), typed)

    assert response.status_code == 302, text(response)
    assert questions.detail(cast.asha, case_id).kept.case.state is State.PAUSED


def test_a_step_that_cannot_stand_says_why_and_loses_nothing(asha: Client, cast: Cast) -> None:
    case_id = a_case(cast.asha)
    typed = {**DAY, "version": "1", "words": "Manager on leave", "choice": "workload"}

    shown = text(asha.post(at(cast.asha, "rights-step", case_id=case_id, event="extend"), typed))

    assert "is no reason the law knows" in shown
    assert "Manager on leave" in shown


def test_a_colleague_who_was_faster_is_told_of(asha: Client, cast: Cast) -> None:
    case_id = a_case(cast.asha, REQUEST, SEARCHED)
    address = at(cast.asha, "rights-step", case_id=case_id, event="note")

    shown = text(asha.post(address, {**DAY, "version": "x", "words": "My note"}))

    assert "A colleague wrote something down meanwhile" in shown
    assert "My note" in shown
    assert asha.post(address, {**DAY, "version": "2", "words": "My note"}).status_code == 302


def test_a_step_or_a_kind_that_does_not_exist_is_not_found(asha: Client, cast: Cast) -> None:
    case_id = a_case(cast.asha)

    assert asha.get(at(cast.asha, "rights-step", case_id=case_id, event="fish")).status_code == 404
    assert asha.get(at(cast.asha, "rights-new", kind="fish")).status_code == 404
    assert asha.get(at(cast.asha, "rights-case", case_id=uuid4())).status_code == 404
    assert asha.get(at(cast.asha, "rights-paper", case_id=case_id, name="answer.docx")).status_code == 404
    assert asha.get(at(cast.asha, "rights-paper", case_id=case_id, name="record.exe")).status_code == 404


def test_the_officer_reads_and_advises_and_does_not_decide(cast: Cast, client: Client, still_clock: None) -> None:
    case_id = a_case(cast.asha)
    client.force_login(user(cast.dee))

    shown = text(client.get(at(cast.dee, "rights-case", case_id=case_id)))

    assert "Write down the officer’s advice" in shown or "Write down the officer&#39;s advice" in shown
    assert ">Decide<" not in shown
    assert client.get(at(cast.dee, "rights-step", case_id=case_id, event="decide")).status_code == 403
    typed = {**DAY, "version": "1", "words": "Answer in full.", "person": "Dee"}
    assert client.post(at(cast.dee, "rights-step", case_id=case_id, event="advise"), typed).status_code == 302


@pytest.mark.parametrize("name", ["rhea", "cole", "ben"])
def test_others_do_not_see_who_asks(cast: Cast, client: Client, name: str, still_clock: None) -> None:
    case_id = a_case(cast.asha)
    client.force_login(user(getattr(cast, name)))

    assert client.get(at(cast.asha, "rights")).status_code == 403
    assert client.get(at(cast.asha, "rights-case", case_id=case_id)).status_code == 403


def test_the_list_has_what_is_open_first_and_what_is_closed_last(asha: Client, cast: Cast) -> None:
    assert "Nothing is open." in text(asha.get(at(cast.asha, "rights")))
    for received, steps in STEPS.values():
        a_case(cast.asha, received, *steps)

    shown = text(asha.get(at(cast.asha, "rights")))

    assert shown.index("C-2026-1") < shown.index('id="closed-1-hint"')
    assert "D-2026-1: Ivy Brown" in shown


def test_the_list_asks_the_tables_as_often_for_many_as_for_few(asha: Client, cast: Cast) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            asha.get(at(cast.asha, "rights"))
        return len(captured)

    a_case(cast.asha, REQUEST, SEARCHED)
    few = statements()
    for _ in range(5):
        a_case(cast.asha, REQUEST, SEARCHED)
        a_case(cast.asha, REQUEST, SEARCHED, DECIDED, SENT, Step(Event.CLOSE, date(2026, 11, 18)))

    assert statements() <= few + 1  # the closed ones bring their steps


def test_a_letter_is_handed_out_as_word(asha: Client, cast: Cast) -> None:
    case_id = a_case(cast.asha, *STEPS["decided"][:1], *STEPS["decided"][1])

    response = asha.get(at(cast.asha, "rights-paper", case_id=case_id, name="answer.docx"))

    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="R-2026-1-answer.docx"'


def test_what_runs_is_on_the_list_of_what_to_do_next(asha: Client, cast: Cast) -> None:
    case_id = a_case(cast.asha, COMPLAINT)

    shown = text(asha.get(reverse("home", kwargs={"organisation": cast.asha.organisation_id})))

    assert "C-2026-1: acknowledge the complaint" in shown
    assert at(cast.asha, "rights-case", case_id=case_id) in shown


@pytest.mark.parametrize("sort", [Sort.ERASE, Sort.COMPLAINT])
def test_what_somebody_told_on_the_public_page_is_taken_up_with_its_words(asha: Client, cast: Cast, sort: Sort) -> None:
    address = addresses.switch_on(cast.asha, purpose=Purpose.PUBLIC, site_id=None)
    opened = address_questions.opened(ReportAddress.objects.get(pk=address).code, cast.asha.now)
    receiving.by_address(opened, Words(sort=sort, what="About my notes", name="Ivy Brown"), Sent("a"))
    report_id = Report.objects.values_list("pk", flat=True).get()

    page = text(asha.get(at(cast.asha, "report-read", report_id=report_id)))
    form = text(asha.get(at(cast.asha, "rights-start", report_id=report_id)))
    response = asha.post(at(cast.asha, "rights-start", report_id=report_id), NEW)

    assert at(cast.asha, "rights-start", report_id=report_id) in page
    assert "About my notes" in form
    assert response.status_code == 302, text(response)
    (found,) = questions.overview(cast.asha).open
    assert found.case.received.asked is (Asked.ERASURE if sort is Sort.ERASE else None)
    assert found.report_id == report_id
