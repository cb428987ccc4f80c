"""Records that are no longer in use: what is due, the decision, that they went, and the certificate."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import docx
import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries
from guardbook.exports.documents import pdf
from guardbook.queries import evidence
from guardbook.queries.registers import disposals as questions
from guardbook.queries.registers import entries as one
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.registers.disposals import REGISTER, Decision, Disposal, How
from guardbook.rules.registers.keeping import Hold
from guardbook.rules.registers.retention import Record
from tests.cast import Cast, user
from tests.web.test_registers import at, text

Counted = Callable[[int], AbstractContextManager[object]]
DUE = Disposal(name="File 0412", kind=Record.CARE, triggered_on=date(2018, 3, 14))
TO_SHRED = replace(DUE, decision=Decision.DESTROY, decided_on=date(2026, 11, 2))
WENT = {"went_on-day": "22", "went_on-month": "11", "went_on-year": "2026"}


def added(cast: Cast, *found: Disposal) -> list[UUID]:
    return [entries.add(cast.asha, register=REGISTER, entry=each) for each in found]


def address(cast: Cast, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": cast.asha.organisation_id, **more})


def entry(cast: Cast, key: UUID) -> Disposal:
    found: Disposal = one.one(cast.asha, REGISTER, key).found.entry
    return found


def proofs(cast: Cast, key: UUID) -> list[str]:
    held = evidence.supporting(cast.asha, SubjectKind.ENTRY, [str(key)])
    return [each.file_name for each in held.get(str(key), ())]


def said(client: Client, where: str, **typed: str) -> Any:
    return client.post(where, {"seen_version": "1", **typed})


def test_what_is_due_stands_first_by_what_is_to_be_done(asha: Client, cast: Cast) -> None:
    added(
        cast,
        DUE,
        replace(TO_SHRED, name="To shred"),
        replace(DUE, name="Held", holds=(Hold.POLICE,)),
        replace(DUE, name="Soon", triggered_on=date(2019, 1, 31)),
        replace(DUE, name="Far off", triggered_on=date(2026, 1, 1)),
        replace(DUE, name="No day", kind=Record.OTHER),
        replace(TO_SHRED, name="Gone", went_on=date(2026, 11, 3), how=How.SHREDDED),
    )

    shown = text(asha.get(address(cast, "disposals-due")))

    names = ["To shred", "File 0412", "Held", "Soon"]
    assert sorted(names, key=lambda name: shown.index(f">{name}<")) == names
    assert ["Far off" in shown, ">Gone<" in shown] == [False, False]
    assert "1 batch of records without a day yet" in shown
    assert address(cast, "disposals-due") in text(asha.get(at(cast.asha, "list", REGISTER)))


def test_where_nothing_is_due_the_page_says_so(asha: Client, cast: Cast) -> None:
    assert "Nothing is due" in text(asha.get(address(cast, "disposals-due")))


def test_the_list_takes_three_queries_however_long(cast: Cast, django_assert_num_queries: Counted) -> None:
    added(cast, *(replace(DUE, name=f"File {number}") for number in range(6)))

    with django_assert_num_queries(3):
        found = questions.due(cast.asha)

    assert len(found.to_decide) == 6


def test_a_longer_list_than_one_page_says_how_many_are_left_out(
    asha: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "MOST", 1)
    added(cast, DUE, replace(DUE, name="Another"))

    assert "And 1 more after these" in text(asha.get(address(cast, "disposals-due")))


def test_records_whose_time_is_over_are_to_be_destroyed_once_somebody_decides_it(asha: Client, cast: Cast) -> None:
    (key,) = added(cast, DUE)
    where = address(cast, "disposal-decide", entry_id=key)
    assert "They may go since 14 March 2026" in text(asha.get(where))

    response = said(asha, where, decision="destroy")

    assert response.status_code == 302
    after = entry(cast, key)
    assert (after.decision, after.decided_on) == (Decision.DESTROY, date(2026, 11, 22))
    assert address(cast, "disposal-gone", entry_id=key) in text(asha.get(response["Location"]))


def test_records_are_kept_for_longer_with_a_day_and_a_reason(asha: Client, cast: Cast) -> None:
    (key,) = added(cast, DUE)
    until = {"keep_until-day": "1", "keep_until-month": "6", "keep_until-year": "2028"}

    response = said(
        asha, address(cast, "disposal-decide", entry_id=key), decision="keep", why_longer="A claim", **until
    )

    assert response.status_code == 302
    assert (entry(cast, key).review_on, entry(cast, key).why_longer) == (date(2028, 6, 1), "A claim")


@pytest.mark.parametrize(
    ("batch", "typed", "why"),
    [
        (replace(DUE, holds=(Hold.CLAIM,)), {"decision": "destroy"}, "These records are on hold"),
        (replace(DUE, triggered_on=date(2020, 1, 1)), {"decision": "pass_on"}, "must be kept until 1 January 2028"),
        (replace(DUE, used_again_on=date(2025, 1, 1)), {"decision": "destroy"}, "in use again"),
        (replace(DUE, kind=Record.OTHER), {"decision": "destroy"}, "not known yet how long"),
        (DUE, {"decision": "keep"}, "Write down why you keep them for longer"),
        (DUE, {}, "Choose what you decide"),
        (DUE, {"decision": "destroy", "seen_version": "0"}, "A colleague changed this meanwhile"),
    ],
    ids=["on hold", "too early", "in use", "no time", "no reason", "empty form", "changed meanwhile"],
)
def test_a_decision_that_cannot_stand_is_refused_in_words(
    asha: Client, cast: Cast, batch: Disposal, typed: dict[str, str], why: str
) -> None:
    (key,) = added(cast, batch)

    response = said(asha, address(cast, "disposal-decide", entry_id=key), **typed)

    assert response.status_code == 200
    assert why in text(response)
    assert entry(cast, key).decision is None


@pytest.mark.parametrize("makes_pdf", [True, False], ids=["as PDF", "as Word"])
def test_that_they_were_destroyed_is_written_down_and_certified(
    asha: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, makes_pdf: bool
) -> None:
    if makes_pdf and not pdf.is_available():
        pytest.skip("this machine has no Pango")
    monkeypatch.setattr(pdf, "is_available", lambda: makes_pdf)
    (key,) = added(cast, TO_SHRED)

    response = said(asha, address(cast, "disposal-gone", entry_id=key), how="shredded", **WENT)

    assert response.status_code == 302, text(response)
    assert (entry(cast, key).went_on, entry(cast, key).how) == (date(2026, 11, 22), How.SHREDDED)
    assert proofs(cast, key) == [f"certificate-of-destruction-file-0412.{'pdf' if makes_pdf else 'docx'}"]
    shown = text(asha.get(response["Location"]))
    assert "certificate of destruction is attached" in shown
    assert address(cast, "disposal-certificate", entry_id=key, form="docx") in shown


def test_the_certificate_says_what_went_when_and_how_and_names_nobody(asha: Client, cast: Cast) -> None:
    (key,) = added(cast, replace(TO_SHRED, went_on=date(2026, 11, 20), how=How.COMPANY, certificate="C 17"))

    response = asha.get(address(cast, "disposal-certificate", entry_id=key, form="docx"))

    file = docx.Document(io.BytesIO(response.content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert {"File 0412", "14 March 2026", "2 November 2026", "20 November 2026", "C 17"} <= set(cells)
    assert "Nothing asked to keep them any longer" in "\n".join(each.text for each in file.paragraphs)
    assert response["Content-Disposition"] == 'attachment; filename="certificate-of-destruction-file-0412.docx"'


def test_the_certificate_of_what_went_early_says_so(asha: Client, cast: Cast) -> None:
    early = replace(TO_SHRED, triggered_on=date(2020, 1, 1), went_on=date(2026, 11, 20), how=How.SHREDDED)
    (key,) = added(cast, early)

    response = asha.get(address(cast, "disposal-certificate", entry_id=key, form="docx"))

    said_in = "\n".join(each.text for each in docx.Document(io.BytesIO(response.content)).paragraphs)
    assert "They went before their time was over" in said_in
    assert "Nothing asked to keep them" not in said_in


def test_what_is_passed_on_gets_no_certificate(asha: Client, cast: Cast) -> None:
    (key,) = added(cast, replace(TO_SHRED, decision=Decision.PASS_ON))
    where = address(cast, "disposal-gone", entry_id=key)
    assert "How?" not in text(asha.get(where))

    said(asha, where, **WENT)

    assert entry(cast, key).how is How.PASSED_ON
    assert proofs(cast, key) == []
    assert asha.get(address(cast, "disposal-certificate", entry_id=key, form="docx")).status_code == 404


@pytest.mark.parametrize(
    ("batch", "typed", "why"),
    [
        (DUE, {**WENT, "how": "shredded"}, "First decide that these records go"),
        (TO_SHRED, {}, "Give the day on which they went"),
        (TO_SHRED, WENT, "Say how they were destroyed"),
        (TO_SHRED, {**WENT, "went_on-day": "23", "how": "wiped"}, "cannot be in the future"),
        (TO_SHRED, {**WENT, "how": "wiped", "seen_version": "0"}, "A colleague changed this meanwhile"),
    ],
    ids=["nobody decided", "empty form", "not how", "tomorrow", "changed meanwhile"],
)
def test_what_did_not_go_so_is_refused_in_words(
    asha: Client, cast: Cast, batch: Disposal, typed: dict[str, str], why: str
) -> None:
    (key,) = added(cast, batch)

    response = said(asha, address(cast, "disposal-gone", entry_id=key), **typed)

    assert why in text(response)
    assert entry(cast, key).went_on is None
    assert proofs(cast, key) == []


def test_an_archived_batch_is_brought_back_first(asha: Client, cast: Cast) -> None:
    (key,) = added(cast, DUE)
    entries.archive(cast.asha, register=REGISTER, entry_id=key, reason="Entered twice")

    response = said(asha, address(cast, "disposal-decide", entry_id=key), decision="destroy", seen_version="2")

    assert "Bring it back first" in text(response)


def test_a_reader_sees_what_is_due_and_may_change_nothing(still_clock: None, client: Client, cast: Cast) -> None:
    due, gone = added(cast, DUE, replace(TO_SHRED, name="Gone", went_on=date(2026, 11, 20), how=How.SHREDDED))
    client.force_login(user(cast.rhea))

    shown = text(client.get(address(cast, "disposals-due")))

    assert "File 0412" in shown
    assert "What to do" not in shown
    for name in ("disposal-decide", "disposal-gone"):
        assert client.get(address(cast, name, entry_id=due)).status_code == 403
        assert said(client, address(cast, name, entry_id=due), decision="destroy").status_code == 403
    assert client.get(address(cast, "disposal-certificate", entry_id=gone, form="docx")).status_code == 403


def test_a_stranger_finds_nothing(still_clock: None, client: Client, cast: Cast) -> None:
    (key,) = added(cast, replace(TO_SHRED, went_on=date(2026, 11, 20), how=How.SHREDDED))
    client.force_login(user(cast.carol))
    theirs = {"organisation": cast.carol.organisation_id, "entry_id": key}

    for name in ("disposal-decide", "disposal-gone"):
        assert client.get(address(cast, name, entry_id=key)).status_code == 404
        assert client.get(reverse(name, kwargs=theirs)).status_code == 404
    assert client.get(address(cast, "disposals-due")).status_code == 404
    assert client.get(address(cast, "disposal-certificate", entry_id=key, form="docx")).status_code == 404
