"""The pages about roles: who may open them, what they say, and what they refuse."""

from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guardbook.actions.roles import appointing, leaving
from guardbook.actions.roles.appointing import Candidate, Terms
from guardbook.queries.access import Context
from guardbook.records import scope
from guardbook.records.models import Appointment, HandoverStep, Person, RoleDecision
from guardbook.rules.roles.vocabulary import Post, Role
from tests.cast import Cast, user
from tests.factories import roles as factory
from tests.factories.roles import TODAY

MANAGER, CLERK = Post.REGISTERED_MANAGER, Post.FINANCE_CLERK
FIRST_DAY = {"from_on-day": "22", "from_on-month": "11", "from_on-year": "2026"}


def at(context: Context, name: str, *parts: object) -> str:
    """The address of a page of somebody's organisation."""
    return reverse(name, args=[context.organisation_id, *parts])


def text(client: Client, address: str, **data: Any) -> str:
    """The words of a page that opens."""
    response = client.get(address, data)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def asha(still_clock: None, client: Client, cast: Cast) -> Client:
    client.force_login(user(cast.asha))
    return client


@pytest.fixture
def mary(cast: Cast) -> UUID:
    return factory.hire(cast.asha, "Mary Lead", MANAGER)


@pytest.fixture
def lead(cast: Cast, mary: UUID) -> UUID:
    return factory.lead(cast.asha, mary)


def test_before_any_answer_the_page_leads_to_the_questions(asha: Client, cast: Cast) -> None:
    page = text(asha, at(cast.asha, "roles"))

    assert "Find out which people you must appoint" in page


def test_each_need_reads_in_the_words_of_its_force(asha: Client, cast: Cast) -> None:
    factory.say(cast.asha)

    page = text(asha, at(cast.asha, "roles"))

    assert "The toolkit needs this; the law does not name it." in page
    assert "You are expected to do this, or to record why not." in page
    assert "The law likely does not require this; record why in one line." in page
    assert "You may choose; nobody requires this." in page


def test_a_missing_fact_is_named_with_a_link_to_its_question(asha: Client, cast: Cast) -> None:
    factory.say(cast.asha, funding=None)

    page = text(asha, at(cast.asha, "roles"))

    assert "We could say more if we knew" in page
    assert at(cast.asha, "wizard-question", "funding") in page


def test_the_roles_page_asks_the_same_number_of_queries_however_many_hold_roles(
    asha: Client, cast: Cast, lead: UUID
) -> None:
    few = _queries(asha, at(cast.asha, "roles"))
    for number in range(5):
        factory.lead(cast.asha, factory.hire(cast.asha, f"Deputy {number}", MANAGER), is_deputy=True)

    many = _queries(asha, at(cast.asha, "roles"))

    assert many == few


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        text(client, address)
    return len(asked)


@pytest.mark.parametrize("name", ["roles", "roles-guidance", "roles-what-if", "roles-help"])
def test_a_stranger_gets_not_found_and_a_reader_may_read(client: Client, cast: Cast, name: str) -> None:
    client.force_login(user(cast.carol))
    assert client.get(at(cast.asha, name)).status_code == 404

    client.force_login(user(cast.rhea))
    assert client.get(at(cast.asha, name)).status_code == 200


@pytest.mark.parametrize(
    ("name", "parts"),
    [("appoint", ["dpo"]), ("appoint-firm", ["dpo"]), ("role-decide", ["dpo"]), ("kind-override", [])],
)
def test_a_reader_is_not_allowed_to_change_roles(client: Client, cast: Cast, name: str, parts: list[str]) -> None:
    client.force_login(user(cast.rhea))

    assert client.get(at(cast.asha, name, *parts)).status_code == 403


@pytest.mark.parametrize("name", ["appoint", "appoint-firm", "role-decide"])
def test_a_role_that_is_none_is_not_found(asha: Client, cast: Cast, name: str) -> None:
    assert asha.get(at(cast.asha, name, "king")).status_code == 404


