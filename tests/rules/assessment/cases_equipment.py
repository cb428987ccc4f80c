"""Cases of the suggestions that read devices, software and networks as lists."""

from dataclasses import replace
from datetime import date
from typing import Any

from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import AnswerKind, Level
from guardbook.rules.registers import networks, software
from guardbook.rules.registers.devices.device import Device
from guardbook.rules.registers.lasting import Importance, Needs
from guardbook.rules.registers.networks import Network, Whose
from guardbook.rules.registers.questions import Ticked
from guardbook.rules.registers.software import Runs, Software
from tests.rules.assessment.cases_devices import (
    ASHA,
    CANNOT_TELL,
    GONE,
    LAPSED,
    LAPTOP,
    MET,
    NOT_MET,
    STICK,
    WHOLE_UNTIL,
    devices,
)
from tests.rules.assessment.examples import YEAR_BACK, item, keeping
from tests.rules.registers.published import REFERENCE

LIST = item("7.1.1", rule="device_list", level=Level.STANDARDS_MET, answer=AnswerKind.DOCUMENT, window=YEAR_BACK)
IMPORTANCE = item("7.1.5", rule="device_importance", level=Level.OPTIONAL)
LIFE = item("7.1.6", rule="device_life", level=Level.OPTIONAL)
SUPPORTED = item("8.1.4", rule="supported_systems", level=Level.STANDARDS_MET, not_applicable=True)
PLAN = item("8.2.1", rule="unsupported_plan", level=Level.STANDARDS_MET, answer=AnswerKind.DOCUMENT)
ROUTERS = item("9.1.1", rule="router_passwords", level=Level.STANDARDS_MET)

OFFICE = Software(
    name="Microsoft Office",
    does="Letters",
    runs=Runs.DEVICE,
    version="2024",
    owner=ASHA,
    importance=Importance.USEFUL,
)
CARE = Software(
    name="Care planning system",
    does="Care plans",
    runs=Runs.ONLINE,
    owner=ASHA,
    importance=Importance.VITAL,
    needs=(Needs.INTERNET,),
)
OLD_OFFICE = replace(OFFICE, version="2016")
AGREED: dict[str, Any] = {"risk_note": "The door cards need it. It is kept off the internet.", "risk_agreed_by": ASHA}
OLD_LAPTOP = replace(LAPTOP, system="Windows 10 Pro 22H2")
KEPT_LAPTOP = replace(OLD_LAPTOP, risk_note="The lift needs it.", risk_agreed_by=ASHA, risk_agreed_on=date(2026, 9, 1))
ROUTER = Network(
    name="Main router",
    kind=networks.Kind.ROUTER,
    whose=Whose.PROVIDER,
    password_changed=Ticked.YES,
    password_changed_on=date(2026, 3, 1),
)


def both(
    held: tuple[Device, ...], programs: tuple[Software, ...] = (OFFICE, CARE), whole_on: date | None = date(2026, 11, 1)
) -> Facts:
    return keeping(software.REGISTER, *programs, whole_on=whole_on, facts=devices(*held), reference=REFERENCE)


def boxes(*entries: Network, whole_on: date | None = date(2026, 11, 1)) -> Facts:
    return keeping(networks.REGISTER, *entries, whole_on=whole_on)


