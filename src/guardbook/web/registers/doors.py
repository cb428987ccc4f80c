"""The doors of pages about any register: who sees and who keeps it is said in its description."""

from collections.abc import Mapping
from typing import Any

from guardbook.rules.access import Permission
from guardbook.rules.registers import catalogue
from guardbook.rules.registers.register import Register
from guardbook.web.door import Varying


def _register(parts: Mapping[str, Any]) -> Register[Any] | None:
    return catalogue.BY_SLUG.get(parts["slug"])


def _seen_by(parts: Mapping[str, Any]) -> Permission:
    register = _register(parts)
    return register.seen_by if register else Permission.REGISTER_VIEW


def _kept_by(parts: Mapping[str, Any]) -> Permission:
    register = _register(parts)
    return register.kept_by if register else Permission.REGISTER_EDIT


SEEN_BY = Varying(Permission.REGISTER_VIEW, _seen_by)
KEPT_BY = Varying(Permission.REGISTER_EDIT, _kept_by)
