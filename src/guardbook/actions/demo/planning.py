"""What the people of the made-up provider wrote down to do: open, done and put off."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from guardbook.actions.agenda import deciding, tasks
from guardbook.actions.demo import story
from guardbook.actions.demo.year import Cast, Scene
from guardbook.queries.access import Context
from guardbook.rules.agenda import tasks as rules
from guardbook.rules.agenda.tasks import Written

_KEYS = Written("Ask the locksmith for a second key to the office", "Only one person can open the paper records.")
_LEAFLET = Written("Order the new privacy leaflet", "The old one names a manager who has left.")
_TALK = Written("Talk about emails that ask for a password, at the team meeting", "Two people nearly answered one.")


def plans(cast: Cast) -> Iterator[Scene]:
    """Three tasks: one with a day to come, one done, one that waits."""
    yield Scene(cast.ago(12), story.MANAGER, _made(_KEYS, cast.today + timedelta(days=9), 15))
    yield Scene(cast.ago(40), story.MANAGER, _done(_TALK, cast.ago(30)))
    yield Scene(cast.ago(5), story.MANAGER, _waiting(_LEAFLET, cast.today + timedelta(days=21)))


def _made(said: Written, due_on: date, minutes: int) -> Callable[[Context], object]:
    return lambda ctx: tasks.make_task(ctx, said=Written(said.title, said.why, due_on, minutes))


def _done(said: Written, due_on: date) -> Callable[[Context], object]:
    def play(ctx: Context) -> None:
        key = tasks.make_task(ctx, said=Written(said.title, said.why, due_on, 20))
        tasks.finish_task(ctx, task_id=key)

    return play


def _waiting(said: Written, until: date) -> Callable[[Context], object]:
    def play(ctx: Context) -> None:
        key = tasks.make_task(ctx, said=said)
        reason = "The printer is closed until then."
        deciding.put_off(ctx, cause=rules.cause_of(str(key)), until=until, reason=reason)

    return play
