"""The batch: the same answers for one and for many, in a fixed number of queries, and a cache that never lies."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guardbook.actions.assessment import answering, standings, starting
from guardbook.actions.assessment.answering import Place
from guardbook.queries import access, frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating
from guardbook.queries.assessment import standings as stored
from guardbook.queries.facts.within import Granted, KeyRange, One
from guardbook.records import scope
from guardbook.records.models import TrainingCompletion
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.states import State
from guardbook.rules.frameworks.items import AnswerKind
from tests.cast import Cast
from tests.factories import assessment as factory

PACK = frameworks.pack("dspt", "8")
AS_OF = factory.TODAY
EVERYBODY = KeyRange()


def contexts(organisations: list[UUID], now: datetime) -> list[Context]:
    made = [access.system("Test", key, now) for key in organisations]
    for context in made:
        factory.started(context)
    return made


def queries(batch: object) -> int:
    with CaptureQueriesContext(connection) as captured:
        list(evaluating.many(batch, PACK, AS_OF))  # type: ignore[arg-type]  # a batch
    return len(captured)


def test_one_organisation_costs_as_many_queries_as_thirty(everything: None, now: datetime) -> None:
    made = contexts(factory.crowd(30, now), now)

    assert queries(One(made[0].organisation_id)) == queries(EVERYBODY) == 13


def test_one_and_many_say_the_same(everything: None, now: datetime) -> None:
    made = contexts(factory.crowd(5, now), now)
    answering.answer_item(
        made[2], place=Place("dspt", "8", "3.2.1"), answer=Answer(AnswerKind.CONFIRM, yes=True), seen_version=0
    )

    together = {each.organisation_id: each for each in evaluating.many(EVERYBODY, PACK, AS_OF)}

    for context in made:
        alone = evaluating.one(context, PACK, evaluating.run(context, "dspt", "8"))
        assert alone.standings == together[context.organisation_id].standings
        assert alone.status == together[context.organisation_id].status


def test_ranges_cover_everybody_once(everything: None, now: datetime) -> None:
    made = contexts(factory.crowd(7, now), now)

    for size in (1, 3, 7, 50):
        seen = [
            each.organisation_id
            for batch in evaluating.ranges(PACK, size)
            for each in evaluating.many(batch, PACK, AS_OF)
        ]
        assert sorted(seen) == sorted(each.organisation_id for each in made)


def test_a_viewer_reaches_what_their_grants_open(cast: Cast) -> None:
    for context in (cast.asha, cast.carol):
        factory.started(context)
    assert cast.asha.by.user_id is not None

    found = list(evaluating.many(Granted(cast.asha.by.user_id, cast.asha.now), PACK, AS_OF))

    assert [each.organisation_id for each in found] == [cast.asha.organisation_id]


@pytest.fixture
def done(cast: Cast) -> Context:
    factory.staffed(cast.asha.organisation_id)
    factory.started(cast.asha, planned_on=date(2026, 12, 1))
    factory.answered(cast.asha)
    return cast.asha


def states(context: Context) -> dict[str, State]:
    found = evaluating.one(context, PACK, evaluating.run(context, "dspt", "8"))
    return {each.item.ref: each.state for each in found.standings}


def later(context: Context, year: int, month: int, day: int) -> Context:
    return Context(context.by, context.organisation_id, datetime(year, month, day, 12, tzinfo=UTC))


def moved(before: dict[str, State], after: dict[str, State]) -> dict[str, State]:
    return {ref: state for ref, state in after.items() if before[ref] is not state}


def test_the_95_percent_answer_flips_when_one_record_goes_and_nothing_else_changes(done: Context) -> None:
    before = states(done)

    with scope.writing("action"):
        TrainingCompletion.objects.filter(level="L1").order_by("id").last().delete()  # type: ignore[union-attr]  # there are 19

    after = states(done)
    found = evaluating.one(done, PACK, evaluating.run(done, "dspt", "8")).standing("3.2.1")
    assert before["3.2.1"] is State.CONFIRMED
    assert moved(before, after) == {"3.2.1": State.CONTRADICTED}
    assert "your records now say otherwise" in found.why
    assert "18 of 20" in found.why


def test_the_95_percent_answer_flips_when_the_clock_passes_its_window_on_the_day_it_said(done: Context) -> None:
    said = evaluating.one(done, PACK, evaluating.run(done, "dspt", "8")).standing("3.2.1").stale_on
    eve, day = later(done, 2027, 5, 31), later(done, 2027, 6, 1)

    change = moved(states(eve), states(day))

    assert said == date(2027, 6, 1)
    assert change["3.2.1"] is State.OUT_OF_DATE
    assert set(change) == {"3.2.1"}


def test_a_standing_equals_the_live_evaluation_until_something_moves(done: Context) -> None:
    standings.recompute(PACK, done.now)

    [held] = stored.standings(One(done.organisation_id), PACK, AS_OF)

    live = evaluating.one(done, PACK, evaluating.run(done, "dspt", "8"))
    assert not held.is_stale
    assert held.body == stored.body(live)
    assert held.status == live.status.best


def test_a_standing_is_stale_once_facts_move_or_its_day_comes(done: Context) -> None:
    standings.recompute(PACK, done.now)
    live = evaluating.one(done, PACK, evaluating.run(done, "dspt", "8"))
    assert live.stale_on is not None

    [on_the_day] = stored.standings(EVERYBODY, PACK, live.stale_on)
    starting.plan(done, framework="dspt", version="8", planned_on=date(2027, 1, 1))
    [after_a_change] = stored.standings(EVERYBODY, PACK, AS_OF)

    assert on_the_day.is_stale
    assert after_a_change.is_stale
    assert standings.recompute(PACK, done.now) == 1
    assert not next(stored.standings(EVERYBODY, PACK, AS_OF)).is_stale
