"""The crowd that measurements run on: plain providers, made up, all alike and with a whole chain."""

from datetime import datetime

from guardbook.actions.demo import crowd, story
from guardbook.queries import audit, frameworks, organisations
from guardbook.records.models import Answer, Appointment, Person, StaffListCheck, TrainingCompletion
from tests.cast import Cast


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
    assert 0 < Answer.objects.of(made).count() <= len(frameworks.newest().items[::2])
    assert not list(audit.faults())


def test_a_provider_that_is_filled_has_the_same_and_its_neighbour_nothing(cast: Cast, now: datetime) -> None:
    here, there = cast.asha.organisation_id, cast.carol.organisation_id
    like = crowd.build(1, now)

    crowd.fill(here, now)

    for table in (Person, TrainingCompletion, Appointment, Answer):
        assert table._default_manager.filter(organisation_id=here).count() == (
            table._default_manager.filter(organisation_id=like).count()
        )
    assert not Person.objects.of(there).exists()
    assert not list(audit.faults())
