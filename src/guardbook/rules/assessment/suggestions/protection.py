"""Suggestions that read the devices: protection from viruses, and updates (items 6.2.1 and 8.3.5)."""

from datetime import date

from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.devices import number, said
from guardbook.rules.assessment.suggestions.registers import Claim, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts
from guardbook.rules.registers.devices import device
from guardbook.rules.registers.devices.device import Device, Kind
from guardbook.rules.registers.devices.register import REGISTER
from guardbook.rules.registers.questions import Ticked
from guardbook.rules.verdict import Confidence


def _is_protected(entry: Device, _on: date) -> bool | None:
    """On a tablet, "does not apply" is an answer: its apps come from one store only."""
    if entry.kind is Kind.TABLET and entry.protected is Ticked.NOT_APPLICABLE:
        return True
    return said(entry.protected)


_COMPUTERS = Claim(REGISTER, about=lambda each: each.kind in device.COMPUTERS, holds=_is_protected, least=0)


def virus_protection(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each computer and tablet has protection that updates itself. Source: item 6.2.1."""
    del asked
    return registers.suggestion(
        facts,
        _COMPUTERS,
        Words(
            met=lambda seen, _kept: (
                f"Computers and tablets on your list: {seen.total}. Each has protection that updates itself."
                if seen.total
                else "Your list of devices is whole, and there is no computer or tablet on it."
            ),
            answer=lambda seen, _kept: (
                f"Yes. Computers and tablets on our list: {seen.total}. Each has protection from viruses that updates "
                "itself."
                if seen.total
                else "Does not apply. We have no computers or tablets."
            ),
            failing=lambda seen: (
                f"Computers and tablets without protection from viruses: {seen.failing} of {seen.total}."
            ),
            unsaid=lambda seen: (
                f"Computers and tablets for which nobody says whether they are protected: {seen.unsaid} of {seen.total}."
            ),
            todo="Say for each computer and tablet whether it is protected, and have that put right where it is not.",
            rule="DSPT 6.2.1",
        ),
    )


def _is_updated(entry: Device, on: date) -> bool | None:
    if entry.updates_itself:
        return True
    return None if entry.updates_good_until is None else on <= entry.updates_good_until


def _by_themselves(facts: Facts) -> int:
    on, kept = facts.judged_on, facts.registers.of(REGISTER)
    return sum(each.number for each in kept.rows if _UPDATED.speaks_of(each.entry, on) and each.entry.updates_itself)


def _by_hand(facts: Facts, total: int) -> str:
    rest = total - _by_themselves(facts)
    return f"The rest were updated by hand within the last {device.UPDATED_WITHIN} days. " if rest else ""


_UPDATED = Claim(
    REGISTER,
    about=lambda each: each.kind in device.RUNS_A_SYSTEM,
    holds=_is_updated,
    lapses=lambda each, _on: each.updates_good_until is not None,
    least=0,
)


def prompt_updates(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether updates go on every device without delay: by themselves, or by hand within 30 days.

    Source: item 8.3.5 and rule E-03. Thirty days is our own working limit.
    """
    del asked
    return registers.suggestion(
        facts,
        _UPDATED,
        Words(
            met=lambda seen, _kept: (
                f"Devices: {seen.total}. Updates go on by themselves on {_by_themselves(facts)}; "
                f"any others were updated by hand within {device.UPDATED_WITHIN} days."
                if seen.total
                else "Your list of devices is whole, and nothing on it needs updates."
            ),
            answer=lambda seen, _kept: (
                f"Updates go on by themselves on {_by_themselves(facts)} of our {number(seen.total, 'device')}. "
                f"{_by_hand(facts, seen.total)}Our list shows each one."
                if seen.total
                else "Does not apply. We use no computers, tablets or phones."
            ),
            failing=lambda seen: (
                f"Devices without an update for more than {device.UPDATED_WITHIN} days: "
                f"{seen.failing + seen.lapsed} of {seen.total}."
            ),
            unsaid=lambda seen: f"Devices for which nobody says how they are updated: {seen.unsaid} of {seen.total}.",
            todo="Let updates go on by themselves wherever that can be, and put down the day for the rest.",
            rule="E-03",
            confidence=Confidence.DEFAULT,
        ),
    )
