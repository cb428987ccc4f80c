"""Suggestions that read the backups: what is copied (item 7.3.1), and whether it comes back (item 7.3.4)."""

from datetime import date
from typing import Any

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import backups
from guardbook.rules.registers.backups import Backup, Result
from guardbook.rules.verdict import Confidence

_BROKEN = frozenset({Result.FAILED, Result.PARTLY})


def _is_copied(entry: Backup, _on: date) -> bool | None:
    """Whether it is copied at all, by a known way, at a known pace, with somebody who checks."""
    if entry.result in _BROKEN:
        return False
    if not entry.places or entry.often is None:
        return None
    if not backups.is_copied(entry):
        return False
    return True if entry.owner is not None else None


def _comes_back(entry: Backup, on: date) -> bool | None:
    """Whether the last test worked, and is less than a year old."""
    if entry.result in _BROKEN:
        return False
    until = backups.proven_until(entry)
    return None if until is None else until >= on


_COPIED = Claim(backups.REGISTER, holds=_is_copied)
_RESTORED = Claim(
    backups.REGISTER, holds=_comes_back, lapses=lambda entry, _on: backups.proven_until(entry) is not None
)


def backups_made(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether all that matters is copied, how often, to where, and who checks it.

    Source: item 7.3.1 and rule E-05. Fewer than three copies is told in the register, and not failed here.
    """
    del asked
    return registers.suggestion(
        facts,
        _COPIED,
        Words(
            met=lambda seen, _kept: f"{_things(seen.total)} copied, and somebody checks each one.",
            answer=lambda _seen, kept: _answer(kept),
            failing=lambda seen: (
                f"{seen.failing} of {_listed(seen.total)} have no copy that would help: "
                "there is only a synced folder or the system itself, or the last test did not work."
            ),
            unsaid=lambda seen: (
                f"For {seen.unsaid} of {_listed(seen.total)} it is not said where the copy is, how often it is made, "
                "or who checks it."
            ),
            todo="Say of each backup where the copies are, how often they are made and who checks them.",
            rule="E-05",
            confidence=Confidence.UNCERTAIN,
        ),
    )


def backups_tested(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each backup was brought back in the last year and worked.

    Source: item 7.3.4 and rule E-05 (a test counts when it worked and somebody is named).
    """
    del asked
    return registers.suggestion(
        facts,
        _RESTORED,
        Words(
            met=lambda seen, _kept: f"{_things(seen.total)} brought back in the last year, and it worked.",
            answer=lambda _seen, kept: _tests(kept),
            failing=_why_not_tested,
            unsaid=lambda seen: f"{seen.unsaid} of {_listed(seen.total)} were never brought back to see if they work.",
            todo="Bring one file back from each backup. Note the day, how it went and who did it.",
            rule="E-05",
        ),
    )


def _why_not_tested(seen: Judged) -> str:
    if seen.failing:
        return f"The last test did not bring everything back for {seen.failing} of {_listed(seen.total)}."
    return f"The last test was more than a year ago for {seen.lapsed} of {_listed(seen.total)}."


def _things(number: int) -> str:
    return "1 thing is" if number == 1 else f"{number} things are"


def _listed(number: int) -> str:
    return "1 backup" if number == 1 else f"{number} backups"


def _in_order(kept: Kept[Any]) -> list[Backup]:
    return sorted((each.entry for each in kept.rows), key=lambda entry: (entry.is_critical is not True, entry.name))


def _answer(kept: Kept[Any]) -> str:
    sentences = []
    for entry in _in_order(kept):
        where = ", ".join(_lower(place.label) for place in entry.places if place in backups.COPIES)
        often = _lower(entry.often.label) if entry.often else ""
        who = f" {entry.opened_by} can open the copies." if entry.opened_by else ""
        sentences.append(f"{entry.name}: copied {often} ({where}).{who}")
    return " ".join(sentences)


def _tests(kept: Kept[Any]) -> str:
    parts = [
        f"{entry.name} on {dates.in_words(entry.tested_on)} by {entry.tested_by}"
        for entry in _in_order(kept)
        if entry.tested_on
    ]
    return f"Yes. We brought data back, and it worked: {'; '.join(parts)}."


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
