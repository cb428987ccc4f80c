"""What is missing or unsafe about one device, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from guardbook.rules.registers import lasting
from guardbook.rules.registers.devices.device import (
    CARRIED,
    COMPUTERS,
    PORTABLE,
    RUNS_A_SYSTEM,
    UPDATED_WITHIN,
    Device,
    Ownership,
)
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.questions import Ticked
from guardbook.rules.registers.register import Gap, Severity


def gaps(entry: Device, on: date) -> Iterator[Gap]:
    """What is missing or unsafe about one device. Source: rules E-03, E-04 and E-09, and the items named."""
    if entry.kind in RUNS_A_SYSTEM:
        yield from lasting.gaps(entry, on, "system")
        yield from _protection(entry)
        yield from _updates(entry, on)
    yield from _encryption(entry)
    yield from _people(entry)


def _encryption(entry: Device) -> Iterator[Gap]:
    if entry.holds_personal is False or (entry.kind not in PORTABLE and entry.encrypted is not Ticked.NO):
        return
    if entry.encrypted is Ticked.NO:
        weight = Severity.HIGH if entry.holds_personal else Severity.MEDIUM
        text = "It holds information about people and is not scrambled (encrypted). Have that turned on."
        yield Gap(text if entry.holds_personal else "It is not scrambled (encrypted).", weight, "encrypted", "E-09")
    elif entry.encrypted is None:
        yield Gap("Say whether it is scrambled (encrypted).", Severity.MEDIUM, "encrypted", "E-09")


def _protection(entry: Device) -> Iterator[Gap]:
    if entry.protected is Ticked.NO:
        yield Gap("It is not kept safe from viruses. Have protection put on.", Severity.HIGH, "protected", "DSPT 6.2.1")
    elif entry.protected is None and entry.kind in COMPUTERS:
        yield Gap("Say whether it is kept safe from viruses.", Severity.LOW, "protected", "DSPT 6.2.1")
    if entry.locked is Ticked.NO:
        yield Gap("Anybody can open it. Set a PIN or a password.", Severity.HIGH, "locked", "DSPT 1.3.14")
    elif entry.locked is None and entry.kind in PORTABLE:
        yield Gap("Say whether it locks.", Severity.LOW, "locked", "DSPT 1.3.14")
    if entry.wipes is Ticked.NO and entry.kind in CARRIED and entry.goes_out:
        text = "It leaves the building and cannot be wiped from a distance. Ask your IT supplier to set that up."
        yield Gap(text, Severity.MEDIUM, "wipes", "DSPT 1.3.14")


def _updates(entry: Device, on: date) -> Iterator[Gap]:
    if entry.updates_itself:
        return
    if entry.updates_good_until is None:
        text = "Let updates go on by themselves, or say when it was last updated."
        yield Gap(text, Severity.MEDIUM, "updates_itself", "E-03")
    elif on > entry.updates_good_until:
        text = f"It has not been updated for more than {UPDATED_WITHIN} days. Look for updates."
        yield Gap(text, Severity.MEDIUM, "updated_on", "E-03")


def _people(entry: Device) -> Iterator[Gap]:
    if entry.rules_signed is not Ticked.YES:
        if entry.ownership is Ownership.PERSONAL:
            text = "Have the person sign your rules for using their own device."
            yield Gap(text, Severity.MEDIUM, "rules_signed", "DSPT 1.3.11")
        elif entry.goes_out and entry.kind in CARRIED:
            text = "It leaves the building. Have its user sign your rules, which warn about public Wi-Fi."
            yield Gap(text, Severity.LOW, "rules_signed", "DSPT 6.3.2")
    if not entry.is_placed:
        yield Gap("Say where it is or who uses it.", Severity.LOW, "location", "DSPT 7.1.1")


def findings(rows: Sequence[Counted[Device]], on: date) -> Iterator[Gap]:
    """What is wrong with the list as a whole: what is gone without proof. Source: rule E-09, item 7.1.6."""
    gone = [each for each in rows if each.entry.disposed_on is not None and each.entry.disposed_on <= on]
    unproved = sum(each.number for each in gone if not each.entry.is_proved_gone)
    if unproved:
        text = "1 device was" if unproved == 1 else f"{unproved} devices were"
        yield Gap(
            f"{text} disposed of with nothing to show that it was wiped. Add the proof, or write what is known.",
            Severity.MEDIUM,
            "disposal_proof",
            "E-09",
        )
