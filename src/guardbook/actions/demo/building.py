"""Builds the made-up provider: plays its year, scene by scene, through the actions that people use."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from guardbook.actions import accounts
from guardbook.actions.demo import answering, appointing, impact, incidents, planning, requests, story, telling, year
from guardbook.actions.demo.registers import keeping
from guardbook.actions.demo.year import Cast, Scene
from guardbook.actions.shell import Change, action
from guardbook.kernel import clock
from guardbook.kernel.identifiers import uuid7
from guardbook.queries import access
from guardbook.queries.access import Actor, Context
from guardbook.rules.access import Permission

_BY = "The made-up example"


@dataclass(frozen=True, slots=True)
class Built:
    """The made-up provider, and how many things were done to build it."""

    organisation_id: UUID
    scenes: int


def build(now: datetime, *, stop_before: date | None = None) -> Built:
    """Build the made-up provider with a year behind it that ends at ``now`` (aware); it is flagged as made up.

    ``stop_before`` leaves the story on the eve of that day.
    """
    organisation_id = uuid7()
    cast = Cast(clock.uk_today(now))
    told = [scene for scene in _scenes(cast, now) if stop_before is None or scene.on < stop_before]
    scenes = sorted(told, key=lambda scene: scene.on)
    _found(access.system(_BY, organisation_id, _instant(scenes[0], now, 0)))
    with access.scoped(organisation_id, None):
        for place, scene in enumerate(scenes):
            actor = Actor(scene.by, "made up", permissions=frozenset(Permission))
            scene.play(Context(actor, organisation_id, _instant(scene, now, place)))
    return Built(organisation_id, len(scenes))


def _scenes(cast: Cast, now: datetime) -> list[Scene]:
    return [
        *year.profile(cast),
        *year.staffing(cast),
        *year.learning(cast),
        *appointing.appointments(cast),
        *keeping.registers(cast),
        *answering.answers(cast),
        *planning.plans(cast),
        *telling.told(cast),
        *impact.assessments_and_notice(cast),
        *requests.requests(cast),
        *incidents.incidents(cast, now),
    ]


def _instant(scene: Scene, now: datetime, place: int) -> datetime:
    """A moment in the morning of the scene's day, later for each scene of the same day, and never after ``now``."""
    morning = clock.from_uk(datetime.combine(scene.on, time(9)))
    return min(morning + timedelta(seconds=7 * (place % 600)), now)


@action(None)
def _found(change: Change) -> None:
    organisation = accounts.create_organisation(change, story.NAME, is_demo=True)
    change.record("demo.provider.founded", subject=organisation)
