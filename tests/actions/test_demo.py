"""The made-up provider: believable, whole, flagged, and gone without a trace of content."""

from collections import Counter
from uuid import UUID

from django.apps import apps

from guardbook.actions import erasure
from guardbook.actions.demo import story, visiting
from guardbook.kernel import clock
from guardbook.queries import access, audit, demo, frameworks, organisations
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating
from guardbook.records.models import Appointment, AuditEvent, EventDetail, Grant, Person, Publication, Snapshot, User
from guardbook.rules.assessment.states import State
from guardbook.rules.training import coverage
from tests.cast import Cast, user_id

LEFT_BEHIND = {"AuditEvent", "ChainHead", "Erasure", "EventDetail"}  # the last: only of the removal itself


def rows_of(organisation_id: UUID) -> set[str]:
    """The names of the tables that hold something of an organisation."""
    return {
        model.__name__
        for model in apps.get_app_config("records").get_models()
        if any(field.attname == "organisation_id" for field in model._meta.concrete_fields)
        and model._default_manager.filter(organisation_id=organisation_id).exists()
    }


def test_it_is_flagged_as_made_up(built: Context) -> None:
    found = organisations.brief(built.organisation_id)

    assert found is not None
    assert found.is_demo
    assert "made-up" in found.name


def test_its_answers_are_in_every_state(built: Context) -> None:
    pack = frameworks.newest()

    found = evaluating.one(built, pack, evaluating.run(built, pack.code, pack.version))

    assert set(Counter(each.state for each in found.standings)) == set(State)


def test_it_has_a_past_lead_a_frozen_snapshot_and_last_years_publication(built: Context) -> None:
    past = Appointment.objects.of(built.organisation_id).exclude(until_on=None)

    assert [str(row.person) for row in past] == [story.PAST_LEAD]
    assert Snapshot.objects.of(built.organisation_id).count() == 1
    assert Publication.objects.of(built.organisation_id).count() == 1


def test_its_training_rose_from_94_to_96_percent(built: Context) -> None:
    today = clock.uk_today(built.now)
    members = [member for member in story.staff(today) if member.left_on is None]
    trained = [member.trained_on(today, place) for place, member in enumerate(members)]

    before = coverage.Counts(len(members), sum(day is not None and (today - day).days > 9 for day in trained))
    after = coverage.Counts(len(members), sum(day is not None for day in trained))

    assert (coverage.in_percent(before), coverage.in_percent(after)) == ("93.7", "95.8")


def test_its_year_is_told_in_order_and_its_chain_is_whole(built: Context) -> None:
    instants = list(
        AuditEvent.objects.filter(organisation_id=built.organisation_id)
        .order_by("sequence")
        .values_list("at", flat=True)
    )

    assert instants == sorted(instants)
    assert (instants[-1] - instants[0]).days >= 360
    assert instants[-1] <= built.now
    assert not list(audit.faults())


def test_it_keeps_people_apart_from_a_real_provider(cast: Cast, built: Context) -> None:
    assert not Person.objects.of(cast.asha.organisation_id).exists()
    assert not organisations.is_empty()


def test_an_installation_with_only_the_example_is_still_new(built: Context) -> None:
    assert organisations.is_empty()


def test_owners_can_look_round_it(cast: Cast, built: Context) -> None:
    count = visiting.let_owners_in(built.organisation_id, built.now)

    assert count == 2
    assert access.reach_of(cast.asha.by.user_id, built.organisation_id, built.now).is_member
    assert not access.reach_of(cast.ben.by.user_id, built.organisation_id, built.now).is_member


def test_without_an_owner_there_is_nobody_to_let_in(built: Context) -> None:
    before = AuditEvent.objects.count()

    assert visiting.let_owners_in(built.organisation_id, built.now) == 0

    assert AuditEvent.objects.count() == before


def test_removing_it_leaves_no_row_and_no_visitor_and_an_honest_chain(cast: Cast, built: Context) -> None:
    visitor = visiting.make_visitor(built.organisation_id, built.now)
    visiting.let_owners_in(built.organisation_id, built.now)

    erasure.erase(built, name=story.NAME, reason="A made-up example")

    assert demo.made_up() == []
    assert rows_of(built.organisation_id) <= LEFT_BEHIND
    assert EventDetail.objects.filter(organisation_id=built.organisation_id).count() == 1
    assert not User.objects.filter(pk=visitor.user_id).exists()
    assert Grant.objects.of(cast.asha.organisation_id).filter(user_id=user_id(cast.asha)).exists()
    assert not list(audit.faults())
