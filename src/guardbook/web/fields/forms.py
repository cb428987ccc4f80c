"""The form every page uses: plain Django, our own fields, errors in words."""

from typing import Any, ClassVar, Self

from django import forms
from django.http import HttpRequest


class Form(forms.Form):
    """A form of our own fields."""

    use_required_attribute = False
    marks_optional: ClassVar[bool] = True
    """Whether a field that may be left empty says so; False where the page says it of all."""

    @classmethod
    def of(cls, request: HttpRequest, **options: Any) -> Self:
        """Make a form that keeps no draft, for this request.

        An empty submission is a submission: ``request.POST or None`` would lose it.
        """
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        return cls(*sent, **options)

    def clean(self) -> dict[str, Any]:
        """Ask for what a chosen answer needs beside it."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for name, field in self.fields.items():
            for choice in getattr(field, "offered", ()):
                is_empty = said.get(choice.reveals) in (None, "", [], ()) and choice.reveals not in self.errors
                if choice.needed and self[name].data == choice.value and is_empty:
                    self.add_error(choice.reveals, choice.needed)
        return said

    def refuse(self, *reasons: str) -> None:
        """Show why an action refused, above the form, in its own words."""
        for reason in reasons:
            self.add_error(None, reason)


class QuestionForm(Form):
    """A page that asks one question, whose words are the page's heading."""
