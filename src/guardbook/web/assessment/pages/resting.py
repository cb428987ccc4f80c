"""The answers that rest on one entry of a register."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.registers.reading import Found
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.frameworks.packs import Pack
from guardbook.rules.registers.register import Register
from guardbook.web.assessment.pages import look
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.components import Link, Task


@dataclass(frozen=True, slots=True)
class RestingPage:
    """An entry and the questions whose answers rest on it."""

    title: str
    back: Link
    lead: str
    tasks: tuple[Task, ...]


def resting_page(
    context: Context, register: Register[Any], found: Found[Any], pack: Pack, standings: Sequence[Standing]
) -> RestingPage:
    """Make the page."""
    go = Addresses.of(context, pack)
    parts = {"organisation": context.organisation_id, "slug": register.slug, "entry_id": found.id}
    return RestingPage(
        title=f"Answers that rest on {found.entry.name}",
        back=Link(found.entry.name, reverse("register-entry", kwargs=parts)),
        lead=_lead(found, standings),
        tasks=tuple(
            Task(f"{each.item.ref}: {each.item.question}", look.tag(each.state), go.item(each.item), each.why)
            for each in standings
        ),
    )


def _lead(found: Found[Any], standings: Sequence[Standing]) -> str:
    if found.archived_at is not None:
        return "It is archived, so no answer rests on it."
    if not found.entry.is_checked:
        return "Nobody has said yet that it is true of your service, so no answer rests on it."
    return "If you change it, these may change." if standings else "No toolkit answer rests on it today."
