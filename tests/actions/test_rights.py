"""Requests, complaints and disclosures: written down with a number, kept from going, and ended with a word to who told."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from guardbook.actions import people, rights
from guardbook.actions.intake import addresses, deciding, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.actions.registers import disposing, entries
from guardbook.actions.rights import Details
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.queries.intake import addresses as address_questions
from guardbook.queries.intake import reports
from guardbook.queries.registers import entries as register_entries
from guardbook.queries.rights import case as questions
from guardbook.queries.rights.reading import Kept
from guardbook.records.models import AuditEvent, Report, ReportAddress, RightsStep
from guardbook.rules.intake.reports import Purpose, Sort
from guardbook.rules.intake.reports import State as ReportState
from guardbook.rules.people import Kind as WorkerKind
from guardbook.rules.registers.disposals import REGISTER, Decision, Disposal
from guardbook.rules.registers.disposing import Decided
from guardbook.rules.registers.keeping import Hold
from guardbook.rules.registers.retention import Record
from guardbook.rules.rights.cases import Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import Asked, How, Requester
from tests.cast import Cast
from tests.web.test_rights import COMPLAINT, DECIDED, POLICE, REQUEST, SEARCHED, SENT, a_case

TODAY = date(2026, 11, 22)
DUE = Disposal(name="File 0412", kind=Record.CARE, triggered_on=date(2018, 3, 14))
CLOSED = Step(Event.CLOSE, date(2026, 11, 18))


def kept(cast: Cast, case_id: UUID) -> Kept:
    return questions.detail(cast.asha, case_id).kept


def holds(cast: Cast, key: UUID) -> tuple[Hold, ...]:
    entry: Disposal = register_entries.one(cast.asha, REGISTER, key).found.entry
    return entry.holds


def told(cast: Cast) -> UUID:
    """Somebody asked through the page that is open to the public."""
    address = addresses.switch_on(cast.asha, purpose=Purpose.PUBLIC, site_id=None)
    code = ReportAddress.objects.get(pk=address).code
    words = Words(sort=Sort.COPY, what="May I see my notes?")
    receiving.by_address(address_questions.opened(code, cast.asha.now), words, Sent("a"))
    return Report.objects.values_list("pk", flat=True).get()


def hold(*keys: UUID) -> Step:
    return Step(Event.HOLD, TODAY, tags=tuple(str(key) for key in keys))


def test_each_kind_is_numbered_on_its_own_within_the_year_it_came(cast: Cast) -> None:
    found = [kept(cast, a_case(cast.asha, each)).reference for each in (REQUEST, COMPLAINT, POLICE, REQUEST)]

    assert found == ["R-2026-1", "C-2026-1", "D-2026-1", "R-2026-2"]
    assert AuditEvent.objects.filter(event="rights.request.received").count() == 2


@pytest.mark.parametrize(
    ("received", "sentence"),
    [
        (replace(REQUEST, on=date(2026, 11, 23)), "cannot be in the future"),
        (replace(REQUEST, words=" "), "in their own words"),
        (replace(REQUEST, person=" "), "whose information"),
        (replace(REQUEST, asked=None), "Choose what they ask for"),
        (replace(POLICE, asker=None), "Choose who asks"),
        (replace(REQUEST, how=How.SPOKEN), "Say who heard it on 9 November 2026"),
    ],
)
def test_what_is_missing_is_said(cast: Cast, received: object, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        rights.receive(cast.asha, received=received)  # type: ignore[arg-type]  # the table mixes their fields


def test_every_step_is_kept_with_who_wrote_it_down(cast: Cast) -> None:
    case_id = a_case(cast.asha, REQUEST, SEARCHED, DECIDED, SENT, CLOSED)

    found = kept(cast, case_id)

    assert found.case.is_closed
    assert [each.step for each in found.log] == [SEARCHED, DECIDED, SENT, CLOSED]
    assert {each.by for each in found.log} == {"Asha Owner"}
    assert [each.id for each in questions.overview(cast.asha).closed] == [case_id]
    assert AuditEvent.objects.filter(subject_id=case_id).count() == 5


def test_a_refused_step_leaves_nothing_behind(cast: Cast) -> None:
    case_id = a_case(cast.asha)

    with pytest.raises(Refused, match="Log where you looked first"):
        rights.write_down(cast.asha, case_id=case_id, step=DECIDED, seen_version=1)

    assert not RightsStep.objects.exists()
    assert kept(cast, case_id).version == 1


def test_nobody_writes_over_what_they_have_not_seen(cast: Cast) -> None:
    case_id = a_case(cast.asha, REQUEST, SEARCHED)

    with pytest.raises(Conflict):
        rights.write_down(cast.mina, case_id=case_id, step=SEARCHED, seen_version=1)


def test_the_officer_advises_and_does_not_decide(cast: Cast) -> None:
    case_id = a_case(cast.asha, REQUEST, SEARCHED)
    advice = Step(Event.ADVISE, TODAY, "Give it all.", person="Dee Officer")

    with pytest.raises(NotPermitted):
        rights.write_down(cast.dee, case_id=case_id, step=DECIDED, seen_version=2)
    with pytest.raises(NotPermitted):
        rights.write_down(cast.dee, case_id=case_id, step=Step(Event.FOLLOW_ADVICE, TODAY, "Yes"), seen_version=2)
    rights.write_down(cast.dee, case_id=case_id, step=advice, seen_version=2)

    assert kept(cast, case_id).log[-1].by == "Dee Officer"


def test_the_guardian_gives_a_view_and_nobody_without_a_part_in_it_does(cast: Cast) -> None:
    case_id = a_case(cast.asha, POLICE)
    view = Step(Event.GUARDIAN_VIEW, TODAY, "One line is enough.", person="Gail Guardian")

    rights.write_down(cast.gail, case_id=case_id, step=view, seen_version=1)

    for other in (cast.rhea, cast.cole, cast.ben, cast.dee):
        with pytest.raises(NotPermitted):
            rights.write_down(other, case_id=case_id, step=view, seen_version=2)
    with pytest.raises(NotFound):
        rights.write_down(cast.stranger(cast.asha), case_id=case_id, step=view, seen_version=2)
    with pytest.raises(NotFound):
        rights.write_down(cast.carol, case_id=case_id, step=view, seen_version=2)


def test_who_asks_may_be_put_right_and_must_say_what(cast: Cast) -> None:
    case_id = a_case(cast.asha)

    rights.say_details(cast.asha, case_id=case_id, details=Details(Asked.ERASURE, Requester.PERSON), seen_version=1)

    assert kept(cast, case_id).case.received.asked is Asked.ERASURE
    with pytest.raises(Refused, match="Choose what they ask for"):
        rights.say_details(cast.asha, case_id=case_id, details=Details(None, Requester.PERSON), seen_version=2)


def test_records_are_kept_from_going_while_anybody_asks_about_them(cast: Cast) -> None:
    batch = entries.add(cast.asha, register=REGISTER, entry=DUE)
    first, second = a_case(cast.asha), a_case(cast.asha)
    for case_id in (first, second):
        rights.write_down(cast.asha, case_id=case_id, step=hold(batch), seen_version=1)

    assert holds(cast, batch) == (Hold.REQUEST,)
    with pytest.raises(Refused, match="on hold"):
        disposing.decide(cast.asha, entry_id=batch, said=Decided(Decision.DESTROY), seen_version=3)
    gone = Step(Event.WITHDRAW, TODAY, "She rang.")
    rights.write_down(cast.asha, case_id=first, step=gone, seen_version=2)
    assert holds(cast, batch) == (Hold.REQUEST,)
    rights.write_down(cast.asha, case_id=second, step=gone, seen_version=2)
    assert holds(cast, batch) == ()
    rights.write_down(cast.asha, case_id=second, step=Step(Event.REOPEN, TODAY, "She rang again."), seen_version=3)
    assert holds(cast, batch) == (Hold.REQUEST,)


@pytest.mark.parametrize("key", ["fish", "0193a0e0-0000-7000-8000-000000000000"])
def test_records_that_are_not_here_cannot_be_kept(cast: Cast, key: str) -> None:
    case_id = a_case(cast.asha)

    with pytest.raises(NotFound):
        rights.write_down(cast.asha, case_id=case_id, step=replace(hold(), tags=(key,)), seen_version=1)


def test_the_batches_that_are_due_are_offered_to_be_kept(cast: Cast) -> None:
    batch = entries.add(cast.asha, register=REGISTER, entry=DUE)

    assert questions.batches(cast.asha) == ((str(batch), "File 0412"),)
    assert questions.batches(cast.ben) == ()


def test_an_open_case_is_seen_by_those_who_may(cast: Cast) -> None:
    a_case(cast.asha, replace(POLICE, asker=Asker.COUNCIL))

    assert len(questions.running(cast.asha)) == 1
    assert questions.running(cast.rhea) == ()
    assert kept(cast, a_case(cast.asha)).case.state is State.OPEN


def test_a_report_becomes_a_request_once_and_who_told_learns_that_it_was_dealt_with(cast: Cast) -> None:
    report = told(cast)

    case_id = rights.receive(cast.asha, received=REQUEST, report_id=report)

    taken = reports.one(cast.asha, report)
    assert (taken.state, taken.became_id) == (ReportState.TAKEN, case_id)
    with pytest.raises(Refused):
        rights.receive(cast.asha, received=REQUEST, report_id=report)
    rights.write_down(cast.asha, case_id=case_id, step=Step(Event.WITHDRAW, TODAY, "She rang."), seen_version=1)
    assert reports.one(cast.asha, report).state is ReportState.CLOSED


def test_whoever_a_report_names_does_not_see_what_was_made_of_it(cast: Cast) -> None:
    person = people.add(cast.asha, details=people.Details(name=cast.dee.by.name, kind=WorkerKind.EMPLOYEE))
    report = told(cast)
    version = reports.one(cast.asha, report).version
    deciding.say_who(cast.asha, report_id=report, person_id=person, version=version)

    case_id = rights.receive(cast.asha, received=COMPLAINT, report_id=report)

    assert kept(cast, case_id).report_id == report
    assert questions.running(cast.dee) == ()
    with pytest.raises(NotFound):
        questions.detail(cast.dee, case_id)
    advice = Step(Event.ADVISE, TODAY, "Drop it.", person="Dee Officer")
    with pytest.raises(NotFound):
        rights.write_down(cast.dee, case_id=case_id, step=advice, seen_version=1)
