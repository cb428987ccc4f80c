"""What is told, who may read it, and that the person it is about never meets it."""

from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from PIL import Image

from guardbook.actions import organisations
from guardbook.actions.intake import addresses, deciding, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.outside import files
from guardbook.queries.access import Context
from guardbook.queries.intake import addresses as address_questions
from guardbook.queries.intake import reports as questions
from guardbook.records.models import AuditEvent, OutboxMessage, Report, ReportAddress, SensitiveRead
from guardbook.rules.intake.reports import About, Became, CameBy, Kind, Purpose, Sort, State
from tests.cast import Cast, user_id
from tests.factories.intake import WORDS, ids, on_the_staff_list, opened, reported


def lodge(cast: Cast) -> UUID:
    return organisations.add_site(cast.asha, name="The Lodge")


@action(None)
def take_up(change: Change, *, report_id: UUID, became_id: UUID) -> None:
    deciding.take_up(change, report_id, Became.INCIDENT, became_id)


@action(None)
def tell(change: Change, *, became_id: UUID) -> None:
    deciding.tell(change, became_id, "We told the family and changed how we send plans.")


def test_what_comes_by_an_address_waits_to_be_read_and_says_nothing_of_who_sent_it(cast: Cast) -> None:
    received = receiving.by_address(opened(cast), WORDS, Sent("a"))

    row = Report.objects.get()
    event = AuditEvent.objects.get(event="intake.report.received")
    assert (row.number, row.state, row.came_by) == (received.number, State.WAITING, CameBy.ADDRESS)
    assert (row.reporter_id, row.reporter_name, event.by_user_id) == (None, "", None)
    assert ids(cast.mina) == ids(cast.dee) == ids(cast.gail) == ids(cast.sid) == [row.pk]


def test_an_address_of_a_site_says_where(cast: Cast) -> None:
    site = lodge(cast)

    receiving.by_address(opened(cast, site_id=site), WORDS, Sent("a"))

    assert [each.site for each in questions.listing(cast.mina).rows] == ["The Lodge"]


def test_readers_get_a_letter_that_says_nothing_of_what_was_told(cast: Cast) -> None:
    receiving.by_address(opened(cast), WORDS, Sent("a"))

    sent = OutboxMessage.objects.filter(subject__startswith="Something was reported")
    assert {each.to.partition("@")[0] for each in sent} == {"asha", "mina", "dee", "gail", "sid"}
    assert all("care plan" not in each.body and "/reports/" in each.body for each in sent)


def test_pressing_the_button_twice_makes_one_report_and_gives_the_same_number_and_code(cast: Cast) -> None:
    address = opened(cast)

    first = receiving.by_address(address, WORDS, Sent("a"))
    second = receiving.by_address(address, WORDS, Sent("a"))

    assert (first.number, first.code) == (second.number, second.code)
    assert Report.objects.count() == 1


def test_the_same_words_sent_again_are_joined_to_the_first(cast: Cast) -> None:
    address = opened(cast)

    first = receiving.by_address(address, WORDS, Sent("a"))
    second = receiving.by_address(address, WORDS, Sent("b"))

    assert first.number != second.number
    assert [each.number for each in questions.listing(cast.mina).rows] == [first.number]
    assert Report.objects.get(number=second.number).joined_to is not None


def test_the_same_words_two_days_later_are_a_report_of_their_own(cast: Cast) -> None:
    receiving.signed_in(cast.cole, WORDS, Sent("a"), keeps_name=True)
    later = Context(cast.cole.by, cast.cole.organisation_id, cast.cole.now + timedelta(days=2))

    receiving.signed_in(later, WORDS, Sent("b"), keeps_name=True)

    assert len(ids(cast.mina)) == 2


def test_somebody_signed_in_may_stay_unknown_and_nothing_leads_back_to_them(cast: Cast) -> None:
    receiving.signed_in(cast.ben, WORDS, Sent("a"), keeps_name=False)

    row = Report.objects.get()
    event = AuditEvent.objects.select_related("detail").get(event="intake.report.received")
    assert (row.reporter_id, row.reporter_name, event.by_user_id) == (None, "", None)
    assert "Ben" not in str(event.detail.body)


def test_somebody_signed_in_may_keep_their_name(cast: Cast) -> None:
    assert reported(cast).reporter_id == user_id(cast.cole)


def test_a_paper_form_typed_in_is_not_the_report_of_whoever_typed_it(cast: Cast) -> None:
    receiving.signed_in(cast.mina, WORDS, Sent("a"), keeps_name=True, is_paper=True)

    row = Report.objects.get()
    assert (row.came_by, row.reporter_id) == (CameBy.PAPER, None)


def test_a_stranger_cannot_report_signed_in(cast: Cast) -> None:
    with pytest.raises(NotFound):
        receiving.signed_in(cast.stranger(cast.asha), WORDS, Sent("a"), keeps_name=False)