_LIST = {
    "7.1.1 whole": (LIST, both((LAPTOP, STICK)), MET, WHOLE_UNTIL),
    "7.1.1 nobody looks after one": (LIST, both((LAPTOP, replace(STICK, owner=None))), NOT_MET, None),
    "7.1.1 nobody knows where one is": (LIST, both((replace(LAPTOP, location=""),)), NOT_MET, None),
    "7.1.1 the person who has it is enough": (LIST, both((replace(LAPTOP, location="", user=ASHA),)), MET, WHOLE_UNTIL),
    "7.1.1 a program without a person": (LIST, both((LAPTOP,), (replace(OFFICE, owner=None),)), NOT_MET, None),
    "7.1.1 no software": (LIST, both((LAPTOP,), ()), CANNOT_TELL, WHOLE_UNTIL),
    "7.1.1 software looked at long ago": (LIST, both((LAPTOP,), whole_on=date(2025, 11, 1)), LAPSED, None),
    "7.1.1 nobody said that it is whole": (LIST, both((LAPTOP,), whole_on=None), CANNOT_TELL, WHOLE_UNTIL),
    "7.1.1 old by publication": (LIST, replace(both((LAPTOP,)), publish_on=date(2027, 12, 1)), LAPSED, None),
}
_RANKED = {
    "7.1.5 ranked": (IMPORTANCE, both((LAPTOP, STICK)), MET, WHOLE_UNTIL),
    "7.1.5 vital without needs": (IMPORTANCE, both((replace(LAPTOP, needs=()),)), NOT_MET, None),
    "7.1.5 not ranked": (IMPORTANCE, both((replace(LAPTOP, importance=None),)), CANNOT_TELL, WHOLE_UNTIL),
    "7.1.5 minor needs nothing": (
        IMPORTANCE,
        both((replace(LAPTOP, importance=Importance.MINOR, needs=()),)),
        MET,
        WHOLE_UNTIL,
    ),
    "7.1.5 whole long ago": (IMPORTANCE, both((LAPTOP,), whole_on=date(2025, 11, 1)), LAPSED, None),
}
_LIFE = {
    "7.1.6 cared for": (LIFE, devices(LAPTOP, replace(GONE, disposal_proof="Certificate 12")), MET, WHOLE_UNTIL),
    "7.1.6 gone without proof": (LIFE, devices(LAPTOP, GONE), NOT_MET, None),
    "7.1.6 nobody": (LIFE, devices(replace(LAPTOP, owner=None)), NOT_MET, None),
    "7.1.6 nobody knows how old": (LIFE, devices(replace(LAPTOP, system="Windows 11")), CANNOT_TELL, WHOLE_UNTIL),
    "7.1.6 whole long ago": (LIFE, devices(LAPTOP, whole_on=date(2025, 11, 1)), LAPSED, None),
    "7.1.6 no fixes any more, but noticed": (LIFE, devices(OLD_LAPTOP), MET, WHOLE_UNTIL),
}
_SUPPORT = {
    "all supported": (both((LAPTOP, STICK)), MET, date(2027, 10, 13)),
    "E-04.e4 no extended support": (both((LAPTOP, OLD_LAPTOP)), NOT_MET, None),
    "E-04.e3 paid for year 2": (
        both((replace(OLD_LAPTOP, system="Windows 10 22H2 ESU year 2"),)),
        MET,
        date(2027, 10, 13),
    ),
    "old and agreed": (both((KEPT_LAPTOP,)), MET, date(2027, 9, 2)),
    "agreement ran out": (both((replace(KEPT_LAPTOP, risk_agreed_on=date(2025, 11, 21)),)), LAPSED, None),
    "agreement runs out today": (
        both((replace(KEPT_LAPTOP, risk_agreed_on=date(2025, 11, 22)),)),
        MET,
        date(2026, 11, 23),
    ),
    "written and not agreed": (both((replace(KEPT_LAPTOP, risk_agreed_by=None),)), NOT_MET, None),
    "old program": (both((LAPTOP,), (OLD_OFFICE, CARE)), NOT_MET, None),
    "old program, agreed": (
        both((LAPTOP,), (replace(OLD_OFFICE, risk_agreed_on=date(2026, 10, 1), **AGREED), CARE)),
        MET,
        date(2027, 10, 2),
    ),
    "cannot be told": (both((replace(LAPTOP, system="Windows 11"),)), CANNOT_TELL, date(2027, 11, 2)),
    "ends before publication": (
        replace(both((LAPTOP,)), publish_on=date(2027, 10, 20)),
        NOT_MET,
        None,
    ),
    "the old one is gone": (both((LAPTOP, replace(OLD_LAPTOP, disposed_on=date(2026, 1, 1)))), MET, date(2027, 10, 13)),
    "whole long ago": (both((LAPTOP,), whole_on=date(2025, 11, 1)), LAPSED, None),
    "no devices and no software": (both((), ()), MET, WHOLE_UNTIL),
}
_ROUTERS = {
    "9.1.1 changed": (ROUTERS, boxes(ROUTER), MET, WHOLE_UNTIL),
    "9.1.1 no network": (ROUTERS, boxes(), MET, WHOLE_UNTIL),
    "E-12.e4 still the factory password": (
        ROUTERS,
        boxes(ROUTER, replace(ROUTER, password_changed=Ticked.NO, password_changed_on=None)),
        NOT_MET,
        None,
    ),
    "9.1.1 no day": (ROUTERS, boxes(replace(ROUTER, password_changed_on=None)), CANNOT_TELL, WHOLE_UNTIL),
    "9.1.1 a plain switch has none": (
        ROUTERS,
        boxes(replace(ROUTER, kind=networks.Kind.SWITCH, password_changed=Ticked.NOT_APPLICABLE)),
        MET,
        WHOLE_UNTIL,
    ),
    "9.1.1 a router has one": (
        ROUTERS,
        boxes(replace(ROUTER, password_changed=Ticked.NOT_APPLICABLE)),
        CANNOT_TELL,
        WHOLE_UNTIL,
    ),
    "9.1.1 whole long ago": (ROUTERS, boxes(ROUTER, whole_on=date(2025, 1, 1)), LAPSED, None),
    "9.1.1 nobody said that it is whole": (ROUTERS, boxes(ROUTER, whole_on=None), CANNOT_TELL, None),
}
CASES = (
    _LIST
    | _RANKED
    | _LIFE
    | {f"8.1.4 {name}": (SUPPORTED, *case) for name, case in _SUPPORT.items()}
    | {f"8.2.1 {name}": (PLAN, *case) for name, case in _SUPPORT.items()}
    | _ROUTERS
)
