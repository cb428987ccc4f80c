"""Standings are worked out again each night."""

from guardbook.jobs import registry
from guardbook.records.models import Standing
from tests.cast import Cast
from tests.factories import assessment as factory


def test_every_night_the_standings_are_worked_out_again(cast: Cast) -> None:
    for context in (cast.asha, cast.carol):
        factory.started(context)

    registry.run("assessment.refresh_standings", {})
    registry.run("assessment.refresh_standings", {})

    assert Standing.objects.count() == 2
    assert {each.name for each in registry.RECURRING} >= {"assessment.refresh_standings"}
