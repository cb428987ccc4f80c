"""Every register, in the order of the page that lists them."""

from collections.abc import Mapping
from typing import Any

from guardbook.rules.registers import (
    access,
    cctv,
    paper,
    policies,
    premises,
    risks,
    spot_checks,
    suppliers,
    systems,
)
from guardbook.rules.registers.register import Register

ALL: tuple[Register[Any], ...] = (
    systems.REGISTER,
    access.REGISTER,
    suppliers.REGISTER,
    policies.REGISTER,
    paper.REGISTER,
    premises.REGISTER,
    cctv.REGISTER,
    spot_checks.REGISTER,
    risks.REGISTER,
)
BY_SLUG: Mapping[str, Register[Any]] = {register.slug: register for register in ALL}
