"""Suggestion that reads the risks: the three biggest, and what is done about each (item 1.3.6)."""

from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import risks
from guardbook.rules.registers.risks import TOP, Risk

_BIGGEST = Claim(
    risks.REGISTER,
    about=lambda each: each.is_top is True,
    holds=lambda each, _on: each.is_planned,
    least=TOP,
    most=TOP,
    too_few=f"Fewer than {TOP} checked risks are marked as your biggest.",
)


def top_risks(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether three risks are named as the biggest, each with a plan and somebody who sees to it.

    Source: item 1.3.6 and rule A-12.
    """
    del asked
    return registers.suggestion(
        facts,
        _BIGGEST,
        Words(
            met=lambda _seen, _kept: "Your three biggest risks each have a plan and somebody who sees to it.",
            answer=lambda _seen, kept: _listed(kept),
            failing=_failing,
            todo="Mark three risks as your biggest. Say what you will do about each, and who does it.",
            rule="1.3.6",
        ),
    )


def _failing(seen: Judged) -> str:
    if seen.total > TOP:
        return f"{seen.total} risks are marked as your biggest. The toolkit asks for {TOP}."
    return f"A plan, or somebody who sees to it, is missing for {seen.failing} of your {seen.total} biggest risks."


def _listed(kept: Kept[Risk]) -> str:
    lines = sorted((each.entry.headline for each in kept.rows if each.entry.is_top), key=str.casefold)
    return "Our three biggest risks, and what we do about each. " + " ".join(
        f"{at}. {line.rstrip('.')}." for at, line in enumerate(lines, start=1)
    )
