"""The toolkit at the made-up provider: last year brought, every question answered, frozen, and what has moved since."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from guardbook.actions.assessment import answering, carrying, commenting, proving, publishing, starting
from guardbook.actions.assessment.answering import Place
from guardbook.actions.demo import story, words
from guardbook.actions.demo.year import FROZEN, LENGTH, Cast, Scene
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.status import Goal
from guardbook.rules.frameworks.items import AnswerKind
from guardbook.rules.frameworks.packs import Pack

PLANNED = timedelta(days=21)  # after the end of the year told
_LAST_YEAR = 520  # days ago that last year's answers were published


def answers(cast: Cast) -> Iterator[Scene]:
    """The whole of it, in order."""
    pack = frameworks.newest()
    before = str(int(pack.version) - 1)
    published = cast.ago(_LAST_YEAR)
    yield Scene(
        cast.ago(LENGTH - 3),
        story.OWNER,
        lambda ctx: publishing.record_publication(
            ctx, framework=pack.code, version=before, on=published, goal=Goal.STANDARDS_MET
        ),
    )
    yield Scene(cast.ago(310), story.MANAGER, lambda ctx: _start(ctx, pack, cast))
    yield Scene(
        cast.ago(305),
        story.MANAGER,
        lambda ctx: carrying.bring(
            ctx, framework=pack.code, version=pack.version, from_version=before, words=words.LAST_YEAR
        ),
    )
    yield from _through_the_list(cast, pack)
    yield Scene(cast.ago(FROZEN), story.OWNER, lambda ctx: _freeze(ctx, pack))
    yield from _since(cast, pack)


def _start(ctx: Context, pack: Pack, cast: Cast) -> None:
    starting.start(ctx, framework=pack.code, version=pack.version, planned_on=cast.ago(FROZEN - 3))


def _through_the_list(cast: Cast, pack: Pack) -> Iterator[Scene]:
    """Two or three questions a week from winter to spring; those that rest on records last of all."""
    wanted = [item for item in pack.items if item.mandatory]
    by_hand = [item for item in wanted if not item.rule or item.ref in words.NOT_APPLICABLE]
    for place, item in enumerate(by_hand):
        yield Scene(cast.ago(300 - place * 3), story.MANAGER, _answering(pack, item.ref))
    for item in wanted:
        if item not in by_hand:
            yield Scene(cast.ago(FROZEN + 2), story.MANAGER, _confirming(pack, item.ref))


def _since(cast: Cast, pack: Pack) -> Iterator[Scene]:
    """A new date planned; one confirmation taken back for another look; a remark."""
    planned = cast.today + PLANNED
    yield Scene(
        cast.ago(40),
        story.MANAGER,
        lambda ctx: starting.plan(ctx, framework=pack.code, version=pack.version, planned_on=planned),
    )
    taken_back = Place(pack.code, pack.version, "4.1.1")
    yield Scene(
        cast.ago(4), story.MANAGER, lambda ctx: answering.withdraw_confirmation(ctx, place=taken_back, seen_version=1)
    )
    remark = Place(pack.code, pack.version, "3.2.1")
    yield Scene(
        cast.ago(9),
        story.NURSE,
        lambda ctx: commenting.comment(
            ctx, place=remark, body=f"{story.TRAINED_LAST} finished today, so we are back above 95%."
        ),
    )


def _answering(pack: Pack, ref: str) -> Callable[[Context], object]:
    """Answer by hand, for want of a record: yes, or that it does not apply."""
    because = words.NOT_APPLICABLE.get(ref, "")
    answer = Answer(AnswerKind.CONFIRM, yes=not because, not_applicable_because=because)
    place = Place(pack.code, pack.version, ref)
    return lambda ctx: answering.answer_item(ctx, place=place, answer=answer, seen_version=0)


def _confirming(pack: Pack, ref: str) -> Callable[[Context], object]:
    place = Place(pack.code, pack.version, ref)

    def play(ctx: Context) -> None:
        if ref in words.PLACES:
            proving.attach(ctx, place=place, proofs=proving.Proofs(kept_at=words.PLACES[ref]))
        answering.confirm_suggestion(ctx, place=place, seen_version=0)

    return play


def _freeze(ctx: Context, pack: Pack) -> None:
    publishing.freeze(ctx, framework=pack.code, version=pack.version, goal=Goal.STANDARDS_MET)
