"""Every register, in the order of the page that lists them."""

from collections.abc import Mapping
from typing import Any

from guardbook.rules.registers import backups, contacts, exercises, opt_out, plans, suppliers
from guardbook.rules.registers.register import Register

ALL: tuple[Register[Any], ...] = (
    opt_out.REGISTER,
    suppliers.REGISTER,
    backups.REGISTER,
    plans.REGISTER,
    contacts.REGISTER,
    exercises.REGISTER,
)
BY_SLUG: Mapping[str, Register[Any]] = {register.slug: register for register in ALL}
