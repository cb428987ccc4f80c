"""The published keeping times: whole, marked for checking, and the same in the starter rows."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from guardbook.content import keeping, reference, registers
from guardbook.rules.registers.retention import FAMILIES, Record, ScheduleLine, settle
from guardbook.rules.registers.terms import CODE, Birthday, Period, Term, Unit
from guardbook.rules.verdict import Confidence

STARTERS = registers.starters("retention")
KINDS = set(Record) - {Record.OTHER}


def test_every_kind_of_record_has_a_published_time() -> None:
    assert set(keeping.times()) == KINDS
    assert all(term.usual or term.birthday for term in keeping.times().values())
    assert all(kinds <= KINDS for kinds in FAMILIES.values())


def test_only_the_care_record_was_read_somewhere_and_no_time_is_taken_for_certain() -> None:
    well_known = {kind for kind, term in keeping.times().items() if term.confidence is Confidence.READ_SECOND}

    assert well_known == {Record.CARE}
    assert Confidence.READ not in {term.confidence for term in keeping.times().values()}
    assert keeping.times()["care"].source == CODE


def test_registers_are_judged_by_the_published_times() -> None:
    assert reference.current().keeping == keeping.times()


@pytest.mark.parametrize("starter", STARTERS, ids=lambda each: each.key)
def test_a_starter_row_keeps_to_the_published_time_and_says_how_well_it_is_known(starter: registers.Starter) -> None:
    line = settle(ScheduleLine(**starter.answers), reference.current())

    assert line.measured == "fits"
    assert line.known == starter.confidence == keeping.times()[starter.answers["kind"]].confidence


def test_there_is_a_starter_row_for_every_kind() -> None:
    assert [each.answers["kind"] for each in STARTERS] == [kind for kind in Record if kind in KINDS]


def test_a_time_is_read_as_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "keeping.yaml"
    file.write_text(
        "source: here\nconfidence: memory\n"
        "times: {care: {least: 1 year, most: 18 months, birthday: sooner, confidence: read, source: there}}\n"
    )

    assert keeping.read(file) == {
        "care": Term(Period(1, Unit.YEARS), Period(18, Unit.MONTHS), Birthday.SOONER, Confidence.READ, "there")
    }


@pytest.mark.parametrize("said", ["8", "8 weeks", "many years", "-1 years"])
def test_a_time_that_is_none_is_named(tmp_path: Path, said: str) -> None:
    file = tmp_path / "keeping.yaml"
    file.write_text(f"source: here\nconfidence: memory\ntimes: {{care: {{least: {said}}}}}\n")

    with pytest.raises(ValidationError, match="is no time such as 8 years"):
        keeping.read(file)
