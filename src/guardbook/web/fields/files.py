"""The field that takes a file from the person's own machine."""

from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from guardbook.web.fields import look


class Upload(forms.FileField):
    """One file; ``accept`` only helps the person's file window, content is checked later."""

    component: ClassVar[str] = "file-upload"
    grouped: ClassVar[bool] = False

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        accept: str = "",
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            error_messages={
                "required": missing or look.ask("Choose", label),
                "invalid": "The file did not arrive. Choose it again.",
                "missing": "The file did not arrive. Choose it again.",
                "empty": "This file is empty. Choose another.",
            },
        )
        self.accept = accept

    def options(self, bound: BoundField) -> dict[str, Any]:  # noqa: ARG002 - a file is never shown again
        """Tell the file window which kinds to show."""
        return {"attributes": {"accept": self.accept}} if self.accept else {}