def test_the_guides_table_marks_where_this_provider_stands_and_what_was_rebuilt(asha: Client, cast: Cast) -> None:
    factory.say(cast.asha)

    page = text(asha, at(cast.asha, "roles-guidance"))

    assert "Other (you are here)" in page
    assert page.count("(reconstructed, check the original)") == 6
    assert "Is the Lead voluntary?" in page


def test_without_answers_the_guides_table_marks_nothing(asha: Client, cast: Cast) -> None:
    page = text(asha, at(cast.asha, "roles-guidance"))

    assert "We do not know enough yet to say where you stand." in page


def test_other_facts_are_tried_and_not_kept(asha: Client, cast: Cast) -> None:
    factory.say(cast.asha)
    tried = {"owned_by": "NHS", "sites": "1", "dedicated": "none", "record_volume": "SMALL", "monitoring": "none"}

    page = text(asha, at(cast.asha, "roles-what-if"), **tried)

    assert "The law requires this" in page
    assert "The law requires this" not in text(asha, at(cast.asha, "roles"))


def test_facts_that_cannot_be_are_named_while_trying(asha: Client, cast: Cast) -> None:
    page = text(asha, at(cast.asha, "roles-what-if"), sites="0")

    assert "Enter a number that is 1 or more" in page


def test_help_names_the_helpline_and_never_promises_compliance(asha: Client, cast: Cast) -> None:
    page = text(asha, at(cast.asha, "roles-help"))

    assert "0303 123 1113, option 4" in page
    assert "It is never proof that you do." in page
    assert "fair and proportionate" in page


def test_another_view_of_the_kind_is_kept_with_its_reason_or_refused_without(asha: Client, cast: Cast) -> None:
    address = at(cast.asha, "kind-override")

    refused = asha.post(address, {"kind": "LARGE_GROUP", "reason": ""})
    kept = asha.post(address, {"kind": "LARGE_GROUP", "reason": "A franchise"})

    assert "Write why you see it otherwise." in refused.content.decode()
    assert kept.status_code == 302
    assert "A person here decided otherwise: A franchise" in text(asha, at(cast.asha, "roles"))
    assert "A franchise" in text(asha, address)


def test_candidates_are_shown_with_what_speaks_against_them(asha: Client, cast: Cast, mary: UUID) -> None:
    clerk = factory.hire(cast.asha, "Cleo Clerk", CLERK)
    factory.hire(cast.asha, "Cara Carer", Post.SENIOR_CARER)

    officer = text(asha, at(cast.asha, "appoint", "dpo"))
    guardian = text(asha, at(cast.asha, "appoint", "caldicott_guardian"))

    assert at(cast.asha, "appoint-person", "dpo", clerk) in officer
    assert at(cast.asha, "appoint-person", "dpo", mary) not in officer
    assert "Senior enough?" in guardian


def test_with_nobody_on_the_staff_list_the_page_says_what_to_do_first(asha: Client, cast: Cast) -> None:
    assert "Nobody is on the staff list yet" in text(asha, at(cast.asha, "appoint", "dsp_lead"))


def test_a_lead_is_appointed_on_the_page_with_posts_asked_once(asha: Client, cast: Cast) -> None:
    person = factory.hire(cast.asha, "Nell New")
    address = at(cast.asha, "appoint-person", "dsp_lead", person)
    assert "What are they here?" in text(asha, address)

    done = asha.post(address, FIRST_DAY | {"serves_as": "holder", "posts": ["DIRECTOR"], "evidence_kind": "MINUTES"})

    row = Appointment.objects.get(role="dsp_lead")
    assert done.headers["Location"] == at(cast.asha, "appointment", row.pk)
    assert Person.objects.get(pk=person).posts == ["DIRECTOR"]
    assert "What are they here?" not in text(asha, at(cast.asha, "appoint-person", "siro", person))


