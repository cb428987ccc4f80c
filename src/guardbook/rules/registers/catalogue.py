"""Every register, in the order of the page that lists them."""

from collections.abc import Mapping
from typing import Any

from guardbook.rules.registers import (
    access,
    assets,
    backups,
    cctv,
    contacts,
    disposals,
    exercises,
    flows,
    networks,
    opt_out,
    paper,
    plans,
    policies,
    premises,
    processing,
    retention,
    risks,
    software,
    spot_checks,
    suppliers,
    systems,
)
from guardbook.rules.registers.devices import register as devices
from guardbook.rules.registers.register import Register

ALL: tuple[Register[Any], ...] = (
    processing.REGISTER,
    assets.REGISTER,
    flows.REGISTER,
    retention.REGISTER,
    disposals.REGISTER,
    opt_out.REGISTER,
    devices.REGISTER,
    software.REGISTER,
    networks.REGISTER,
    systems.REGISTER,
    access.REGISTER,
    suppliers.REGISTER,
    policies.REGISTER,
    paper.REGISTER,
    premises.REGISTER,
    cctv.REGISTER,
    spot_checks.REGISTER,
    risks.REGISTER,
    plans.REGISTER,
    contacts.REGISTER,
    backups.REGISTER,
    exercises.REGISTER,
)
BY_SLUG: Mapping[str, Register[Any]] = {register.slug: register for register in ALL}
