"""The registers of the made-up provider: full, believable, and in step with its answers."""

import pytest

from guardbook.actions.demo import words
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.year import Cast
from guardbook.kernel import clock
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating
from guardbook.queries.registers import listing, overview, reading
from guardbook.queries.registers.listing import Asked, Show
from guardbook.records.models import EventDetail, PolicyAcceptance
from guardbook.rules.assessment.states import State
from guardbook.rules.registers import risks, spot_checks

NO_LONGER_HOLD = {"2.2.1", "10.2.1"}  # somebody new has not signed; a certificate ran out last week


def test_every_register_is_kept_and_somebody_said_that_it_is_whole(built: Context) -> None:
    states = overview.states(built)

    assert [state.register.slug for state in states if not state.total or state.check is None] == []
    assert sum(state.total for state in states) > 250


def test_whatever_records_can_answer_was_confirmed_from_them(built: Context) -> None:
    told = EventDetail.objects.filter(
        event__organisation_id=built.organisation_id, event__event="assessment.suggestion.confirmed"
    )
    items = {body["item"] for body in told.values_list("body", flat=True)}

    wanted = {item.ref for item in frameworks.newest().items if item.mandatory and item.rule}
    assert items == wanted - words.NOT_APPLICABLE.keys()


def test_only_what_is_meant_to_holds_no_longer_today(built: Context) -> None:
    pack = frameworks.newest()

    found = evaluating.one(built, pack, evaluating.run(built, pack.code, pack.version)).standings

    assert {each.item.ref for each in found if each.state in {State.CONTRADICTED, State.OUT_OF_DATE}} == NO_LONGER_HOLD


def test_there_is_something_to_put_right_today(built: Context) -> None:
    waiting = {(each.register.slug, each.name) for each in overview.waiting(built, 50)}

    assert waiting == {
        ("suppliers", "Copperleaf IT"),
        ("backups", "Care records"),
        ("disposals", "Applications for the night post"),
        ("flows", "News about the person"),
        ("policies", "Photos and social media"),
        ("observations", "Visitors sign in below a page of other people’s names"),
        ("contributions", "Use a visitors’ book that hides earlier names"),
        ("advice", "May a rota app show birthdays?"),
        ("caldicott", "May the day centre have the whole care plan?"),
    }
    assert sum(state.unchecked for state in overview.states(built)) == 1
    rounds = listing.page(built, spot_checks.REGISTER, Asked()).found
    assert [each.entry.open_actions for each in rounds].count(1) == 1
    gone = listing.page(built, reading.named("suppliers"), Asked(show=Show.ARCHIVED)).found
    assert [each.archived_because for each in gone] == ["The contract ended, and Tidewater Payroll took over."]


def test_one_laptop_stays_without_fixes_because_somebody_agreed(built: Context) -> None:
    devices = listing.page(built, reading.named("devices"), Asked(search="Label laptop")).found

    (laptop,) = (each.entry for each in devices)
    today = clock.uk_today(built.now)
    assert laptop.unsupported_after < today < laptop.accepted_until


def test_one_risk_is_lived_with_and_staff_signed_what_they_read(built: Context) -> None:
    found = listing.page(built, risks.REGISTER, Asked(search="no longer gets updates")).found

    (risk,) = (each.entry for each in found)
    assert risk.is_accepted(clock.uk_today(built.now))
    assert PolicyAcceptance.objects.of(built.organisation_id).count() > 40


@pytest.mark.parametrize(
    ("headings", "line", "why"),
    [
        (("Company", "Service", "Colour"), ("Oak", "Washes", "red"), "no question takes"),
        (("Company", "Service", "Owner"), ("Oak", "Washes", "Nobody Here"), "Nobody Here"),
    ],
)
def test_a_mistake_in_the_story_is_not_played_over(
    built: Context, headings: tuple[str, ...], line: tuple[str, ...], why: str
) -> None:
    story = Book(Cast(clock.uk_today(built.now)), "suppliers", "Test").bring(0, headings, [line])

    with pytest.raises(ValueError, match=why):
        story.play(built)