def test_nothing_said_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="Say what happened"):
        receiving.by_address(opened(cast), Words(Sort.MISTAKE, "  "), Sent("a"))


@pytest.mark.parametrize(
    ("purpose", "sort"), [(Purpose.MISTAKES, Sort.COPY), (Purpose.PUBLIC, Sort.MISTAKE)], ids=lambda one: one.value
)
def test_an_address_takes_only_what_it_is_for(cast: Cast, purpose: Purpose, sort: Sort) -> None:
    with pytest.raises(Refused, match="for something else"):
        receiving.by_address(opened(cast, purpose), Words(sort, "Please"), Sent("a"))


@pytest.mark.parametrize(("sort", "kind"), [(Sort.COPY, Kind.REQUEST), (Sort.COMPLAINT, Kind.COMPLAINT)])
def test_the_public_page_makes_requests_and_complaints(cast: Cast, sort: Sort, kind: Kind) -> None:
    receiving.by_address(opened(cast, Purpose.PUBLIC), Words(sort, "About my mother"), Sent("a"))

    assert Report.objects.get().kind == kind


@pytest.mark.parametrize("person", ["rhea", "cole", "ben"])
def test_a_member_who_reads_no_incidents_reads_no_reports(cast: Cast, person: str) -> None:
    row = reported(cast)
    context: Context = getattr(cast, person)

    with pytest.raises(NotPermitted):
        questions.one(context, row.pk)
    assert questions.waiting(context) == 0


@pytest.mark.parametrize("linked", [True, False], ids=["linked", "of the same name"])
def test_the_person_named_never_meets_the_report(cast: Cast, linked: bool) -> None:
    person_id = on_the_staff_list(cast, cast.mina, linked=linked)
    words = Words(Sort.CONCERN, "She shared her password", about=About.STAFF, named_person_id=person_id)

    row = reported(cast, words)

    assert (ids(cast.mina), questions.waiting(cast.mina)) == ([], 0)
    assert ids(cast.asha) == [row.pk]
    assert questions.hidden_from(cast.mina) == {row.pk}
    with pytest.raises(NotFound):
        questions.one(cast.mina, row.pk)
    with pytest.raises(NotFound):
        deciding.read(cast.mina, report_id=row.pk)
    with pytest.raises(NotFound):
        deciding.close(cast.mina, report_id=row.pk, outcome="Nothing to see", version=1)
    assert "mina@rose.example" not in {each.to for each in OutboxMessage.objects.all()}


def test_a_manager_says_whom_it_is_about_and_that_person_no_longer_meets_it(cast: Cast) -> None:
    row, person_id = reported(cast), on_the_staff_list(cast, cast.dee)

    deciding.say_who(cast.mina, report_id=row.pk, person_id=person_id, version=1)

    assert (ids(cast.dee), ids(cast.mina)) == ([], [row.pk])
    with pytest.raises(Conflict):
        deciding.say_who(cast.mina, report_id=row.pk, person_id=None, version=1)


def test_nobody_hides_a_report_from_themselves(cast: Cast) -> None:
    row, person_id = reported(cast), on_the_staff_list(cast, cast.mina)

    with pytest.raises(Refused, match="cannot hide a report from yourself"):
        deciding.say_who(cast.mina, report_id=row.pk, person_id=person_id, version=1)


def test_the_officer_reads_and_decides_nothing(cast: Cast) -> None:
    row = reported(cast)

    assert deciding.read(cast.dee, report_id=row.pk).what == WORDS.what
    with pytest.raises(NotPermitted):
        deciding.close(cast.dee, report_id=row.pk, outcome="Done", version=2)


def test_reading_is_noted_and_the_first_reading_is_what_the_reporter_learns(cast: Cast) -> None:
    receiving.by_address(opened(cast), WORDS, Sent("a"))
    row = Report.objects.get()

    deciding.read(cast.mina, report_id=row.pk)
    deciding.read(cast.dee, report_id=row.pk)

    row.refresh_from_db()
    assert (row.read_by, SensitiveRead.objects.filter(subject_id=row.pk).count()) == ("Mina Manager", 2)


def test_a_reporter_learns_what_was_done_with_number_and_code_alone(cast: Cast) -> None:
    received = receiving.by_address(opened(cast), WORDS, Sent("a"))
    row = Report.objects.get()
    deciding.close(cast.mina, report_id=row.pk, outcome="We changed the address list.", version=1)

    found = address_questions.standing(received.number.upper(), receiving.digest(received.code.upper()))

    assert (found.state, found.outcome) == (State.CLOSED, "We changed the address list.")
    with pytest.raises(NotFound):
        address_questions.standing(received.number, receiving.digest("wrong"))


def test_closing_asks_what_was_done(cast: Cast) -> None:
    with pytest.raises(Refused, match="Say what was done"):
        deciding.close(cast.mina, report_id=reported(cast).pk, outcome=" ", version=1)


