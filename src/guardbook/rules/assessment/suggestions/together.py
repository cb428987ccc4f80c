"""A suggestion that rests on several claims about registers, all of which must hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Outcome, Selector, Suggestion, changes_on
from guardbook.rules.facts import Facts
from guardbook.rules.verdict import Reason


@dataclass(frozen=True, slots=True)
class Part:
    """One of the claims, with its words. Its ``words.answer`` is a sentence of the draft, "" for none.

    ``subject`` names it where several parts share a sentence.
    """

    claim: Claim[Any]
    words: Words
    subject: str = ""


Seen = tuple[Part, Judged]
"""A part, and how its claim fares."""
Shared = Callable[[Sequence[Seen]], str]
"""Says why several parts do not hold."""


def suggestion(facts: Facts, parts: Sequence[Part], shared: Shared | None = None) -> Suggestion:
    """The suggestion for an answer that rests on all these claims, judged on the day of publication.

    The worst outcome decides and its sentences are the reason; every part that does not hold says
    what puts it right. The draft joins the sentences of the parts. ``shared`` says in one go why
    several parts do not hold.
    """
    on = facts.judged_on
    seen = [(part, registers.judge(facts, part.claim, on)) for part in parts]
    outcome = registers.worst([judged.outcome for _, judged in seen])
    still_open = [each for each in seen if each[1].outcome is not Outcome.MET]
    return Suggestion(
        outcome,
        _reason(
            facts, [each for each in seen if each[1].outcome is outcome], None if outcome is Outcome.MET else shared
        ),
        facts.as_of,
        answer="" if still_open else _joined(part.words.answer(judged, _kept(facts, part)) for part, judged in seen),
        to_do=tuple(dict.fromkeys(part.words.todo for part, _ in still_open)),
        selectors=tuple(_selectors(still_open or seen, on)),
        stale_on=changes_on(
            on,
            lambda day: registers.worst([registers.judge(facts, part.claim, day).outcome for part in parts]),
            (day for part in parts for day in registers.days(facts, part.claim)),
        ),
    )


def _reason(facts: Facts, deciding: Sequence[Seen], shared: Shared | None) -> Reason:
    words = deciding[0][0].words
    one_by_one = (registers.sentence(part.claim, part.words, seen, _kept(facts, part)) for part, seen in deciding)
    return Reason(shared(deciding) if shared else _joined(one_by_one), words.rule, words.confidence, words.source)


def _kept(facts: Facts, part: Part) -> Any:
    return facts.registers.of(part.claim.register)


def _joined(sentences: Iterator[str]) -> str:
    """Sentences one after the other, none twice."""
    return " ".join(dict.fromkeys(each for each in sentences if each))


def _selectors(seen: Sequence[Seen], on: date) -> Iterator[Selector]:
    """One list of rows for each register, whichever claims are about it."""
    found: dict[str, list[Selector]] = {}
    for part, judged in seen:
        found.setdefault(part.claim.register.slug, []).append(registers.selector(part.claim, judged, on))
    for same in found.values():
        yield replace(same[0], picks=_any([each.picks for each in same]), rests=_any([each.rests for each in same]))


def _any(picks: Sequence[Callable[[Any, date], bool]]) -> Callable[[Any, date], bool]:
    return lambda entry, day: any(each(entry, day) for each in picks)
