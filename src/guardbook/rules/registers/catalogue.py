"""Every register, in the order of the page that lists them."""

from collections.abc import Mapping
from typing import Any

from guardbook.rules.registers import access, suppliers, systems
from guardbook.rules.registers.register import Register

ALL: tuple[Register[Any], ...] = (systems.REGISTER, access.REGISTER, suppliers.REGISTER)
BY_SLUG: Mapping[str, Register[Any]] = {register.slug: register for register in ALL}
