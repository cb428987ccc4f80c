"""Draws the NHS design system's own components, and refuses a value that is missing."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from jinja2 import ChainableUndefined, Environment, PackageLoader, Undefined, UndefinedError
from markupsafe import Markup, escape

Params: TypeAlias = Mapping[str, object]

_BLANK_LINES = re.compile(r"\n\s*\n")


def nhs(component: str, params: Params | None = None, caller: Callable[[], str] | None = None) -> Markup:
    """Draw one NHS component by the design system's name, such as "inset-text".

    ``params`` are the component's own options. In a template the body of a
    ``{% call nhs("inset-text") %}`` block arrives as ``caller``. The components accept
    an undefined value in silence, so a misspelt name would vanish from the page: any
    undefined value in ``params`` raises ``UndefinedError`` instead, and names its place.
    """
    known = dict(params or {})
    refuse_undefined(known, f"nhs({component!r})")
    macro = _macro(component)
    drawn = macro(known, caller=caller) if caller else macro(known)
    return Markup(_BLANK_LINES.sub("\n", drawn.strip()))  # noqa: S704 - drawn with autoescape on


def refuse_undefined(value: object, place: str) -> None:
    """Raise ``UndefinedError`` when a value, or anything inside it, is undefined."""
    if isinstance(value, Undefined):
        message = f"{place} was given a value that is not defined"
        raise UndefinedError(message)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            refuse_undefined(inner, f"{place}.{key}")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, inner in enumerate(value):
            refuse_undefined(inner, f"{place}[{index}]")


def unbroken(text: str) -> Markup:
    """Escape text for a textarea so that no template's indenting can alter its lines."""
    lines = text.replace("\r\n", "\n")
    return Markup(str(escape(lines)).replace("\n", "&#10;"))  # noqa: S704 - escaped here


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _macro(component: str) -> Callable[..., str]:
    first, *rest = component.split("-")
    name = first + "".join(part.capitalize() for part in rest)
    module = _environment().get_template(f"nhsuk/components/{component}/macro.jinja").module
    macro: Callable[..., str] = getattr(module, name)
    return macro
