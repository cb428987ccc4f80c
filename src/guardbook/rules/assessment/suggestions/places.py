"""Suggestions that read paper records and buildings (items 1.3.12, 1.3.13 and 1.4.3)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from guardbook.rules.assessment.suggestions import policies, registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import paper, premises
from guardbook.rules.registers.paper import Destroyed, Locked, PaperRecord, SignedOut
from guardbook.rules.registers.premises import Building
from guardbook.rules.registers.questions import Choice

_TOLD = 6
"""How many entries a draft tells of one by one."""


def paper_off_site(facts: Facts, asked: Asked) -> Suggestion:
    """Say how paper is kept safe when it leaves the building, or that none does. Source: item 1.3.12."""
    del asked
    return registers.suggestion(
        facts,
        Claim(paper.REGISTER, about=lambda each: each.leaves is not False, holds=_is_safe_outside, least=0),
        Words(
            met=lambda seen, _kept: (
                f"Where paper leaves the building ({_kinds(seen.total)}), it is kept safe and noted."
                if seen.total
                else "No paper with personal information leaves your buildings."
            ),
            answer=_off_site,
            failing=lambda seen: f"Nobody notes it when paper leaves the building: {_kinds(seen.failing)}.",
            unsaid=lambda seen: f"Say whether it leaves, and what keeps it safe, for {_kinds(seen.unsaid)}.",
            todo="For paper that leaves, say what keeps it safe and how you note that it is out.",
            rule="1.3.12",
        ),
    )


def building_security(facts: Facts, asked: Asked) -> Suggestion:
    """Say what keeps strangers from personal information at each building, and that paper is locked away.

    Source: item 1.3.13. Paper that is never locked counts against it.
    """
    del asked
    kept: Kept[PaperRecord] = facts.registers.of(paper.REGISTER)
    return registers.together(facts, _BUILDINGS, *((_LOCKED_AWAY,) if kept.rows else ()))


def own_disposal(facts: Facts, asked: Asked) -> Suggestion:
    """Say how records are destroyed safely, by written steps. Source: item 1.4.3.

    How equipment is wiped is for people to add: the draft leaves a place for it.
    """
    del asked
    return registers.together(facts, _DESTROYED, policies.disposal_steps(_steps_and_equipment))


def _is_safe_outside(entry: PaperRecord, _on: date) -> bool | None:
    if entry.leaves is None or entry.signed_out is None or not entry.carried:
        return None
    return entry.signed_out is not SignedOut.NOT_NOTED


def _is_described(entry: Building, _on: date) -> bool | None:
    return True if entry.at_the_door and entry.inside else None


def _is_locked(entry: PaperRecord, _on: date) -> bool | None:
    return None if entry.locked is None else entry.locked is not Locked.NO


def _ends_safely(entry: PaperRecord, _on: date) -> bool | None:
    if entry.destroyed is None:
        return None
    if entry.destroyed in paper.READABLE:
        return False
    return entry.is_noted if entry.destroyed in paper.OURSELVES else True


def _off_site(seen: Judged, kept: Kept[PaperRecord]) -> str:
    if not seen.total:
        return "Not applicable. No paper with personal information leaves our buildings."
    return " ".join(
        f"{each.name}: {_clauses(each.carried)}; noted {_clauses(_one(each.signed_out))}."
        for each in _entries(kept)
        if each.leaves is not False
    )


def _described(_seen: Judged, kept: Kept[Building]) -> str:
    return " ".join(
        f"{each.name}: {_clauses(each.at_the_door)}. Inside: {_clauses(each.inside)}." for each in _entries(kept)
    )


def _ended(_seen: Judged, kept: Kept[PaperRecord]) -> str:
    ways = {each.entry.destroyed for each in kept.rows}
    if not ways & paper.OURSELVES:
        return "We do not destroy paper ourselves."
    told = [f"{each.name}: {_clauses(_one(each.destroyed))}" for each in _entries(kept)]
    return f"{'. '.join(told)}. We note what we destroy, and when."


def _steps_and_equipment(_seen: Judged, kept: Kept[Any]) -> str:
    steps = policies.disposal_names(kept)
    return f"We follow our written steps: {steps}. Equipment: [how computers and phones are wiped]."


def _undescribed(seen: Judged) -> str:
    return f"Say what keeps strangers out and what is locked inside, for {_buildings(seen.unsaid)}."


_BUILDINGS = (
    Claim(premises.REGISTER, holds=_is_described),
    Words(
        met=lambda seen, _kept: f"What keeps strangers from information is written down for {_buildings(seen.total)}.",
        answer=_described,
        failing=_undescribed,
        unsaid=_undescribed,
        todo="Describe each building: the door, and what is locked inside.",
        rule="1.3.13",
    ),
)
_LOCKED_AWAY = (
    Claim(paper.REGISTER, holds=_is_locked, needs_whole=False),
    Words(
        met=lambda _seen, _kept: "All paper is locked away.",
        answer=lambda _seen, _kept: "Paper records are locked away.",
        failing=lambda seen: f"Not locked away: {_kinds(seen.failing)}.",
        unsaid=lambda seen: f"Say whether it is locked away, for {_kinds(seen.unsaid)}.",
        todo="Lock away every kind of paper when nobody is there.",
        rule="1.3.13",
    ),
)
_DESTROYED = (
    Claim(paper.REGISTER, holds=_ends_safely, least=0, needs_whole=False),
    Words(
        met=lambda _seen, _kept: "Paper is destroyed so that nobody can read it again.",
        answer=_ended,
        failing=lambda seen: f"Not destroyed safely, or not noted: {_kinds(seen.failing)}.",
        unsaid=lambda seen: f"Say how it is destroyed and whether that is noted, for {_kinds(seen.unsaid)}.",
        todo="Say for every kind of paper how it is destroyed, and note each time.",
        rule="1.4.3",
    ),
)


def _entries(kept: Kept[Any]) -> Iterator[Any]:
    found = sorted((each.entry for each in kept.rows), key=lambda entry: entry.name.casefold())
    return iter(found[:_TOLD])


def _one(choice: SignedOut | Destroyed | None) -> tuple[Choice, ...]:
    return (choice,) if choice else ()


def _clauses(chosen: Sequence[Choice]) -> str:
    return "; ".join(each.label[0].lower() + each.label[1:] for each in chosen)


def _kinds(number: int) -> str:
    return "one kind of paper" if number == 1 else f"{number} kinds of paper"


def _buildings(number: int) -> str:
    return "one building" if number == 1 else f"{number} buildings"
