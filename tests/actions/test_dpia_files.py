"""Bringing a PIA file in: what is refused, what an older look leaves behind, and days that are none."""

import json

import pytest

from guardbook.actions.dpia import files, telling
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.dpia import assessments
from tests.cast import Cast
from tests.factories import dpia as factory
from tests.rules.dpia.test_pia import file


def test_a_file_that_is_too_large_is_not_read(cast: Cast) -> None:
    with pytest.raises(Refused, match="more than 5 megabytes"):
        files.read_file(cast.asha, name="x.json", content=b" " * (files.LARGEST + 1))


def test_looking_at_another_file_forgets_the_one_before(cast: Cast) -> None:
    first = files.read_file(cast.asha, name="one.json", content=json.dumps(file()).encode())
    second = files.read_file(cast.asha, name="two.json", content=json.dumps(file()).encode())

    with pytest.raises(NotFound):
        assessments.file(cast.asha, first)
    assert assessments.file(cast.asha, second)["pia"]["id"] == 7


def test_a_day_that_is_none_is_left_empty(cast: Cast) -> None:
    content = file()
    content["evaluations"][0]["estimated_implementation_date"] = "next week"
    waiting = files.read_file(cast.asha, name="x.json", content=json.dumps(content).encode())

    key = files.bring_in(cast.asha, file_id=waiting)

    [measure] = assessments.one(cast.asha, key).impact.measures
    assert (measure.owner, measure.due_on) == ("Bea", None)


def test_an_answer_that_is_there_already_is_kept_when_it_begins(cast: Cast) -> None:
    key = factory.drafted(cast.asha)

    with pytest.raises(Refused, match="not a next step"):
        telling.begin(cast.asha, assessment_id=key)
