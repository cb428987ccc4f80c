"""The date input: three boxes, and errors that say which box and how to put it right."""

import calendar
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict

from guardbook.web import words
from guardbook.web.fields import look

PARTS = ("day", "month", "year")
EXAMPLE = "Enter the date in full, such as 27 3 2026"
_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2199


class _ThreeBoxes(forms.Widget):
    """Reads the three boxes into a mapping of part to what was typed."""

    def value_from_datadict(  # the signature is Django's
        self,
        data: Mapping[str, Any],
        files: MultiValueDict[str, Any],  # noqa: ARG002 - a date is not a file
        name: str,
    ) -> dict[str, str]:
        """Give day, month and year as typed, without spaces at the ends."""
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in PARTS}

    def value_omitted_from_data(
        self,
        data: Mapping[str, Any],
        files: MultiValueDict[str, Any],  # noqa: ARG002 - a date is not a file
        name: str,
    ) -> bool:
        """Tell whether none of the boxes was on the page."""
        return all(f"{name}-{part}" not in data for part in PARTS)


class Date(forms.Field):
    """A date in three boxes; a month may be a number or a word. Gives a ``date`` or None."""

    component: ClassVar[str] = "date-input"
    grouped: ClassVar[bool] = True
    widget = _ThreeBoxes

    def __init__(
        self,
        label: str,
        *,
        hint: str = "For example, 27 3 2026",
        required: bool = True,
        missing: str = "",
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            error_messages={"required": missing or look.ask("Enter", label)},
        )

    def prepare_value(self, value: Any) -> dict[str, str]:
        """Split a stored date into its three boxes."""
        if isinstance(value, datetime | date):
            return {part: str(getattr(value, part)) for part in PARTS}
        return dict(value or {})

    def to_python(self, value: Any) -> date | None:
        """Read the three boxes, or say which of them is wrong and how to put it right."""
        if value is None or isinstance(value, date):
            return value
        empty = [part for part in PARTS if not value[part]]
        if len(empty) == len(PARTS):
            return None
        if empty:
            needed = words.listing([f"a {part}" for part in empty])
            raise _fault(f"The date needs {needed}. {EXAMPLE}", *empty)
        numbers = {part: _number(part, value[part]) for part in PARTS}
        try:
            return date(**numbers)
        except ValueError as cause:
            typed = " ".join(value[part] for part in PARTS)
            raise _fault(f"{typed} is not a real date. {EXAMPLE}", *PARTS) from cause

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Give the three boxes what was typed, and mark those that are wrong."""
        typed = bound.value() or {}
        wrong = faulty_parts(bound)
        items = [
            {
                "name": f"{bound.html_name}-{part}",
                "id": f"{bound.auto_id}-{part}",
                "label": part.capitalize(),
                "value": typed.get(part, ""),
                "width": 4 if part == "year" else 2,
                "error": part in wrong,
            }
            for part in PARTS
        ]
        return {"id": bound.auto_id, "items": items}


def faulty_parts(bound: BoundField) -> tuple[str, ...]:
    """Name the boxes of a date that its errors are about; all three where they do not say."""
    faults = bound.form.errors.as_data().get(bound.name, [])
    named = [part for fault in faults for part in (fault.params or {}).get("parts", PARTS)]
    return tuple(part for part in PARTS if part in named)


def _number(part: str, typed: str) -> int:
    if part == "month" and len(typed) >= 3:
        for number, name in enumerate(_MONTHS, start=1):
            if name.startswith(typed.lower()):
                return number
    if not (typed.isascii() and typed.isdigit()):
        raise _fault(f"The {part} must be a number. {EXAMPLE}", part)
    number = int(typed)
    if part == "year" and not _EARLIEST_YEAR <= number <= _LATEST_YEAR:
        raise _fault(f"The year must have four figures. {EXAMPLE}", part)
    return number


def _fault(message: str, *parts: str) -> ValidationError:
    return ValidationError(message, code="date", params={"parts": parts})
