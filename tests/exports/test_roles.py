"""The papers of an appointment: every section a job description must have, and who signs."""

from datetime import date
from uuid import UUID

import pytest

from guardbook.actions.roles import appointing
from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.content import links
from guardbook.exports import documents, roles
from guardbook.queries.roles import appointments
from guardbook.rules.roles.job_description import HEADINGS, sections_of
from guardbook.rules.roles.titles import names_officer
from guardbook.rules.roles.vocabulary import LeadPart, Post, Role
from tests.cast import Cast
from tests.factories import roles as factory
from tests.factories.roles import TODAY

REGULATOR = links.read().regulator


def words(document: documents.Document) -> str:
    """Everything a document says."""
    return repr(document)


def given(cast: Cast, role: Role) -> UUID:
    """Somebody in the role: a clerk as the officer, a director in any other."""
    if role is Role.DPO:
        return factory.officer(cast.asha, factory.hire(cast.asha, "Cleo Clerk", Post.FINANCE_CLERK))
    person = factory.hire(cast.asha, "Dora Director", Post.DIRECTOR)
    return appointing.appoint(cast.asha, role=role, candidate=Candidate(person_id=person), terms=Terms(TODAY))


@pytest.mark.parametrize("role", Role)
def test_a_job_description_has_every_section_and_passes_its_own_rule(cast: Cast, role: Role) -> None:
    found = appointments.detail(cast.asha, given(cast, role))

    document = roles.job_description(found, REGULATOR)

    assert [one.title for one in document.sections] == [HEADINGS[one] for one in sections_of(role)]
    assert roles.checked(found, REGULATOR).faults == ()


@pytest.mark.parametrize("role", Role)
def test_a_letter_names_the_role_and_has_two_places_to_sign(cast: Cast, role: Role) -> None:
    document = roles.letter(appointments.detail(cast.asha, given(cast, role)), REGULATOR)

    signatures = [block for one in document.sections for block in one.blocks if isinstance(block, documents.Signature)]
    assert len(signatures) == 2
    assert "Rose House appoints you as our" in words(document)


def test_no_paper_of_the_lead_calls_anybody_the_officer_by_title(cast: Cast) -> None:
    found = appointments.detail(cast.asha, given(cast, Role.DSP_LEAD))

    assert names_officer(words(roles.letter(found, REGULATOR))) == ()


def test_the_officer_is_promised_independence(cast: Cast) -> None:
    found = appointments.detail(cast.asha, given(cast, Role.DPO))

    assert "Nobody tells you what to conclude" in words(roles.letter(found, REGULATOR))
    assert "Monitor that we keep the law" in words(roles.letter(found, REGULATOR))
    assert "A certificate" in words(roles.job_description(found, REGULATOR))


def test_a_deputy_and_a_sharer_are_named_for_what_they_are(cast: Cast) -> None:
    lead = factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", Post.DIRECTOR), until_on=date(2027, 3, 31))
    deputy = factory.lead(cast.asha, factory.hire(cast.asha, "Dan Deputy", Post.DIRECTOR), is_deputy=True)
    sharer = factory.lead(
        cast.asha,
        factory.hire(cast.asha, "Sue Sharer", Post.ADMINISTRATOR),
        is_accountable=False,
        parts=(LeadPart.REPORTING,),
        seniority_reason="She acts for the owner",
    )

    papers = {one: appointments.detail(cast.asha, one) for one in (lead, deputy, sharer)}

    assert "as deputy to our Data Security" in words(roles.letter(papers[deputy], REGULATOR))
    assert "to carry parts of the role" in words(roles.letter(papers[sharer], REGULATOR))
    assert "until 31 March 2027" in words(roles.letter(papers[lead], REGULATOR))
    described = words(roles.job_description(papers[lead], REGULATOR))
    assert "Dan Deputy stands in for you." in described
    assert "Sue Sharer: report what they see" in described
    assert "She acts for the owner" in words(roles.job_description(papers[sharer], REGULATOR))


def test_a_person_without_a_known_post_is_not_given_one(cast: Cast) -> None:
    lead = factory.lead(cast.asha, factory.hire(cast.asha, "Nell New"))

    assert "You hold a senior post here." in words(
        roles.job_description(appointments.detail(cast.asha, lead), REGULATOR)
    )


def test_the_regulator_is_named_in_one_place(cast: Cast) -> None:
    renamed = REGULATOR.model_copy(update={"name": "Information Commission"})
    found = appointments.detail(cast.asha, given(cast, Role.SIRO))

    assert "Information Commission (0303 123 1113, option 4)" in words(roles.job_description(found, renamed))


def test_what_a_person_is_called_is_escaped_by_the_writers_not_here(cast: Cast) -> None:
    answers = Answers(factory.INDEPENDENT, expertise="A {certificate}", service_knowledge="Yes")
    clerk = factory.hire(cast.asha, "Cleo {Clerk}", Post.FINANCE_CLERK)
    made = appointing.appoint(
        cast.asha, role=Role.DPO, candidate=Candidate(person_id=clerk), terms=Terms(TODAY), answers=answers
    )

    assert "A {certificate}" in words(roles.job_description(appointments.detail(cast.asha, made), REGULATOR))
