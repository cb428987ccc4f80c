"""Fields that are typed into: a line, an address, a password, a number, or a longer text."""

from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from guardbook.web import nhs
from guardbook.web.fields import look


class Text(forms.CharField):
    """One line of text.

    ``missing`` words the error when it is left empty; ``width`` is the number of
    characters the box should look made for: 2, 3, 4, 5, 10, 20 or 30.
    """

    component: ClassVar[str] = "input"
    grouped: ClassVar[bool] = False

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        max_length: int = 200,
        width: int | None = None,
        autocomplete: str = "off",
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            max_length=max_length,
            error_messages={
                "required": missing or look.ask("Enter", label),
                "max_length": "Shorten this to %(limit_value)d characters. It has %(show_value)d now.",
            },
        )
        self.width = width
        self.autocomplete = autocomplete

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Give the value typed, the width and what a browser may fill in."""
        given: dict[str, Any] = {"autocomplete": self.autocomplete}
        if (value := bound.value()) not in {None, ""}:
            given["value"] = str(value)
        if self.width:
            given["width"] = self.width
        return given


class Email(Text):
    """An email address."""

    default_validators = forms.EmailField.default_validators

    def __init__(
        self,
        label: str = "Email address",
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        autocomplete: str = "email",
    ) -> None:
        super().__init__(
            label,
            hint=hint,
            required=required,
            missing=missing,
            max_length=254,
            autocomplete=autocomplete,
        )
        self.error_messages["invalid"] = "Enter an email address in full, like name@example.org"

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Ask a phone for its email keyboard."""
        return super().options(bound) | {"type": "email", "spellcheck": False}


class Password(Text):
    """A password, which can be shown while typing and is never sent back to the page."""

    component: ClassVar[str] = "password-input"

    def __init__(
        self,
        label: str = "Password",
        *,
        hint: str = "",
        missing: str = "",
        autocomplete: str = "current-password",
    ) -> None:
        super().__init__(
            label, hint=hint, missing=missing or "Enter your password", max_length=128, autocomplete=autocomplete
        )
        self.strip = False

    def options(self, bound: BoundField) -> dict[str, Any]:  # noqa: ARG002 - a password is never shown again
        """Leave the value out."""
        return {"autocomplete": self.autocomplete}


class Number(forms.IntegerField):
    """A whole number between ``least`` and ``most``."""

    component: ClassVar[str] = "input"
    grouped: ClassVar[bool] = False

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        least: int = 0,
        most: int = 1_000_000,
        suffix: str = "",
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            min_value=least,
            max_value=most,
            error_messages={
                "required": missing or look.ask("Enter", label),
                "invalid": "Enter a whole number in figures, such as 12",
                "min_value": "Enter a number that is %(limit_value)d or more",
                "max_value": "Enter a number that is %(limit_value)d or less",
            },
        )
        self.suffix = suffix

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Ask a phone for its number keys, and keep what was typed even when wrong."""
        given: dict[str, Any] = {"inputmode": "numeric", "width": 5, "autocomplete": "off"}
        if (value := bound.value()) not in {None, ""}:
            given["value"] = str(value)
        if self.suffix:
            given["suffix"] = self.suffix
        return given

    def to_python(self, value: Any) -> int | None:
        """Accept the comma of thousands and the spaces people type."""
        return super().to_python(value.replace(",", "") if isinstance(value, str) else value)


class LongText(forms.CharField):
    """Several lines of text, with a count of the characters left."""

    component: ClassVar[str] = "character-count"
    grouped: ClassVar[bool] = False

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        max_length: int = 4000,
        rows: int = 5,
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            max_length=max_length,
            error_messages={
                "required": missing or look.ask("Enter", label),
                "max_length": "Shorten this to %(limit_value)d characters. It has %(show_value)d now.",
            },
        )
        self.rows = rows

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Give the text, its limit, and warn when three quarters are used."""
        return {
            "value": nhs.unbroken(str(bound.value() or "")),
            "maxlength": self.max_length,
            "threshold": 75,
            "rows": self.rows,
        }

    def to_python(self, value: Any) -> str:
        """Count a new line as one character, as the page's own counter does."""
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value) or ""


class Hidden(forms.CharField):
    """A value the page carries and nobody types."""

    component: ClassVar[str] = "hidden"
    grouped: ClassVar[bool] = False
    widget = forms.HiddenInput

    def __init__(self, *, required: bool = False, max_length: int = 200) -> None:
        super().__init__(
            label="",
            required=required,
            max_length=max_length,
            error_messages={"required": "This page has lost its place. Go back and try again."},
        )

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Give the value carried."""
        return {"value": str(bound.value() or "")}
