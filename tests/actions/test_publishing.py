"""Freezing, publishing, last year's words, and moving to another list."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from guardbook.actions.assessment import answering, carrying, certifying, listing, publishing, starting
from guardbook.actions.assessment.answering import Place
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating, freezing
from guardbook.records.models import AuditEvent, PriorAnswer, Publication, Snapshot
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.states import State
from guardbook.rules.assessment.status import Goal
from guardbook.rules.frameworks.items import AnswerKind
from tests.cast import Cast
from tests.content import workbooks
from tests.factories import assessment as factory

MET: dict[str, Any] = {"framework": "dspt", "version": "8", "goal": Goal.STANDARDS_MET}


@pytest.fixture
def asha(cast: Cast) -> Context:
    factory.staffed(cast.asha.organisation_id)
    factory.started(cast.asha)
    return cast.asha


@pytest.fixture
def done(asha: Context) -> Context:
    factory.answered(asha)
    return asha


def test_a_snapshot_holds_answers_reasons_and_versions(done: Context) -> None:
    frozen = publishing.freeze(done, **MET)

    row = Snapshot.objects.get()
    items = {each["ref"]: each for each in row.body["items"]}
    assert (frozen.number, row.level, row.frozen_by) == (1, "standards_met", "Asha Owner")
    assert row.digest == freezing.digest(row.body) == frozen.digest
    assert len(items) == 57
    assert (items["3.2.1"]["state"], items["3.2.1"]["given_by"]) == ("confirmed", "Asha Owner")
    assert items["1.1.2"]["proofs"][0]["place"] == "The blue folder in the office"
    assert row.body["pack_fingerprint"] == frameworks.pack("dspt", "8").fingerprint
    assert row.body["headline"] == "Ready, on a rebuilt list"


def test_snapshots_are_numbered_and_an_earlier_one_never_changes(done: Context) -> None:
    publishing.freeze(done, **MET)
    before = Snapshot.objects.get().digest

    again = publishing.freeze(done, **MET)

    assert again.number == 2
    assert Snapshot.objects.get(number=1).digest == before


def test_nothing_is_frozen_while_a_question_is_open(asha: Context) -> None:
    factory.answered(asha, without=("6.1.1",))

    with pytest.raises(Refused) as refusal:
        publishing.freeze(asha, **MET)

    assert any(reason.startswith("6.1.1:") for reason in refusal.value.reasons)
    assert not Snapshot.objects.exists()
    assert not AuditEvent.objects.filter(event="assessment.snapshot.frozen").exists()


def test_exceeded_is_not_frozen_without_the_certificate(done: Context) -> None:
    with pytest.raises(Refused, match="Cyber Essentials Plus"):
        publishing.freeze(done, framework="dspt", version="8", goal=Goal.EXCEEDED)


def test_contributors_do_not_freeze(cast: Cast, done: Context) -> None:
    with pytest.raises(NotPermitted):
        publishing.freeze(cast.dee, **MET)
    with pytest.raises(NotFound):
        publishing.freeze(cast.stranger(done), **MET)


def test_a_publication_is_recorded_with_its_snapshot_and_expiry(done: Context) -> None:
    frozen = publishing.freeze(done, **MET)

    publishing.record_publication(done, **MET, on=factory.TODAY, snapshot_id=frozen.snapshot_id)

    row = Publication.objects.get()
    assert (row.level, row.expires_on, row.snapshot_id) == ("standards_met", date(2028, 6, 30), frozen.snapshot_id)


def test_a_publication_cannot_be_to_come_or_be_recorded_twice(done: Context) -> None:
    with pytest.raises(Refused, match="not in the future"):
        publishing.record_publication(done, **MET, on=factory.TODAY + timedelta(days=1))
    publishing.record_publication(done, **MET, on=factory.TODAY)
    with pytest.raises(Refused, match="recorded already"):
        publishing.record_publication(done, **MET, on=factory.TODAY)


def test_approaching_is_used_once_and_not_after_a_full_publication(done: Context) -> None:
    publishing.record_publication(done, **MET, on=date(2026, 5, 4))

    with pytest.raises(Refused, match="only once"):
        publishing.record_publication(done, framework="dspt", version="8", goal=Goal.APPROACHING, on=factory.TODAY)


def test_a_mistaken_publication_is_taken_back(done: Context) -> None:
    key = publishing.record_publication(done, **MET, on=factory.TODAY)

    publishing.withdraw_publication(done, publication_id=key)

    assert Publication.objects.get().withdrawn_at is not None
    with pytest.raises(NotFound):
        publishing.withdraw_publication(done, publication_id=key)


def test_approaching_is_planned_once(asha: Context) -> None:
    starting.plan_approaching(asha, framework="dspt", version="8")

    with pytest.raises(Refused, match="only once"):
        starting.plan_approaching(asha, framework="dspt", version="8")


def test_last_years_words_are_kept_beside_the_questions(asha: Context) -> None:
    words = {"1.1.5": "The registered manager", "6.1.1": "We tell the manager", "9.9.9": "gone"}

    brought = carrying.bring(asha, framework="dspt", version="8", from_version="7", words=words)
    carrying.bring(asha, framework="dspt", version="8", from_version="7", words=words)

    pack = frameworks.pack("dspt", "8")
    found = evaluating.one(asha, pack, evaluating.run(asha, "dspt", "8"))
    assert brought.homeless == ("9.9.9",)
    assert PriorAnswer.objects.count() == 2
    assert found.standing("6.1.1").is_last_years
    assert found.standing("6.1.1").state is State.SUGGESTED


def test_words_without_numbers_are_refused(asha: Context) -> None:
    with pytest.raises(Refused, match="no answers under question numbers"):
        carrying.bring(asha, framework="dspt", version="8", from_version="7", words={})


def test_moving_to_another_list_reopens_what_changed(asha: Context) -> None:
    for ref, kind, text in (("1.1.5", AnswerKind.TEXT, "The registered manager"), ("6.1.1", AnswerKind.CONFIRM, "")):
        answer = Answer(kind, text=text, yes=True)
        answering.answer_item(asha, place=Place("dspt", "8", ref), answer=answer, seen_version=0)

    starting.move(asha, framework="dspt", version="8", to_version="7")

    pack = frameworks.pack("dspt", "7")
    found = evaluating.one(asha, pack, evaluating.run(asha, "dspt", "7"))
    assert found.standing("6.1.1").state is State.CONFIRMED
    with pytest.raises(Refused, match="started already"):
        starting.move(asha, framework="dspt", version="7", to_version="7")


def test_better_words_of_last_year_take_the_place_of_the_earlier(asha: Context) -> None:
    for words in ("We tell her", "We tell the manager, who writes it down"):
        carrying.bring(asha, framework="dspt", version="8", from_version="7", words={"6.1.1": words})

    assert PriorAnswer.objects.get().text == "We tell the manager, who writes it down"


def test_a_certificate_is_optional(asha: Context) -> None:
    notes = certifying.record(asha, **MET, on=factory.TODAY)

    assert notes == ()
    assert Publication.objects.get().certificate is None


def test_an_official_list_is_accepted_before_anything_has_started(
    cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA_FOLDER = tmp_path
    upload = SimpleUploadedFile("items.xlsx", workbooks.tidy())
    proposal = listing.look_at(cast.asha, upload=upload)
    assert proposal.pack.imported is not None
    found = {"fingerprint": proposal.pack.imported.sha256, "file_name": "items.xlsx"}

    again = listing.accept(cast.asha, **found, framework="dspt", version="8")

    assert again == 0
    assert frameworks.newest().version == "8-official"
    with pytest.raises(NotPermitted):
        listing.accept(cast.rhea, **found, framework="dspt", version="8")