def test_joining_hides_both_from_whoever_one_of_them_names(cast: Cast) -> None:
    person_id = on_the_staff_list(cast, cast.dee)
    first = reported(cast)
    second = reported(cast, Words(Sort.CONCERN, "It was Dee", named_person_id=person_id), "b")

    deciding.join(cast.mina, report_id=second.pk, to_id=first.pk, version=1)

    assert ids(cast.dee) == []
    assert (ids(cast.mina), ids(cast.mina, State.JOINED)) == ([first.pk], [second.pk])


def test_naming_somebody_later_covers_what_was_joined(cast: Cast) -> None:
    first, second = reported(cast), reported(cast, Words(Sort.CONCERN, "The same thing"), "b")
    deciding.join(cast.mina, report_id=second.pk, to_id=first.pk, version=1)

    deciding.say_who(cast.mina, report_id=first.pk, person_id=on_the_staff_list(cast, cast.dee), version=1)

    assert ids(cast.dee, State.JOINED) == []


def test_a_report_is_not_joined_to_itself(cast: Cast) -> None:
    row = reported(cast)

    with pytest.raises(Refused, match="to itself"):
        deciding.join(cast.mina, report_id=row.pk, to_id=row.pk, version=1)


def test_what_was_made_of_a_report_answers_its_reporter(cast: Cast) -> None:
    row, became_id = reported(cast), uuid4()

    take_up(cast.mina, report_id=row.pk, became_id=became_id)
    with pytest.raises(Refused, match="dealt with this report already"):
        take_up(cast.asha, report_id=row.pk, became_id=uuid4())
    tell(cast.mina, became_id=became_id)

    found = questions.one(cast.mina, row.pk)
    assert (found.state, found.became, found.became_id) == (State.CLOSED, Became.INCIDENT, became_id)
    assert found.outcome.startswith("We told the family")


def test_a_photo_is_kept_without_where_it_was_taken(cast: Cast) -> None:
    made, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "A phone"
    Image.new("RGB", (40, 30), "red").save(made, "JPEG", exif=exif)

    photo = receiving.keep_photo("IMG_1.jpg", BytesIO(made.getvalue()))
    receiving.by_address(opened(cast), WORDS, Sent("a", photo))

    picture = deciding.picture(cast.mina, report_id=Report.objects.get().pk)
    assert b"A phone" in made.getvalue()
    assert b"A phone" not in picture.content
    assert photo.fingerprint in files.store().fingerprints()


def test_something_else_than_a_photo_is_refused() -> None:
    with pytest.raises(Refused, match="Only a photo"):
        receiving.keep_photo("notes.txt", BytesIO(b"Names of residents"))


def test_a_report_without_a_photo_has_none_to_open(cast: Cast) -> None:
    with pytest.raises(NotFound):
        deciding.picture(cast.mina, report_id=reported(cast).pk)


def test_an_address_is_replaced_and_the_old_one_leads_nowhere(cast: Cast) -> None:
    before = opened(cast)

    addresses.replace(cast.mina, address_id=before.address.id)

    with pytest.raises(NotFound):
        address_questions.opened(before.address.code, cast.mina.now)
    assert len(address_questions.addresses(cast.mina)) == 1


def test_an_address_is_switched_off_once(cast: Cast) -> None:
    before = opened(cast)

    addresses.switch_off(cast.mina, address_id=before.address.id)

    with pytest.raises(NotFound):
        addresses.switch_off(cast.mina, address_id=before.address.id)
    with pytest.raises(NotFound):
        address_questions.address(cast.mina, before.address.id)


def test_an_address_is_switched_on_once_for_each_place(cast: Cast) -> None:
    opened(cast)

    with pytest.raises(Refused, match="switched on already"):
        addresses.switch_on(cast.mina, purpose=Purpose.MISTAKES)


def test_the_public_page_is_one_for_the_whole_organisation(cast: Cast) -> None:
    site = lodge(cast)

    with pytest.raises(Refused, match="whole organisation"):
        addresses.switch_on(cast.mina, purpose=Purpose.PUBLIC, site_id=site)


def test_only_who_manages_settings_switches_an_address_on(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        addresses.switch_on(cast.cole, purpose=Purpose.MISTAKES)


def test_another_device_opening_an_address_is_noted_once(cast: Cast) -> None:
    address_id = addresses.switch_on(cast.mina, purpose=Purpose.MISTAKES, browser="Desk")
    here = address_questions.opened(ReportAddress.objects.get().code, cast.mina.now)

    own = addresses.try_out(here, is_signed_in=False, is_this_computer=None, browser="Desk")
    phone = addresses.try_out(here, is_signed_in=False, is_this_computer=None, browser="Android Mobile")
    again = addresses.try_out(
        address_questions.opened(here.address.code, cast.mina.now),
        is_signed_in=False,
        is_this_computer=False,
        browser="Firefox",
    )

    found = address_questions.address(cast.mina, address_id)
    assert (own.counts, phone.counts, again.counts) == (False, True, True)
    assert found.tried_with == "a phone or tablet"
