"""What the list of changes shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.queries.dpia.assessments import Standing
from guardbook.rules.access import Permission
from guardbook.rules.dpia.states import ENDED, State
from guardbook.web import words
from guardbook.web.components import Link, Task
from guardbook.web.dpia import look
from guardbook.web.dpia.look import Address


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that stand alike."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """All changes, in groups; what cannot be done by this person has no address."""

    groups: tuple[Group, ...]
    tell: str
    bring_in: str
    notices: str


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page of a few words: its title, and the link that leads on from it or back."""

    title: str
    link: Link


_LIVE = frozenset({State.LIVE, State.REVIEW_DUE})


def list_page(organisation: UUID, listed: Sequence[Standing], held: frozenset[Permission]) -> ListPage:
    """Put the list together: what waits first, what ended last."""
    groups = (
        ("Waiting for somebody", [each for each in listed if each.state not in ENDED | _LIVE or _is_late(each)]),
        ("In use", [each for each in listed if each.state in _LIVE and not _is_late(each)]),
        ("Ended, or not needed", [each for each in listed if each.state in ENDED]),
    )
    here = {"organisation": organisation}
    return ListPage(
        groups=tuple(
            Group(title, tuple(_task(organisation, each) for each in found)) for title, found in groups if found
        ),
        tell=reverse("dpia-tell", kwargs=here) if Permission.MISTAKE_REPORT in held else "",
        bring_in=reverse("dpia-file", kwargs=here) if Permission.DPIA_EDIT in held else "",
        notices=reverse("notices", kwargs=here),
    )


def _is_late(of: Standing) -> bool:
    return of.state is State.REVIEW_DUE or bool(of.overdue)


def _task(organisation: UUID, of: Standing) -> Task:
    href = Address(organisation, of.impact.id).to()
    return Task(of.impact.name, look.state(of.state), href, " ".join(_hint(of)))


def _hint(of: Standing) -> Iterator[str]:
    yield f"Told by {of.impact.told_by} on {words.day(of.impact.told_at)}."
    if of.review.reasons:
        yield of.review.reasons[0].text
    elif of.state is State.LIVE and of.impact.review_on:
        yield f"Look at it again by {words.day(of.impact.review_on)}."
    if of.overdue:
        yield f"{words.count(len(of.overdue), 'measure is', 'measures are')} overdue."
