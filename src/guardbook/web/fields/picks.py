"""Fields that pick people, sites or entries by name, from lists of any length.

A short list is a native select, or boxes to tick. Above that the name is typed, and matched when
it arrives: only a name that is certain is taken. Any other comes back as it was typed, with the
nearest names to choose from.
"""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from guardbook.rules.registers.picking import Found, Known, Names
from guardbook.web import nhs
from guardbook.web.fields import look, typed
from guardbook.web.fields.typed import Typed, TypedNames


class _Picker(forms.Field):
    """What both pickers share.

    ``known`` must hold what is stored now, even when it has left or is archived: what is not in
    it cannot stay chosen. ``where`` names the list in an error: "your staff list".
    """

    longest: ClassVar[int]
    """How many can be shown to choose from; above that, names are typed."""

    def __init__(
        self,
        label: str,
        known: Iterable[Known],
        *,
        where: str = "the list",
        hint: str = "",
        required: bool = True,
        missing: str = "",
    ) -> None:
        self.known = tuple(known)
        super().__init__(
            widget=TypedNames(is_always_sent=self._is_always_sent),
            label=label,
            help_text=hint,
            required=required,
            error_messages={"required": missing or look.ask("Choose", label)},
        )
        self.where = where
        self._by_id = {str(one.id): one for one in self.known}
        self._names: Names | None = None

    @property
    def is_short(self) -> bool:
        """True where everything there is can be shown to choose from."""
        return len(self.known) <= self.longest

    @property
    def _is_always_sent(self) -> bool:
        return True

    def found(self, line: str, said: Typed) -> Found:
        """What one line means: what somebody chose for it, the identifier of a choice, or a name."""
        if one := self._by_id.get(said.settled.get(line, line)):
            return Found(line, one)
        if self._names is None:
            self._names = Names(self.known)
        return self._names.find(line)

    def chosen_besides(self, said: Typed) -> tuple[Known, ...]:
        """What was chosen for lines that are there no more."""
        others = (one for line, one in said.settled.items() if line not in said.lines)
        return tuple(self._by_id[one] for one in others if one in self._by_id)

    def written(self, stored: Any) -> str:
        """A stored identifier as it stands in the box: the name where one types, else as it is."""
        one = self._by_id.get(str(stored))
        return one.in_full if one and not self.is_short else str(stored)

    def fault(self, line: str, said: Typed) -> ValidationError:
        """Why a line was not taken."""
        return ValidationError(self.found(line, said).sentence(self.where), code="unknown")


class Pick(_Picker):
    """One person, site or entry; gives its identifier, or None where it may be left empty.

    ``empty`` is the first line of the select.
    """

    longest = 200
    grouped: ClassVar[bool] = False

    def __init__(self, label: str, known: Iterable[Known], *, empty: str = "Choose one", **more: Any) -> None:
        super().__init__(label, known, **more)
        self.empty = empty

    @property
    def component(self) -> str:
        """A select, or a box to type the name in."""
        return "select" if self.is_short else "input"

    def clean(self, value: Typed) -> UUID | None:
        """Give the one meant, or say which it may be."""
        line = " ".join(value.lines)
        named = self.found(line, value).sure if line else None
        chosen = next(iter(self.chosen_besides(value)), None)
        if named and chosen and named.id != chosen.id:
            raise ValidationError(f"You typed “{line}” and chose {chosen.in_full}. Keep one of them.", code="two")
        if line and named is None:
            raise self.fault(line, value)
        if self.required and not (named or chosen):
            raise ValidationError(self.error_messages["required"], code="required")
        one = named or chosen
        return one.id if one else None

    def prepare_value(self, value: Any) -> Typed:
        """Turn a stored identifier into what stands in the box."""
        if isinstance(value, Typed):
            return value
        return Typed((self.written(value),)) if value else Typed()

    def options(self, bound: BoundField) -> dict[str, Any]:
        """List the choices, or give what was typed and the nearest names."""
        said: Typed = bound.value()
        line = " ".join(said.lines)
        if self.is_short:
            lines = [("", self.empty), *((str(one.id), one.in_full) for one in self.known)]
            return {"items": [{"value": value, "text": text, "selected": value == line} for value, text in lines]}
        given = {"autocomplete": "off", "attributes": {"list": f"{bound.auto_id}-names"}}
        nearest = self.found(line, said).nearest if bound.errors and line else ()
        below = typed.which(bound, "radios", [(line, one) for one in nearest], said)
        return given | {"below": typed.offered(bound, self.known) + below} | ({"value": line} if line else {})


class Picks(_Picker):
    """Several entries: boxes to tick, or one name on a line; gives a tuple of identifiers."""

    longest = 60

    def __init__(self, label: str, known: Iterable[Known], *, hint: str = "", **more: Any) -> None:
        super().__init__(label, known, hint=hint, **more)
        if not self.known:
            self.help_text = f"There is nothing in {self.where} yet."
        elif not self.is_short:
            self.help_text = f"{hint} Write one name on each line".strip()

    @property
    def component(self) -> str:
        """Boxes to tick, or a box to type names in."""
        return "checkboxes" if self.is_short else "textarea"

    @property
    def grouped(self) -> bool:
        """True for boxes to tick, which share one legend."""
        return self.is_short

    @property
    def _is_always_sent(self) -> bool:
        return not self.is_short

    def clean(self, value: Typed) -> tuple[UUID, ...]:
        """Give those meant, each once; or say of each line that is not certain which it may be."""
        found = [self.found(line, value) for line in value.lines]
        if faults := [self.fault(each.typed, value) for each in found if each.sure is None]:
            raise ValidationError(faults)
        meant = [each.sure.id for each in found if each.sure]
        given = tuple(dict.fromkeys([*meant, *(one.id for one in self.chosen_besides(value))]))
        if self.required and not given:
            raise ValidationError(self.error_messages["required"], code="required")
        return given

    def prepare_value(self, value: Any) -> Typed:
        """Turn stored identifiers into what stands in the box or is ticked."""
        return value if isinstance(value, Typed) else Typed(tuple(self.written(one) for one in value or ()))

    def options(self, bound: BoundField) -> dict[str, Any]:
        """List the boxes, or give what was typed and, of each line that is not certain, the nearest names."""
        said: Typed = bound.value()
        if self.is_short:
            items = [
                {"value": str(one.id), "text": one.in_full, "checked": str(one.id) in said.lines} for one in self.known
            ]
            return {"idPrefix": bound.auto_id, "items": items}
        unsure = [(line, one) for line in said.lines for one in self.found(line, said).nearest] if bound.errors else []
        return {
            "value": nhs.unbroken("\n".join(said.lines)),
            "rows": min(max(5, len(said.lines) + 2), 15),
            "below": typed.which(bound, "checkboxes", unsure, said),
        }
