"""The page that leads to the working pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guardbook.queries.access import Context
from guardbook.queries.roles.held import Holding
from guardbook.rules.access import Permission
from guardbook.rules.roles import words as role_words
from guardbook.rules.roles.vocabulary import Role
from guardbook.web.components import Link, Tag, Task, Tone
from guardbook.web.deciders.pages.look import go, may
from guardbook.web.roles.pages.overview import WORKING


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The four roles, and what belongs to all of them."""

    tasks: Sequence[Task]
    links: Sequence[Link]


def overview(ctx: Context, holders: Mapping[Role, Holding | None]) -> OverviewPage:
    """Put the page together."""
    return OverviewPage(
        tasks=[
            Task(
                role_words.ROLE[role],
                Tag("Held", Tone.DONE) if holder else Tag("Nobody", Tone.WAITING),
                go(ctx, WORKING[role]),
                f"{holder.who}. {role_words.ROLE_MEANING[role]}" if holder else role_words.ROLE_MEANING[role],
            )
            for role, holder in holders.items()
        ],
        links=(
            Link("Champion’s pack", go(ctx, "champion")),
            Link("Reports that were kept", go(ctx, "deciding-reports")),
            *may(
                ctx,
                Permission.MISTAKE_REPORT,
                Link("Ask the Data Protection Officer", go(ctx, "deciding-ask", whom="officer")),
                Link("Ask the Caldicott Guardian", go(ctx, "deciding-ask", whom="guardian")),
            ),
        ),
    )
