"""What arrives of a picker: the names as typed, and which of the nearest names was chosen for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from markupsafe import Markup

from guardbook.rules.registers.picking import Known
from guardbook.web import nhs

_LONGEST = 100_000
_MOST_OFFERED = 1000  # names a browser offers while one types; the rest are matched all the same


@dataclass(frozen=True, slots=True)
class Typed:
    """Lines of text, or identifiers of choices; and the choices made among nearest names, as ``which`` sends them."""

    lines: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def settled(self) -> Mapping[str, str]:
        """For each line that somebody settled, the identifier they chose."""
        split = (choice.partition(" ") for choice in self.choices)
        return {line: one for one, _space, line in split}


class TypedNames(forms.Widget):
    """Reads the box or boxes, and the choice among the nearest names below it."""

    def __init__(self, *, is_always_sent: bool) -> None:
        super().__init__()
        self.is_always_sent = is_always_sent

    def value_from_datadict(  # the signature is Django's
        self,
        data: Mapping[str, Any],
        files: Any,  # noqa: ARG002 - a name is not a file
        name: str,
    ) -> Typed:
        """Give each line as typed, without spaces at the ends."""
        text = "\n".join(_all(data, name))[:_LONGEST]
        lines = (" ".join(line.split()) for line in text.splitlines())
        return Typed(tuple(line for line in lines if line), _all(data, f"{name}-which"))

    def value_omitted_from_data(  # the signature is Django's
        self,
        data: Mapping[str, Any],
        files: Any,  # noqa: ARG002 - a name is not a file
        name: str,
    ) -> bool:
        """Tell whether the field was not on the page; boxes that are not ticked send nothing."""
        return self.is_always_sent and name not in data


def offered(bound: BoundField, known: Sequence[Known]) -> Markup:
    """Draw the names a browser offers while one types."""
    lines = Markup().join(Markup('<option value="{}">').format(one.in_full) for one in known[:_MOST_OFFERED])
    return Markup('<datalist id="{}-names">{}</datalist>').format(bound.auto_id, lines)


def which(bound: BoundField, component: str, nearest: Iterable[tuple[str, Known]], typed: Typed) -> Markup:
    """Draw the nearest names as choices, each for the line that it may settle; nothing where there are none."""
    made = [(f"{one.id} {line}", line, one) for line, one in nearest]
    items = [
        {
            "value": value,
            "text": one.in_full,
            "checked": value in typed.choices,
            **({"hint": {"text": f"for “{line}”"}} if component == "checkboxes" else {}),
        }
        for value, line, one in made
    ]
    if not items:
        return Markup()
    legend = {"text": f"Did you mean {'one' if component == 'radios' else 'any'} of these?", "size": "s"}
    name = f"{bound.html_name}-which"
    return nhs.nhs(
        component,
        {"name": name, "idPrefix": f"{bound.auto_id}-which", "fieldset": {"legend": legend}, "items": items},
    )


def _all(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Every value sent under a name; a plain mapping, as tests send, holds one or a list."""
    found = data.getlist(name) if hasattr(data, "getlist") else data.get(name, ())
    return (found,) if isinstance(found, str) else tuple(str(each) for each in found)
