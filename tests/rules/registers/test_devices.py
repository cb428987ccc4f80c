"""What is wrong with a device, a program or a network box, in words; and what is worked out from their descriptions."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from guardbook.rules.registers import lasting, networks, software
from guardbook.rules.registers.devices import device, safety
from guardbook.rules.registers.devices.device import Device, Kind, Ownership
from guardbook.rules.registers.devices.register import REGISTER
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.networks import Network, Whose
from guardbook.rules.registers.questions import Ticked
from guardbook.rules.registers.register import Severity
from guardbook.rules.registers.software import Runs, Software
from tests.rules.registers.published import REFERENCE

TODAY = date(2026, 11, 22)
ASHA = UUID(int=7)
HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW
YES, NO, DOES_NOT_APPLY = Ticked.YES, Ticked.NO, Ticked.NOT_APPLICABLE
LAPTOP = Device(
    name="Office laptop",
    kind=Kind.LAPTOP,
    ownership=Ownership.COMPANY,
    location="Office",
    system="Windows 11 Pro 25H2",
    holds_personal=True,
    goes_out=True,
    encrypted=YES,
    locked=YES,
    wipes=YES,
    protected=YES,
    updates_itself=True,
    rules_signed=YES,
)
KEPT: dict[str, Any] = {"risk_note": "The lift needs it.", "risk_agreed_by": ASHA}


def gaps(entry: Device) -> list[tuple[str, Severity]]:
    settled = device.settle(entry, REFERENCE)
    return [(gap.question, gap.severity) for gap in REGISTER.all_gaps(settled, TODAY)]


DEVICES: dict[str, tuple[dict[str, Any], list[tuple[str, Severity]]]] = {
    "all well": ({}, []),
    "E-09.e2 not encrypted, holds resident data": ({"encrypted": NO}, [("encrypted", HIGH)]),
    "not encrypted, not said what it holds": ({"encrypted": NO, "holds_personal": None}, [("encrypted", MEDIUM)]),
    "not encrypted, holds nothing": ({"encrypted": NO, "holds_personal": False}, []),
    "encryption not said": ({"encrypted": None}, [("encrypted", MEDIUM)]),
    "encryption does not apply": ({"encrypted": DOES_NOT_APPLY}, []),
    "a desktop not encrypted": ({"kind": Kind.DESKTOP, "encrypted": NO}, [("encrypted", HIGH)]),
    "a desktop, encryption not said": ({"kind": Kind.DESKTOP, "encrypted": None}, []),
    "no virus protection": ({"protected": NO}, [("protected", HIGH)]),
    "virus protection not said": ({"protected": None}, [("protected", LOW)]),
    "a phone, virus protection not said": ({"kind": Kind.PHONE, "protected": None}, []),
    "no lock": ({"locked": NO}, [("locked", HIGH)]),
    "lock not said": ({"locked": None}, [("locked", LOW)]),
    "a server, lock not said": ({"kind": Kind.SERVER, "locked": None}, []),
    "goes out, cannot be wiped": ({"wipes": NO}, [("wipes", MEDIUM)]),
    "stays in, cannot be wiped": ({"wipes": NO, "goes_out": False}, []),
    "updates not said": ({"updates_itself": None}, [("updates_itself", MEDIUM)]),
    "updated by hand lately": ({"updates_itself": False, "updated_on": date(2026, 10, 23)}, []),
    "updated by hand too long ago": (
        {"updates_itself": False, "updated_on": date(2026, 10, 22)},
        [("updated_on", MEDIUM)],
    ),
    "own device, rules not signed": (
        {"ownership": Ownership.PERSONAL, "rules_signed": None},
        [("rules_signed", MEDIUM)],
    ),
    "goes out, rules not signed": ({"rules_signed": NO}, [("rules_signed", LOW)]),
    "stays in, rules not signed": ({"rules_signed": NO, "goes_out": False}, []),
    "nobody knows where": ({"location": ""}, [("location", LOW)]),
    "somebody has it": ({"location": "", "user": ASHA}, []),
    "E-04.e1 no more fixes": ({"system": "Windows 11 24H2 Pro"}, [("risk_note", HIGH)]),
    "no more fixes, and agreed": ({"system": "Windows 11 24H2 Pro", "risk_agreed_on": date(2026, 9, 1), **KEPT}, []),
    "no more fixes, agreed too long ago": (
        {"system": "Windows 11 24H2 Pro", "risk_agreed_on": date(2025, 9, 1), **KEPT},
        [("risk_note", HIGH)],
    ),
    "no more fixes, on a day nobody wrote down": (
        {"kind": Kind.PHONE, "make": "Samsung A40", "system": ""},
        [("risk_note", HIGH)],
    ),
    "fixes end soon": ({"system": "Something of our own", "support_until": date(2027, 1, 12)}, [("", MEDIUM)]),
    "fixes end today": ({"system": "Something of our own", "support_until": TODAY}, [("", MEDIUM)]),
    "fixes ended yesterday": (
        {"system": "Something of our own", "support_until": date(2026, 11, 21)},
        [("risk_note", HIGH)],
    ),
    "version not known": ({"system": "Windows 11"}, [("support_until", LOW)]),
    "nothing understood": ({"system": "see label"}, [("system", LOW)]),
    "nothing written": ({"system": ""}, [("system", LOW)]),
    "no end announced": ({"kind": Kind.PHONE, "system": "iOS 26"}, []),
    "paid for longer": ({"system": "Windows 10 22H2", "support_until": date(2027, 10, 12)}, []),
    "a day longer than what is sold": (
        {"system": "Windows 10 22H2", "support_until": date(2030, 1, 1)},
        [("support_until", LOW)],
    ),
    "a day that nobody sells": (
        {"system": "Windows 11 24H2 Pro", "support_until": date(2030, 1, 1)},
        [("risk_note", HIGH), ("support_until", LOW)],
    ),
    "a memory stick has no system": ({"kind": Kind.STICK, "system": "", "updates_itself": None, "protected": None}, []),
    "gone": ({"disposed_on": date(2026, 11, 1), "encrypted": NO}, []),
    "goes next week": ({"disposed_on": date(2026, 12, 1), "encrypted": NO}, [("encrypted", HIGH)]),
}


@pytest.mark.parametrize(("changed", "expected"), DEVICES.values(), ids=DEVICES)
def test_what_is_wrong_with_a_device(changed: dict[str, Any], expected: list[tuple[str, Severity]]) -> None:
    assert gaps(replace(LAPTOP, **changed)) == expected


def test_a_tablet_is_told_from_a_phone_of_the_same_name() -> None:
    tablet = device.settle(replace(LAPTOP, kind=Kind.TABLET, make="Samsung A40", system=""), REFERENCE)
    phone = device.settle(replace(LAPTOP, kind=Kind.PHONE, make="Samsung A40", system=""), REFERENCE)

    assert (tablet.understood, phone.understood) == ("", "Galaxy A40")


def test_what_went_without_proof_is_told_for_the_whole_list() -> None:
    gone = replace(LAPTOP, disposed_on=date(2026, 3, 1))
    proved = replace(gone, disposal_proof="Certificate 12")
    rows = [Counted(device.settle(each, REFERENCE), 2) for each in (LAPTOP, gone, proved)]

    (found,) = safety.findings(rows, TODAY)
    (one,) = safety.findings([Counted(gone)], TODAY)

    assert found.text.startswith("2 devices were disposed of")
    assert one.text.startswith("1 device was disposed of")
    assert not list(safety.findings(rows[:1], TODAY))


def test_a_device_warns_by_itself_before_its_fixes_end() -> None:
    settled = device.settle(LAPTOP, REFERENCE)

    found = REGISTER.attention(settled, TODAY)

    assert found is not None
    assert found.on == date(2027, 4, 15)
    assert found.gap.text == "Security fixes end on 12 October 2027. Plan what will replace it."


OFFICE = Software(name="Microsoft Office", does="Letters", runs=Runs.DEVICE, version="2024", owner=ASHA)
CARE = Software(name="Care planning", does="Care plans", runs=Runs.ONLINE, supplier=(UUID(int=1),), owner=ASHA)
PROGRAMS: dict[str, tuple[Software, list[tuple[str, Severity]]]] = {
    "all well": (OFFICE, []),
    "online": (CARE, []),
    "online, and nobody named": (replace(CARE, supplier=(), owner=None), [("supplier", LOW), ("owner", LOW)]),
    "online, until a day that has passed": (
        replace(CARE, support_until=date(2026, 1, 1)),
        [("risk_note", HIGH)],
    ),
    "online, and published": (replace(CARE, name="Office 365"), []),
    "E-04.e5 no more fixes": (replace(OFFICE, version="2016"), [("risk_note", HIGH)]),
    "version not said": (replace(OFFICE, version=""), [("version", LOW)]),
}


@pytest.mark.parametrize(("entry", "expected"), PROGRAMS.values(), ids=PROGRAMS)
def test_what_is_wrong_with_a_program(entry: Software, expected: list[tuple[str, Severity]]) -> None:
    settled = software.settle(entry, REFERENCE)

    assert [(gap.question, gap.severity) for gap in software.REGISTER.all_gaps(settled, TODAY)] == expected


def test_what_is_online_gets_its_fixes_from_whoever_runs_it() -> None:
    online, here = (software.settle(replace(CARE, runs=runs), REFERENCE) for runs in (Runs.ONLINE, Runs.DEVICE))

    assert software.is_supported(online, TODAY) is True
    assert software.is_supported(here, TODAY) is None


ROUTER = Network(
    name="Main router",
    kind=networks.Kind.ROUTER,
    whose=Whose.PROVIDER,
    location="Office cupboard",
    password_changed=YES,
    password_changed_on=date(2026, 3, 1),
    updates_itself=True,
    guests_apart=YES,
)
BOXES: dict[str, tuple[dict[str, Any], list[tuple[str, Severity]]]] = {
    "all well": ({}, []),
    "E-12.e4 factory password": ({"password_changed": NO}, [("password_changed", HIGH)]),
    "changed, no day": ({"password_changed_on": None}, [("password_changed_on", MEDIUM)]),
    "a router without a password": ({"password_changed": DOES_NOT_APPLY}, [("password_changed", MEDIUM)]),
    "a plain switch without one": ({"kind": networks.Kind.SWITCH, "password_changed": DOES_NOT_APPLY}, []),
    "updates not said": ({"updates_itself": None}, [("updates_itself", LOW)]),
    "updated this year": ({"updates_itself": False, "firmware_on": date(2026, 1, 1)}, []),
    "updated long ago": ({"updates_itself": False, "firmware_on": date(2025, 11, 21)}, [("firmware_on", MEDIUM)]),
    "visitors on the same Wi-Fi": ({"guests_apart": NO}, [("guests_apart", MEDIUM)]),
    "nobody knows where": ({"location": ""}, [("location", LOW)]),
}


@pytest.mark.parametrize(("changed", "expected"), BOXES.values(), ids=BOXES)
def test_what_is_wrong_with_a_box(changed: dict[str, Any], expected: list[tuple[str, Severity]]) -> None:
    settled = networks.settle(replace(ROUTER, **changed), REFERENCE)

    assert [(gap.question, gap.severity) for gap in networks.REGISTER.all_gaps(settled, TODAY)] == expected


def test_a_box_about_which_nothing_is_said_is_neither_changed_nor_not() -> None:
    assert networks.is_changed(replace(ROUTER, password_changed=None), TODAY) is None


def test_a_gap_names_a_question_that_is_asked() -> None:
    asked = {each.name for register in (REGISTER, software.REGISTER, networks.REGISTER) for each in register.questions}

    named = {name for _, found in (*DEVICES.values(), *PROGRAMS.values(), *BOXES.values()) for name, _ in found}

    assert named - {""} <= asked


def test_an_agreement_needs_words_a_person_and_a_day() -> None:
    whole = replace(LAPTOP, risk_agreed_on=date(2026, 9, 1), **KEPT)

    assert lasting.accepted_until(whole) == date(2027, 9, 1)
    lacking: tuple[dict[str, Any], ...] = ({"risk_note": ""}, {"risk_agreed_by": None}, {"risk_agreed_on": None})
    assert not [each for each in lacking if lasting.accepted_until(replace(whole, **each))]
