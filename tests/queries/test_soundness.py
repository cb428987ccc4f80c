"""What a drill looks for after a kill: it counts what is whole and names what is not."""

import pytest
from django.db import connection

from guardbook.actions.demo import building
from guardbook.actions.demo.year import FROZEN, Cast
from guardbook.kernel import clock
from guardbook.queries import soundness
from guardbook.records import scope
from tests.cast import Cast as People


@pytest.fixture
def frozen(cast: People) -> building.Built:
    """The made-up provider on the day after it froze its answers."""
    day_after = Cast(clock.uk_today(cast.asha.now)).ago(FROZEN - 1)
    return building.build(cast.asha.now, stop_before=day_after)


def behind_our_back(sql: str) -> None:
    """Change the tables as somebody with the database's own tools could."""
    with scope.writing("action"), connection.cursor() as cursor:
        cursor.execute(sql)


def test_what_is_whole_has_no_fault(frozen: building.Built) -> None:
    found = soundness.tally(frozen.organisation_id)

    assert (found.snapshots, found.faults) == (1, ())
    assert found.imports > 0


def test_a_frozen_copy_that_was_edited_is_named(frozen: building.Built) -> None:
    behind_our_back("UPDATE records_snapshot SET digest = 'nothing'")

    found = soundness.tally(frozen.organisation_id)

    assert found.faults == ("Frozen copy 1 does not match its fingerprint.",)


def test_a_frozen_copy_that_is_gone_is_missed(frozen: building.Built) -> None:
    behind_our_back("DELETE FROM records_snapshot")

    found = soundness.tally(frozen.organisation_id)

    assert found.faults == ("0 frozen copies are kept and the record of changes tells of 1.",)
