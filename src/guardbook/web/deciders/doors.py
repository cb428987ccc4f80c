"""The door of a report that is made: who may make one hangs on its kind."""

from collections.abc import Mapping
from typing import Any

from guardbook.kernel.errors import NotFound
from guardbook.rules.access import Permission
from guardbook.rules.deciders.reports import Kind
from guardbook.web.door import Varying


def kind(name: str) -> Kind:
    """The report of this name in an address. Raises NotFound where there is none."""
    try:
        return Kind(name)
    except ValueError as error:
        raise NotFound from error


def _kept_by(parts: Mapping[str, Any]) -> Permission:
    known = {each.value: each.kept_by for each in Kind}
    return known.get(parts["kind"], Permission.REGISTER_CONFIRM)


KEPT_BY = Varying(Permission.REGISTER_CONFIRM, _kept_by)
