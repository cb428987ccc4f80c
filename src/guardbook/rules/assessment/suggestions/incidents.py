"""Suggestions that read the log of incidents: 5.1.1, 6.1.2 and 6.1.3."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions.suggestion import (
    Asked,
    Outcome,
    Rows,
    Selector,
    Suggestion,
    changes_on,
)
from guardbook.rules.facts import Facts, Happened, day_after
from guardbook.rules.verdict import Confidence, Reason

GRACE = timedelta(days=28)
"""How long an incident may be in hand before an answer waits for it. Our own choice."""


@dataclass(frozen=True, slots=True)
class _Asks:
    """What one question asks of the log: of which incidents, what must be so, and its words."""

    item: str
    about: Callable[[Happened], bool]
    holds: Callable[[Happened], bool]
    some: tuple[str, str]
    none: str
    met: str
    failing: str
    answer: str
    to_do: str


def _any(_each: Happened) -> bool:
    return True


_REVIEWED = _Asks(
    item="5.1.1",
    about=_any,
    holds=lambda each: each.reviewed,
    some=("incident or near miss", "incidents and near misses"),
    none="Nothing is in the log of incidents for these {months} months. If nothing went wrong or nearly did, say that it does not apply.",
    met="For the {found} in these {months} months you found what let it happen.",
    failing="Of {open} nobody has written down yet what let it happen.",
    answer="Yes. We had {found} in the last {months} months. For each we found what let it happen and looked at the way of working.",
    to_do="Open each incident, choose “Learn from it”, and write down what let it happen.",
)
_MANAGED = _Asks(
    item="6.1.2",
    about=lambda each: each.is_breach,
    holds=lambda each: each.managed,
    some=("breach", "breaches"),
    none="No breach is in the log for these {months} months. If there was none, say that it does not apply.",
    met="For the {found} in these {months} months somebody in charge was told, and agreed the actions.",
    failing="Of {open} it is not on record which manager was told and agreed the actions.",
    answer="Yes. We had {found} in the last {months} months. Managers were told of each, and agreed what is done.",
    to_do="Open each breach, choose “Learn from it”, and write down which manager was told, when, and who agreed the actions.",
)
_TOLD = _Asks(
    item="6.1.3",
    about=lambda each: each.is_breach and each.high_risk,
    holds=lambda each: each.told,
    some=("breach with a high risk to people", "breaches with a high risk to people"),
    none="No breach with a high risk to people is in the log for these {months} months. If there was none, say that it does not apply.",
    met="Of the {found} in these {months} months the people were told, or the law excuses it.",
    failing="Of {open} it is not on record that the people were told.",
    answer="Yes. We had {found} in the last {months} months, and told the people affected, or recorded why the law does not ask for it.",
    to_do="Tell the people affected, and note when. The letters are ready in the incident.",
)


def process_reviewed(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether what let each incident happen was looked at. Source: item 5.1.1."""
    return _suggestion(facts, asked, _REVIEWED)


def management_told(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether managers were told of each breach and agreed the actions. Source: item 6.1.2."""
    return _suggestion(facts, asked, _MANAGED)


def people_told(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether people were told of each breach with a high risk. Source: item 6.1.3, rule B-03."""
    return _suggestion(facts, asked, _TOLD)


def _suggestion(facts: Facts, asked: Asked, asks: _Asks) -> Suggestion:
    on = facts.judged_on

    def outcome(day: date) -> Outcome:
        found = _within(facts, asked, asks, day)
        if not found:
            return Outcome.CANNOT_TELL
        return Outcome.MET if all(asks.holds(each) for each in found) else Outcome.NOT_MET

    found, result = _within(facts, asked, asks, on), outcome(on)
    words = {"months": asked.months, "found": _count(found, asks), "open": _count(_open(found, asks), asks)}
    said = {Outcome.MET: asks.met, Outcome.NOT_MET: asks.failing}.get(result, asks.none)
    if any(asks.about(each) and _in_hand(each, on) for each in facts.incidents.happened):
        said += " What happened in the last four weeks is still being looked into."
    days = [
        day_after(end)
        for each in facts.incidents.happened
        for end in (each.found_on + GRACE, dates.add_months(each.found_on, asked.months))
    ]
    return Suggestion(
        result,
        Reason(said.format(**words), asks.item, Confidence.INFERRED),
        facts.as_of,
        answer=asks.answer.format(**words) if result is Outcome.MET else "",
        to_do=(asks.to_do,) if result is Outcome.NOT_MET else (),
        selectors=(Selector(Rows.INCIDENTS, on),),
        stale_on=changes_on(on, outcome, days),
    )


def _within(facts: Facts, asked: Asked, asks: _Asks, on: date) -> list[Happened]:
    """The incidents of the months before a day that this question is about; the first day counts."""
    return [
        each
        for each in facts.incidents.happened
        if asks.about(each)
        and each.found_on <= on <= dates.add_months(each.found_on, asked.months)
        and not _in_hand(each, on)
    ]


def _in_hand(each: Happened, on: date) -> bool:
    """Whether somebody is still at work on it and it is recent: then nothing is held against the answer."""
    return each.is_open and on <= each.found_on + GRACE


def _open(found: list[Happened], asks: _Asks) -> list[Happened]:
    return [each for each in found if not asks.holds(each)]


def _count(found: list[Happened], asks: _Asks) -> str:
    number = sum(each.number for each in found)
    return f"{number} {asks.some[number != 1]}"
