"""The pages of privacy notices: built from the record, agreed, changed since, checked, and taken along."""

import io
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import docx
import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions import notices as actions
from guardbook.actions.notices import Agreed
from guardbook.actions.registers import entries
from guardbook.kernel.errors import NotPermitted, Refused
from guardbook.queries import notices
from guardbook.queries.access import Context
from guardbook.queries.registers import entries as questions
from guardbook.rules.notices.vocabulary import Line
from guardbook.rules.registers import policies, processing, retention
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.lawful_basis import Basis, Condition, Work
from guardbook.rules.registers.policy_words import Audience
from guardbook.rules.registers.processing import Part, Processing
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast
from tests.factories import roles
from tests.web.test_dpia import day, text
from tests.web.test_registers import example

SAID = Agreed("In the welcome pack")
CARE = Processing(
    name="Planning care",
    part=Part.OURS,
    work=Work.CARE,
    purpose="To plan care.",
    people=(People.SUPPORTED,),
    data=(Data.CONTACT, Data.CARE),
    came_from="The person, the council",
    bases=(Basis.CONTRACT,),
    conditions=(Condition.HEALTH_CARE,),
    recipients=("The GP",),
)


def at(context: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


@pytest.fixture
def use(cast: Cast) -> UUID:
    """One use of information about the people supported, with how long it is kept."""
    line = entries.add(cast.asha, register=retention.REGISTER, entry=example(retention.REGISTER, "Care records"))
    return entries.add(cast.asha, register=processing.REGISTER, entry=replace(CARE, retention=(line,)))


def residents(cast: Cast) -> notices.Standing:
    return notices.one(cast.asha, Audience.RESIDENTS)


def test_every_audience_is_listed(asha: Client, cast: Cast, use: UUID) -> None:
    shown = text(asha.get(at(cast.asha, "notices")))

    assert [each.label for each in Audience if each.label not in shown] == []
    assert "1 use of information to tell about." in shown
    assert "Nothing to tell" in shown


def test_a_notice_is_built_agreed_and_read_in_both_versions(asha: Client, cast: Cast, use: UUID) -> None:
    draft = text(asha.get(at(cast.asha, "notice", audience="residents")))
    assert "Where can people read it?" in text(asha.get(at(cast.asha, "notice-agree", audience="residents")))
    said = {"found_at": "In the welcome pack", "automated": "", "more": "We have a cat."}
    asha.post(at(cast.asha, "notice-agree", audience="residents"), said)

    found = residents(cast).current
    assert "How it reads today" in draft
    assert found is not None
    assert "We have a cat." in text(asha.get(at(cast.asha, "notice-version", notice=found.id)))
    assert "You can ask to see it." in text(asha.get(at(cast.asha, "notice-easy", notice=found.id)))
    after = text(asha.get(at(cast.asha, "notice", audience="residents")))
    assert "In use" in after
    assert "Change what you added" in after
    assert "Version 1, agreed on 22 November 2026." in text(asha.get(at(cast.asha, "notices")))


def test_it_does_not_say_that_anybody_is_officer_until_somebody_is(asha: Client, cast: Cast, use: UUID) -> None:
    before = text(asha.get(at(cast.asha, "notice", audience="residents")))

    roles.officer(cast.asha, roles.hire(cast.asha, "Cleo Clerk", Post.FINANCE_CLERK))

    assert "Data Protection Officer" not in before
    assert "Cleo Clerk" in text(asha.get(at(cast.asha, "notice", audience="residents")))


def test_nothing_is_agreed_for_people_of_whom_nothing_is_recorded(asha: Client, cast: Cast) -> None:
    shown = text(asha.get(at(cast.asha, "notice", audience="staff")))
    refused = text(asha.post(at(cast.asha, "notice-agree", audience="staff"), {"found_at": "On the board"}))

    assert "Nothing in your records is about these people yet." in shown
    assert "Add that first." in refused
    with pytest.raises(Refused, match="Say where people can read it"):
        actions.agree(cast.asha, audience=Audience.STAFF, said=Agreed(" "))
    with pytest.raises(NotPermitted):
        actions.agree(cast.rhea, audience=Audience.STAFF, said=SAID)


def test_an_agreed_notice_joins_the_list_of_policies_and_keeps_it_in_step(cast: Cast, use: UUID) -> None:
    actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)
    first = residents(cast).current
    actions.agree(cast.asha, audience=Audience.RESIDENTS, said=Agreed("On the board"))

    second = residents(cast).current
    assert first is not None
    assert second is not None
    assert second.policy_id is not None
    assert second.policy_id == first.policy_id
    entry = questions.one(cast.asha, policies.REGISTER, second.policy_id).found.entry
    assert (entry.version, entry.kept, entry.approved_by) == ("2", "On the board", "Asha Owner")
    assert entry.audience == (Audience.RESIDENTS,)


