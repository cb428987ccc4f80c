"""The crowd that measurements run on: plain providers, made up, each a little different and with a whole chain."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from guardbook.actions.demo import crowd, story
from guardbook.queries import access, audit, frameworks, organisations
from guardbook.queries.assessment import evaluating
from guardbook.records.models import (
    Answer,
    Appointment,
    Person,
    RegisterCheck,
    RegisterLink,
    StaffListCheck,
    TrainingCompletion,
)
from guardbook.records.registers import table
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.register import Section
from tests.cast import Cast


def rows(organisation_id: UUID) -> dict[str, int]:
    """How many entries each register of a provider has."""
    return {
        register.slug: table(register).objects.of(organisation_id).count()
        for register in catalogue.ALL
        if table(register).objects.of(organisation_id).exists()
    }


def test_one_of_the_crowd_is_made_up_and_has_staff_training_a_lead_and_answers(everything: None, now: datetime) -> None:
    made = crowd.build(7, now)

    found = organisations.brief(made)
    assert found is not None
    assert (found.name, found.is_demo) == ("Measured provider 7", True)
    working = [member for member in story.staff(now.date()) if member.left_on is None]
    assert Person.objects.of(made).count() == len(working)
    assert 0 < TrainingCompletion.objects.of(made).count() < len(working)
    assert Appointment.objects.of(made).get().person == Person.objects.of(made).get(name=working[1].name)
    assert StaffListCheck.objects.of(made).count() == 1
    asked = sum(item.mandatory for item in frameworks.newest().items)
    assert 0.5 < Answer.objects.of(made).count() / asked < 0.9
    assert not list(audit.faults())


def test_its_registers_are_those_of_a_home_with_gaps(everything: None, now: datetime) -> None:
    made = crowd.build(7, now)

    held = rows(made)
    kept_by_deciders = {each.slug for each in catalogue.ALL if each.section is Section.DECIDING}
    assert held.keys() | {"disposals"} | kept_by_deciders == catalogue.BY_SLUG.keys()
    assert RegisterCheck.objects.of(made).count() > len(held) / 2
    pack, here = frameworks.newest(), access.system("Test", made, now)
    found = evaluating.one(here, pack, evaluating.run(here, pack.code, pack.version))
    outcomes = Counter(each.suggestion.outcome for each in found.standings if each.suggestion)
    assert outcomes[Outcome.MET] > sum(outcomes.values()) / 2
    assert not RegisterLink.objects.exclude(organisation_id=made).exists()


def test_the_same_number_is_the_same_provider_and_another_number_another(everything: None, now: datetime) -> None:
    first, again, other = (rows(crowd.build(number, now)) for number in (3, 3, 4))

    assert first == again
    assert first != other


def test_a_provider_that_is_filled_has_the_same_and_its_neighbour_nothing(cast: Cast, now: datetime) -> None:
    here, there = cast.asha.organisation_id, cast.carol.organisation_id
    like = crowd.build(1, now)

    crowd.fill(here, now)

    for model in (Person, TrainingCompletion, Appointment, Answer):
        assert model._default_manager.filter(organisation_id=here).count() == (
            model._default_manager.filter(organisation_id=like).count()
        )
    assert rows(here) == rows(like)
    assert not Person.objects.of(there).exists()
    assert not list(audit.faults())
