"""Every worked example about training can be put to the rules as JSON, the way a reviewer would."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from guardbook.content import ask
from guardbook.rules.training.coverage import CoverageFacts, State
from guardbook.rules.training.induction import InductionFacts
from guardbook.rules.training.validity import Record
from tests.rules.training import test_coverage, test_induction
from tests.rules.training import test_validity as validity_table


def put(name: str, kind: type[object], facts: object) -> dict[str, Any]:
    """Ask a rule by name, with these facts as JSON."""
    return dict(ask.answer(name, TypeAdapter(kind).dump_json(facts).decode()))


@pytest.mark.parametrize(("record", "state"), validity_table.EXAMPLES.values(), ids=validity_table.EXAMPLES)
def test_validity(record: Record, state: State) -> None:
    assert put("training.validity", Record, record)["state"] == state


@pytest.mark.parametrize(
    ("facts", "state", "needed", "still"), test_coverage.EXAMPLES.values(), ids=test_coverage.EXAMPLES
)
def test_coverage_figure(facts: CoverageFacts, state: State, needed: int, still: int) -> None:
    figure = put("training.coverage", CoverageFacts, facts)["figure"]

    assert (figure["state"], figure["needed"], figure["still_needed"]) == (state, needed, still)


@pytest.mark.parametrize(("facts", "state", "due"), test_induction.EXAMPLES.values(), ids=test_induction.EXAMPLES)
def test_induction_plan(facts: InductionFacts, state: State, due: object) -> None:
    plan = put("training.induction", InductionFacts, facts)

    assert (plan["state"], plan["due_on"]) == (state, None if due is None else str(due))
