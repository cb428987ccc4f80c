"""The form every page uses: plain Django, told apart from an empty submission, errors in words."""

from typing import Any, ClassVar, Self

from django import forms
from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """Give what was submitted, or None when the page was only asked for.

    An empty submission is a submission: ``request.POST or None`` would lose it.
    """
    return request.POST if request.method == "POST" else None


class Form(forms.Form):
    """A form of our own fields."""

    use_required_attribute = False
    marks_optional: ClassVar[bool] = True
    """Whether a field that may be left empty says so; False where the page says it of all."""

    @classmethod
    def of(cls, request: HttpRequest, **options: Any) -> Self:
        """Make the form for this request: filled from a submission, otherwise empty."""
        data = posted(request)
        return cls(data, request.FILES if data is not None else None, **options)

    def clean(self) -> dict[str, Any]:
        """Ask for what a chosen answer needs beside it."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for name, field in self.fields.items():
            for choice in getattr(field, "offered", ()):
                is_empty = said.get(choice.reveals) in (None, "", []) and choice.reveals not in self.errors
                if choice.needed and self[name].data == choice.value and is_empty:
                    self.add_error(choice.reveals, choice.needed)
        return said

    def refuse(self, *reasons: str) -> None:
        """Show why an action refused, above the form, in its own words."""
        for reason in reasons:
            self.add_error(None, reason)


class QuestionForm(Form):
    """A page that asks one question, whose words are the page's heading."""
