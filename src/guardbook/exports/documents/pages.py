"""Writes a document as one web page that carries its own style: the source of the PDF."""

from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from guardbook.exports import documents

_HERE = Path(__file__).parent


def html(document: documents.Document) -> str:
    """Return the document as a complete page; every word in it is escaped."""
    template = _environment().get_template("document.html.jinja")
    return template.render(document=document, issued=documents.day(document.issued_on), foot=documents.FOOT)


def page(name: str, **values: object) -> str:
    """Return a page of its own shape, such as a poster; every word in it is escaped."""
    return _environment().get_template(name).render(**values)


def style() -> str:
    """Return the style sheet that goes with the page."""
    return (_HERE / "document.css").read_text("utf-8")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_readable,
    )
    environment.globals["kind"] = lambda block: type(block).__name__.lower()
    environment.globals["style"] = style
    return environment


def _readable(value: object) -> object:
    return documents.readable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
