"""Suggestions that read devices, software and networks as lists: items 7.1.1, 7.1.5, 7.1.6 and 9.1.1."""

from dataclasses import replace
from datetime import date

from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.devices import number
from guardbook.rules.assessment.suggestions.registers import Claim, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts
from guardbook.rules.registers import lasting, networks, software
from guardbook.rules.registers.devices import device
from guardbook.rules.registers.devices import register as devices
from guardbook.rules.registers.devices.device import Device
from guardbook.rules.registers.lasting import Importance
from guardbook.rules.registers.networks import Network
from guardbook.rules.registers.software import Software
from guardbook.rules.verdict import Confidence

_LISTED = Claim(devices.REGISTER, holds=lambda each, _on: each.owner is not None and each.is_placed)
_PROGRAMS = Claim(software.REGISTER, holds=lambda each, _on: each.owner is not None)


def device_list(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the lists of devices and software are whole, looked through, and say who looks after each thing.

    Source: item 7.1.1, with its window of 12 months.
    """
    return registers.together(
        facts,
        (
            replace(_LISTED, whole_for=asked.months),
            Words(
                met=lambda seen, _kept: f"Devices on your list: {seen.total}. Each has a place and a person.",
                answer=lambda seen, _kept: (
                    f"Our list of devices has {number(seen.total, 'line')}. Each says what it is, where it is or who "
                    "has it, and who looks after it."
                ),
                failing=lambda seen: f"Devices without a place or a person: {seen.failing} of {seen.total}.",
                todo="Say for each device where it is or who uses it, and who looks after it.",
                rule="DSPT 7.1.1",
                confidence=Confidence.READ,
            ),
        ),
        (
            replace(_PROGRAMS, whole_for=asked.months),
            Words(
                met=lambda seen, _kept: f"Programs: {seen.total}. Somebody looks after each.",
                answer=lambda seen, _kept: f"Our list of software has {number(seen.total, 'line')}.",
                failing=lambda seen: f"Programs that nobody looks after: {seen.failing} of {seen.total}.",
                todo="Say for each program who looks after it.",
                rule="DSPT 7.1.1",
                confidence=Confidence.READ,
            ),
        ),
    )


def _is_ranked(entry: Device | Software, _on: date) -> bool | None:
    if entry.importance is None:
        return None
    return entry.importance is not Importance.VITAL or bool(entry.needs)


def device_importance(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each device and program is ranked, and the vital ones say what they need. Source: item 7.1.5."""
    del asked

    def words(things: str, answer: str) -> Words:
        return Words(
            met=lambda seen, _kept: f"Ranked {things}: {seen.total}. The vital ones say what they need.",
            answer=lambda _seen, _kept: answer,
            failing=lambda seen: (
                f"Vital {things} that do not say what they need to work: {seen.failing} of {seen.total}."
            ),
            unsaid=lambda seen: f"Among the {things}, nobody says how much {seen.unsaid} of {seen.total} matter.",
            todo=f"Say for the {things} how soon care would suffer, and what the vital ones need.",
            rule="DSPT 7.1.5",
        )

    return registers.together(
        facts,
        (
            Claim(devices.REGISTER, holds=_is_ranked),
            words(
                "devices",
                "Yes. Our lists of devices and software say how soon care would suffer without each, and what the vital "
                "ones need to work.",
            ),
        ),
        (Claim(software.REGISTER, holds=_is_ranked), words("programs", "")),
    )


def _is_cared_for(entry: Device, on: date) -> bool | None:
    if devices.REGISTER.is_over(entry, on):
        return entry.is_proved_gone
    if entry.owner is None:
        return False
    return None if entry.kind in device.RUNS_A_SYSTEM and lasting.is_supported(entry, on) is None else True


def device_life(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each device is looked after from the first day to the last.

    Source: item 7.1.6: somebody looks after it, what gets too old is noticed, and what is gone was wiped.
    """
    del asked
    return registers.suggestion(
        facts,
        Claim(devices.REGISTER, holds=_is_cared_for, with_history=True),
        Words(
            met=lambda seen, _kept: (
                f"Devices: {seen.total}. Somebody looks after each, or there is proof that it was wiped."
            ),
            answer=lambda _seen, _kept: (
                "Yes. Somebody looks after each device on our list. It shows until when each gets security fixes, and "
                "for what is gone, what proves that it was wiped or destroyed."
            ),
            failing=lambda seen: (
                f"Devices that nobody looks after, or that went without proof of wiping: {seen.failing} of {seen.total}."
            ),
            unsaid=lambda seen: (
                f"Devices for which it cannot be told until when they get fixes: {seen.unsaid} of {seen.total}."
            ),
            todo="Say who looks after each device, until when it gets fixes, and what proves that old ones were wiped.",
            rule="DSPT 7.1.6",
        ),
    )


def router_passwords(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the passwords that came with network equipment were changed. Source: item 9.1.1 and rule E-12."""
    del asked
    return registers.suggestion(
        facts,
        Claim(networks.REGISTER, holds=_is_changed, least=0),
        Words(
            met=lambda seen, _kept: (
                f"Boxes on your list of networks: {seen.total}. The password that came with each was changed."
                if seen.total
                else "Somebody said that you have no network equipment."
            ),
            answer=lambda seen, _kept: (
                f"Yes. Routers and other boxes on our list: {seen.total}. "
                "It shows the day on which the password that came with each was changed."
                if seen.total
                else "Does not apply. We have no network and no internet."
            ),
            failing=lambda seen: f"Boxes that still have the password they came with: {seen.failing} of {seen.total}.",
            unsaid=lambda seen: (
                f"Boxes for which nobody says when the password was changed: {seen.unsaid} of {seen.total}."
            ),
            todo="Change the password that came with each router and box, and put down the day.",
            rule="E-12",
        ),
    )


def _is_changed(entry: Network, on: date) -> bool | None:
    return networks.is_changed(entry, on)
