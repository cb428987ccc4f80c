"""Fields for what is written in a fixed way: an amount of money, a web address, a list of things."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from django.core.exceptions import ValidationError
from django.forms import BoundField

from guardbook.kernel import reading
from guardbook.kernel.reading import Unreadable
from guardbook.web import nhs
from guardbook.web.fields.text import Text

R = TypeVar("R")


class Money(Text):
    """An amount in pounds, typed as people do; gives pence, or None where it may be left empty."""

    def __init__(
        self, label: str, *, hint: str = "", required: bool = True, missing: str = "", most: int = 100_000_000_000
    ) -> None:
        super().__init__(label, hint=hint, required=required, missing=missing, max_length=40, width=10)
        self.most = most

    def clean(self, value: Any) -> int | None:
        """Read pounds and pence."""
        typed = super().clean(value)
        amount = _read(reading.pence, typed) if typed else None
        if amount is not None and amount > self.most:
            raise ValidationError(f"Enter an amount that is {reading.pounds(self.most)} or less", code="max_value")
        return amount

    def prepare_value(self, value: Any) -> Any:
        """Show a stored amount in pounds."""
        return reading.in_pounds(value) if isinstance(value, int) else value

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Put the pound sign before the box, and ask a phone for its number keys."""
        return super().options(bound) | {"prefix": "£", "inputmode": "decimal"}


class Web(Text):
    """A web address, with or without ``https://``; gives it in full, or "" where it may be left empty."""

    def __init__(self, label: str, *, hint: str = "", required: bool = True, missing: str = "") -> None:
        super().__init__(label, hint=hint, required=required, missing=missing, max_length=500)

    def clean(self, value: Any) -> str:
        """Read the address, and fill in its beginning."""
        typed = super().clean(value)
        return _read(reading.web, typed) if typed else ""

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Ask a phone for its keyboard with dots and slashes."""
        return super().options(bound) | {"inputmode": "url", "autocapitalize": "none", "spellcheck": False}


class Things(Text):
    """A list of short things, one on a line; gives a tuple of text."""

    component: ClassVar[str] = "textarea"

    def __init__(
        self,
        label: str,
        *,
        hint: str = "Write one on each line",
        required: bool = True,
        missing: str = "",
        most: int = 100,
    ) -> None:
        super().__init__(label, hint=hint, required=required, missing=missing, max_length=20_000)
        self.most = most

    def clean(self, value: Any) -> tuple[str, ...]:
        """Read the lines, without bullets, empty lines and repeats."""
        return _read(lambda typed: reading.things(typed.splitlines(), self.most), super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        """Show a stored list one on a line."""
        return value if isinstance(value, str) else "\n".join(value or ())

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Give the list, in a box with room for some more."""
        typed = str(bound.value() or "")
        return {"value": nhs.unbroken(typed), "rows": min(max(5, typed.count("\n") + 2), 15)}


def _read(read: Callable[[str], R], typed: str) -> R:
    try:
        return read(typed)
    except Unreadable as fault:
        raise ValidationError(str(fault), code="unreadable") from fault
