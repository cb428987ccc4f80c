"""The champion's pack in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.queries.access import Context
from guardbook.rules.deciders.champion import Topic
from guardbook.web.components import Link, Tag, Task, Tone
from guardbook.web.deciders.pages.look import go


@dataclass(frozen=True, slots=True)
class YearPage:
    """Twelve months."""

    tasks: Sequence[Task]
    back: Link


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One month."""

    month: str
    topic: Topic
    downloads: Sequence[Link]
    back: Link


def year(ctx: Context, topics: Sequence[Topic], now: int) -> YearPage:
    """The whole year; this month is marked."""
    tasks = [
        Task(
            f"{_month(each.month)}: {each.title}",
            Tag("This month", Tone.SUGGESTED) if each.month == now else Tag("Any time"),
            go(ctx, "champion-topic", topic=each.slug),
            each.why,
        )
        for each in topics
    ]
    return YearPage(tasks, Link("Working page of the Lead", go(ctx, "deciding-lead")))


def topic(ctx: Context, found: Topic, *, may_export: bool) -> TopicPage:
    """One month, with what can be printed."""
    offered = (
        ("pack", "pdf", "Talk and quiz as PDF"),
        ("pack", "docx", "Talk and quiz as Word"),
        ("poster", "pdf", "Poster as PDF"),
    )
    downloads = [
        Link(text, go(ctx, "champion-download", topic=found.slug, part=part, form=form)) for part, form, text in offered
    ]
    back = Link("Champion’s pack", go(ctx, "champion"))
    return TopicPage(_month(found.month), found, downloads if may_export else [], back)


def _month(number: int) -> str:
    return f"{date(2000, number, 1):%B}"
