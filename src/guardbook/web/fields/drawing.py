"""Draws a form's fields through the NHS components, with label, hint and error."""

import re
from typing import Any, cast

from django.forms import BaseForm, BoundField
from markupsafe import Markup

from guardbook.web import nhs
from guardbook.web.fields import dates, look
from guardbook.web.fields.choices import Choice

# The design system's script opens an answer with aria-expanded, which a radio button may not
# carry; our style sheet opens it instead, and so it also works without script.
_REVEALED_BY_SCRIPT = re.compile(r' data-aria-controls="[^"]*"| nhsuk-(?:radios|checkboxes)__conditional--hidden')


def field(bound: BoundField, size: str = "s", *, heading: bool = False) -> Markup:
    """Draw one field. ``size`` is s, m, l or xl; as ``heading`` its label is the page's h1."""
    kind = _look(bound)
    if kind.component == "hidden":
        return Markup('<input type="hidden" name="{}" value="{}">').format(
            bound.html_name, kind.options(bound)["value"]
        )
    options = kind.options(bound)
    below: Markup = options.pop("below", Markup())
    _draw_revealed(bound.form, options.get("items", []))
    drawn = nhs.nhs(kind.component, _common(bound, size, heading=heading) | options)
    return Markup(_REVEALED_BY_SCRIPT.sub("", drawn)) + below  # noqa: S704 - only takes attributes away


def form_fields(form: BaseForm) -> Markup:
    """Draw every field in order; one that an answer reveals is drawn inside that answer."""
    revealed = {choice.reveals for choice in _reveals(form)}
    shown = [bound for bound in form if bound.name not in revealed]
    return Markup("\n").join(_headed(bound) for bound in shown)


def _headed(bound: BoundField) -> Markup:
    """A field, under the heading of its part of the form where one begins with it."""
    part = getattr(bound.form, "parts", {}).get(bound.name, "")
    heading = Markup('<h2 class="nhsuk-heading-m">{}</h2>\n').format(part) if part else Markup()
    return heading + field(bound)


def question(form: BaseForm) -> Markup:
    """Draw a form of one question: its first field's label is the page's heading."""
    revealed = {choice.reveals for choice in _reveals(form)}
    first, *rest = [bound for bound in form if bound.name not in revealed]
    drawn = [field(first, "l", heading=True), *(field(bound) for bound in rest)]
    return Markup("\n").join(drawn)


def error_summary(form: BaseForm) -> Markup:
    """Draw the list of what is wrong, each linked to its field; nothing when all is well."""
    if not form.errors:
        return Markup()
    faults: list[dict[str, str]] = [{"text": str(text)} for text in form.non_field_errors()]
    for name, errors in form.errors.items():
        if name in form.fields:
            address = f"#{_first_input(form[name])}"
            faults += [{"text": str(text), "href": address} for text in errors]
    return nhs.nhs("error-summary", {"titleText": "There is a problem", "errorList": faults})


def _common(bound: BoundField, size: str, *, heading: bool) -> dict[str, Any]:
    """Give the options every component shares: name, id, label or legend, hint, error."""
    given: dict[str, Any] = {"name": bound.html_name}
    kind = _look(bound)
    label = {"text": _label(bound), "size": size, "isPageHeading": heading}
    given |= {"fieldset": {"legend": label}} if kind.grouped else {"label": label}
    if kind.component not in {"radios", "checkboxes", "date-input"}:
        given["id"] = bound.auto_id
    if bound.help_text:
        given["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        given["errorMessage"] = {"text": " ".join(str(text) for text in bound.errors)}
    return given


def _label(bound: BoundField) -> str:
    says_so = not bound.field.required and getattr(bound.form, "marks_optional", True)
    if says_so and all(not choice.needed for choice in _reveals(bound.form) if choice.reveals == bound.name):
        return f"{bound.label} (optional)"
    return str(bound.label)


def _look(bound: BoundField) -> look.Look:
    # Every field of a form of ours is one of this package's; the drawing tests cover each.
    return cast("look.Look", bound.field)


def _draw_revealed(form: BaseForm, items: list[dict[str, Any]]) -> None:
    for item in items:
        if name := item.pop("reveals", ""):
            item["conditional"] = {"html": field(form[name])}


def _reveals(form: BaseForm) -> list[Choice]:
    """The answers of a form that reveal a field."""
    offered = [choice for each in form.fields.values() for choice in getattr(each, "offered", ())]
    return [choice for choice in offered if choice.reveals]


def _first_input(bound: BoundField) -> str:
    parts = dates.faulty_parts(bound) if isinstance(bound.field, dates.Date) else ()
    return f"{bound.auto_id}-{parts[0]}" if parts else str(bound.auto_id)