def test_a_block_is_shown_above_the_form_and_nothing_typed_is_lost(asha: Client, cast: Cast, mary: UUID) -> None:
    typed = FIRST_DAY | {
        "serves_as": "holder",
        "decides": "no",
        "reports_line": "TOP_LEVEL",
        "expertise": "A long course",
        "service_knowledge": "Years here",
    }

    response = asha.post(at(cast.asha, "appoint-person", "dpo", mary), typed)

    page = response.content.decode()
    assert "This person cannot hold this role." in page
    assert "A long course" in page
    assert not Appointment.objects.exists()


def test_somebody_who_does_not_work_here_cannot_be_chosen(asha: Client, cast: Cast) -> None:
    theirs = factory.hire(cast.carol, "Their Person", MANAGER)

    assert asha.get(at(cast.asha, "appoint-person", "dpo", theirs)).status_code == 404
    assert asha.get(at(cast.asha, "person-posts", theirs)).status_code == 404


def test_a_firm_is_appointed_on_the_page(asha: Client, cast: Cast) -> None:
    typed = FIRST_DAY | {
        "firm": "Sound Advice",
        "firm_person": "Fay Firm",
        "firm_post": "CONSULTANT",
        "arrangement": "EXTERNAL",
        "on_file": ["contract", "named_person"],
        "serves_as": "holder",
    }

    done = asha.post(at(cast.asha, "appoint-firm", "caldicott_guardian"), typed)

    assert done.status_code == 302
    assert "Fay Firm, Sound Advice" in text(asha, at(cast.asha, "roles"))


def test_posts_change_on_their_own_page_and_start_as_they_are(asha: Client, cast: Cast, mary: UUID) -> None:
    address = at(cast.asha, "person-posts", mary)
    assert 'value="REGISTERED_MANAGER" checked' in text(asha, address)

    asha.post(address, {"posts": ["HEAD_OF_IT"], "decides_data_use": "yes"})

    person = Person.objects.get(pk=mary)
    assert (person.posts, person.decides_data_use) == (["HEAD_OF_IT"], True)


def test_a_decision_not_to_appoint_is_recorded_or_refused_in_words(asha: Client, cast: Cast) -> None:
    factory.say(cast.asha)
    day = {"review_on-day": "1", "review_on-month": "11", "review_on-year": "2027"}

    refused = asha.post(at(cast.asha, "role-decide", "dsp_lead"), {"reason": "Small"} | day)
    asha.post(at(cast.asha, "role-decide", "dpo"), {"reason": "One small home"} | day)

    assert "You cannot decide against it." in refused.content.decode()
    assert RoleDecision.objects.get().review_on == date(2027, 11, 1)
    assert "One small home" in text(asha, at(cast.asha, "roles"))


def test_an_appointment_shows_what_is_still_to_add(asha: Client, cast: Cast, lead: UUID) -> None:
    page = text(asha, at(cast.asha, "appointment", lead))

    assert "acceptance by the person" in page
    assert "Mary Lead is accountable as Data Security and Protection Lead." in page


def test_a_stranger_cannot_see_an_appointment(client: Client, cast: Cast, lead: UUID) -> None:
    client.force_login(user(cast.carol))

    assert client.get(at(cast.asha, "appointment", lead)).status_code == 404
    assert client.get(at(cast.carol, "appointment", lead)).status_code == 404


def test_details_acceptance_and_confirming_each_have_a_page(asha: Client, cast: Cast, lead: UUID) -> None:
    day = {"accepted_on-day": "22", "accepted_on-month": "11", "accepted_on-year": "2026"}

    answers = [
        asha.post(at(cast.asha, "appointment-details", lead), {"reports_to": "The owner", "evidence_kind": "JD"}),
        asha.post(at(cast.asha, "appointment-acceptance", lead), day),
        asha.post(at(cast.asha, "appointment-confirm", lead), {"reason": ""}),
    ]

    row = Appointment.objects.get(pk=lead)
    assert [one.status_code for one in answers] == [302, 302, 302]
    assert (row.reports_to, row.evidence_kind, row.accepted_on) == ("The owner", "JD", TODAY)


