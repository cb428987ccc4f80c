"""Fields that are chosen from: one of several, several of several, yes, no and not sure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from django import forms
from django.forms import BoundField

from guardbook.rules.registers.questions import Ticked
from guardbook.web.fields import look


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    ``reveals`` names a field of the same form that it opens. Where that field must then be
    filled in, ``needed`` is what to say when it is not.
    """

    value: str
    text: str
    hint: str = ""
    reveals: str = ""
    needed: str = ""


Choices: TypeAlias = Sequence[Choice | tuple[str, str]]


def _choices(given: Choices) -> tuple[Choice, ...]:
    return tuple(c if isinstance(c, Choice) else Choice(str(c[0]), c[1]) for c in given)


def _same(value: str) -> str:
    return value


class Radios(forms.TypedChoiceField):
    """One of several; ``coerce`` turns the text into what the form should give."""

    component: ClassVar[str] = "radios"
    grouped: ClassVar[bool] = True

    def __init__(
        self,
        label: str,
        choices: Choices,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        coerce: Callable[[str], Any] = _same,
        inline: bool = False,
    ) -> None:
        self.offered = _choices(choices)
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            coerce=coerce,
            empty_value=None,
            choices=[(choice.value, choice.text) for choice in self.offered],
            error_messages={
                "required": missing or look.ask("Choose", label),
                "invalid_choice": "Choose one of the answers on this page",
            },
        )
        self.inline = inline

    def options(self, bound: BoundField) -> dict[str, Any]:
        """List the answers, with the one already chosen marked."""
        chosen = _text(bound.value())
        items = [_item(choice, [chosen]) for choice in self.offered]
        return {"idPrefix": bound.auto_id, "items": items, "inline": self.inline}


class Select(Radios):
    """One of a long list, where radio buttons would fill the page."""

    component: ClassVar[str] = "select"
    grouped: ClassVar[bool] = False

    def options(self, bound: BoundField) -> dict[str, Any]:
        """List the answers below an empty first line."""
        chosen = _text(bound.value())
        lines = [Choice("", "Choose one"), *self.offered]
        items = [{"value": line.value, "text": line.text, "selected": line.value == chosen} for line in lines]
        return {"items": items}


class Checkboxes(forms.TypedMultipleChoiceField):
    """Any number of several; gives a list in the order offered."""

    component: ClassVar[str] = "checkboxes"
    grouped: ClassVar[bool] = True
    widget = forms.CheckboxSelectMultiple

    def __init__(
        self,
        label: str,
        choices: Choices,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        coerce: Callable[[str], Any] = _same,
    ) -> None:
        self.offered = _choices(choices)
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            coerce=coerce,
            empty_value=[],
            choices=[(choice.value, choice.text) for choice in self.offered],
            error_messages={
                "required": missing or look.ask("Choose", label),
                "invalid_choice": "Choose from the answers on this page",
            },
        )

    def options(self, bound: BoundField) -> dict[str, Any]:
        """List the answers, with those already chosen marked."""
        chosen = [_text(value) for value in bound.value() or ()]
        items = [_item(choice, chosen) for choice in self.offered]
        return {"idPrefix": bound.auto_id, "items": items}


class Confirm(forms.BooleanField):
    """One box to tick: "I have read this". Empty is an error unless not ``required``."""

    component: ClassVar[str] = "checkboxes"
    grouped: ClassVar[bool] = False

    def __init__(self, label: str, *, hint: str = "", required: bool = True, missing: str = "") -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            error_messages={"required": missing or f"Tick the box: {label}"},
        )

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Draw the label on the box itself."""
        box = Choice("on", str(bound.label), hint=str(bound.help_text))
        items = [_item(box, ["on" if bound.value() else ""])]
        return {"idPrefix": bound.auto_id, "items": items, "hint": ""}


_YES, _NO, _UNSURE = "yes", "no", "not-sure"


class YesNo(Radios):
    """Yes or no, given as True or False; left empty where allowed it gives None."""

    answers: ClassVar[tuple[Choice, ...]] = (Choice(_YES, "Yes"), Choice(_NO, "No"))

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        if_yes: str = "",
        if_no: str = "",
    ) -> None:
        reveals = {_YES: if_yes, _NO: if_no}
        super().__init__(
            label,
            [Choice(a.value, a.text, a.hint, reveals.get(a.value, "")) for a in self.answers],
            hint=hint,
            required=required,
            missing=missing or look.ask("Choose yes or no:", label),
            coerce={_YES: True, _NO: False, _UNSURE: None}.__getitem__,
            inline=len(self.answers) == 2 and not (if_yes or if_no),
        )

    def prepare_value(self, value: Any) -> Any:
        """Turn a stored True or False back into the answer chosen."""
        return {True: _YES, False: _NO}.get(value, value) if isinstance(value, bool) else value


class YesNoUnsure(YesNo):
    """Yes, no or not sure; "not sure" is an answer, and gives None."""

    answers: ClassVar[tuple[Choice, ...]] = (*YesNo.answers, Choice(_UNSURE, "Not sure"))


class Check(Radios):
    """Yes, no or does not apply, on one line; gives a ``Ticked``, or None where it may be left empty."""

    def __init__(self, label: str, *, hint: str = "", required: bool = True, missing: str = "") -> None:
        super().__init__(
            label,
            [Choice(each.value, each.label) for each in Ticked],
            hint=hint,
            required=required,
            missing=missing,
            coerce=Ticked,
            inline=True,
        )


def _item(choice: Choice, chosen: Sequence[str]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "value": choice.value,
        "text": choice.text,
        "checked": choice.value in chosen,
    }
    if choice.hint:
        item["hint"] = {"text": choice.hint}
    if choice.reveals:
        item["reveals"] = choice.reveals
    return item


def _text(value: Any) -> str:
    return "" if value is None else str(value)
