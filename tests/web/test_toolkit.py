"""The toolkit pages as people use them."""

import re
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from guardbook.actions.assessment import answering, carrying
from guardbook.actions.assessment.answering import Place
from guardbook.queries.access import Context
from guardbook.records.models import Answer as AnswerRow
from guardbook.records.models import Assessment, Evidence, Publication, Snapshot
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.frameworks.items import AnswerKind
from tests.cast import Cast, user
from tests.content import workbooks
from tests.factories import assessment as factory


@pytest.fixture(autouse=True)
def _the_clock_stands_still(tmp_path: Path, settings: Settings, now: datetime) -> None:
    settings.CLOCK_FILE = tmp_path / "clock"
    settings.CLOCK_FILE.write_text(now.isoformat())


@pytest.fixture
def asha(cast: Cast, client: Client) -> Context:
    factory.staffed(cast.asha.organisation_id)
    factory.started(cast.asha)
    client.force_login(user(cast.asha))
    return cast.asha


def to(context: Context, name: str, **more: object) -> str:
    if name not in {"home", "toolkit"}:
        more = {"framework": "dspt", "version": "8", **more}
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


class Answered(Protocol):
    """What a test reads of a response."""

    content: bytes


def text(response: Answered) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def queries(client: Client, address: str) -> int:
    """The statements of one page; those that only open and close the tenant's scope are not counted."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    scope = ("SAVEPOINT", "RELEASE", "SELECT set_config")
    return sum(not query["sql"].startswith(scope) for query in captured.captured_queries)


def test_the_menu_leads_to_the_start_then_to_the_overview(cast: Cast, client: Client) -> None:
    client.force_login(user(cast.asha))

    before = client.get(to(cast.asha, "toolkit"))
    client.post(
        to(cast.asha, "toolkit-start"), {"planned_on-day": "31", "planned_on-month": "1", "planned_on-year": "2027"}
    )
    after = client.get(to(cast.asha, "toolkit"))

    assert before.headers["Location"] == to(cast.asha, "toolkit-start")
    assert after.headers["Location"] == to(cast.asha, "toolkit-overview")
    assert Assessment.objects.get().planned_publication_on.isoformat() == "2027-01-31"


def test_the_overview_shows_every_question_and_says_it_is_rebuilt(asha: Context, client: Client) -> None:
    shown = text(client.get(to(asha, "toolkit-overview")))

    assert "46 questions to go" in shown or "questions to go" in shown
    assert "We rebuilt this list of questions" in shown
    assert "Not yet published on the NHS portal" in shown
    assert "3.2.1" in shown
    assert "10.2.2" in shown


@pytest.mark.parametrize("arrange", ["topic", "standard", "level", "nonsense"])
@pytest.mark.parametrize("show", ["all", "open", "attention", "nonsense"])
def test_the_overview_can_be_arranged_and_narrowed(asha: Context, client: Client, arrange: str, show: str) -> None:
    response = client.get(to(asha, "toolkit-overview"), {"arrange": arrange, "show": show})

    assert response.status_code == 200
    assert ("Nothing here" in text(response)) is (show == "attention")


def test_the_busiest_pages_stay_within_their_queries(asha: Context, client: Client) -> None:
    factory.answered(asha)

    assert queries(client, to(asha, "toolkit-overview")) <= 20
    assert queries(client, to(asha, "home")) <= 42  # it gathers everything there is to do; the aim is 20
    assert queries(client, to(asha, "toolkit-item", ref="3.2.1")) <= 20


def test_more_staff_and_more_organisations_cost_no_more_queries(asha: Context, client: Client) -> None:
    addresses = [to(asha, "home"), to(asha, "toolkit-overview"), to(asha, "toolkit-item", ref="3.2.1")]
    before = [queries(client, address) for address in addresses]

    factory.crowd(30, asha.now)

    assert [queries(client, address) for address in addresses] == before


def test_a_question_shows_its_suggestion_its_help_and_how_sure_we_are(asha: Context, client: Client) -> None:
    shown = text(client.get(to(asha, "toolkit-item", ref="3.2.1")))

    for words in (
        "Your records support this",
        "19 of 20 people",
        "What good looks like",
        "How sure we are",
        "Rule F-02",
    ):
        assert words in shown


@pytest.mark.parametrize(
    "ref", ["1.1.1", "1.1.2", "1.1.5", "1.3.14", "2.1.1", "3.1.1", "3.4.1", "4.1.1", "4.2.4", "8.2.1"]
)
def test_every_kind_of_question_has_a_page_and_its_records(asha: Context, client: Client, ref: str) -> None:
    assert client.get(to(asha, "toolkit-item", ref=ref)).status_code == 200
    assert client.get(to(asha, "toolkit-why", ref=ref)).status_code == 200


def test_why_names_the_person_who_has_not_trained(asha: Context, client: Client) -> None:
    shown = text(client.get(to(asha, "toolkit-why", ref="3.2.1")))

    assert "Still to train (1)" in shown
    assert "Person 019" in shown


def test_an_answer_is_saved_and_leads_to_the_next_question(asha: Context, client: Client) -> None:
    given = {"seen_version": "0", "how": "text", "text": "Our registered manager, Asha Khan.", "comment": ""}

    response = client.post(to(asha, "toolkit-item", ref="1.1.5"), given)

    assert response.headers["Location"] == to(asha, "toolkit-next") + "?after=1.1.5"
    assert AnswerRow.objects.get().text == "Our registered manager, Asha Khan."
    onwards = client.get(response.headers["Location"], follow=True)
    assert "Your answer to 1.1.5 is confirmed." in text(onwards)


def test_a_refused_answer_comes_back_with_the_reason_and_the_words(asha: Context, client: Client) -> None:
    given = {"seen_version": "0", "how": "text", "text": "The management team", "comment": "see minutes"}

    shown = client.post(to(asha, "toolkit-item", ref="1.1.5"), {**given, "text": "TBC"})
    empty = client.post(to(asha, "toolkit-item", ref="1.1.5"), {"seen_version": "0"})
    unticked = client.post(to(asha, "toolkit-item", ref="3.2.1"), {"seen_version": "0"})

    assert "Write the answer itself" in text(shown)
    assert "see minutes" in shown.content.decode()
    assert "Write your answer." in text(empty)
    assert "Choose how you answer" in text(unticked)
    assert not AnswerRow.objects.exists()


def test_two_people_see_both_answers_and_may_save_theirs_over(cast: Cast, asha: Context, client: Client) -> None:
    answer = Answer(AnswerKind.TEXT, text="Mina's words")
    answering.answer_item(cast.mina, place=Place("dspt", "8", "1.1.5"), answer=answer, seen_version=0)
    mine = {"seen_version": "0", "how": "text", "text": "Asha's words", "comment": ""}

    both = client.post(to(asha, "toolkit-item", ref="1.1.5"), mine)
    client.post(to(asha, "toolkit-item", ref="1.1.5"), {**mine, "seen_version": "1"})

    assert both.status_code == 409
    assert "Mina's words" in text(both).replace("&#39;", "'")
    assert "Asha's words" in text(both).replace("&#39;", "'")
    assert 'name="seen_version" value="1"' in both.content.decode()
    assert AnswerRow.objects.get(is_current=True).text == "Asha's words"


def test_a_document_is_uploaded_with_the_answer_and_taken_off_again(asha: Context, client: Client) -> None:
    sent = SimpleUploadedFile("register.csv", b"name,where\nstaff files,office\n")
    given = {"seen_version": "0", "how": "document", "kept_at": "", "address": "", "comment": "", "upload": sent}

    client.post(to(asha, "toolkit-item", ref="1.1.2"), given)
    proof = Evidence.objects.get()
    client.post(to(asha, "toolkit-proof-remove", ref="1.1.2", evidence_id=proof.pk))

    assert proof.file_name == "register.csv"
    assert AnswerRow.objects.get().is_confirmed
    assert "Add the document" not in text(client.get(to(asha, "toolkit-item", ref="1.1.2")))
    assert Evidence.objects.get().withdrawn_at is None


def test_a_refused_answer_keeps_no_document(asha: Context, client: Client) -> None:
    given = {"seen_version": "0", "how": "text", "text": "TBC", "kept_at": "the office", "comment": ""}

    client.post(to(asha, "toolkit-item", ref="1.1.5"), given)

    assert not Evidence.objects.exists()


def test_a_suggestion_is_confirmed_and_withdrawn_and_confirmed_again(asha: Context, client: Client) -> None:
    client.post(to(asha, "toolkit-confirm", ref="3.2.1"), {"seen_version": "0"})
    client.post(to(asha, "toolkit-withdraw", ref="3.2.1"), {"seen_version": "1"})
    client.post(to(asha, "toolkit-confirm-words", ref="3.2.1"), {"seen_version": "2"})

    rows = AnswerRow.objects.order_by("number").values_list("kind", "is_confirmed")
    assert list(rows) == [("answered", True), ("withdrawn", False), ("answered", True)]


def test_a_suggestion_that_is_not_there_is_refused_in_words(asha: Context, client: Client) -> None:
    response = client.post(to(asha, "toolkit-confirm", ref="6.1.1"), {"seen_version": "0"}, follow=True)

    assert "The records do not support an answer today" in text(response)


def test_a_comment_is_shown_to_colleagues(asha: Context, client: Client) -> None:
    client.post(to(asha, "toolkit-comment", ref="6.1.1"), {"body": "Ask Ben for the poster."})
    empty = client.post(to(asha, "toolkit-comment", ref="6.1.1"), {"body": ""}, follow=True)

    assert "Ask Ben for the poster." in text(empty)
    assert "Nothing was added" in text(empty)


def test_a_reader_sees_no_form_and_may_not_save(cast: Cast, asha: Context, client: Client) -> None:
    client.force_login(user(cast.rhea))

    shown = client.get(to(asha, "toolkit-item", ref="1.1.5")).content.decode()
    refused = client.post(to(asha, "toolkit-item", ref="1.1.5"), {"seen_version": "0", "how": "text", "text": "x y"})

    assert 'name="how"' not in shown
    assert refused.status_code == 403


def test_a_question_that_is_not_in_the_list_is_not_found(asha: Context, client: Client) -> None:
    assert client.get(to(asha, "toolkit-item", ref="9.9.9")).status_code == 404
    assert client.get(reverse("toolkit-overview", args=[asha.organisation_id, "dspt", "99"])).status_code == 404


def test_last_years_words_come_in_by_paste_and_by_spreadsheet(asha: Context, client: Client) -> None:
    pasted = "1.1.5 Our manager\n6.1.1 We tell the manager"
    sheet = SimpleUploadedFile("last.csv", b"Number,Answer\n1.1.1,ZA123456\n")

    client.post(to(asha, "toolkit-last-year"), {"from_version": "7", "pasted": pasted, "upload": sheet})
    page = text(client.get(to(asha, "toolkit-item", ref="6.1.1")))
    nothing = client.post(to(asha, "toolkit-last-year"), {"from_version": "7", "pasted": "hello"})

    assert "Last year&#39;s words, not confirmed" in page
    assert "We tell the manager" in page
    assert "We found no answers" in text(nothing)


def test_freezing_says_what_is_missing_then_freezes_and_shows_what_to_copy(asha: Context, client: Client) -> None:
    missing = text(client.get(to(asha, "toolkit-publish")))
    factory.answered(asha)
    ready = client.get(to(asha, "toolkit-publish"))
    client.post(to(asha, "toolkit-publish"), {"goal": "standards_met", "sure": "on"})
    companion = text(client.get(to(asha, "toolkit-companion")))

    assert "What is missing for Standards Met" in missing
    assert "Freeze my answers" in text(ready)
    assert Snapshot.objects.count() == 1
    assert "Tick the box." in companion
    assert "characters" in companion
    assert "Kept here: The blue folder in the office" in companion


def test_the_companion_asks_to_freeze_first(asha: Context, client: Client) -> None:
    assert "Freeze your answers first" in text(client.get(to(asha, "toolkit-companion")))


def test_a_publication_is_recorded_with_its_certificate_and_taken_back(asha: Context, client: Client) -> None:
    page = to(asha, "toolkit-published")
    on = {"on-day": "20", "on-month": "11", "on-year": "2026"}
    certificate = SimpleUploadedFile("certificate.csv", b"a,b\n1,2\n")

    client.post(page, {**on, "goal": "standards_met", "certificate": certificate})
    told = text(client.get(page))
    home = text(client.get(to(asha, "home")))
    row = Publication.objects.get()
    client.post(to(asha, "toolkit-take-back", publication_id=row.pk))

    assert row.certificate is not None
    assert "Standards Met, published on 20 November 2026" in told
    assert "Standards Met, published on 20 November 2026" in home
    assert "Nothing is recorded yet" in text(client.get(page))


def test_a_frozen_copy_is_downloaded_as_a_spreadsheet(asha: Context, client: Client) -> None:
    factory.answered(asha)
    client.post(to(asha, "toolkit-publish"), {"goal": "standards_met", "sure": "on"})
    key: UUID = Snapshot.objects.get().pk

    listed = text(client.get(to(asha, "toolkit-snapshots")))
    sheet = client.get(to(asha, "toolkit-workbook", snapshot_id=key))

    assert "Copy 1" in listed
    assert sheet.content[:2] == b"PK"
    assert "attachment" in sheet.headers["Content-Disposition"]


def test_the_action_plan_lists_what_is_open_and_is_chosen_once(asha: Context, client: Client) -> None:
    before = text(client.get(to(asha, "toolkit-action-plan")))
    client.post(to(asha, "toolkit-action-plan"))
    shown = text(client.get(to(asha, "toolkit-action-plan")))

    assert "We go for Approaching Standards this once" in before
    assert "You chose this way on 22 November 2026." in shown
    assert "We go for Approaching Standards this once" not in shown
    assert "questions still open for Standards Met" in shown
    assert "6.1.1" in shown


def test_the_list_says_that_it_is_rebuilt_and_refuses_what_is_not_a_list(asha: Context, client: Client) -> None:
    about = text(client.get(to(asha, "toolkit-list")))
    sent = SimpleUploadedFile("list.csv", b"a,b\n1,2\n")
    refused = client.post(to(asha, "toolkit-list"), {"upload": sent})

    assert "45 for Standards Met" in about
    assert "How to get this year" in about
    assert refused.status_code == 200
    assert "There is a problem" in text(refused)


def test_home_says_what_is_next_and_why(asha: Context, client: Client) -> None:
    shown = text(client.get(to(asha, "home")))

    assert "Answer a few questions about your service" in shown
    assert "Confirm 3.2.1" in shown or "more things" in shown
    assert "The 2025-26 toolkit closed on 30 June 2026." in shown
    assert "Not yet published on the NHS portal" in shown


def test_home_before_the_start_offers_the_start(cast: Cast, client: Client) -> None:
    client.force_login(user(cast.asha))

    shown = text(client.get(to(cast.asha, "home")))

    assert "You have not started" in shown
    assert "Start the 2025-26 toolkit" in shown


def test_home_puts_what_went_wrong_near_the_top(asha: Context, client: Client) -> None:
    carrying.bring(asha, framework="dspt", version="8", from_version="7", words={"6.1.1": "We tell the manager"})
    answering.answer_item(
        asha, place=Place("dspt", "8", "1.1.1"), answer=Answer(AnswerKind.TEXT, text="ZA123456"), seen_version=0
    )
    client.post(to(asha, "toolkit-plan"), {"planned_on-day": "1", "planned_on-month": "5", "planned_on-year": "2027"})

    shown = text(client.get(to(asha, "home")))

    assert "Put right 1.1.1" in shown
    assert "runs out on 31 March 2027, before you plan to publish" in shown


def test_the_official_list_is_looked_at_and_then_worked_from(
    asha: Context, client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA_FOLDER = tmp_path
    answering.answer_item(
        asha, place=Place("dspt", "8", "6.1.1"), answer=Answer(AnswerKind.CONFIRM, yes=True), seen_version=0
    )
    sent = SimpleUploadedFile("items.xlsx", workbooks.tidy())

    differences = client.post(to(asha, "toolkit-list"), {"upload": sent})
    [fingerprint] = re.findall(r'name="fingerprint" value="(\w+)"', differences.content.decode())
    client.post(to(asha, "toolkit-list-accept"), {"fingerprint": fingerprint, "file_name": "items.xlsx"})
    overview = client.get(to(asha, "toolkit"), follow=True)

    assert "Nothing has changed yet" in text(differences)
    assert Assessment.objects.get().version == "8-official"
    assert "You now work from the official list." in text(overview)
    assert "We rebuilt this list" not in text(overview)
    assert AnswerRow.objects.get().item == "6.1.1"


def test_a_list_that_nobody_looked_at_cannot_be_accepted(asha: Context, client: Client) -> None:
    response = client.post(to(asha, "toolkit-list-accept"), {"fingerprint": "0" * 64, "file_name": "x.xlsx"})

    assert response.status_code == 404
