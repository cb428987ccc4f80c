"""How answers and judgements are kept in a row, and read back as the rules take them."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from guardbook.rules.incidents import clock, duty, grid
from guardbook.rules.incidents.triage import Answers

_ANSWERS, _DUTY = TypeAdapter(Answers), TypeAdapter(duty.Facts)


def answers(kept: Mapping[str, Any]) -> Answers:
    """The answers to the ten questions."""
    return _ANSWERS.validate_python(kept)


def from_answers(said: Answers) -> dict[str, Any]:
    """The same, to be kept."""
    return _sorted(_ANSWERS.dump_python(said, mode="json"))


def judged(kept: Mapping[str, Any]) -> duty.Facts | None:
    """The prompts as somebody answered them; None where nobody has."""
    return _DUTY.validate_python(kept["prompts"]) if kept else None


def scores(kept: Mapping[str, Any]) -> tuple[int, int] | None:
    """Likelihood and impact; None where nobody has scored it."""
    return (kept["likelihood"], kept["impact"]) if kept else None


def from_judged(said: duty.Facts, scored: grid.Facts) -> dict[str, Any]:
    """The prompts and the scores, to be kept."""
    prompts = _sorted(_DUTY.dump_python(said, mode="json"))
    return {"prompts": prompts, "likelihood": scored.likelihood, "impact": scored.impact}


def times(row: Any) -> clock.Facts:
    """Who knew what when, as the clock takes it."""
    return clock.Facts(
        controller_aware_at=row.certain_at,
        first_staff_certain_at=row.staff_certain_at,
        processor_aware_at=row.supplier_aware_at,
        processor_told_us_at=row.supplier_told_at,
        suspected_at=row.suspected_at,
        gap_reason=row.gap_reason,
        notified_at=row.notified_at,
        delay_reason=row.delay_reason,
    )


def _sorted(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: sorted(value) if isinstance(value, list) else value for name, value in kept.items()}
