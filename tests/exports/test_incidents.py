"""The papers of incidents: what each says, what it must not say, and that the deadline lands in a calendar unmoved."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from icalendar import Calendar

from guardbook.actions.incidents import judging, logging
from guardbook.content import links
from guardbook.exports import sheets
from guardbook.exports.documents import Bullets, Document, Facts, Paragraph, Table, pages
from guardbook.exports.incidents import calendar, letters, papers, register
from guardbook.exports.incidents.papers import About
from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context
from guardbook.queries.incidents import listing, reading
from guardbook.rules.incidents import record
from tests.cast import Cast
from tests.factories import incidents as factory
from tests.factories import roles


def about(by: Context) -> About:
    return About("Rose House", date(2026, 11, 22), links.read().regulator, by.now)


def made(kind: str, by: Context, incident_id: UUID) -> Document:
    write = {**papers.MADE, **letters.MADE}[kind]
    return write(reading.one(by, incident_id), about(by))


def words(document: Document) -> str:
    """Everything a document says, in its order."""
    said: list[str] = [document.title]
    for block in [
        *document.summary,
        *(each for section in document.sections for each in (section.title, *section.blocks)),
    ]:
        match block:
            case str():
                said.append(block)
            case Paragraph():
                said.append(block.text)
            case Bullets():
                said += block.items
            case Facts():
                said += [f"{key}: {value}" for key, value in block.pairs]
            case Table():
                said += [" | ".join(row) for row in block.rows]
            case _:
                raise AssertionError(block)
    return "\n".join(said)


def test_the_deadline_is_one_page_with_both_ends(cast: Cast) -> None:
    earlier = cast.mina.now - timedelta(hours=50)
    said = words(made("deadline", cast.mina, factory.logged(cast.mina, staff_certain_at=earlier)))

    assert "Tell the regulator by: Monday 23 November 2026, 08:00" in said
    assert "By the legal start: Monday 23 November 2026, 17:00" in said
    assert "60 hours: Sunday 22 November 2026, 20:00" in said


def test_without_certainty_the_deadline_says_so(cast: Cast) -> None:
    suspected: dict[str, Any] = {"certain_at": None, "suspected_at": cast.mina.now - timedelta(hours=2)}
    incident_id = factory.logged(cast.mina, **suspected)

    assert "No clock runs yet" in words(made("deadline", cast.mina, incident_id))
    with pytest.raises(NotFound):
        calendar.deadline(reading.one(cast.mina, incident_id), about(cast.mina))


def test_the_calendar_entry_ends_with_the_cautious_deadline_and_says_nothing_of_what_happened(cast: Cast) -> None:
    found = reading.one(cast.mina, factory.logged(cast.mina))

    (event,) = Calendar.from_ical(calendar.deadline(found, about(cast.mina))).walk("VEVENT")

    assert event.decoded("DTEND") == found.clock.safe_deadline
    assert len(event.walk("VALARM")) == 4
    assert "laptop" not in event.to_ical().decode()


def test_a_letter_gives_the_answer_first_then_rights_then_a_number(cast: Cast) -> None:
    said = words(made("letter", cast.mina, factory.notified(cast.mina)))

    order = ["we are sorry", "What happened", "What you can do", "Your rights", "Talk to us", "01632 960001"]
    assert [said.index(each) for each in order] == sorted(said.index(each) for each in order)


def test_a_letter_before_anything_is_known_says_that_more_follows(cast: Cast) -> None:
    said = words(made("letter", cast.mina, factory.triaged(cast.mina)))

    assert said.count("We will write again as soon as we do.") == 3
    assert "Ring us: [phone number]" in said


def test_an_easy_read_letter_has_one_idea_in_each_sentence(cast: Cast) -> None:
    document = made("letter-easy-read", cast.mina, factory.notified(cast.mina))

    bullets = [
        each
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Bullets)
        for each in block.items
    ]

    assert max(len(sentence.split()) for each in bullets for sentence in each.split(". ")) <= 16
    assert "It is not your fault." in bullets


def test_letters_name_nobody_who_reported_it_or_is_named_in_it(cast: Cast) -> None:
    named = roles.hire(cast.asha, "Named Person")
    incident_id = factory.notified(cast.mina, named=(named,))

    for kind in ("letter", "letter-easy-read", "notice", "deadline", "record"):
        assert "Named Person" not in words(made(kind, cast.mina, incident_id))


def test_the_notice_says_what_is_outstanding(cast: Cast) -> None:
    said = words(made("notice", cast.mina, factory.notified(cast.mina, notice=factory.NOTICE | {"people": ""})))

    assert "A first notice; more will follow" in said
    assert "Still to follow: who is affected, and about how many" in said
    assert "Unknown yet. It will follow." in said


def test_the_record_holds_decisions_corrections_and_notes(cast: Cast) -> None:
    incident_id = factory.told(cast.mina)
    logging.correct(
        cast.mina, incident_id=incident_id, name="title", new="A tablet was stolen", reason="I looked again"
    )

    said = words(made("record", cast.mina, incident_id))

    assert "Why: The files say when a house is empty." in said
    assert "(Corrected: was “A laptop was stolen”, now “A tablet was stolen”.)" in said
    assert "Insurer | Done: Sunday 22 November 2026, 10:00" in said


def test_the_list_has_the_columns_of_the_rule_book_and_no_notes(cast: Cast) -> None:
    factory.closed(cast.mina)
    judging.note(cast.mina, incident_id=factory.triaged(cast.mina), text="Something about a neighbour")

    found = listing.everything(cast.mina)
    book = openpyxl.load_workbook(io.BytesIO(sheets.xlsx("Incidents", [register.sheet(found)], made_at=cast.mina.now)))
    rows = [[str(cell or "") for cell in row] for row in book["Incidents"].iter_rows(values_only=True)]

    assert len(rows) == 3
    assert len(rows[0]) == len(record.COLUMNS)
    assert not any("neighbour" in cell for row in rows for cell in row)
    assert "Tell" in rows[1]


def test_the_list_to_print_says_of_a_near_miss_that_no_decision_was_needed(cast: Cast) -> None:
    factory.triaged(cast.mina, answers=factory.NEARLY)
    factory.logged(cast.mina)

    said = words(register.document(listing.everything(cast.mina), "Rose House", date(2026, 11, 22)))

    assert "Regulator: decision: Not needed: no breach" in said
    assert "Regulator: decision: Not decided" in said
    assert "Near miss: Yes" in said


@pytest.mark.parametrize("stage", [factory.logged, factory.triaged, factory.judged, factory.decided, factory.closed])
@pytest.mark.parametrize("kind", [*papers.MADE, *letters.MADE])
def test_every_paper_can_be_written_at_every_stage(kind: str, stage: Callable[..., UUID], cast: Cast) -> None:
    document: Any = made(kind, cast.mina, stage(cast.mina))

    assert "<html" in pages.html(document)
