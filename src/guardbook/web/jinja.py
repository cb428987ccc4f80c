"""Sets up our own templates: strict about undefined names, with our filters and components."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from guardbook.web import charts, components, fields, frame, markdown, nhs, words


def environment(**options: Any) -> Environment:
    """Build the environment for Django's Jinja2 backend, which passes its ``options``.

    The undefined type Django chooses is replaced by the strict one, so that a misspelt
    name fails the page's test instead of printing nothing.
    """
    options |= {
        "undefined": StrictUndefined,
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
    }
    made = Environment(**options)  # noqa: S701 - autoescape is set above
    made.globals.update(
        url=url,
        static=static,
        notices=notices,
        frame_of=frame.of,
        nhs=nhs.nhs,
        field=fields.field,
        form_fields=fields.form_fields,
        question=fields.question,
        error_summary=fields.error_summary,
        draw_chart=charts.draw,
    )
    made.tests.update(
        tag_value=lambda value: isinstance(value, components.Tag),
        link_value=lambda value: isinstance(value, components.Link),
        lines_value=lambda value: isinstance(value, components.Lines),
    )
    made.filters.update(
        day=words.day,
        moment=words.moment,
        count=words.count,
        noun=words.noun,
        listing=words.listing,
        markdown=markdown.render,
    )
    return made


def url(name: str, **parts: object) -> str:
    """Give the address of a named page, such as ``url("roles", organisation=id)``."""
    return reverse(name, kwargs=parts)


def notices(request: HttpRequest) -> list[tuple[str, str]]:
    """Take the messages waiting for this person, as (level, text); each is given once."""
    return [(message.level_tag, str(message)) for message in get_messages(request)]
