"""Devices, programs and network boxes of a plain provider."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from guardbook.actions.demo.plain.draw import Draw
from guardbook.rules.registers.devices.device import CARRIED, Device, Kind, Ownership
from guardbook.rules.registers.lasting import Importance, Needs
from guardbook.rules.registers.networks import Kind as Box
from guardbook.rules.registers.networks import Network
from guardbook.rules.registers.questions import Ticked
from guardbook.rules.registers.software import Runs, Software

_MODELS = (
    (Kind.TABLET, "iPad (10th generation)", "iPadOS 26"),
    (Kind.TABLET, "Samsung Galaxy Tab A9", "Android 15"),
    (Kind.TABLET, "iPad (9th generation)", "iPadOS 18"),
    (Kind.LAPTOP, "Dell Latitude 5450", "Windows 11 Pro 25H2"),
    (Kind.LAPTOP, "Lenovo ThinkPad E14", "Windows 11 Pro 25H2"),
    (Kind.DESKTOP, "Dell OptiPlex 7020", "Windows 11 Pro 25H2"),
    (Kind.PHONE, "Samsung Galaxy A16", "Android 15"),
    (Kind.PHONE, "iPhone 15", "iOS 26"),
)
_OLD = (Kind.LAPTOP, "HP ProBook 450", "Windows 10 Pro 22H2")
_AHEAD = timedelta(days=400)


def devices(draw: Draw) -> Iterator[Device]:
    """Two dozen to a home; now and then one is too old, or not encrypted."""
    for place in range(draw.number_of(25)):
        kind, make, system = _OLD if draw.lapse() else draw.one(_MODELS)
        goes_out = kind in CARRIED and draw.chance(30)
        yield Device(
            name=f"Device {place + 1}",
            kind=kind,
            ownership=Ownership.PERSONAL if kind is Kind.PHONE and draw.chance(20) else Ownership.COMPANY,
            make=make,
            serial=f"S{draw.number:05}{place:03}",
            location="Office" if kind is Kind.DESKTOP else "",
            user=draw.somebody() if kind is not Kind.DESKTOP else None,
            importance=Importance.USEFUL,
            needs=(Needs.POWER, Needs.NETWORK),
            system=system,
            holds_personal=True,
            goes_out=goes_out,
            encrypted=Ticked.NO if draw.lapse() else Ticked.YES,
            locked=Ticked.YES,
            wipes=Ticked.YES if kind in CARRIED else Ticked.NOT_APPLICABLE,
            protected=Ticked.YES,
            updates_itself=True,
            rules_signed=Ticked.YES if not draw.lapse() else Ticked.NO,
        )


def program(draw: Draw, entry: Software) -> Software:
    """As offered; what runs on a device has a day until which its maker sends fixes."""
    until = draw.today + _AHEAD if entry.runs is Runs.DEVICE and not draw.lapse() else None
    return replace(entry, supplier=draw.any_of("suppliers"), support_until=until)


def box(draw: Draw, entry: Network) -> Network:
    """With another password than it came with, mostly."""
    changed = Ticked.NO if draw.lapse() else Ticked.YES
    return replace(
        entry,
        location="Office cupboard",
        supplier=draw.any_of("suppliers"),
        password_changed=Ticked.NOT_APPLICABLE if entry.kind is Box.SWITCH else changed,
        password_changed_on=draw.ago(30, 900),
        updates_itself=True,
        guests_apart=Ticked.YES,
    )
