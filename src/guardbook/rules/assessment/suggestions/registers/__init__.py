"""How a suggestion reads a register: is the list whole and looked at, and does each entry hold?

Every suggestion about a register is made of ``Claim``s put to ``judge``, so that all of them
treat an empty list, an old list and a thing nobody has said in the same way.
"""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from guardbook.rules.assessment.suggestions.registers.claims import Claim, over_after
from guardbook.rules.assessment.suggestions.registers.judging import Judged, Reading, changes_on, judge, worst
from guardbook.rules.assessment.suggestions.registers.wording import Words, names, sentence, shortfall, waiting
from guardbook.rules.assessment.suggestions.suggestion import Outcome, Rows, Selector, Suggestion
from guardbook.rules.facts import Facts
from guardbook.rules.registers.entries import Entry
from guardbook.rules.verdict import Reason

__all__ = [
    "Claim",
    "Judged",
    "Words",
    "judge",
    "names",
    "over_after",
    "selector",
    "shortfall",
    "suggestion",
    "together",
    "waiting",
    "worst",
]

E = TypeVar("E", bound=Entry)


def suggestion(facts: Facts, claim: Claim[E], words: Words) -> Suggestion:
    """The suggestion for an answer that rests on one claim, judged on the day of publication."""
    reading = Reading(facts, claim, facts.judged_on)
    found = _now(facts, reading, words)
    return replace(found, stale_on=changes_on([reading], found.outcome))


def _now(facts: Facts, reading: Reading[E], words: Words) -> Suggestion:
    """What one claim comes to, without the day on which that changes."""
    claim, seen = reading.claim, reading.judged()
    met = seen.outcome is Outcome.MET
    return Suggestion(
        seen.outcome,
        Reason(sentence(claim, words, seen, reading.kept), words.rule, words.confidence, words.source),
        facts.as_of,
        answer=words.answer(seen, reading.kept) if met else "",
        to_do=() if met else (words.todo,),
        selectors=(selector(claim, seen, reading.on),),
    )


def together(facts: Facts, *parts: tuple[Claim[Any], Words]) -> Suggestion:
    """The suggestion for an answer that rests on several claims, all of which must hold."""
    readings = [Reading(facts, claim, facts.judged_on) for claim, _ in parts]
    found = [_now(facts, reading, words) for reading, (_, words) in zip(readings, parts, strict=True)]
    outcome = worst([each.outcome for each in found])
    decisive = [each for each in found if each.outcome is outcome]
    return Suggestion(
        outcome,
        replace(decisive[0].reason, text=" ".join(dict.fromkeys(each.reason.text for each in decisive)).strip()),
        facts.as_of,
        answer=" ".join(each.answer for each in found if each.answer) if outcome is Outcome.MET else "",
        to_do=tuple(dict.fromkeys(todo for each in found for todo in each.to_do)),
        selectors=tuple(
            shown for each in sorted(found, key=lambda one: one.outcome is not outcome) for shown in each.selectors
        ),
        stale_on=changes_on(readings, outcome),
    )


def selector(claim: Claim[E], seen: Judged, on: date) -> Selector:
    """Which entries to show: those that stand in the way, or where none does, all that are meant."""

    def in_the_way(entry: E, day: date) -> bool:
        return claim.speaks_of(entry, day) and claim.holds(entry, day) is not True

    title, meant = claim.register.title, claim.speaks_of
    if not (seen.failing or seen.unsaid or seen.lapsed):
        return Selector(Rows.REGISTER, on, claim.register.slug, title, meant, meant)
    return Selector(Rows.REGISTER, on, claim.register.slug, f"{title}: to put right", in_the_way, meant)
