"""Suggestion about the national data opt-out (item 1.2.4): what is shared, and what policy and notice say."""

from typing import Any

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions import policies, registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import opt_out
from guardbook.rules.verdict import Confidence

_FOLLOWED = Claim(opt_out.REGISTER, holds=lambda entry, _on: opt_out.is_followed(entry), least=0)


def opt_out_followed(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether people's choice about research and planning is followed, and whether policy and notice say so.

    Source: item 1.2.4 and rule D-10. That nothing is shared is a good answer, once somebody said so in the last year.
    """
    del asked
    return registers.together(facts, (_FOLLOWED, _WORDS), *policies.opt_out_words())


def _met(seen: Judged, _kept: Kept[Any]) -> str:
    if not seen.total:
        return "Somebody said in the last year that nothing is shared for research or planning."
    return f"The choice is followed in each of the {seen.total} uses you listed."


def _answer(seen: Judged, kept: Kept[Any]) -> str:
    when = f" We checked this on {dates.in_words(kept.whole_on)}." if kept.whole_on else ""
    if not seen.total:
        text = "Yes. We do not share or use details that identify people for research or planning."
        return f"{text}{when} We would check for opt-outs first if that changed."
    return (
        f"Yes. Where the national data opt-out applies, we check for opt-outs first and leave those people out.{when}"
    )


_WORDS = Words(
    met=_met,
    answer=_answer,
    failing=lambda seen: (
        f"For {seen.failing} of {seen.total} uses the opt-out applies, and nothing shows that it was checked "
        "before anything was shared."
    ),
    unsaid=lambda seen: f"For {seen.unsaid} of {seen.total} uses it is not said yet whether the opt-out applies.",
    todo="Go through what you share for research or planning, and say that the list is whole or empty.",
    rule="D-10",
    confidence=Confidence.READ,
    source=opt_out.WHO_MUST,
)