def test_an_entry_that_was_archived_is_made_anew(cast: Cast, use: UUID) -> None:
    actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)
    first = residents(cast).current
    assert first is not None
    assert first.policy_id is not None
    entries.archive(cast.asha, register=policies.REGISTER, entry_id=first.policy_id, reason="Entered twice")

    actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)

    second = residents(cast).current
    assert second is not None
    assert second.policy_id != first.policy_id


def test_a_changed_record_makes_it_stale_and_older_versions_stay(asha: Client, cast: Cast, use: UUID) -> None:
    actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)
    entries.amend(
        cast.asha,
        register=processing.REGISTER,
        entry_id=use,
        entry=replace(CARE, recipients=("The GP", "A new firm")),
        seen_version=1,
    )

    shown = text(asha.get(at(cast.asha, "notice", audience="residents")))
    assert "your records have changed" in shown
    assert "<li>Who else gets it</li>" in shown
    assert "Has changed: agree it again" in text(asha.get(at(cast.asha, "notices")))
    actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)
    assert residents(cast).changed == ()
    again = text(asha.get(at(cast.asha, "notice", audience="residents")))
    assert "Earlier versions" in again
    old = next(each for each in notices.versions(cast.asha, Audience.RESIDENTS) if each.replaced_on)
    assert "Replaced" in text(asha.get(at(cast.asha, "notice-version", notice=old.id)))


def test_what_the_record_lacks_is_told_beside_the_notice(asha: Client, cast: Cast) -> None:
    entries.add(cast.asha, register=processing.REGISTER, entry=replace(CARE, recipients=()))

    shown = text(asha.get(at(cast.asha, "notice", audience="residents")))

    assert "Missing in your records" in shown
    assert "how long it is kept" in shown


def test_a_notice_of_ones_own_is_checked(asha: Client, cast: Cast, use: UUID) -> None:
    address = at(cast.asha, "notice-check", audience="residents")
    has = [each.value for each in Line if each not in {Line.COMPLAIN_US, Line.OFFICER}]
    assert "What does it say?" in text(asha.get(address))

    asha.post(address, {"has": has, "text": "Write to our DPO."} | dict.fromkeys(day("updated_on", roles.TODAY), ""))
    shown = text(asha.get(at(cast.asha, "notice", audience="residents")))
    listed = text(asha.get(at(cast.asha, "notices")))
    asha.post(address, {"has": [*has, "complain_us"], "text": ""} | day("updated_on", roles.TODAY))

    assert "It must since 19 June 2026." in shown
    assert "none is appointed" in shown
    assert "Put your own right" in listed
    assert "We found nothing missing." in text(asha.get(at(cast.asha, "notice", audience="residents")))
    assert "Your own is in order" in text(asha.get(at(cast.asha, "notices")))
    future = asha.post(address, {"has": []} | day("updated_on", roles.TODAY.replace(year=2027)))
    assert "in the future" in text(future)


@pytest.mark.parametrize("kind", ["plain", "easy"])
def test_both_versions_are_taken_as_word(asha: Client, cast: Cast, use: UUID, kind: str) -> None:
    key = actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)

    response = asha.get(at(cast.asha, "notice-document", notice=key, kind=kind, form="docx"))

    said = [each.text for each in docx.Document(io.BytesIO(response.content)).paragraphs]
    assert "We are Rose House." in said


def test_what_is_not_there_is_not_found(asha: Client, cast: Cast, use: UUID) -> None:
    key = actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)

    for address in (
        at(cast.asha, "notice", audience="nobody"),
        at(cast.asha, "notice-version", notice=uuid4()),
        at(cast.asha, "notice-document", notice=key, kind="plain", form="odt"),
        at(cast.asha, "notice-document", notice=key, kind="sung", form="pdf"),
    ):
        assert asha.get(address).status_code == 404


def test_a_notice_is_a_pdf_too(asha: Client, cast: Cast, use: UUID) -> None:
    key = actions.agree(cast.asha, audience=Audience.RESIDENTS, said=SAID)

    assert asha.get(at(cast.asha, "notice-document", notice=key, kind="easy", form="pdf")).content.startswith(b"%PDF")


def test_pages_ask_the_same_number_of_questions_however_much_there_is(
    asha: Client, cast: Cast, use: UUID, django_assert_max_num_queries: Any
) -> None:
    for audience in (Audience.RESIDENTS, Audience.RESIDENTS):
        actions.agree(cast.asha, audience=audience, said=SAID)
    for number in range(5):
        entries.add(cast.asha, register=processing.REGISTER, entry=replace(CARE, name=f"Use {number}"))

    with django_assert_max_num_queries(20):
        asha.get(at(cast.asha, "notices"))
    with django_assert_max_num_queries(21):
        asha.get(at(cast.asha, "notice", audience="residents"))