def test_a_refused_detail_is_shown_above_the_form(asha: Client, cast: Cast, lead: UUID) -> None:
    response = asha.post(at(cast.asha, "appointment-details", lead), {"title": "DPO"})

    assert "or appoint a real officer" in response.content.decode()


def test_ending_opens_a_handover_that_is_ticked_line_by_line(asha: Client, cast: Cast, lead: UUID) -> None:
    day = {"until_on-day": "21", "until_on-month": "11", "until_on-year": "2026"}
    asha.post(
        at(cast.asha, "appointment-end", lead), {"until_on-day": "30", "until_on-month": "11", "until_on-year": "2026"}
    )
    step = HandoverStep.objects.get(code="breach_plan")

    asha.post(at(cast.asha, "handover-tick", lead, step.pk))

    refused = asha.post(at(cast.asha, "appointment-end", lead), day)
    assert "Done on 22 November 2026 by Asha Owner" in text(asha, at(cast.asha, "appointment", lead))
    assert "The last day is before the first day." in refused.content.decode()


def test_an_ended_appointment_offers_nothing_more_to_do(asha: Client, cast: Cast, mary: UUID) -> None:
    lead = factory.lead(cast.asha, mary, from_on=date(2026, 1, 1))
    leaving.end(cast.asha, appointment_id=lead, until_on=date(2026, 11, 20))

    page = text(asha, at(cast.asha, "appointment", lead))

    assert "This has ended." in page
    assert at(cast.asha, "appointment-confirm", lead) not in page


def test_a_staff_member_reads_and_accepts_their_own_role(
    still_clock: None, client: Client, cast: Cast, lead: UUID, mary: UUID
) -> None:
    person = Person.objects.get(pk=mary)
    person.user_id = cast.ben.by.user_id
    with scope.writing("action"):
        person.save()
    client.force_login(user(cast.ben))
    address = at(cast.asha, "role-accept", lead)
    assert "Lead and guide from a senior position" in text(client, address)

    client.post(address)

    assert "You accepted on 22 November 2026." in text(client, address)
    assert client.get(at(cast.asha, "roles")).status_code == 403


def test_nobody_opens_the_acceptance_of_somebody_else(asha: Client, cast: Cast, lead: UUID) -> None:
    assert asha.get(at(cast.asha, "role-accept", lead)).status_code == 404


def test_the_letter_and_the_job_description_come_as_word_and_pdf(asha: Client, cast: Cast, lead: UUID) -> None:
    letter = asha.get(at(cast.asha, "appointment-document", lead, "letter.docx"))
    described = asha.get(at(cast.asha, "appointment-document", lead, "job-description.pdf"))

    words = "\n".join(one.text for one in docx.Document(BytesIO(letter.content)).paragraphs)
    assert "Rose House appoints you as our Data Security and Protection Lead" in words
    assert described.content.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["letter.exe", "poem.docx", "letter"])
def test_other_documents_are_not_found(asha: Client, cast: Cast, lead: UUID, name: str) -> None:
    assert asha.get(at(cast.asha, "appointment-document", lead, name)).status_code == 404


def test_the_owner_of_a_council_provider_may_share_its_officer(asha: Client, cast: Cast) -> None:
    factory.say(cast.asha, owned_by="COUNCIL")
    firm = Candidate(firm="The County Council", firm_person="Kit Council")
    appointing.appoint(cast.asha, role=Role.CALDICOTT_GUARDIAN, candidate=firm, terms=Terms(TODAY))

    page = text(asha, at(cast.asha, "roles"))

    assert "You may use your owner&#39;s officer or guardian instead of your own." in page
