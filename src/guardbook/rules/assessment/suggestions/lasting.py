"""Suggestions that read how long devices and software are supported: items 8.1.4 and 8.2.1."""

from datetime import date

from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.devices import number
from guardbook.rules.assessment.suggestions.registers import Claim, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts
from guardbook.rules.registers import lasting, software
from guardbook.rules.registers.devices import device
from guardbook.rules.registers.devices import register as devices
from guardbook.rules.registers.devices.device import Device
from guardbook.rules.registers.software import Software


def _device_is_safe(entry: Device, on: date) -> bool | None:
    return _or_agreed(lasting.is_supported(entry, on), lasting.is_accepted(entry, on))


def _program_is_safe(entry: Software, on: date) -> bool | None:
    return _or_agreed(software.is_supported(entry, on), lasting.is_accepted(entry, on))


def _or_agreed(supported: bool | None, accepted: bool) -> bool | None:
    """An agreement covers what is known to be without support, and what nobody can tell about."""
    return True if accepted else supported


def _ran_out(entry: Device | Software, on: date) -> bool:
    return entry.accepted_until is not None and entry.accepted_until < on


_SYSTEMS = Claim(
    devices.REGISTER,
    about=lambda each: each.kind in device.RUNS_A_SYSTEM,
    holds=_device_is_safe,
    lapses=_ran_out,
    least=0,
)
_SOFTWARE = Claim(software.REGISTER, holds=_program_is_safe, lapses=_ran_out, least=0)


def _kept_anyway(facts: Facts) -> int:
    """How many devices and programs are without support, and are kept because somebody agreed to it."""
    on = facts.judged_on
    held = sum(
        each.number
        for each in facts.registers.of(devices.REGISTER).rows
        if _SYSTEMS.speaks_of(each.entry, on) and lasting.is_supported(each.entry, on) is not True
    )
    return held + sum(
        each.number
        for each in facts.registers.of(software.REGISTER).rows
        if software.is_supported(each.entry, on) is not True
    )


def _of_support(things: str, answer: str, rule: str) -> Words:
    return Words(
        met=lambda seen, _kept: f"Checked {things}: {seen.total}. Each gets fixes or is kept by agreement.",
        answer=lambda _seen, _kept: answer,
        failing=lambda seen: (
            f"Among the {things}, {seen.failing + seen.lapsed} of {seen.total} get no more fixes, "
            "and nobody agreed to keep them, or the agreement ran out."
        ),
        unsaid=lambda seen: (
            f"Among the {things}, it cannot be told whether {seen.unsaid} of {seen.total} still get fixes."
        ),
        todo=f"Write down the version of each of the {things}. Replace what gets no more fixes, or have its risk agreed.",
        rule=rule,
    )


def supported_systems(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether everything still gets fixes, or is kept by an agreement less than a year old.

    Source: item 8.1.4 and rule E-04.
    """
    del asked
    kept = _kept_anyway(facts)
    answer = "Yes. Our lists show whether each device and program still gets security fixes. "
    answer += (
        f"{number(kept, 'of them gets', 'of them get')} no fixes, or nobody can tell. For each, a manager agreed in writing "
        "why it stays and what keeps it safe."
        if kept
        else "All of them do."
    )
    return registers.together(
        facts,
        (_SYSTEMS, _of_support("devices", answer, "E-04")),
        (_SOFTWARE, _of_support("programs", "", "E-04")),
    )


def unsupported_plan(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each thing without support has its risk written down and agreed. Source: item 8.2.1."""
    del asked
    kept = _kept_anyway(facts)
    answer = (
        f"Our lists of devices and software hold the risk, the reason and what keeps it safe for "
        f"{number(kept, 'thing')} without fixes, with who agreed and when."
        if kept
        else "Does not apply. Everything on our lists of devices and software still gets security fixes."
    )
    return registers.together(
        facts,
        (_SYSTEMS, _of_support("devices", answer, "DSPT 8.2.1")),
        (_SOFTWARE, _of_support("programs", "", "DSPT 8.2.1")),
    )
