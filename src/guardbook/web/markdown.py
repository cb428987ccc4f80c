"""Turns Markdown into HTML that is safe to show: no HTML of the writer's own, only harmless links."""

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "blockquote", "a"),
    *("ul", "ol", "li", "h2", "h3", "h4"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_LINKS = {"http", "https", "mailto", "tel"}


def render(text: str) -> Markup:
    """Give the HTML of Markdown text. HTML in the text is shown as it was typed, never obeyed."""
    drawn = nh3.clean(
        _reader().render(text), tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_LINKS, link_rel="noopener"
    )
    return Markup(drawn)  # noqa: S704 - cleaned by nh3 in the line above


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")
