"""Suggestions that read the devices: whose they are, and how they are kept safe (items 1.3.11, 1.3.14, 6.3.2, 9.5.2)."""

from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts
from guardbook.rules.registers import lasting
from guardbook.rules.registers.devices import device
from guardbook.rules.registers.devices.device import Kind, Ownership
from guardbook.rules.registers.devices.register import REGISTER
from guardbook.rules.registers.questions import Ticked
from guardbook.rules.verdict import Confidence


def number(of: int, one: str, many: str = "") -> str:
    """A number of things in words for a sentence: "1 device", "12 devices"."""
    return f"{of} {one if of == 1 else many or f'{one}s'}"


def said(ticked: Ticked | None) -> bool | None:
    """Yes, no, or nobody has said; where it does not apply, nobody has said what does."""
    return None if ticked in {None, Ticked.NOT_APPLICABLE} else ticked is Ticked.YES


def _all(said: tuple[bool | None, ...]) -> bool | None:
    if False in said:
        return False
    return None if None in said else True


_OWN = Claim(
    REGISTER,
    about=lambda each: each.ownership is Ownership.PERSONAL,
    holds=lambda each, _on: said(each.rules_signed),
    least=0,
)


def own_devices(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether everybody who uses their own device for work has signed the rules for it. Source: item 1.3.11."""
    del asked
    return registers.suggestion(
        facts,
        _OWN,
        Words(
            met=lambda seen, _kept: (
                f"People's own devices on your list: {seen.total}. The user of each has signed your rules."
                if seen.total
                else "Your list of devices is whole, and nobody's own device is on it."
            ),
            answer=lambda seen, _kept: (
                f"Yes. We have rules for people's own devices, and a list of them with {number(seen.total, 'device')}. "
                "Each user has signed the rules."
                if seen.total
                else "Does not apply. Nobody uses their own device for work."
            ),
            failing=lambda seen: f"Own devices whose user has not signed your rules: {seen.failing} of {seen.total}.",
            unsaid=lambda seen: f"Own devices for which nobody says whether the rules were signed: {seen.unsaid}.",
            todo="Have your rules for devices signed by each person who uses their own, and tick it on the device.",
            rule="DSPT 1.3.11",
        ),
    )


_PHONES = Claim(
    REGISTER,
    about=lambda each: each.kind is Kind.PHONE and each.ownership is Ownership.COMPANY,
    holds=lambda each, on: _all(
        (said(each.locked), said(each.encrypted), said(each.wipes), lasting.is_supported(each, on))
    ),
    least=0,
)


def work_phones(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether work phones lock, are encrypted, can be wiped, and still get fixes. Source: item 1.3.14."""
    del asked
    return registers.suggestion(
        facts,
        _PHONES,
        Words(
            met=lambda seen, _kept: (
                f"Work phones on your list: {seen.total}. Each locks, is encrypted, can be wiped and gets fixes."
                if seen.total
                else "Your list of devices is whole, and there is no work phone on it."
            ),
            answer=lambda seen, _kept: (
                f"We have {number(seen.total, 'work phone')} on our list of devices. Every one locks with a PIN, a finger "
                "or a face, is encrypted, can be wiped from a distance and still gets security fixes."
                if seen.total
                else "Does not apply. We have no work phones."
            ),
            failing=lambda seen: f"Work phones that would be unsafe if lost: {seen.failing} of {seen.total}.",
            unsaid=lambda seen: (
                f"Work phones about which something is not said: {seen.unsaid} of {seen.total}. "
                "It is the lock, encryption, wiping, or the version of the system."
            ),
            todo="For each work phone, set a lock, encryption and wiping from a distance, and replace what gets no fixes.",
            rule="DSPT 1.3.14",
            confidence=Confidence.MEMORY,
        ),
    )


_OUT = Claim(
    REGISTER,
    about=lambda each: each.kind in device.CARRIED and each.goes_out is not False,
    holds=lambda each, _on: said(each.rules_signed) if each.goes_out else None,
    least=0,
)


def public_wifi(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether whoever works away on a device has signed rules that warn about public Wi-Fi. Source: item 6.3.2."""
    del asked
    return registers.suggestion(
        facts,
        _OUT,
        Words(
            met=lambda seen, _kept: (
                f"Devices that leave the building: {seen.total}. The user of each has signed your rules."
                if seen.total
                else "Your list of devices is whole, and nothing on it leaves the building."
            ),
            answer=lambda seen, _kept: (
                "Yes. Our rules for devices say not to use public Wi-Fi for work. "
                f"Devices that leave the building: {seen.total}. The user of each has signed the rules."
                if seen.total
                else "Does not apply. Nobody works away from our buildings on a device."
            ),
            failing=lambda seen: (
                f"Devices that go out with a user who has not signed your rules: {seen.failing} of {seen.total}."
            ),
            unsaid=lambda seen: (
                f"Devices for which nobody says whether they go out, or whether the rules were signed: {seen.unsaid} of {seen.total}."
            ),
            todo="Put a warning about public Wi-Fi into your rules for devices, and have them signed by whoever goes out.",
            rule="DSPT 6.3.2",
            confidence=Confidence.MEMORY,
        ),
    )


_ENCRYPTED = Claim(
    REGISTER,
    about=lambda each: each.kind in device.PORTABLE and each.holds_personal is not False,
    holds=lambda each, _on: said(each.encrypted),
    least=0,
)


def encrypted_devices(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether what can be carried away is encrypted, where it holds or reaches personal information.

    Source: item 9.5.2 and rule E-09.
    """
    del asked
    return registers.suggestion(
        facts,
        _ENCRYPTED,
        Words(
            met=lambda seen, _kept: (
                f"Devices that can be carried away and reach personal information: {seen.total}. Each is encrypted."
                if seen.total
                else "Your list of devices is whole, and nothing on it that can be carried away holds personal information."
            ),
            answer=lambda seen, _kept: (
                f"Yes. Laptops, tablets, phones and sticks on our list that hold or reach personal information: {seen.total}. "
                "Each is encrypted."
                if seen.total
                else "Does not apply. Nothing that can be carried away holds or reaches personal information."
            ),
            failing=lambda seen: (
                f"Devices that can be carried away and are not encrypted: {seen.failing} of {seen.total}."
            ),
            unsaid=lambda seen: (
                f"Devices for which nobody says whether they are encrypted: {seen.unsaid} of {seen.total}."
            ),
            todo="Say for each laptop, tablet, phone and stick whether it is encrypted, and have that turned on.",
            rule="E-09",
        ),
    )
