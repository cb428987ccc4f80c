"""The counts that judge the 95% answer are those the training pages show person by person."""

from datetime import date, datetime

import pytest

from guardbook.queries import training
from guardbook.queries.access import Context
from guardbook.queries.facts import gathering, within
from guardbook.records import scope
from guardbook.records.models import Person, TrainingCompletion
from guardbook.rules.assessment.suggestions import training as suggestions
from guardbook.rules.facts import Facts
from guardbook.rules.training.coverage import Standard
from guardbook.rules.training.window import Window
from tests.cast import Cast
from tests.factories import assessment as factory

TODAY = factory.TODAY


@pytest.fixture
def mixed(cast: Cast) -> Context:
    """A home with every kind of person the figure has to tell apart."""
    factory.staffed(cast.asha.organisation_id, staff=6, trained=4)
    people = (
        ("Agency, no records", {"kind": "agency", "has_data_access": False}, None),
        ("Agency, sees records", {"kind": "agency"}, None),
        ("Volunteer", {"kind": "volunteer"}, date(2026, 2, 1)),
        ("On leave", {"absent_from": date(2026, 1, 1)}, date(2025, 11, 22)),
        ("Starts later", {"started_on": date(2026, 12, 1)}, None),
        ("Leaves later", {"left_on": date(2026, 12, 24)}, date(2026, 3, 1)),
        ("Left", {"left_on": date(2026, 11, 21)}, date(2026, 3, 1)),
        ("No start date", {"started_on": None}, date(2026, 3, 1)),
    )
    with scope.writing("action"):
        for name, facts, trained_on in people:
            values = {"kind": "employee", "started_on": date(2024, 1, 1), "job_title": "carer", **facts}
            person = Person.objects.create(organisation_id=cast.asha.organisation_id, name=name, **values)
            if trained_on:
                TrainingCompletion.objects.create(
                    organisation_id=cast.asha.organisation_id,
                    person=person,
                    course="E-learning",
                    level="L1",
                    completed_on=trained_on,
                    evidence="certificate",
                    modules_done=4,
                )
    return cast.asha


def facts_of(context: Context) -> Facts:
    batch = within.One(context.organisation_id)
    return gathering.gather(batch, TODAY, {})[context.organisation_id]


@pytest.mark.parametrize("on", [TODAY, date(2026, 12, 1), date(2026, 12, 25), date(2027, 2, 1), date(2027, 6, 1)])
def test_aggregates_and_people_give_the_same_figure(mixed: Context, on: date) -> None:
    shown = training.picture(mixed, as_of=on, planned_on=None, standard=Standard())

    assert suggestions.counts(facts_of(mixed), on, Window()) == shown.coverage.figure.counts


def test_an_organisation_without_records_has_facts_that_say_nothing(cast: Cast, now: datetime) -> None:
    found = facts_of(cast.carol)

    assert found.staff.cohorts == ()
    assert found.roles.posts == ()
    assert found.training.needs is None
