"""What staff and the public told the made-up provider: a near miss that is closed, a mistake that waits, and two addresses."""

from collections.abc import Callable, Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.year import Cast, Scene
from guardbook.actions.intake import addresses, deciding, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.queries.access import Context
from guardbook.queries.intake import addresses as questions
from guardbook.queries.intake import reports
from guardbook.rules.intake.reports import About, Purpose, Sort, When

_NEAR_MISS = Words(
    sort=Sort.NEAR_MISS,
    what="A handover sheet was left on the printer in the corridor. I took it to the office before anybody saw it.",
    happened_about=When.MORNING,
    affected="Four residents on the first floor",
    place="The printer in the corridor",
    about=About.NOBODY,
)
_WAITING = Words(
    sort=Sort.MISTAKE,
    what="A letter about one resident's appointment was put in the envelope of another. A daughter rang about it.",
    happened_about=When.AFTERNOON,
    affected="Two residents, a daughter",
    place="The office",
    about=About.STAFF,
)
_DONE = "Thank you. The printer now keeps a page until somebody types their number."
_PHONE = "Mozilla/5.0 (Linux; Android 15; Mobile)"


def told(cast: Cast) -> Iterator[Scene]:
    """Both addresses switched on and tried, one report closed, one that waits."""
    yield Scene(cast.ago(100), story.MANAGER, _switched_on(Purpose.MISTAKES))
    yield Scene(cast.ago(60), story.MANAGER, _switched_on(Purpose.PUBLIC))
    yield Scene(cast.ago(45), story.MANAGER, _telling(_NEAR_MISS, "a near miss"))
    yield Scene(cast.ago(44), story.MANAGER, _closing)
    yield Scene(cast.today, story.MANAGER, _telling(_WAITING, "a mistake"))


def _switched_on(purpose: Purpose) -> Callable[[Context], object]:
    def play(ctx: Context) -> None:
        address_id = addresses.switch_on(ctx, purpose=purpose)
        opened = questions.opened(questions.address(ctx, address_id).code, ctx.now)
        addresses.try_out(opened, is_signed_in=False, is_this_computer=False, browser=_PHONE)

    return play


def _telling(words: Words, mark: str) -> Callable[[Context], object]:
    def play(ctx: Context) -> None:
        code = next(each.code for each in questions.addresses(ctx) if each.purpose is Purpose.MISTAKES)
        receiving.by_address(questions.opened(code, ctx.now), words, Sent(f"{ctx.organisation_id} {mark}"))

    return play


def _closing(ctx: Context) -> None:
    for each in reports.listing(ctx).rows:
        told = deciding.read(ctx, report_id=each.id)
        deciding.close(ctx, report_id=each.id, outcome=_DONE, version=told.version)
