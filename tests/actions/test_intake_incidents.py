"""A report becomes an incident: hidden from the same people, once, and answered when it closes."""

from uuid import UUID

import pytest

from guardbook.actions.incidents import closing, judging, logging
from guardbook.actions.incidents.logging import Logged
from guardbook.actions.intake import receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.incidents import reading as incidents
from guardbook.queries.intake import addresses as address_questions
from guardbook.queries.intake import reports as questions
from guardbook.records.models import Report
from guardbook.rules.intake.reports import Sort, State
from tests.cast import Cast
from tests.factories import incidents as factory
from tests.factories.intake import WORDS, ids, on_the_staff_list, opened, reported


def put_in_the_log(cast: Cast, row: Report) -> UUID:
    said = Logged("Letter in the wrong envelope", row.what, cast.asha.now.date(), certain_at=cast.asha.now)
    return logging.log(cast.asha, said, row.pk)


def test_an_incident_made_of_a_report_is_hidden_from_whoever_the_report_names(cast: Cast) -> None:
    person_id = on_the_staff_list(cast, cast.mina)
    row = reported(cast, Words(Sort.CONCERN, "Mina shared a password", named_person_id=person_id))

    incident_id = put_in_the_log(cast, row)

    assert ids(cast.asha, State.TAKEN) == [row.pk]
    assert questions.hidden_from(cast.mina) == {row.pk, incident_id}
    with pytest.raises(NotFound):
        incidents.one(cast.mina, incident_id)


def test_a_report_is_put_in_the_log_once(cast: Cast) -> None:
    row = reported(cast)
    put_in_the_log(cast, row)

    with pytest.raises(Refused, match="dealt with this report already"):
        put_in_the_log(cast, row)


def test_closing_the_incident_answers_whoever_reported_it(cast: Cast) -> None:
    received = receiving.by_address(opened(cast), WORDS, Sent("a"))
    incident_id = put_in_the_log(cast, Report.objects.get())
    judging.answer(cast.asha, incident_id=incident_id, answers=factory.NEARLY, is_whole=True)

    closing.close(cast.asha, incident_id=incident_id, rationale="It was stopped in time.")

    found = address_questions.standing(received.number, receiving.digest(received.code))
    assert (found.state, "Thank you" in found.outcome) == (State.CLOSED, True)
