"""A day and an hour that somebody reads off a UK clock, as one instant."""

import re
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from guardbook.kernel import clock
from guardbook.web import fields

_TIME = re.compile(r"^(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>am|pm)?$")
_HOW = "Write the time like 14:30 or 2.30pm"


class Time(fields.Text):
    """A time of day; gives a ``time`` or None."""

    def __init__(self, label: str, *, hint: str = "For example, 14:30", required: bool = True) -> None:
        super().__init__(label, hint=hint, required=required, missing="Enter the time", max_length=12, width=5)

    def prepare_value(self, value: Any) -> Any:
        """Write a stored time as people do."""
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def clean(self, value: Any) -> Any:
        """Read what was typed, or say how to write it."""
        typed = str(super().clean(value)).strip().lower()
        if not typed:
            return None
        found = _TIME.match(typed)
        hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (99, 0)
        if found and found["half"]:
            hour = 99 if hour > 12 else hour % 12 + (12 if found["half"] == "pm" else 0)
        if hour > 23 or minute > 59 or (found and found["minute"] is None and not found["half"]):
            raise ValidationError(f"“{typed}” is not a time we can read. {_HOW}")
        return time(hour, minute)


class MomentsForm(fields.Form):
    """A form some of whose fields are a day (``x_on``) and a time (``x_at``) that together are the moment ``x``."""

    moments: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> dict[str, Any]:
        """Put each day and time together."""
        said = super().clean()
        for name in self.moments:
            said[name] = self._moment(name, said)
        return said

    def _moment(self, name: str, said: Mapping[str, Any]) -> datetime | None:
        on, at = said.get(f"{name}_on"), said.get(f"{name}_at")
        if on is None and at is None:
            return None
        if on is None or at is None:
            missing = f"{name}_on" if on is None else f"{name}_at"
            if missing not in self.errors:
                self.add_error(missing, "Enter the day too" if on is None else f"Enter the time too. {_HOW}")
            return None
        try:
            return clock.from_uk(datetime.combine(on, at))
        except ValueError as cause:
            self.add_error(f"{name}_at", str(cause))
            return None


def split(name: str, instant: datetime | None) -> dict[str, Any]:
    """A stored moment as the two fields start with it."""
    if instant is None:
        return {}
    local = clock.in_uk(instant)
    return {f"{name}_on": local.date(), f"{name}_at": local.time().replace(tzinfo=None)}
