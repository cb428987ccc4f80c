"""Suggestions that read the registers of information: what is held (1.1.2), consent (1.1.6), keeping times (1.4.1)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import assets, lawful_basis, processing, retention
from guardbook.rules.registers.processing import Paper, Processing
from guardbook.rules.registers.retention import FAMILIES, Family, ScheduleLine


def _on_consent(entry: Processing) -> bool:
    return lawful_basis.rests_on_consent(entry.bases, entry.conditions)


def _is_timed(entry: ScheduleLine, _on: date) -> bool | None:
    return retention.has_time(entry) if retention.is_set(entry) else None


_PLACES = Claim(assets.REGISTER, holds=lambda each, _on: bool(each.kind and each.data))
_USES = Claim(processing.REGISTER, holds=lambda each, _on: bool(each.people and each.data))
_CONSENT = Claim(processing.REGISTER, about=_on_consent, holds=lambda each, _on: Paper.CONSENT in each.papers, least=0)
_TIMES = Claim(retention.REGISTER, holds=_is_timed)
_TIMED_PLACES = Claim(assets.REGISTER, holds=lambda each, _on: bool(each.retention))


def information_listed(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether there is a list of what is held and of what is done with it, looked through and agreed in time.

    Source: item 1.1.2 and rules D-01 and D-02.
    """
    places = Words(
        met=lambda seen, kept: f"Your list of where information is kept has {_places(seen.total)}, agreed {_on(kept)}.",
        answer=lambda seen, kept: (
            f"We keep both lists in Guardbook. Our list of where information about people is kept has "
            f"{_places(seen.total)}. We went through it and agreed it {_on(kept)}."
        ),
        failing=lambda seen: f"Your list leaves out what is held in {_places(seen.failing)}.",
        todo="List every place where information about people is kept, then confirm that the list is whole.",
        rule="D-02",
    )
    uses = Words(
        met=lambda seen, kept: f"Your record of what you do with it has {_uses(seen.total)}, agreed {_on(kept)}.",
        answer=lambda seen, kept: (
            f"Our record of what we do with it, and whom we pass it on to, has {_uses(seen.total)}. "
            f"We went through it and agreed it {_on(kept)}."
        ),
        failing=lambda seen: f"Your record leaves out whom or what it is about for {_uses(seen.failing)}.",
        todo="List what you do with information about people, then confirm that the list is whole.",
        rule="D-01",
    )
    return registers.together(
        facts,
        (replace(_PLACES, whole_for=asked.months), places),
        (replace(_USES, whole_for=asked.months), uses),
    )


def consent_reviewed(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether somebody looked again at what rests on consent, and each yes or no is noted.

    Source: item 1.1.6 and rule D-03. Nothing that rests on consent is a good answer, once somebody says so.
    """
    del asked
    return registers.suggestion(
        facts,
        _CONSENT,
        Words(
            met=lambda seen, _kept: (
                f"Each yes or no is noted for {_uses(seen.total)} on consent."
                if seen.total
                else "Nothing that you do with information rests on consent."
            ),
            answer=lambda seen, kept: (
                f"Yes. We rely on consent only for: {_works(kept)}. We note each yes or no with its date, and people "
                f"can change their mind. We last looked at this {_on(kept)}."
                if seen.total
                else f"Yes. We looked {_on(kept)}: nothing that we do with information about people rests on consent."
            ),
            failing=lambda seen: (
                f"There is no note of each yes or no for {seen.failing} of {_uses(seen.total)} on consent."
            ),
            todo="Note each yes or no with its date, tick that in the list of what you do with information, and "
            "confirm the list.",
            rule="D-03",
        ),
    )


def keeping_times(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether a keeping time is set for every kind of record, and every place has one.

    Source: item 1.4.1 and rule D-11.
    """
    del asked
    times = Words(
        met=lambda seen, kept: f"Your list has keeping times for {_kinds(seen.total)}, agreed {_on(kept)}.",
        answer=lambda seen, kept: (
            f"Yes. Our list says how long we keep {_kinds(seen.total)}, with care, staff and money records among "
            f"them. We last went through it {_on(kept)}."
        ),
        failing=lambda seen: f"Kept for ever, or too short without a reason: {seen.failing} of {_kinds(seen.total)}.",
        unsaid=lambda seen: f"There is no keeping time yet for {seen.unsaid} of {_kinds(seen.total)}.",
        todo="Set a keeping time for every kind of record, then confirm that the list is whole.",
        rule="D-11",
    )
    places = Words(
        met=lambda _seen, _kept: "Every place where information is kept has one of them.",
        answer=lambda _seen, _kept: "Every place where we keep information has one of these times.",
        failing=lambda seen: (
            f"There is no keeping time for {seen.failing} of {_places(seen.total)} where information is kept."
        ),
        todo="Choose a keeping time for every place where information is kept, then confirm that list.",
        rule="D-11",
    )
    return registers.together(facts, (_TIMES, times), *_families(times), (_TIMED_PLACES, places))


def _families(times: Words) -> Iterator[tuple[Claim[Any], Words]]:
    """Care, staff and money records must each be there."""
    for family in Family:
        yield (
            Claim(
                retention.REGISTER,
                about=_of_family(family),
                needs_whole=False,
                too_few=f"Your list has no line for this yet: {family.label.lower()}.",
            ),
            replace(
                times,
                met=lambda _seen, _kept: "It covers care, staff and money records.",
                answer=lambda _seen, _kept: "",
                todo=f"Add a keeping time for {family.label.lower()}.",
            ),
        )


def _of_family(family: Family) -> Callable[[ScheduleLine], bool]:
    return lambda entry: entry.kind in FAMILIES[family]


def _on(kept: Kept[Any]) -> str:
    return f"on {dates.in_words(kept.whole_on)}" if kept.whole_on else ""


def _works(kept: Kept[Processing]) -> str:
    found = {each.entry.work.label for each in kept.rows if _on_consent(each.entry) and each.entry.work}
    return ", ".join(sorted(found)).lower() or "a few things"


def _places(number: int) -> str:
    return "1 place" if number == 1 else f"{number} places"


def _uses(number: int) -> str:
    return "1 use of information" if number == 1 else f"{number} uses of information"


def _kinds(number: int) -> str:
    return "1 kind of record" if number == 1 else f"{number} kinds of record"
